"""A plan that someone saved as JSON, read again: the register keeps none."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from workflow.answer_fields import NOT_GIVEN
from workflow.errors import Invalid
from workflow.files.opening import shown, text_of
from workflow.model.json_data import from_plain
from workflow.model.kind import Kind
from workflow.planning.planned import PlanTarget

_CURE: Final = "Make it again, and save it: decisions plan --council NAME … --json > plan.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPlan:
    """A plan that was saved: its council, what was asked, and each of its days by name."""

    file: str
    """The file it was saved in."""
    council: str
    """The council, by its short name."""
    kind: Kind
    """What kind of decision was planned."""
    target: PlanTarget
    """What it was worked out from."""
    days: tuple[tuple[str, date], ...] = field(metadata=NOT_GIVEN)
    """Each of its days, by the name of the milestone or the route."""


def read_plan(path: str | os.PathLike[str]) -> SavedPlan:
    """Read a plan saved with `decisions plan … --json`.

    Raises NotFound where there is no file; and Invalid where it is not such a plan, or does not say
    what it was worked out from.
    """
    name = shown(path)
    text = text_of(path)
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise Invalid(f"{name} is not JSON, and so not a plan.", remedy=_CURE) from None
    if not (isinstance(plain, dict) and {"council", "kind", "milestones"} <= plain.keys()):
        raise Invalid(f"{name} is not a plan.", remedy=_CURE)
    if "target" not in plain:
        raise Invalid(
            f"{name} does not say what it was worked out from: an earlier version saved it.",
            remedy=_CURE,
        )
    try:
        plan = SavedPlan(
            file=name,
            council=from_plain(str, plain["council"]),
            kind=Kind(plain["kind"]),
            target=from_plain(PlanTarget, dict(plain["target"])),
            days=tuple(dict(_days(plain)).items()),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Invalid(f"{name} is not a plan as it was saved.", remedy=_CURE) from None
    if (plan.target.implement_by is None) == (plan.target.decide_on is None):
        raise Invalid(
            f"{name} is not a plan as it was saved: one is worked out from one day.", remedy=_CURE
        )
    return plan


def _days(plain: dict[str, Any]) -> Iterator[tuple[str, date]]:
    """Give each day of a plan by its name; of a route only where no milestone has that name."""
    for each in plain.get("routes", []):
        if each.get("date") is not None:
            yield from_plain(str, each["name"]), date.fromisoformat(each["date"])
    for each in plain["milestones"]:
        yield from_plain(str, each["name"]), date.fromisoformat(each["date"])

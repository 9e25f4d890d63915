"""The one writer of JSON: any answer of the engine as strings, whole numbers, booleans, lists and
maps."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from importlib import import_module
from types import NoneType
from typing import Any, Final, get_type_hints

from workflow.errors import WorkflowError
from workflow.model.json_data import Plain, instant_text

ANSWERS: Final[Mapping[str, str]] = {
    "Appointment": "appointment.appointment_answer",
    "Audited": "audit.rule_audited",
    "JournalBreak": "register.break_answer",
    "Calendar": "count.calendar_answer",
    "CloseRun": "run.run_answer",
    "Constitution": "constitution.constitution_answer",
    "Councils": "constitution.councils_answer",
    "CouncilDay": "council_calendar.council_day_answer",
    "Deadline": "deadline.deadline_answer",
    "Decision": "decision.decision_answer",
    "Edition": "edition.edition_answer",
    "EditionAdopted": "edition.edition_in_use",
    "Explanation": "explanation.explanation_answer",
    "RegisterExtent": "register.extent_answer",
    "Finding": "conformance.finding_answer",
    "Permission": "permission.permission_answer",
    "Plan": "plan.plan_answer",
    "PlanImpact": "moved.plan_impact_answer",
    "ReadEntry": "entry.entry_answer",
    "LawRead": "audit.law_audited",
    "DateChange": "moved.moved_answer",
    "NextStep": "steps.step_answer",
    "Report": "report.report_answer",
    "Refused": "refusal.refused_answer",
    "Verification": "register.verified_answer",
    "StatementReading": "statement_read.statement_read_answer",
    "Taken": "outcome.outcome_answer",
}
"""Where the answer is made of what the engine gives, by the name of its class: a module of this
room, and the function in it. Any other record is its own answer."""


def as_json(value: Any) -> Plain:
    """Give anything that the engine gives as plain data, ready to be written as JSON.

    Every name of an answer is always there: null is "not said" or "not yet". A day is 2018-10-24.
    An instant is in UTC, ends in Z and has six decimals; one that is law is given twice, as `utc`
    and as `london`. Raises TypeError where it is given what no answer holds.
    """
    kind: Any = type(value)
    if kind in _AS_IS:
        return value  # type: ignore[no-any-return]
    if isinstance(value, Enum):
        return as_json(value.value)
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if kind in _MANY:
        return [as_json(each) for each in value]
    if kind is frozenset:
        return sorted((as_json(each) for each in value), key=str)
    if isinstance(value, Mapping):
        return {str(as_json(key)): as_json(each) for key, each in value.items()}
    if isinstance(value, WorkflowError):
        return as_json(_found("refusal.fault_answer")(value))
    made = ANSWERS.get(kind.__name__) if kind.__module__.startswith("workflow.") else None
    if made is not None:
        return as_json(_found(made)(value))
    if is_dataclass(kind):
        return named_parts(value)
    raise TypeError(f"{kind.__name__} is no answer: {value!r}")


_AS_IS: Final = frozenset({str, int, bool, NoneType})
_MANY: Final = frozenset({tuple, list})


def named_parts(value: Any) -> dict[str, Plain]:
    """Give the parts of a record as plain data, each under its name: the row of a table, too."""
    found: dict[str, Plain] = {}
    kind: Any = type(value)
    for name, said, inline in _names(kind):
        each = as_json(getattr(value, name))
        if not inline:
            found[said] = each
        elif isinstance(each, dict):
            found |= each
    return found


@lru_cache(maxsize=256)
def _names(kind: type) -> tuple[tuple[str, str, bool], ...]:
    """Give the fields of a record: each by its name in the code, the one it is said under (a word
    that Python keeps for itself, as `from_`, loses its mark), and whether it stands inline."""
    return tuple(
        (each.name, each.name.removesuffix("_"), bool(each.metadata.get("inline")))
        for each in fields(kind)
    )


@lru_cache(maxsize=64)
def _found(place: str) -> Callable[[Any], Any]:
    module, _, name = place.partition(".")
    return getattr(import_module(f"workflow.answers.{module}"), name)  # type: ignore[no-any-return]


def answer_kind(kind: type) -> type:
    """Give the record that is written for a class: its answer, or the class itself."""
    made = ANSWERS.get(kind.__name__)
    if made is None or not kind.__module__.startswith("workflow."):
        return kind
    found: type = get_type_hints(_found(made))["return"]
    return found

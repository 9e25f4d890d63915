"""The one writer of JSON: any answer of the engine as strings, whole numbers, booleans, lists and
maps."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from importlib import import_module
from types import NoneType
from typing import Any, Final, NamedTuple, get_type_hints

from workflow.answer_fields import is_law
from workflow.answers.record import both
from workflow.errors import WorkflowError
from workflow.model.json_data import JsonData, instant_text

ANSWERS: Final[Mapping[str, str]] = {
    "Audited": "audit.rule_audited",
    "Calendar": "count.calendar_answer",
    "CloseRun": "run.run_answer",
    "Constitution": "constitution.constitution_answer",
    "Councils": "constitution.councils_answer",
    "Deadline": "deadline.deadline_answer",
    "Decision": "decision.decision_answer",
    "Edition": "edition.edition_answer",
    "EditionAdopted": "edition.edition_in_use",
    "Explanation": "explanation.explanation_answer",
    "Permission": "permission.permission_answer",
    "ReadEntry": "entry.entry_answer",
    "NextStep": "steps.step_answer",
    "Refused": "refusal.refused_answer",
    "Verification": "register.verified_answer",
    "Taken": "outcome.outcome_answer",
}
"""Where the answer is made of what the engine gives, by the name of its class: a module of this
room, and the function in it. Any other record is its own answer."""


def as_json(value: Any) -> JsonData:
    """Give anything that the engine gives as plain data, ready to be written as JSON.

    Every name of an answer is always there: null is "not said" or "not yet". A day is 2018-10-24.
    An instant is in UTC, ends in Z and has six decimals; one that decides in law is given twice, as
    `utc` and as `london`. Raises TypeError for a value that no answer holds.
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


def named_parts(value: Any) -> dict[str, JsonData]:
    """Give the parts of a record as plain data, each under its name in JSON."""
    parts: dict[str, JsonData] = {}
    kind: Any = type(value)
    for part in parts_of(kind):
        each = getattr(value, part.name)
        if part.is_law and each is not None:
            each = both(each)
        elif part.null_if_empty:
            each = each or None
        written = as_json(each)
        if not part.inline:
            parts[part.given_as] = written
        elif isinstance(written, dict):
            parts |= written
    return parts


class Part(NamedTuple):
    """A part of a record, as it is given."""

    name: str
    """Its name in the code."""
    given_as: str
    """The name it is given under."""
    is_law: bool = False
    """Whether it is an instant that is given both ways."""
    null_if_empty: bool = False
    """Whether an empty text is given as null."""
    inline: bool = False
    """Whether its own parts stand in its place."""


@lru_cache(maxsize=256)
def parts_of(kind: Any) -> tuple[Part, ...]:
    """Give the parts of a record that an answer has, in order: its fields, each followed by the
    properties placed after it. A name that Python reserves, such as `from_`, loses its underscore.
    """
    parts: list[Part] = []
    for each in fields(kind):
        marks = each.metadata
        if not marks.get("not_given"):
            given_as = marks.get("given_as", each.name.removesuffix("_"))
            null, inline = bool(marks.get("null_if_empty")), bool(marks.get("inline"))
            parts.append(Part(each.name, given_as, is_law(each.type), null, inline))
        parts += _properties(kind, each.name)
    return tuple(parts)


def _properties(kind: Any, after: str) -> Iterator[Part]:
    for name, value in vars(kind).items():
        if isinstance(value, property) and getattr(value.fget, "given_after", None) == after:
            of = value.fget.__annotations__["return"]
            yield Part(name, name.removesuffix("_"), is_law(of))


@lru_cache(maxsize=64)
def _found(place: str) -> Callable[[Any], Any]:
    module, _, name = place.partition(".")
    return getattr(import_module(f"workflow.answers.{module}"), name)  # type: ignore[no-any-return]


def answer_kind(kind: type) -> type:
    """Give the class of the record that is written for a class: its answer, or the class itself."""
    made = ANSWERS.get(kind.__name__)
    if made is None or not kind.__module__.startswith("workflow."):
        return kind
    answer: type = get_type_hints(_found(made))["return"]
    return answer

"""A step as it is typed: its command, with the options that it cannot do without."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Final, Union, get_args, get_origin, get_type_hints

from workflow.procedures.step import Step

# The narrower kind first: an instant is also a day.
_TYPED: Final[tuple[tuple[type, str], ...]] = (
    (datetime, "WHEN"),
    (date, "DATE"),
    (str, "TEXT"),
)
_ANY: Final[Mapping[str, Sequence[str]]] = {}
_LONGEST: Final = 70
"""Characters of choices that are still shown as they are."""


def command(
    step: Step,
    ref: str,
    also: Sequence[str] = (),
    choices: Mapping[str, Sequence[str]] = _ANY,
) -> str:
    """Give the command of a step on a decision, after the program's name: "sign HFD-2018-001
    --signatory TEXT". The close is of all that are due."""
    if step.on_terminal == "close":
        return "close"
    return f"{step.on_terminal} {ref} {' '.join(wanted_options(step, also, choices))}".rstrip()


def wanted_options(
    step: Step, also: Sequence[str] = (), choices: Mapping[str, Sequence[str]] = _ANY
) -> tuple[str, ...]:
    """Give the options that a step cannot do without, and these, each with what it takes: of
    choices, those that can be meant."""
    hints = get_type_hints(step.inputs)
    options = []
    for field in fields(step.inputs):
        optional = field.default is not MISSING and not field.metadata.get("shown")
        if (optional and field.name not in also) or field.name == "statement":
            continue
        meant = choices.get(field.name)
        takes = "|".join(meant) if meant else _takes(hints[field.name], field.name)
        options.append(f"--{field.name.replace('_', '-')} {takes}")
    return tuple(options)


def _takes(kind: object, name: str) -> str:
    if get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind):
        kind = next(arm for arm in get_args(kind) if arm is not NoneType)
    if not isinstance(kind, type):
        return "TEXT"
    if issubclass(kind, Enum):
        words = "|".join(each.value for each in kind)
        return words if len(words) <= _LONGEST else name.replace("_", "-").upper()
    if kind is int:
        return "NUMBER"
    return next(shape for known, shape in _TYPED if issubclass(kind, known))

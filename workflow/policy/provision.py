"""A provision: one rule of one council, from a date, with where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from workflow.authority import Authority
from workflow.model.kind import Kind

T = TypeVar("T")


class Basis(StrEnum):
    """How we come to know a rule."""

    CONSTITUTION = "constitution"
    """Read in the council's constitution."""
    COUNCIL_PAGE = "council page"
    """Stated in words on a page or a printed form of the council's."""
    INFERRED = "inferred from notices"
    """Worked out from dates the council published; its wording was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Generic[T]):
    """A value that holds from a day until a later provision replaces or repeals it."""

    since: date
    value: T | None
    """None repeals the provision before it."""
    basis: Basis
    authority: Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectToCallIn:
    """Which kinds of decision may be called in, and which may not."""

    subject: tuple[Kind, ...]
    not_subject: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialUrgency:
    """Whether a decision taken under special urgency is exempt from call-in."""

    exempts_from_call_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """Whether the register records implementation as a step of its own, after taking effect."""

    recorded: bool


def in_force(provisions: Iterable[Provision[T]], day: date) -> Provision[T] | None:
    """Give the latest provision that began on or before the day, unless it is a repeal."""
    latest = None
    for provision in provisions:
        if provision.since <= day:
            latest = provision
    return latest if latest is not None and latest.value is not None else None

"""A provision: one rule of one council, from a date, with where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from workflow.authority import Authority

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Basis(StrEnum):
    """How we come to know a rule."""

    CONSTITUTION = "constitution"
    """Read in the council's constitution."""
    COUNCIL_PAGE = "council page"
    """Stated in words on a page or a printed form of the council's."""
    NATIONAL_LAW = "national law"
    """An Act or an instrument that binds every council of a nation."""
    INFERRED = "inferred from notices"
    """Worked out from dates the council published; its wording was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Generic[T_co]):
    """A value that holds from a day until a later provision replaces or repeals it."""

    since: date
    value: T_co | None
    """None repeals the provision before it."""
    basis: Basis
    authority: Authority
    binding: bool = False
    """Whether no council's own rule may say otherwise; only the law of a nation is."""


def in_force(provisions: Iterable[Provision[T]], day: date) -> Provision[T] | None:
    """Give the latest provision that began on or before the day, unless it is a repeal."""
    latest = None
    for provision in provisions:
        if provision.since <= day:
            latest = provision
    return latest if latest is not None and latest.value is not None else None

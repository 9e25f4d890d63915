"""A provision: one rule of one council, from a date, with where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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


class Confidence(StrEnum):
    """How far the reading of a source can be relied on."""

    SURE = "sure"
    UNSURE = "unsure"
    """The source is old, second hand, or can be read two ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Generic[T_co]):
    """A value that holds from a day until a later provision replaces or repeals it."""

    since: date
    value: T_co | None
    """None repeals the provision before it."""
    basis: Basis
    authority: Authority
    binding: bool = False
    """Whether every council's own rule must keep it; only the law of a nation is."""


def unread(provision: Provision[object]) -> Provision[object]:
    """Leave out the day it was last read: to read a source again unchanged makes no difference."""
    return replace(provision, authority=replace(provision.authority, read=None))


def in_force(provisions: Iterable[Provision[T]], day: date) -> Provision[T] | None:
    """Give the latest provision that began on or before the day, unless it is a repeal."""
    latest = None
    for provision in provisions:
        if provision.since <= day:
            latest = provision
    return latest if latest is not None and latest.value is not None else None


def keeps(own: Provision[object], law: Provision[object]) -> bool:
    """Say whether a council's own rule keeps a law that binds it.

    A value that can go beyond another says so by its `goes_beyond`; any other keeps the law only by
    saying the same. A repeal of the council's own rule brings the law back, and so keeps it.
    """
    if own.value is None or own.value == law.value:
        return True
    goes_beyond = getattr(own.value, "goes_beyond", None)
    return goes_beyond is not None and bool(goes_beyond(law.value))

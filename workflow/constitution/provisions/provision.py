"""A provision: one rule of one council, from a date, with where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Generic, TypeVar

from workflow.authority import Authority
from workflow.clock import spoken_day
from workflow.constitution.provisions.evidence import NO_EVIDENCE, Evidence
from workflow.files.declared import Key, Problems, SelfChecking
from workflow.files.takes import only, prose, text
from workflow.model.call_in_period import PeriodRule

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


ASSUMED: Final = "assumed"
"""What a file says of the days before an entry, where it may be assumed to have held then."""


class Confidence(StrEnum):
    """How far the reading of a source can be relied on."""

    SURE = "sure"
    UNSURE = "unsure"
    """The source is old, second hand, or can be read two ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySource(SelfChecking):
    """What every entry of a file has: from when it holds, and where it is from."""

    since: Annotated[date, Key("from")]
    """The day from which it is known to be in force, without quotation marks: `2018-03-06`. A
    future date is allowed with a warning, because a rule can be agreed before it starts. A rule
    inferred from notices cannot start in the future."""
    basis: Basis
    """How it is known."""
    title: Annotated[str, text("the Act or instrument")] = ""
    """The Act or instrument. Needed with `national law`; otherwise the council's name is used."""
    rule: Annotated[str, text("the number or heading of the rule, or what was read")]
    """The number or heading of the rule, or what was read."""
    link: Annotated[str, text("the address where it can be read")] = ""
    """Where it can be read."""
    read: date | None = None
    """The day it was last read there: `2026-11-24`."""
    confidence: Confidence = Confidence.SURE
    """`unsure` if the source is old, second hand, or can be read in two ways. Every answer that
    rests on it says so. `sure`, if left out."""
    words: Annotated[str, prose("what the rule says, in plain words")]
    """What the rule says, in your own plain words. Shown wherever a date or refusal rests on it."""
    not_found: Annotated[str, text("what was looked for and not found")] = ""
    """What was looked for and not found, in one line."""
    settled_by: Annotated[str, text("what would settle it")] = ""
    """What would settle the doubt, in one line."""

    def problems(self) -> Problems:
        if self.basis is Basis.NATIONAL_LAW and not self.title:
            yield "title", "It is missing.", "Give the Act or instrument."


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSpan:
    """For how long a rule is known to hold, beyond the day it begins; a repeal has none of it."""

    known_to: date | None = None
    """The last day on which it is known to be in force. It matters only if a later entry
    follows."""
    before: Annotated[bool, only(ASSUMED)] = False
    """`"assumed"`, on the first entry of a table, if nothing shows that the rule was ever
    different. Not allowed for a rule that starts in the future."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFlags:
    """What an entry is beside a council's own rule."""

    repealed: Annotated[bool, only(True)] = False
    """`true` if the rule is repealed from that day. The entry then has only the keys of this list,
    without `known-to` and `before`."""
    binding: Annotated[bool, only(True)] = False
    """`true` if no council may ask for less. Only in the law of a nation."""


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
    known_to: date | None = None
    """The last day on which it is known to hold; from then until a later provision is a gap. None
    where that was not noted, and it holds until the later one."""
    before_assumed: bool = False
    """Whether it may be assumed to have held before it began."""
    evidence: Evidence = NO_EVIDENCE
    assumed: bool = False
    """Whether it is not known to hold on the day it was asked for, and is assumed to."""

    @property
    def other_rules(self) -> tuple[PeriodRule, ...]:
        """Give the other readings of a call-in period that are on file."""
        return tuple(each.rule for each in self.evidence.could_be or ())


def unread(provision: Provision[object]) -> Provision[object]:
    """Leave out the day it was last read, and the evidence: to read a source again unchanged, or to
    find another window that agrees, makes no difference."""
    return replace(
        provision,
        authority=replace(provision.authority, read=None),
        evidence=NO_EVIDENCE,
    )


def in_force(provisions: Iterable[Provision[T]], day: date) -> Provision[T] | None:
    """Give the latest provision that began on or before the day, unless it is a repeal.

    A day that no provision is known to hold on is answered by an assumption, so marked: before the
    first, where that may be assumed to have held; and in a gap between two that are the same.
    """
    latest = later = None
    for provision in provisions:
        if provision.since <= day:
            latest = provision
        elif later is None:
            later = provision
    if latest is None:
        may = later is not None and later.before_assumed and later.value is not None
        return _assumed(later, f"from {spoken_day(later.since)}") if later and may else None
    if latest.value is None:
        return None
    known_to = latest.known_to
    if later is None or known_to is None or day <= known_to:
        return latest
    if later.value != latest.value or later.other_rules != latest.other_rules:
        return None
    return _assumed(latest, f"until {spoken_day(known_to)} and from {spoken_day(later.since)}")


def _assumed(provision: Provision[T], known: str) -> Provision[T]:
    """Give a provision as it is assumed to hold on a day for which it is not known."""
    authority = provision.authority
    words = f"{authority.words} The rule is known to hold {known}; on this day it is assumed to."
    return replace(provision, assumed=True, authority=replace(authority, unsure=True, words=words))


def keeps(own: Provision[object], law: Provision[object]) -> bool:
    """Say whether a council's own rule keeps a law that binds it.

    A value that can go beyond another says so by its `goes_beyond`; any other keeps the law only by
    saying the same. A repeal of the council's own rule brings the law back, and so keeps it.
    """
    if own.value is None or own.value == law.value:
        return True
    goes_beyond = getattr(own.value, "goes_beyond", None)
    return goes_beyond is not None and bool(goes_beyond(law.value))

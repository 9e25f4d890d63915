"""What follows once a decision is called in: by when each body acts, and what it may do."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.constitution.provisions.period import counted_in
from workflow.files.toml_table import TableReader
from workflow.model.time_limit import Default, LimitRule, StartsFrom


class MayDo(StrEnum):
    """What scrutiny may do with a called-in decision."""

    NO_FURTHER_ACTION = "no further action"
    REFER_BACK = "refer back"
    REFER_TO_COUNCIL = "refer to council"
    DIRECT = "direct that it not be implemented"


class ToCouncil(StrEnum):
    """When scrutiny may refer a decision to full council."""

    WHENEVER = "whenever scrutiny so decides"
    CONTRARY = "only when contrary to the budget or policy framework"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What scrutiny may do, and on what conditions."""

    may: tuple[MayDo, ...]
    to_council: ToCouncil | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionRule:
    """How long a direction that a decision not be implemented may last."""

    most_days: int
    """In calendar days from the day it is issued."""


class ChangedIs(StrEnum):
    """What a decision is once its maker has changed it on reconsideration."""

    FINAL = "final"
    NEW = "a new decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconsidered:
    """What a decision is once it has been changed on reconsideration."""

    changed_is: ChangedIs


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """How many members the council has, for a part of them."""

    members: int


def read_limit(entry: TableReader) -> LimitRule:
    """Read by when a body acts, and what follows where it does not."""
    unit, starts = counted_in(entry)
    return LimitRule(
        days=entry.whole("days", 1, 366),
        unit=unit,
        counted_from=entry.choice("counted-from", StartsFrom) or StartsFrom.ACCEPTANCE,
        start_day_counts=starts,
        by=entry.hour("by"),
        default=entry.choice("default", Default) or Default.HELD,
    )


def read_outcomes(entry: TableReader) -> Outcomes:
    """Read what scrutiny may do."""
    may = entry.choices("may", MayDo)
    if not may and "may" in entry.data:
        entry.complain("may", "It is empty.", "Say what scrutiny may do, or leave the table out.")
    to_council = entry.choice("to-council", ToCouncil) if entry.has("to-council") else None
    if MayDo.REFER_TO_COUNCIL in may and to_council is None:
        entry.complain("to-council", "It is missing.", "Say when it may be referred to council.")
    if MayDo.REFER_TO_COUNCIL not in may and to_council is not None:
        entry.complain(
            "to-council",
            "Referral to council is not among what scrutiny may do.",
            f'Add "{MayDo.REFER_TO_COUNCIL}" to "may", or leave this out.',
        )
    return Outcomes(may=may, to_council=to_council)


def read_direction(entry: TableReader) -> DirectionRule:
    """Read how long a direction may last."""
    return DirectionRule(most_days=entry.whole("most-days", 1, 366))


def read_reconsidered(entry: TableReader) -> Reconsidered:
    """Read what a changed decision is."""
    return Reconsidered(changed_is=entry.choice("changed-is", ChangedIs) or ChangedIs.FINAL)


def read_membership(entry: TableReader) -> Membership:
    """Read how many members there are."""
    return Membership(members=entry.whole("members", 1, 1000))

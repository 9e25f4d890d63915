"""How long a decision may be called in, and which kinds may be."""

from dataclasses import dataclass

from workflow.files.toml_table import TableReader
from workflow.model.call_in_period import CountedFrom, PeriodRule, TakesEffect, Unit
from workflow.model.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectToCallIn:
    """Which kinds of decision may be called in, and which may not."""

    subject: tuple[Kind, ...]
    not_subject: tuple[Kind, ...]


def counted_in(entry: TableReader) -> tuple[Unit, bool]:
    """Read the unit of a count, and whether the day it starts from counts."""
    unit = entry.choice("unit", Unit) or Unit.WORKING
    starts = entry.flag("start-day-counts")
    if unit is Unit.CLEAR_WORKING and starts:
        entry.complain(
            "start-day-counts",
            "Of clear days neither end is counted.",
            'Give false, or count in "working" days.',
        )
    return unit, starts


def read_period(entry: TableReader) -> PeriodRule:
    """Read how long a decision may be called in."""
    unit, starts = counted_in(entry)
    return PeriodRule(
        days=entry.whole("days", 1, 366),
        unit=unit,
        counted_from=entry.choice("counted-from", CountedFrom) or CountedFrom.PUBLICATION,
        start_day_counts=starts,
        request_by=entry.hour("request-by"),
        takes_effect=entry.choice("takes-effect", TakesEffect) or TakesEffect.AT_THE_END,
    )


def read_subject(entry: TableReader) -> SubjectToCallIn:
    """Read which kinds of decision may be called in."""
    value = SubjectToCallIn(
        subject=entry.choices("subject", Kind), not_subject=entry.choices("not-subject", Kind)
    )
    for kind in set(value.subject) & set(value.not_subject):
        entry.complain(
            "not-subject",
            f'"{kind}" is in both lists.',
            "A kind either may be called in or may not: keep it in one list.",
        )
    return value

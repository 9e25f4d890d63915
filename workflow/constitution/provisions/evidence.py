"""What a rule is read from: printed windows, other readings of them, and what was not found."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from workflow.files.declared import Problems, SelfChecking, record_of, rows
from workflow.files.takes import Tables, Takes, text
from workflow.files.toml_table import TableReader
from workflow.model.call_in_period import PeriodRule

LEAST_WINDOWS: Final = 3
"""How many printed windows a period must agree with before its reading is sure."""
_FOR_A_READING: Final = 2
"""How many printed windows another reading needs; one alone is an irregularity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWindow(SelfChecking):
    """The dates that a council printed of one decision."""

    reference: Annotated[str, text("the council's reference of the decision")]
    """The council's reference for the decision, or another name for it."""
    made: date | None = None
    """The day it was made, if that is printed. Give this or `published`, or both."""
    published: date | None = None
    """The day it was published, if that is printed."""
    last_day: date | None = None
    """The last day on which it could be called in, if that is printed. Give this or `effective-
    from`, and not both."""
    effective_from: date | None = None
    """The day from which it is in effect, if that is printed: the calendar day after the last day,
    or the next working day if the rule says so."""
    link: Annotated[str, text("where it can be read")] = ""
    """Where it can be read."""
    why: Annotated[str, text("why the rule does not give its date")] = ""
    """Why the rule does not give this date. Needed under `irregular`, and left out elsewhere."""

    def problems(self) -> Problems:
        if self.made is None and self.published is None:
            yield "published", "No day is given to count from.", "Give made or published."
        if (self.last_day is None) is (self.effective_from is None):
            cure = "Give last-day or effective-from."
            yield "effective-from", "One end is wanted, and one only.", cure


_WINDOWS: Final = "a list of printed windows"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """Another way in which a council's call-in period can be read, and what speaks for it."""

    rule: PeriodRule
    """The rule, read so."""
    windows: tuple[PrintedWindow, ...]
    """The printed windows that this reading gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Supported(SelfChecking):
    """What stands beside the rule in another reading of it."""

    windows: Annotated[tuple[PrintedWindow, ...], rows(PrintedWindow, _WINDOWS)] = ()
    """At least two printed windows that this reading gives; one alone is an irregularity."""

    def problems(self) -> Problems:
        """Give what is wrong with its windows."""
        number = len(self.windows)
        if number < _FOR_A_READING:
            words = "1 printed window speaks" if number else "No printed windows speak"
            cure = "Give at least two; one alone is an irregularity: list it under irregular."
            yield "windows", f"{words} for it.", cure


def _other_readings() -> Takes:
    """The keys of a period that differ from the rule, with windows: or an empty list for none."""

    def read(table: TableReader, key: str) -> list[TableReader]:
        return table.rows(key, "a list of other readings, or [] for none", may_be_empty=True)

    other = Tables((PeriodRule, _Supported), needed=("windows",), partly=True)
    return Takes(read, lambda: {"type": "array"}, tables=other)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfAPeriod(SelfChecking):
    """What only a call-in period rests on, as a file has it."""

    windows: Annotated[tuple[PrintedWindow, ...], rows(PrintedWindow, _WINDOWS)] = ()
    """Printed windows that agree with the rule."""
    irregular: Annotated[
        tuple[PrintedWindow, ...], rows(PrintedWindow, _WINDOWS, needed=("why",))
    ] = ()
    """Printed windows that do not agree with the rule, each with `why`."""
    could_be: Annotated[list[TableReader] | None, _other_readings()] = None
    """Other readings of the rule. For each, the keys that differ, and at least two `windows`. `[]`
    if there are none."""
    could_be_why: Annotated[str, text("why no other reading is on file")] = ""
    """Why there is no other reading, if `could-be` is `[]`."""

    def problems(self) -> Problems:
        if self.could_be == [] and not self.could_be_why:
            yield "could-be-why", "It is missing.", "Say why there is no other reading."
        if self.could_be != [] and self.could_be_why:
            why = "It says why there is no other reading."
            yield "could-be-why", why, "Write could-be = [] too."


EVIDENCE: Final[dict[type, type]] = {PeriodRule: _OfAPeriod}
"""What a table has beside its own keys and those that every table has, by the record it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one entry of a constitution rests on."""

    windows: tuple[PrintedWindow, ...] = ()
    """Printed windows that the rule gives; only a call-in period has any."""
    irregular: tuple[PrintedWindow, ...] = ()
    """Printed windows that it does not give, each with why."""
    could_be: tuple[OtherReading, ...] | None = None
    """Other readings; none where they were looked for in vain, None where nothing is said."""
    could_be_why: str = ""
    """Why no other reading is on file."""
    not_found: str = ""
    """What was looked for and not found."""
    settled_by: str = ""
    """What would settle it."""


NO_EVIDENCE: Final = Evidence()


def read_evidence(entry: TableReader, value: object, not_found: str, settled_by: str) -> Evidence:
    """Read what an entry rests on; of a call-in period also its windows and other readings."""
    if not isinstance(value, PeriodRule):
        return Evidence(not_found=not_found, settled_by=settled_by)
    record = record_of(_OfAPeriod, entry)
    return Evidence(
        windows=record.windows,
        irregular=record.irregular,
        could_be=None if record.could_be is None else _could_be(record.could_be, value),
        could_be_why=record.could_be_why,
        not_found=not_found,
        settled_by=settled_by,
    )


def _could_be(tables: Collection[TableReader], rule: PeriodRule) -> tuple[OtherReading, ...]:
    readings: list[OtherReading] = []
    for each in tables:
        if each.is_full:
            break
        readings.append(_reading(each, rule, [one.rule for one in readings]))
    return tuple(readings)


def _reading(entry: TableReader, rule: PeriodRule, others: Collection[PeriodRule]) -> OtherReading:
    """Read another reading: what it does not say is as the rule has it."""
    other = record_of(PeriodRule, entry, otherwise=rule)
    windows = record_of(_Supported, entry).windows
    if other == rule:
        entry.complain("days", "It is the rule itself.", "Give what differs, or leave it out.")
    if other in others:
        entry.complain("days", "It is there twice.", "Put the windows of both under one.")
    entry.refuse_others()
    return OtherReading(rule=other, windows=windows)

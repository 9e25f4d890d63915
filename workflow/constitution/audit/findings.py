"""What every rule on file rests on, how sure it is and how old: an audit, the worst first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions import PROVISIONS, TABLES
from workflow.constitution.provisions.evidence import LEAST_WINDOWS, Evidence, PrintedWindow
from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.provision import Basis, Provision

Rows = tuple[Provision[object], ...]
_HARM: Final = {table.name: table.harm for table in TABLES.values()}
WANTED: Final = ("call_in_period", "subject_to_call_in")
"""The provisions without which nothing that may be called in can be published."""


class Holds(StrEnum):
    """Whether an entry holds on the day that was asked about."""

    IN_FORCE = "in force"
    ASSUMED = "assumed to hold"
    EARLIER = "earlier"
    NOT_ON_FILE = "not on file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """One entry of a council's file and what it rests on, or a rule that is wanted and missing."""

    council: str
    council_name: str
    name: str
    """The provision's name, as in "call_in_period"."""
    holds: Holds
    provision: Provision[object] | None
    """None where it is not on file."""
    today: date
    """The day by which ages are counted."""

    @property
    def evidence(self) -> Evidence:
        """Give what it rests on."""
        return Evidence() if self.provision is None else self.provision.evidence

    @property
    def inferred(self) -> bool:
        """Say whether it was worked out from published notices."""
        return self.provision is not None and self.provision.basis is Basis.INFERRED

    @property
    def unsure(self) -> bool:
        """Say whether it is an unsure reading, or only assumed to hold, or not on file."""
        if self.provision is None or self.holds is Holds.ASSUMED:
            return True
        return self.provision.authority.unsure

    @property
    def newest_day(self) -> date | None:
        """Give the day on which the newest window that the rule gives was published."""
        return max(map(_day_of, self.evidence.windows), default=None)

    @property
    def read(self) -> date | None:
        """Give the day on which its source was last read."""
        return None if self.provision is None else self.provision.authority.read

    @property
    def newest_age(self) -> int | None:
        """Give how many days ago its newest window was published."""
        return _age(self.newest_day, self.today)

    @property
    def read_age(self) -> int | None:
        """Give how many days ago its source was last read."""
        return _age(self.read, self.today)

    @property
    def sureness(self) -> str:
        """Give how sure it is, in words, as in "inferred from notices, unsure"."""
        if self.provision is None:
            return Holds.NOT_ON_FILE.value
        parts = [
            *([Basis.INFERRED.value] if self.inferred else []),
            *(["unsure"] if self.unsure else []),
            *([Holds.ASSUMED.value] if self.holds is Holds.ASSUMED else []),
        ]
        return ", ".join(parts) or "sure"

    @property
    def harm(self) -> Harm:
        """Give what may go wrong where it is wrong."""
        if self.provision is None:
            return Harm.NO_WORK
        return _HARM[self.name] if self.unsure or self.inferred else Harm.LITTLE

    @property
    def marks(self) -> int:
        """Count what speaks against it: it is inferred; unsure; has no other reading on file; and
        fewer than three windows."""
        is_period = self.name == "call_in_period"
        return sum(
            (
                self.inferred,
                self.unsure,
                is_period and not self.evidence.could_be,
                is_period and len(self.evidence.windows) < LEAST_WINDOWS,
            )
        )


def audit(constitution: Constitution, on: date, today: date) -> Iterator[Audited]:
    """Give each entry that is in force on a day, each earlier one, and what is wanted and not on
    file. What the law of the nation says is not the council's, and not among them."""
    ended = constitution.own_on("council_ends", on) is not None
    for name in PROVISIONS:
        rows = constitution.on(name)
        holding = constitution.own_on(name, on)
        for provision in rows:
            holds = _holds(provision, holding, rows, on)
            if holds is not None:
                yield _audited(constitution, name, holds, provision, today)
        if name in WANTED and holding is None and not ended and not _is_repealed(rows, on):
            yield _audited(constitution, name, Holds.NOT_ON_FILE, None, today)


def worst_first(rules: Iterable[Audited]) -> list[Audited]:
    """Sort by harm; then by what speaks against it; what holds before what held; then by age."""
    return sorted(rules, key=_key)


def _key(each: Audited) -> tuple[object, ...]:
    age = each.read_age if each.newest_age is None else each.newest_age
    return (
        each.harm,
        each.holds is Holds.EARLIER,
        -each.marks,
        0 if age is None else 1,
        -(age or 0),
        each.council,
        PROVISIONS.index(each.name),
        each.provision is None or each.provision.since,
    )


def _holds(
    provision: Provision[object],
    holding: Provision[object] | None,
    rows: Rows,
    on: date,
) -> Holds | None:
    """Say whether an entry holds on a day; None of one that begins later."""
    if holding is not None and provision.since == holding.since:
        return Holds.ASSUMED if holding.assumed else Holds.IN_FORCE
    if provision.since > on:
        return None
    is_latest = provision is _latest(rows, on)
    return Holds.IN_FORCE if is_latest and provision.value is None else Holds.EARLIER


def _is_repealed(rows: Rows, on: date) -> bool:
    latest = _latest(rows, on)
    return latest is not None and latest.value is None


def _latest(rows: Rows, on: date) -> Provision[object] | None:
    return next((each for each in reversed(rows) if each.since <= on), None)


def _audited(
    constitution: Constitution,
    name: str,
    holds: Holds,
    provision: Provision[object] | None,
    today: date,
) -> Audited:
    return Audited(
        council=constitution.council,
        council_name=constitution.name,
        name=name,
        holds=holds,
        provision=provision,
        today=today,
    )


def _age(day: date | None, today: date) -> int | None:
    return None if day is None else (today - day).days


def _day_of(window: PrintedWindow) -> date:
    day = window.published or window.made
    assert day is not None
    return day

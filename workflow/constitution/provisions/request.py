"""Who may ask for a decision to be called in, who rules on that, and within what limits."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from workflow.files.toml_table import TableReader
from workflow.model.people import Role

E = TypeVar("E", bound=StrEnum)
RULERS: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER, Role.HEAD_OF_PAID_SERVICE)
"""Who may be named to rule on a request."""


class Who(StrEnum):
    """The sorts of people that a council counts."""

    CHAIRS = "scrutiny-chairs"
    CO_OPTEES = "co-optees"
    WARD_MEMBERS = "ward-members"
    COMMITTEE_MEMBERS = "scrutiny-members"
    NON_EXECUTIVE = "non-executive-members"
    MEMBERS = "members"
    ELECTORS = "electors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """So many people of one sort."""

    who: Who
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way in which enough people may ask; each need is met by other people."""

    needs: tuple[Need, ...]
    percent: int | None = None
    """So many per cent of all members of the council, rounded up; None where a number is given."""
    education_only: bool = False
    """Whether it holds only for decisions about education."""


class Once(StrEnum):
    """How often a decision may be called in."""

    PER_DECISION = "per decision"
    PER_GROUND = "per ground"


class Withdrawal(StrEnum):
    """What follows when people who asked withdraw, after the request was ruled valid."""

    TOO_FEW = "ends it when too few remain"
    ALL = "ends it when all withdraw"
    NEVER = "does not end it"


class GoesTo(StrEnum):
    """Before whom a called-in decision comes first."""

    SCRUTINY = "scrutiny"
    MAKER = "those who decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRule:
    """A council's rules for a request to call in. None, and an empty tuple, mean "not said"."""

    may_ask: tuple[Alternative, ...] = ()
    ruled_by: tuple[Role, ...] = ()
    goes_to: GoesTo = GoesTo.SCRUTINY
    makers_may_ask: bool = False
    """Whether those who made a decision may ask for it to be looked at again."""
    proposes_alternative: bool = False
    """Whether a request must propose another course."""
    once: Once | None = None
    each_a_year: int | None = None
    """How many requests one person may join in a council year."""
    year_begins: str = ""
    """The day on which a council year begins, as in 05-21."""
    same_issue_months: int | None = None
    """For how many months a request about the same matter bars another."""
    withdrawal: Withdrawal | None = None


def _alternative(entry: TableReader) -> Alternative:
    counted = [who for who in Who if entry.has(who)]
    needs = [Need(who=who, number=entry.whole(who, 1, 100_000)) for who in counted]
    part = "percent-of-members"
    percent = entry.whole(part, 1, 100) if entry.has(part) else None
    if not needs and percent is None:
        entry.complain("", "It counts nobody.", 'Give a number of people, as in "members = 5".')
    if needs and percent is not None:
        entry.complain("percent-of-members", "It stands beside a number.", "Give one of the two.")
    education_only = entry.flag("education-only", required=False)
    entry.refuse_others()
    return Alternative(needs=tuple(needs), percent=percent, education_only=education_only)


def read_request(entry: TableReader) -> RequestRule:
    """Read the rules for a request."""
    asked = "a list of ways to ask, as in [{ members = 5 }]"
    rows = entry.rows("may-ask", asked) if entry.has("may-ask") else []
    each_a_year = entry.whole("each-a-year", 1, 1000) if entry.has("each-a-year") else None
    if entry.has("year-begins") and each_a_year is None:
        entry.complain("year-begins", "No number for a year is given.", 'Give "each-a-year".')
    months = "same-issue-months"
    return RequestRule(
        may_ask=tuple(_alternative(row) for row in rows),
        ruled_by=entry.some_of("ruled-by", Role, RULERS) if entry.has("ruled-by") else (),
        goes_to=_one(entry, "goes-to", GoesTo) or GoesTo.SCRUTINY,
        makers_may_ask=entry.flag("makers-may-ask", required=False),
        proposes_alternative=entry.flag("proposes-alternative", required=False),
        once=_one(entry, "once", Once),
        each_a_year=each_a_year,
        year_begins=entry.month_day("year-begins") if each_a_year is not None else "",
        same_issue_months=entry.whole(months, 1, 120) if entry.has(months) else None,
        withdrawal=_one(entry, "withdrawal", Withdrawal),
    )


def _one(entry: TableReader, key: str, choices: type[E]) -> E | None:
    return entry.choice(key, choices) if entry.has(key) else None

"""Who may ask for a decision to be called in, who rules on that, and within what limits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from workflow.clock import month_of
from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Key, Problems, SelfChecking, rows
from workflow.files.takes import Takes, month_day, some_of, whole
from workflow.files.toml_table import TableReader
from workflow.model.people import Role

RULERS: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER, Role.HEAD_OF_PAID_SERVICE)
"""Who may be named to rule on a request."""


class Who(StrEnum):
    """The sorts of people that a council counts."""

    CHAIRS = "scrutiny-chairs"
    """Chairs of a scrutiny committee."""
    CO_OPTEES = "co-optees"
    """Church and parent governor representatives."""
    WARD_MEMBERS = "ward-members"
    """Members for a ward that the statement names."""
    COMMITTEE_MEMBERS = "scrutiny-members"
    """Members of a scrutiny committee, including its chair."""
    NON_EXECUTIVE = "non-executive-members"
    """Members who are not in the executive."""
    MEMBERS = "members"
    """Members of the council."""
    ELECTORS = "electors"
    """Registered electors, as an officer has checked them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """So many people of one sort."""

    who: Who
    number: int


def _counted() -> Takes:
    """So many people of each sort: a key for each."""
    number = whole(1, 100_000)

    def read(table: TableReader, _: str) -> tuple[Need, ...]:
        counted = [who for who in Who if table.has(who)]
        return tuple(Need(who=who, number=number.read(table, who)) for who in counted)

    return Takes(read, number.schema, keys=tuple(Who))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(SelfChecking):
    """One way in which enough people may ask; each need is met by other people."""

    needs: Annotated[tuple[Need, ...], _counted()] = ()
    percent: Annotated[int | None, whole(1, 100), Key("percent-of-members")] = None
    """A percentage of all members, rounded up, instead of numbers. Needs `[[membership]]`."""
    education_only: bool = False
    """`true` if this way is only for decisions about education."""

    def problems(self) -> Problems:
        if not self.needs and self.percent is None:
            yield "", "It counts nobody.", 'Give a number of people, as in "members = 5".'
        if self.needs and self.percent is not None:
            yield "percent-of-members", "It stands beside a number.", "Give one of the two."


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
class RequestRule(SelfChecking):
    """A council's rules for a request to call in. None, and an empty tuple, mean "not said"."""

    may_ask: Annotated[
        tuple[Alternative, ...],
        rows(Alternative, "a list of ways to ask, as in [{ members = 5 }]"),
    ] = ()
    """The ways to ask for a call-in, as in `{ members = 5 }`. Any one of them is enough."""
    ruled_by: Annotated[tuple[Role, ...], some_of(RULERS)] = ()
    """The roles that may rule on a request. Any one of them may."""
    goes_to: GoesTo = GoesTo.SCRUTINY
    """Who considers the called-in decision first. Scrutiny, if left out."""
    makers_may_ask: bool = False
    """`true` if those who made a decision may ask for it to be called in. If left out, they may
    not."""
    proposes_alternative: bool = False
    """`true` if a request must propose an alternative."""
    once: Once | None = None
    """How often a decision may be called in."""
    each_a_year: Annotated[int | None, whole(1, 1000)] = None
    """How many requests one person may support in a council year."""
    year_begins: Annotated[str, month_day()] = ""
    """The day on which that year begins, as in `05-21`."""
    same_issue_months: Annotated[int | None, whole(1, 120)] = None
    """For how many months after one request there may be no other about the same matter: the same
    issue reference on the statement."""
    withdrawal: Withdrawal | None = None
    """What happens when supporters withdraw after the request was accepted."""

    def problems(self) -> Problems:
        if self.year_begins and self.each_a_year is None:
            yield "year-begins", "No number for a year is given.", 'Give "each-a-year".'
        if self.each_a_year is not None and not self.year_begins:
            yield "year-begins", "It is missing.", "Give a day of the year, as in 05-21."


_SORTS: Final = {
    Who.CHAIRS: ("chair of scrutiny", "chairs of scrutiny"),
    Who.CO_OPTEES: ("co-optee", "co-optees"),
    Who.WARD_MEMBERS: ("member for the ward", "members for the ward"),
    Who.COMMITTEE_MEMBERS: ("member of scrutiny", "members of scrutiny"),
    Who.NON_EXECUTIVE: ("member not of the executive", "members not of the executive"),
    Who.MEMBERS: ("member", "members"),
    Who.ELECTORS: ("elector", "electors"),
}


@in_words.register
def _(rule: RequestRule) -> str:
    parts = [ways(rule)] if rule.may_ask else []
    if rule.ruled_by:
        parts.append("ruled on by the " + " or the ".join(role.label for role in rule.ruled_by))
    if rule.goes_to is GoesTo.MAKER:
        parts.append("it goes to those who decided")
    if rule.makers_may_ask:
        parts.append("those who decided may be among them")
    if rule.proposes_alternative:
        parts.append("with another course proposed")
    if rule.once is not None:
        parts.append(f"once {rule.once}")
    if rule.each_a_year is not None:
        parts.append(f"each joins at most {rule.each_a_year} a year, from {_day(rule.year_begins)}")
    if rule.same_issue_months is not None:
        parts.append(f"not on the same matter within {rule.same_issue_months} months")
    if rule.withdrawal is not None:
        parts.append(f"withdrawal {rule.withdrawal}")
    return "; ".join(parts) or "nothing more than that a request is made"


def ways(rule: RequestRule) -> str:
    """Say only who may ask; empty where that is not on file."""
    return ", or ".join(_way(each) for each in rule.may_ask)


def _way(way: Alternative) -> str:
    told = " and ".join(f"{need.number} {_SORTS[need.who][need.number != 1]}" for need in way.needs)
    if way.percent is not None:
        told = f"{way.percent} per cent of the members"
    return f"{told} (education only)" if way.education_only else told


def _day(month_day: str) -> str:
    day = date.fromisoformat(f"2000-{month_day}")
    return f"{day.day} {month_of(day)}"


CALL_IN_REQUEST: Final = Table(
    key="call-in-request",
    record=RequestRule,
    title="Call-in request",
    says="Who may ask for a call-in, who rules on a request, and within what limits.",
    without="Who asks is not checked. An officer rules.",
    harm=Harm.WHO,
)

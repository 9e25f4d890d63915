"""Who may ask for a call-in, and within what limits, in words."""

from datetime import date
from typing import Final

from workflow.clock import month_of
from workflow.constitution.provisions.request import Alternative, GoesTo, RequestRule, Who

_SORTS: Final = {
    Who.CHAIRS: ("chair of scrutiny", "chairs of scrutiny"),
    Who.CO_OPTEES: ("co-optee", "co-optees"),
    Who.WARD_MEMBERS: ("member for the ward", "members for the ward"),
    Who.COMMITTEE_MEMBERS: ("member of scrutiny", "members of scrutiny"),
    Who.NON_EXECUTIVE: ("member not of the executive", "members not of the executive"),
    Who.MEMBERS: ("member", "members"),
    Who.ELECTORS: ("elector", "electors"),
}


def request(rule: RequestRule) -> str:
    """Say who may ask, who rules, and what limits there are; what is not on file is left out."""
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
    return " or ".join(_way(each) for each in rule.may_ask)


def _way(way: Alternative) -> str:
    told = " and ".join(f"{need.number} {_SORTS[need.who][need.number != 1]}" for need in way.needs)
    if way.percent is not None:
        told = f"{way.percent} per cent of the members"
    return f"{told} (education only)" if way.education_only else told


def _day(month_day: str) -> str:
    day = date.fromisoformat(f"2000-{month_day}")
    return f"{day.day} {month_of(day)}"

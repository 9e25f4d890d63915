"""Everything that needs a person at a council or ends soon, in the order in which to look at it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from workflow.clock import london_day, next_day, spoken_day, start_of_day
from workflow.errors import Invalid, WorkflowError
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.model.state import GIVEN_UP
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.today.asked import OfCouncil, OfDecision
from workflow.today.every_matter import OF_A_COUNCIL, OF_A_DECISION
from workflow.today.matter import MatterKind, Today, TodayMatter

USUAL_DAYS: Final = 7
"""How many days are looked at, today being the first, where nothing else is asked for."""
MOST_DAYS: Final = 366
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
_ANY_OFFICER: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)


def last_of(today: date, days: int) -> date:
    """Give the last of so many days, today being the first. Raises Invalid for too few or many."""
    if not 1 <= days <= MOST_DAYS:
        raise Invalid(
            f"{days} days cannot be looked at.", remedy=f"Give from 1 to {MOST_DAYS} days."
        )
    return today + timedelta(days=days - 1)


def needs_a_person(
    work: UnitOfWork,
    councils: ConstitutionsOnFile,
    council: str,
    now: datetime,
    until: date | None,
    roles: Collection[Role] | None,
) -> Today:
    """Give everything that needs a person at a council, or ends by a day, that day included.

    Of these roles alone; None for everybody's. Raises Invalid for a day before today or over a
    year on, and NotFound for a council not on file.
    """
    today = london_day(now)
    last = last_of(today, USUAL_DAYS) if until is None else until
    if not today <= last <= last_of(today, MOST_DAYS):
        raise Invalid(
            f"{spoken_day(last)} is not from today, {spoken_day(today)}, to a year on.",
            remedy=f"Give a day from {today.isoformat()} to "
            f"{last_of(today, MOST_DAYS).isoformat()}.",
        )
    constitution = councils.named(council)
    of_council = OfCouncil(work, RulesOf(constitution, work), now, last)
    decisions = work.decisions.needing(council, start_of_day(next_day(last)))
    found = [
        each
        for each in (*_of_decisions(of_council, decisions), *_of_council(of_council, decisions))
        if _is_wanted(each, last, roles)
    ]
    return Today(
        council=council,
        council_name=constitution.name,
        as_of=now,
        since=today,
        until=last,
        roles=None if roles is None else tuple(role for role in Role if role in roles),
        matters=tuple(sorted(found, key=_place)),
    )


def _of_council(council: OfCouncil, decisions: Sequence[Decision]) -> Iterator[TodayMatter]:
    for family in OF_A_COUNCIL:
        yield from family(council, decisions)


def _of_decisions(council: OfCouncil, decisions: Sequence[Decision]) -> Iterator[TodayMatter]:
    for decision in decisions:
        if decision.state not in GIVEN_UP:
            yield from _of_decision(council, decision)


def _of_decision(council: OfCouncil, decision: Decision) -> Iterator[TodayMatter]:
    """Give what needs a person about one decision; and where something that is needed to judge it
    is not there, that."""
    faults = dict[str, WorkflowError]()
    try:
        asked = OfDecision(council, decision)
    except WorkflowError as fault:
        faults[fault.code] = fault
    else:
        for family in OF_A_DECISION:
            try:
                yield from family(asked)
            except WorkflowError as fault:
                faults[fault.code] = fault
    for code, wrong in faults.items():
        yield council.matter(
            MatterKind.UNREADABLE,
            f"What it needs cannot be worked out. {wrong}",
            f"show {decision.ref}",
            by=_ANY_OFFICER,
            key=code,
            of=decision,
        )


def _is_wanted(each: TodayMatter, last: date, roles: Collection[Role] | None) -> bool:
    soon = each.overdue or each.day is None or each.day <= last
    return soon and (roles is None or any(role in roles for role in each.by))


def _place(each: TodayMatter) -> tuple[bool, bool, datetime, str, str]:
    """Give its place: overdue first, then by when, then what has no time."""
    when = each.at
    if when is None and each.day is not None:
        when = start_of_day(next_day(each.day))
    return not each.overdue, when is None, when or _NEVER, each.ref, each.id

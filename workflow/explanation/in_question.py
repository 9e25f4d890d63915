"""Which dates a person must look at again: those that would now be later, and those that come after
the end of the council. Decisions are read only where one of their dates may be such a date."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from workflow.clock import start_of_day
from workflow.constitution.constitution import Constitution
from workflow.constitution.outlasts import outlasting
from workflow.constitution.period import period_to_review
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.procedures.shared.time_limits import limit_to_review
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf

_EVER: Final = datetime.min.replace(tzinfo=UTC)


def questioned(work: UnitOfWork, constitution: Constitution) -> list[str]:
    """Give the references of a council's decisions with a date that would now be later."""
    rules = RulesOf(constitution, work)
    found = (each.ref for each in _doubtful(work, rules) if is_in_question(each, rules))
    return sorted(found)


def past_the_end(work: UnitOfWork, constitution: Constitution) -> list[str]:
    """Give the references of a council's decisions that time alone would bring into effect after it
    is abolished, unless someone has kept that date."""
    ended = _earliest_end(constitution)
    if ended is None:
        return []
    decisions = work.under_call_in.due_from(constitution.council, ended)
    late = ((each.ref, outlasting(each, constitution)) for each in decisions)
    return sorted(ref for ref, found in late if found is not None and not found.kept)


def is_in_question(decision: Decision, rules: RulesOf) -> bool:
    """Say whether a date of a decision would now be later, or lies beyond the calendar."""
    window = decision.window
    try:
        if window is not None:
            calendar = rules.calendar(window.effective_from)
            if period_to_review(window, calendar, decision.proceedings.kept) is not None:
                return True
        return limit_to_review(decision.proceedings, rules.calendar) is not None
    except BeyondCalendar:
        return True


def _doubtful(work: UnitOfWork, rules: RulesOf) -> Iterator[Decision]:
    """Give each decision that is called in, and each that is open in a period that would now end
    later if nobody had kept its end."""
    council, held = rules.constitution.council, work.under_call_in
    yield from held.awaited(council)
    now = rules.calendar().hash
    others = [each for each in held.calendars(council) if each != now]
    # A period that ended before a day of the calendar was known is counted without that day.
    known = max((each.known_at for each in work.days.of(council)), default=None)
    for period in held.open_periods(council, others, known):
        if _would_be_later(period, rules):
            yield from held.in_period(council, period)


def _would_be_later(period: CallInPeriod, rules: RulesOf) -> bool:
    try:
        return period_to_review(period, rules.calendar(period.effective_from), None) is not None
    except BeyondCalendar:
        return True


def _earliest_end(constitution: Constitution) -> datetime | None:
    """Give the earliest instant from which the council may have ended; None where none is on
    file."""
    laws = (constitution, constitution.national)
    ends = [each for law in laws if law is not None for each in law.on("council_ends")]
    if any(each.before_assumed for each in ends):
        return _EVER
    return min((start_of_day(each.since) for each in ends), default=None)

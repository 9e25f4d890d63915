"""Reports to a council: decisions under special urgency, exempt from call-in, called in, and
published late. Each names the duty it answers and when it is next due."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from workflow.authority import engine_rule
from workflow.calendars.counting import count
from workflow.clock import london_day, next_day, spoken_day, stamped, start_of_day
from workflow.errors import Invalid
from workflow.model.consent import Given, Purpose
from workflow.model.decision import Decision
from workflow.model.events import ConsentAnswered, ConsentAsked, RequestLodged, TookEffect
from workflow.model.notice import Road
from workflow.model.period import Unit
from workflow.policy.constitution import InForce
from workflow.policy.provisions.notice import ReportRule
from workflow.policy.provisions.provision import Provision
from workflow.service.audit import history
from workflow.service.councils import Councils
from workflow.service.ports import Work
from workflow.service.reported import Line, Period, Report, Subject
from workflow.service.rules import RulesOf

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2900
PERIODS_BEFORE: Final = 3
"""How many periods before are counted for the trend."""
_NO_DUTY = engine_rule(
    "reports", "No duty to report this is on file for the council; the figures are as recorded."
)


def report(
    work: Work, councils: Councils, subject: Subject, council: str, since: date, until: date
) -> Report:
    """Make a report on one matter for a council, from a day to another, both included."""
    if until < since:
        raise Invalid(f"The period ends on {spoken_day(until)}, before it begins.")
    if since.year < _FIRST_YEAR or until.year > _LAST_YEAR:
        raise Invalid(f"A report is of days from {_FIRST_YEAR} to {_LAST_YEAR}.")
    constitution = councils.named(council)
    rules = constitution.in_force_on(until)
    rules_of = RulesOf(constitution, work)
    lines, now = _period(work, rules_of, subject, since, until)
    before = []
    for nth in range(1, PERIODS_BEFORE + 1):
        first, last = _before(since, until, nth)
        before.append(_period(work, rules_of, subject, first, last)[1])
    duty = _duty(rules, subject)
    every = None if duty is None or duty.value is None else duty.value.every_months
    target = rules.publication_target
    note = ""
    if subject is Subject.LATE and target is None:
        note = "No target for publication is on file, so that nothing can be called late."
    return Report(
        subject=subject,
        council=council,
        council_name=constitution.name,
        duty=_NO_DUTY if duty is None else duty.authority,
        next_due=None if every is None else _months_on(until, every),
        lines=tuple(lines),
        now=now,
        before=tuple(before),
        note=note,
    )


def _before(since: date, until: date, nth: int) -> tuple[date, date]:
    """Give the nth period before, of so many months where it is of whole months, or of days."""
    after = until + timedelta(days=1)
    if since.day == after.day == 1:
        months = (after.year - since.year) * 12 + after.month - since.month
        first = _months_on(since, -months * nth)
        return first, _months_on(since, -months * (nth - 1)) - timedelta(days=1)
    length = (until - since).days + 1
    last = since - timedelta(days=1 + length * (nth - 1))
    return last - timedelta(days=length - 1), last


def _months_on(day: date, months: int) -> date:
    """Give the same day so many months on, or the last of that month where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _duty(rules: InForce, subject: Subject) -> Provision[ReportRule] | None:
    return {
        Subject.SPECIAL_URGENCY: rules.special_urgency_report,
        Subject.EXEMPTIONS: rules.exemption_report,
        Subject.CALL_INS: rules.call_in_report,
        Subject.LATE: None,
    }[subject]


def _period(
    work: Work, rules: RulesOf, subject: Subject, since: date, until: date
) -> tuple[list[Line], Period]:
    begins, ends = start_of_day(since), start_of_day(next_day(until))
    council = rules.constitution.council
    published = work.published_between(council, begins, ends)
    if subject is Subject.CALL_INS:
        asked = work.asked_since(council, begins)
        lines = [line for each in asked for line in _requests(work, each, since, until)]
    else:
        lines = [
            line for each in published if (line := _line(work, rules, subject, each)) is not None
        ]
    decisions = len({line.ref for line in lines})
    if subject is Subject.CALL_INS:  # so that it is a part of those published
        decisions = sum(bool(each.proceedings.requests) for each in published)
    period = Period(since=since, until=until, number=decisions, of_all=len(published))
    return sorted(lines, key=lambda line: (line.day, line.ref)), period


def _line(work: Work, rules: RulesOf, subject: Subject, decision: Decision) -> Line | None:
    assert decision.published_at is not None
    if subject is Subject.LATE:
        return _late(rules, decision)
    purpose = Purpose.SPECIAL_URGENCY
    done = decision.proceedings
    if subject is Subject.EXEMPTIONS:
        if done.granted(Purpose.EXEMPTION) is not None:
            purpose = Purpose.EXEMPTION
        if decision.window is not None or not _was_spared(work, decision):
            return None
    elif done.road is not Road.SPECIAL_URGENCY and work.statement(decision).urgency is None:
        return None
    reason, by_whom = _why_and_who(work, decision, purpose)
    return Line(
        ref=decision.ref,
        title=decision.title,
        made_on=decision.made_on,
        day=london_day(decision.published_at),
        reason=reason,
        by_whom=by_whom,
        outcome=decision.state.label,
    )


def _was_spared(work: Work, decision: Decision) -> bool:
    """Say whether a decision that could have been called in was spared that."""
    if decision.proceedings.granted(Purpose.EXEMPTION) is not None:
        return decision.effective_at is not None
    return decision.effective_at is not None and work.statement(decision).urgency is not None


def _why_and_who(work: Work, decision: Decision, purpose: Purpose) -> tuple[str, str]:
    """Give the reason stated, and who consented in what capacity and when."""
    reason = ""
    people: list[str] = []
    for entry in history(work, decision.ref):
        event = entry.event
        if isinstance(event, ConsentAsked) and event.purpose is purpose:
            reason, people = event.reason, []
        elif isinstance(event, ConsentAnswered) and event.purpose is purpose:
            people.append(_answer(event))
        elif isinstance(event, TookEffect) and (purpose is Purpose.EXEMPTION or not reason):
            reason = event.stated  # as its notice has it
    if not people:
        urgency = work.statement(decision).urgency
        if urgency is not None:
            reason = urgency.reason or reason
            if urgency.agreed_by and urgency.capacity and urgency.agreed_on:
                on = spoken_day(urgency.agreed_on)
                people = [f"{urgency.agreed_by}, {urgency.capacity}, {on}"]
    return reason, "; ".join(people)


def _answer(event: ConsentAnswered) -> str:
    answer = event.answer
    office, when = answer.capacity.label, stamped(answer.at)
    if answer.given is Given.SKIPPED:
        why = "" if answer.why is None else f": {answer.why.label}"
        return f"{office} passed over{why}"
    return f"{event.given_by}, {office}, {answer.given.label} {when}"


def _late(rules: RulesOf, decision: Decision) -> Line | None:
    """Give a decision published after its council's target, or None for one in time."""
    assert decision.published_at is not None
    day = london_day(decision.published_at)
    target = rules.in_force_on(day).publication_target
    if target is None or target.value is None or decision.made_on is None:
        return None
    last = decision.made_on
    if target.value.days:
        calendar = rules.calendar()
        last = count(calendar, decision.made_on, target.value.days, unit=Unit.WORKING).last_day
    if day <= last:
        return None
    return Line(
        ref=decision.ref,
        title=decision.title,
        made_on=decision.made_on,
        day=day,
        reason=f"to be published by {spoken_day(last)}",
        by_whom="",
        outcome=f"published {(day - last).days} days later",
    )


def _requests(work: Work, decision: Decision, since: date, until: date) -> Iterator[Line]:
    """Give each request on a decision that was received in a period."""
    numbers = {
        each.number: each
        for each in decision.proceedings.requests
        if since <= london_day(each.received_at) <= until
    }
    if not numbers:
        return
    lodged = (entry.event for entry in history(work, decision.ref))
    for event in lodged:
        if isinstance(event, RequestLodged) and event.number in numbers:
            request = numbers[event.number]
            yield Line(
                ref=decision.ref,
                title=decision.title,
                made_on=decision.made_on,
                day=london_day(request.received_at),
                reason="; ".join(event.particulars),
                by_whom=", ".join(event.requested_by)
                + (f" and {request.electors} electors" if request.electors else ""),
                outcome=f"{request.standing.label}; the decision is {decision.state.label}",
            )

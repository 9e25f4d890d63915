"""Reports to a council: decisions under special urgency, exempt from call-in, called in, and
published late. Each names the duty it answers and when it is next due."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from workflow.authority import engine_rule
from workflow.clock import london_day, months_on, next_day, spoken_day, start_of_day
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.notice import PUBLICATION_TARGET
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.report import (
    CALL_IN_REPORT,
    EXEMPTION_REPORT,
    SPECIAL_URGENCY_REPORT,
    ReportRule,
)
from workflow.errors import Invalid
from workflow.model.decision import Decision
from workflow.model.irregularity import Irregular
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.reports.contents import Period, Report, ReportLine, ReportSubject
from workflow.reports.lines import (
    ReportSource,
    refused_requests,
    requests,
    spared,
    told_late,
    urgent,
    was_asked,
)

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2900
_MOST_DAYS: Final = 3660
PERIODS_BEFORE: Final = 3
"""How many periods before are counted for the trend."""
_BY_WHICH_DAY: Final = (
    "Requests are counted and listed by the day they were received. The share is of the decisions "
    "published in the same days: those that were asked about, whenever the request came."
)
_REFUSED: Final = (
    "A request that was refused as out of time or not valid has a line of its own, and is not "
    "counted."
)
_NO_DUTY = engine_rule(
    "reports", "No duty to report this is on file for the council; the figures are as recorded."
)


def report(
    work: UnitOfWork,
    councils: ConstitutionsOnFile,
    subject: ReportSubject,
    council: str,
    since: date,
    until: date,
) -> Report:
    """Make a report on one matter for a council, from a day to another, both included."""
    if until < since:
        raise Invalid(f"The period ends on {spoken_day(until)}, before it begins.")
    if since.year < _FIRST_YEAR or until.year > _LAST_YEAR:
        raise Invalid(f"A report is of days from {_FIRST_YEAR} to {_LAST_YEAR}.")
    if (until - since).days > _MOST_DAYS:
        raise Invalid("A report is of ten years at the most.", remedy="Give a shorter period.")
    constitution = councils.named(council)
    rules = constitution.in_force_on(until)
    rules_of = RulesOf(constitution, work)
    lines, now, among = _period(work, rules_of, subject, since, until)
    before = []
    for nth in range(1, PERIODS_BEFORE + 1):
        first, last = _before(since, until, nth)
        before.append(_period(work, rules_of, subject, first, last)[1])
    duty = duty_to_report(rules, subject)
    every = None if duty is None or duty.value is None else duty.value.every_months
    target = rules[PUBLICATION_TARGET]
    note = ""
    if subject is ReportSubject.CALL_INS:
        refused = now.requests is not None and len(lines) > now.requests
        note = f"{_BY_WHICH_DAY} {_REFUSED}" if refused else _BY_WHICH_DAY
    if subject is ReportSubject.LATE:
        note = " ".join(_about_late(among, now, has_target=target is not None))
    return Report(
        subject=subject,
        council=council,
        council_name=constitution.name,
        duty=_NO_DUTY if duty is None else duty.authority,
        next_due=None if every is None else months_on(until, every),
        lines=tuple(lines),
        now=now,
        before=tuple(before),
        note=note,
        register_begins=_begins(work, before[-1].since),
    )


def _begins(work: UnitOfWork, earliest: date) -> date | None:
    """Give the day on which the register was begun, where days before that are counted."""
    begun_at = work.extent().begun_at
    begins = None if begun_at is None else london_day(begun_at)
    return None if begins is None or begins <= earliest else begins


def _about_late(
    published: Sequence[Decision], counted: Period, *, has_target: bool
) -> Iterator[str]:
    """Say what the count of those published late leaves out."""
    if not has_target:
        yield "No target for publication is on file, so none is counted as late here."
    noted = sum(
        each.kind is Irregular.PUBLISHED_LATE
        for decision in published
        for each in decision.proceedings.irregularities
    )
    if noted > counted.number:
        are = "irregularities are" if noted > 1 else "irregularity is"
        yield (
            f"{noted} {are} on record as “{Irregular.PUBLISHED_LATE.label}”, of decisions "
            "published in these days: decisions irregular list --all"
        )


def _before(since: date, until: date, nth: int) -> tuple[date, date]:
    """Give the nth period before, of so many months where it is of whole months, or of days."""
    after = until + timedelta(days=1)
    if since.day == after.day == 1:
        months = (after.year - since.year) * 12 + after.month - since.month
        first = months_on(since, -months * nth)
        return first, months_on(since, -months * (nth - 1)) - timedelta(days=1)
    length = (until - since).days + 1
    last = since - timedelta(days=1 + length * (nth - 1))
    return last - timedelta(days=length - 1), last


def duty_to_report(rules: InForce, subject: ReportSubject) -> Provision[ReportRule] | None:
    """Give the rule on how often a matter is reported to council, or None where none is on file."""
    return {
        ReportSubject.SPECIAL_URGENCY: rules[SPECIAL_URGENCY_REPORT],
        ReportSubject.EXEMPTIONS: rules[EXEMPTION_REPORT],
        ReportSubject.CALL_INS: rules[CALL_IN_REPORT],
        ReportSubject.LATE: None,
    }[subject]


def _period(
    work: UnitOfWork, rules: RulesOf, subject: ReportSubject, since: date, until: date
) -> tuple[list[ReportLine], Period, Sequence[Decision]]:
    """Give the lines of a period, its figures, and the decisions that they are figures of."""
    begins, ends = start_of_day(since), start_of_day(next_day(until))
    council, source = rules.constitution.council, ReportSource(work, rules)
    among = (
        work.decisions.made_between(council, since, until)
        if subject.among == "made"
        else work.decisions.published_between(council, begins, ends)
    )
    received = None
    if subject is ReportSubject.CALL_INS:
        requested = work.decisions.requested_since(council, begins)
        lines = [line for each in requested for line in requests(source, each, since, until)]
        number = sum(was_asked(source, each) for each in among)  # so that it is a part of them
        received = len(lines)
        for each in requested:
            lines += refused_requests(source, each, since, until)
    else:
        made = _ONE_EACH[subject]
        lines = [line for each in among if (line := made(source, each)) is not None]
        number = len(lines)
    period = Period(since=since, until=until, number=number, of_all=len(among), requests=received)
    return sorted(lines, key=lambda line: (line.day, line.ref)), period, among


_ONE_EACH: Final = {
    ReportSubject.SPECIAL_URGENCY: urgent,
    ReportSubject.EXEMPTIONS: spared,
    ReportSubject.LATE: told_late,
}
"""What makes the line of a decision for each matter that has one line for each, or none."""

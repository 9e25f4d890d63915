"""Reports to council that are due by the council's own rule, or the law's."""

from collections.abc import Iterator, Sequence
from datetime import date

from workflow.clock import london_day, months_on, next_day, spoken_day
from workflow.constitution.provisions.report import ReportRule
from workflow.constitution.wording import in_words
from workflow.model.decision import Decision
from workflow.register.report_acts import RECORDED_BY, recorded_reports
from workflow.reports.contents import ReportSubject
from workflow.reports.report import duty_to_report
from workflow.today.asked import OfCouncil
from workflow.today.matter import MatterKind, TodayMatter


def council_reports(council: OfCouncil, _: Sequence[Decision]) -> Iterator[TodayMatter]:
    """Each report that a rule asks for, by when the next is due."""
    rules = council.rules.in_force_on(council.today)
    for subject in ReportSubject:
        duty = duty_to_report(rules, subject)
        if duty is not None and duty.value is not None:
            yield from _due(council, subject, duty.value)


def _due(council: OfCouncil, subject: ReportSubject, rule: ReportRule) -> Iterator[TodayMatter]:
    """Give when a report is due: so long after the period of the last, or, where none is on record,
    after the register was begun."""
    made = [
        each
        for each in recorded_reports(council.work, council.council)
        if each.subject == subject.value
    ]
    last = max((each.until for each in made), default=None)
    since = _begun(council) if last is None else last
    if since is None:
        return
    due = months_on(since, rule.every_months)
    told = "no report of this is on record here"
    if last is not None:
        told = f"it was last reported for the days to {spoken_day(last)}"
    says = f"{subject.label}: {told}. By the rule it is reported {in_words(rule)}."
    until = min(due, council.today)
    first = "" if last is None else f" --since {min(next_day(last), until).isoformat()}"
    yield council.matter(
        MatterKind.COUNCIL_REPORT,
        says,
        f"report {subject.value} --council {council.council}{first} --markdown",
        f"report {subject.value} --council {council.council}{first} --until {until.isoformat()} "
        "--made-on DATE",
        by=RECORDED_BY,
        key=subject.value,
        day=due,
    )


def _begun(council: OfCouncil) -> date | None:
    """Give the day on which somebody was first appointed in this register; None if nobody was."""
    entered = [each.entered_at for each in council.rules.people() if each.entered_at is not None]
    return london_day(min(entered)) if entered else None


OF_COUNCIL = (council_reports,)

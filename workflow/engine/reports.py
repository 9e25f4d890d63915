"""What is written for others to read: `engine.reports`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from workflow.engine.open_register import OpenRegister
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register.close_run import CloseRun
from workflow.register.facts import DecisionFacts, facts_of
from workflow.register.query import DecisionQuery
from workflow.register.report_acts import RecordedReport, record_report, recorded_reports
from workflow.reports.contents import Report, ReportSubject
from workflow.reports.report import report

_PAGE: Final = 1000
"""How many decisions are read in one transaction where all of them are wanted."""


class Reports:
    """Reports to a council, and the facts of every decision."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def make(self, subject: ReportSubject | str, council: str, since: date, until: date) -> Report:
        """Make a report to a council on one subject, from one day to another, both included.

        Raises Invalid for an unknown subject, and for days in the wrong order, before 1900 or over
        ten years apart; NotFound for a council not on file.
        """
        wanted = ReportSubject.named(subject)
        with self._register.reading() as (work, councils):
            return report(work, councils, wanted, council, since, until)

    def record(
        self,
        subject: ReportSubject | str,
        council: str,
        since: date,
        until: date,
        *,
        made_on: date,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> RecordedReport | Refused:
        """Record that a report for a period was made to council on a day.

        What is on record already is not written again. Refused unless the proper officer or the
        monitoring officer does it. Raises Invalid for a day to come or before the period ended, and
        NotFound for a council not on file.
        """
        wanted = ReportSubject.named(subject)
        with self._register.reading() as (_, councils):
            councils.must_hold(council)
        return self._register.act(
            council,
            by,
            lambda act: record_report(act, council, wanted.value, since, until, made_on),
            dry_run=dry_run,
        )

    def recorded(self, council: str) -> tuple[RecordedReport, ...]:
        """Give the reports to a council that are on record, in the order in which they were
        entered. Raises NotFound for a council not on file."""
        with self._register.reading() as (work, councils):
            councils.must_hold(council)
            return recorded_reports(work, council)

    def runs(self, limit: int = 20) -> Sequence[CloseRun]:
        """Give the latest runs of the close, newest first, no more than `limit`."""
        with self._register.reading() as (work, _):
            return work.runs.latest(limit)

    def facts(self, council: str | None = None) -> Iterator[DecisionFacts]:
        """Give the facts of every decision, at one council or all, in order of reference.

        They are read 1,000 at a time, each thousand in a transaction of its own, so a decision is
        given as it stood when its thousand was read. Raises NotFound for a council not on file.
        """
        page = DecisionQuery(council=council, limit=_PAGE)
        while True:
            with self._register.reading() as (work, councils):
                if council is not None:
                    councils.must_hold(council)
                decisions = work.decisions.find(page)
            yield from map(facts_of, decisions)
            if len(decisions) < _PAGE:
                return
            page = replace(page, after=decisions[-1].ref)

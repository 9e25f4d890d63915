"""The engine's answers: nothing here changes anything."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from workflow.calendars.council import CouncilDay
from workflow.calendars.days import Calendar
from workflow.calendars.nations import Nation
from workflow.clock import london_day
from workflow.engine.core import Core
from workflow.errors import Invalid, Refusal
from workflow.explanation import deadline, explain, printed_notice
from workflow.explanation.renderers import calendar_days
from workflow.model.call_in_period import Unit
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.labelled_enum import member_named
from workflow.model.people import Actor, Appointment, Person
from workflow.model.state import State
from workflow.planning import plan as plans
from workflow.planning import planned
from workflow.procedures.attempt import Refused
from workflow.register import appointments, own_streams, questions, record, steps
from workflow.register import versions as texts
from workflow.register.clock_doubt import clock_doubt
from workflow.register.close_run import CloseRun
from workflow.register.facts import Facts, facts_of
from workflow.register.journal import ReadEntry
from workflow.register.journal_entry import JournalEntry
from workflow.register.query import DecisionQuery
from workflow.register.rules import RulesOf
from workflow.register.verify import EMPTY, Verified
from workflow.reports import contents as reported
from workflow.reports import report
from workflow.text import instant, reference

_PAGE: Final = 1000
"""How many decisions are read in one transaction where all of them are wanted."""


class Asking(Core):
    """What is asked of a register."""

    def as_it_was(self, ref: str, as_of: datetime) -> Decision:
        """Give a decision as its record has it at an earlier instant; NotFound before its draft."""
        with self.transactions.reading() as work:
            return record.as_it_was(work, reference(ref), instant(as_of, "instant asked about"))

    def standing(self, ref: str) -> State:
        """Give where a decision stands now: a period that has run out has ended, whether or not a
        close has recorded that. `get()` gives what is recorded."""
        with self.transactions.reading() as work:
            return questions.true_state(
                work, self._councils(work), reference(ref), self.clock.now()
            )

    def clock_in_doubt(self) -> str | None:
        """Say why the clock may be wrong: it is past the calendar, or over 92 days after all that
        was recorded. None where nothing speaks against it."""
        with self.transactions.reading() as work:
            return clock_doubt(work, self.clock.now())

    def next(
        self, ref: str, by: Actor | Person | str | None = None, as_of: datetime | None = None
    ) -> tuple[questions.NextStep, ...]:
        """Give every step, and for each that is not open every reason why not.

        With `as_of`, as the decision and the appointments stood at that instant.
        """
        now = self.clock.now() if as_of is None else instant(as_of, "instant asked about")
        with self.transactions.reading() as work:
            decision = work.decisions.get(reference(ref)).decision
            if as_of is not None and as_of < decision.last_at:
                decision = record.as_it_was(work, ref, as_of)
            actor = None if by is None else self._actor(work, decision.council, by, now)
            if isinstance(actor, Refused):
                assert isinstance(by, Actor)
                actor = replace(by, roles=frozenset())  # bound to another: nothing is open to it
            return questions.next_steps(work, self._councils(work), decision, actor, now)

    def explain(self, ref: str) -> explain.Explanation | Refusal:
        """Explain a decision's deadline, day by day; or say why it has none."""
        with self.transactions.reading() as work:
            return explain.explain(work, self._councils(work), reference(ref))

    def dates(self, ref: str) -> tuple[calendar_days.DecisionDay, ...] | Refusal:
        """Give a decision's days for a calendar, each with how often it was moved; or why none."""
        with self.transactions.reading() as work:
            return calendar_days.dates(work, self._councils(work), reference(ref))

    def notice(self, ref: str) -> printed_notice.PrintedNotice | Refusal:
        """Give the words about call-in to print on a decision's notice; or say why there are none.

        They are of the decision as it stands now.
        """
        now = self.clock.now()
        with self.transactions.reading() as work:
            return printed_notice.printed(work, self._councils(work), reference(ref), now)

    def may_implement(self, ref: str, at: datetime | None = None) -> questions.Permission:
        """Say whether a decision may be implemented at an instant, now if left out."""
        now = self.clock.now()
        with self.transactions.reading() as work:
            when = steps.instant_of(at, now)
            return questions.may_implement(work, self._councils(work), reference(ref), when, now)

    def history(self, ref: str) -> tuple[ReadEntry, ...]:
        """Give everything on a decision's record, oldest first."""
        with self.transactions.reading() as work:
            return record.history(work, reference(ref))

    def own_rules(self, decision: Decision) -> tuple[str, ...]:
        """Give the files of a user's own by which a decision was judged, or is now: none where all
        was by rules that are shipped or adopted."""
        with self.transactions.reading() as work:
            rules = self._councils(work).own_file(decision.council)
            return record.own_rules(work, decision.ref, rules)

    def sheets(self, ref: str) -> tuple[tuple[JournalEntry, ReadEntry], ...]:
        """Give a decision's journal as it is kept, each sheet with what it says; or one of the
        register's own streams, as "people/salford"."""
        with self.transactions.reading() as work:
            return record.sheets(work, ref)

    def own_streams(self) -> tuple[own_streams.Kept, ...]:
        """Give the register's own streams: appointments, days, editions, erasures."""
        with self.transactions.reading() as work:
            return own_streams.kept(work)

    def versions(self, ref: str) -> tuple[texts.Version, ...]:
        """Give every version of a decision's written statement, oldest first."""
        with self.transactions.reading() as work:
            return texts.versions(work, reference(ref))

    def verify(self, ref: str | None = None) -> Verified:
        """Check one decision's journal, or the whole of it: entries checked, and every break.

        An empty register is not whole; `.extent` tells what the register holds.
        """
        with self.transactions.reading() as work:
            verified = record.verify(work, ref)
            if verified.breaks not in ((), (EMPTY,)):
                self.transactions.must_see_one_state()
            return verified

    def runs(self, limit: int = 20) -> Sequence[CloseRun]:
        """Give the latest runs of the close, newest first."""
        with self.transactions.reading() as work:
            return work.runs.latest(limit)

    def deadline(
        self,
        *,
        start: date | None = None,
        days: int | None = None,
        nation: str | None = None,
        unit: Unit = Unit.WORKING,
        start_counts: bool = False,
        backwards: bool = False,
        closed: Sequence[date] = (),
        council: str | None = None,
        published_at: datetime | None = None,
        made_on: date | None = None,
        provisional: bool = False,
    ) -> deadline.Deadline:
        """Work a deadline out by numbers (start, days, nation) or by a council's own rule."""
        if council is None:
            if start is None or days is None or nation is None:
                raise Invalid(
                    "A deadline is counted from a start, by a number of days, in a nation.",
                    remedy="Give start, days and nation; or council and published_at.",
                )
            return deadline.by_numbers(
                start=start,
                days=days,
                nation=Nation.named(nation),
                unit=member_named(Unit, unit, "unit of days"),
                start_counts=start_counts,
                backwards=backwards,
                closed=closed,
                provisional=provisional,
            )
        if published_at is None:
            raise Invalid(
                "A council's rule is applied to a publication.", remedy="Give published_at."
            )
        with self.transactions.reading() as work:
            constitution = self._councils(work).named(council)
            rows = work.days.of(council)
        return deadline.by_rule(
            constitution=constitution,
            published_at=steps.instant_of(published_at, self.clock.now()),
            made_on=made_on,
            rows=[*rows, *deadline.asked_about(closed)],
            provisional=provisional,
        )

    def plan(
        self,
        council: str,
        kind: Kind,
        *,
        implement_by: date | None = None,
        decide_on: date | None = None,
        private: bool = False,
    ) -> planned.Plan:
        """Plan a decision backwards, from the day to act by or the day to decide on."""
        with self.transactions.reading() as work:
            constitution = self._councils(work).named(council)
            calendar = RulesOf(constitution, work).calendar()
        return plans.plan(
            constitution,
            calendar,
            kind=member_named(Kind, kind, "kind of decision"),
            today=london_day(self.clock.now()),
            implement_by=implement_by,
            decide_on=decide_on,
            private=private,
        )

    def report(
        self, subject: reported.ReportSubject | str, council: str, since: date, until: date
    ) -> reported.Report:
        """Make a report to a council on one matter, from a day to another, both included."""
        wanted = reported.ReportSubject.named(subject)
        with self.transactions.reading() as work:
            return report.report(work, self._councils(work), wanted, council, since, until)

    def facts(self, council: str | None = None) -> Iterator[Facts]:
        """Give the facts of every decision, of one council or of all, one by one, by reference.

        They are read a thousand at a time, and no transaction waits for whoever reads them: each
        is as it stood when its thousand was read.
        """
        page = DecisionQuery(council=council, limit=_PAGE)
        while True:
            with self.transactions.reading() as work:
                if council is not None:
                    self._councils(work).must_hold(council)
                found = work.decisions.find(page)
            yield from map(facts_of, found)
            if len(found) < _PAGE:
                return
            page = replace(page, after=found[-1].ref)

    def calendar(self, council: str) -> Calendar:
        """Give a council's calendar, with the days on file for it."""
        with self.transactions.reading() as work:
            return RulesOf(self._councils(work).named(council), work).calendar()

    def council_days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, in the order recorded."""
        with self.transactions.reading() as work:
            self._councils(work).must_hold(council)
            return work.days.readable(council)

    def in_question(self, council: str) -> Sequence[str]:
        """Give the decisions whose open deadline would now be later, by reference."""
        with self.transactions.reading() as work:
            return explain.questioned(work, self._councils(work).named(council))

    def past_the_end(self, council: str) -> Sequence[str]:
        """Give the decisions that would take effect by time once the council has ended, where
        nobody has kept that date, by reference."""
        with self.transactions.reading() as work:
            return explain.past_the_end(work, self._councils(work).named(council))

    def appointments(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not."""
        with self.transactions.reading() as work:
            self._councils(work).must_hold(council)
            return work.appointments.of(council)

    def actor(self, council: str, person: str, established: str) -> Actor:
        """Give who a person is today at a council, by the appointments in force."""
        with self.transactions.reading() as work:
            return appointments.actor_for(work, council, person, self.clock.now(), established)

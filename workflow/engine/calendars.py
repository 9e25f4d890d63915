"""The days on which a council works: `engine.calendars`."""

from collections.abc import Sequence
from datetime import date, datetime

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.lists.compare import ComparedDays, compare
from workflow.calendars.lists.day_list import DayList
from workflow.calendars.nations import Nation
from workflow.clock import london_day
from workflow.engine.open_register import OpenRegister
from workflow.errors import Invalid, Refusal
from workflow.explanation import calendar_days, deadline, in_question
from workflow.explanation.calendar_entries import DecisionDates
from workflow.impact.date_change import DateChange
from workflow.impact.days import impact_of_days
from workflow.model.call_in_period import Unit
from workflow.model.labelled_enum import member_named
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register import calendar_acts, steps
from workflow.register.calendar_acts import DaysAdopted
from workflow.register.journal import ReadEntry
from workflow.register.rules import RulesOf
from workflow.text import day as day_
from workflow.text import reference


class Calendars:
    """The calendars of councils: the nation's bank holidays, and the days entered for a council.

    Each method raises NotFound for a council, or a decision, that is not on file.
    """

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def of(self, council: str) -> Calendar:
        """Give a council's calendar as it is now, with the days entered for it."""
        with self._register.reading() as (work, councils):
            return RulesOf(councils.named(council), work).calendar()

    def days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, in the order recorded."""
        with self._register.reading() as (work, councils):
            councils.must_hold(council)
            return work.days.readable(council)

    def adoptions(self, council: str) -> tuple[ReadEntry, ...]:
        """Give the journal entry of each list of days that a council adopted, oldest first."""
        with self._register.reading() as (work, councils):
            councils.must_hold(council)
            return calendar_acts.adoptions(work, council)

    def in_question(self, council: str) -> Sequence[str]:
        """Give the references of the decisions with an open deadline that would now be later.

        Someone must keep or revise each of these deadlines.
        """
        with self._register.reading() as (work, councils):
            return in_question.questioned(work, councils.named(council))

    def dates(self, ref: str) -> DecisionDates | Refusal:
        """Give a decision's dates for a diary, each with how often it has moved; or say why it
        has none."""
        with self._register.reading() as (work, councils):
            return calendar_days.dates(work, councils, reference(ref))

    def compare(self, council: str, day_list: DayList) -> ComparedDays:
        """Compare a list of days, read from a file, with a council's calendar. Nothing is kept."""
        with self._register.reading() as (work, councils):
            nation = councils.named(council).nation
            calendar = calendar_for(nation, work.days.of(council))
        return compare(day_list, calendar, london_day(self._register.clock.now()))

    def impact(self, council: str, days: Sequence[CouncilDay]) -> Sequence[DateChange]:
        """Give each recorded date that would change if these days were entered in the council's
        calendar. Nothing is kept."""
        if not days:
            return []
        with self._register.reading() as (work, councils):
            constitution = councils.named(council)
            rows = work.days.of(council)
            before = calendar_for(constitution.nation, rows)
            after = calendar_for(constitution.nation, [*rows, *days])
            first: date = min(each.day for each in days)
            return list(impact_of_days(work, constitution, before, after, first))

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
        """Count a deadline, by numbers or by a council's own rule. Nothing is kept.

        By numbers: give `start`, `days` and `nation`. The start day is day 1 if `start_counts`;
        `backwards` counts to earlier days. By rule: give `council` and `published_at`, and
        `made_on` if the rule counts from the decision; `start`, `days`, `nation` and the rest
        about the count are then not used. Days in `closed` are counted as closed either way.

        Raises Invalid if one of these is missing, NotOnFile if the council's rule for that day is
        not on file, and BeyondCalendar past the published bank holidays. With `provisional` it
        counts past them, and the answer is marked.
        """
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
        with self._register.reading() as (work, councils):
            constitution = councils.named(council)
            rows = work.days.of(council)
        return deadline.by_rule(
            constitution=constitution,
            published_at=steps.instant_of(published_at, self._register.clock.now()),
            made_on=made_on,
            rows=[*rows, *deadline.asked_about(closed)],
            provisional=provisional,
        )

    def adopt(
        self,
        council: str,
        day_list: DayList,
        *,
        reason: str,
        source: str,
        by: Actor | Person | str,
        known_at: datetime | None = None,
        withdraw: bool = False,
        dry_run: bool = False,
    ) -> DaysAdopted | Refused:
        """Adopt a list of days, read from a file, into a council's calendar.

        With `withdraw`, future bank holidays that the list does not have are taken out; past ones
        never are. No deadline moves: `in_question` gives those that would now be later. `known_at`
        is when the council knew of the list, now if left out; Invalid if that is in the future.
        Refused unless the proper officer or the monitoring officer does it.
        """
        return self._register.act(
            council,
            by,
            lambda act: calendar_acts.adopt(
                act,
                day_list,
                council=council,
                reason=reason,
                source=source,
                known_at=None if known_at is None else steps.instant_of(known_at, act.now),
                withdraw=withdraw,
            ),
            dry_run=dry_run,
        )

    def enter_day(
        self,
        council: str,
        day: date,
        kind: DayKind,
        *,
        title: str,
        reason: str,
        source: str,
        by: Actor | Person | str,
        known_at: datetime | None = None,
        dry_run: bool = False,
    ) -> CouncilDay | Refused:
        """Enter a day: a closure, a holiday proclaimed late, or a closure that is undone.

        No deadline moves: `in_question` gives those that would now be later. `known_at` is when
        the council knew of the day, now if left out. Refused unless the proper officer or the
        monitoring officer does it. Raises Invalid for a day that does not fit the calendar, such
        as a closure on a day that is not a working day.
        """
        return self._register.act(
            council,
            by,
            lambda act: calendar_acts.enter_day(
                act,
                council=council,
                day=day_(day, "day"),
                kind=member_named(DayKind, kind, "kind of day"),
                title=title,
                reason=reason,
                source=source,
                known_at=None if known_at is None else steps.instant_of(known_at, act.now),
            ),
            dry_run=dry_run,
        )

"""The dates that another register prints, held against those that the council's rule gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.clock import london_day, spoken, spoken_day
from workflow.conformance.causes import likely
from workflow.conformance.computed import by_period
from workflow.conformance.printed import EndKind, PrintedEnd
from workflow.constitution.constitution import Constitution
from workflow.importing.records import ListedDecision
from workflow.model.call_in_period import CallInPeriod, OtherEnd

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PrintedDates:
    """What is printed of when a decision takes effect, beside the period that is counted here."""

    listed: ListedDecision
    period: CallInPeriod | None

    @property
    def effect(self) -> date | None:
        """The day of effect that is printed: in so many words, or as that after the last day."""
        return self.listed.effective_from or self._after_the_last

    @property
    def latest(self) -> date | None:
        """The latest day on which, by what is printed, it takes effect."""
        return max(filter(None, (self.effect, self._after_the_last)), default=None)

    @property
    def _after_the_last(self) -> date | None:
        return None if self.listed.last_day is None else self.listed.last_day + _DAY

    @property
    def agreed(self) -> CallInPeriod | OtherEnd | None:
        """The reading of the rule by which the printed day of effect is right, if one is."""
        return next((each for each in self._ends if self.effect in days_of(each)), None)

    @property
    def _ends(self) -> tuple[CallInPeriod | OtherEnd, ...]:
        """How the period ends by each reading of the rule."""
        return () if self.period is None else (self.period, *self.period.other_ends)

    @property
    def another_end(self) -> str:
        """That a register which keeps instants ended the period at another; empty where not."""
        kept, period = self.listed.instants, self.period
        if kept is None or period is None:
            return ""
        for what, there, here in (
            ("its period ends", kept.period_ends, period.effective_from),
            ("requests are in time", kept.request_deadline, period.request_deadline),
        ):
            if there is not None and there != here:
                at_once = here == period.effective_from and there == kept.period_ends
                till = "at" if at_once else "until"
                return (
                    f"{what} {till} {spoken(there)} by the register it comes from, and {till} "
                    f"{spoken(here)} by the rule on file"
                )
        return ""

    def irregular(self, constitution: Constitution) -> Iterator[str]:
        """Give what is out of rule in them, each in words, with the likely cause."""
        listed, period = self.listed, self.period
        effect, published, last = self.effect, listed.published_on, listed.last_day
        if effect is not None and published is not None and published > effect:
            yield f"published on {spoken_day(published)}, after it was in effect"
        if period is None:
            return
        if listed.effective_from is not None and self.agreed is None:
            yield (
                f"effective from {spoken_day(listed.effective_from)} is printed, "
                f"{self._off(EndKind.DAY_AFTER, listed.effective_from, constitution)}"
            )
        if last is not None and last not in [each.last_day for each in self._ends]:
            yield (
                f"{spoken_day(last)} is printed as the last day for call-in, "
                f"{self._off(EndKind.LAST_DAY, last, constitution)}"
            )
        if self.another_end and last == period.last_day:
            yield self.another_end

    def _off(self, kind: EndKind, printed: date, constitution: Constitution) -> str:
        """Say by how many days a printed date is off, and why it may be."""
        assert self.period is not None, "without one nothing is off"
        counted = by_period(self.period, kind)
        end = PrintedEnd(
            nation=constitution.nation,
            made_on=self.listed.made_on,
            published_on=self.listed.published_on,
            end_kind=kind,
            end=printed,
        )
        days = (printed - counted.end).days
        many = "day" if abs(days) == 1 else "days"
        side = "later" if days > 0 else "earlier"
        return (
            f"{abs(days)} {many} {side} than the rule gives ({spoken_day(counted.end)}); likely: "
            f"{likely(end, counted)}"
        )


def days_of(period: CallInPeriod | OtherEnd) -> tuple[date, date]:
    """Give the days that a register may print as that of effect: the calendar day after the last,
    and the day on which it takes effect by the rule."""
    return period.last_day + _DAY, london_day(period.effective_from)

"""The decisions of a council that may be called in now, as facts for a page to publish.

Only what is named here is ever given: nothing of a decision's text but its title and who made it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import final

from workflow.answer_fields import NOT_GIVEN, NULL_IF_EMPTY, LawfulInstant
from workflow.clock import london_day
from workflow.constitution.constitution import Constitution
from workflow.constitution.outlasts import Outlasts, outlasting
from workflow.constitution.period import period_to_review
from workflow.constitution.provisions.request import CALL_IN_REQUEST, ways
from workflow.constitution.wording.readings import NOT_KNOWN, other_readings
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.publishing.asking import Asking, asking_at, logo_at
from workflow.publishing.known_register import KnownRegister
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.journal_entry import stream_of
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.wording import long_dates

HELD = "The decision is held, and takes no effect until the hold is released."
ASKED = (
    "A request that it be called in has been received and is being considered. The decision takes "
    "no effect until that request has been ruled on."
)
IN_QUESTION = (
    "The days of its period now count to a later date. The council has not settled yet which "
    "date stands."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision:
    """A decision that may be called in now."""

    ref: str
    """Its reference."""
    title: str | None
    """Its title; null once its text was erased."""
    kind: Kind
    """What kind of decision it is."""
    maker: str | None
    """Who made it: a body, or an office; null once its text was erased."""
    made_on: date | None
    """The day on which it was made."""
    published_at: LawfulInstant
    """When it was published."""
    last_day: date
    """The last day on which a request may be made, in London."""
    request_deadline: LawfulInstant
    """The last instant for a request."""
    deadline_included: bool
    """Whether that instant itself is in time: true for "by 4 pm", false for the end of a day."""
    until: str
    """Until when it may be called in, in words: "4 pm on Monday 7 December 2026"."""
    may_ask: str | None
    """Who may ask that it be called in, in words; null where that is not on file."""
    effective_from: LawfulInstant | None
    """When time alone brings it into effect, if it is not called in; null where it does not."""
    takes_effect: str | None
    """The same in words: "at 4 pm on Monday 7 December 2026"."""
    waits: bool
    """Whether something keeps it from taking effect at that time: a hold, or a request that awaits
    a ruling."""
    remarks: tuple[str, ...]
    """What keeps it from taking effect so, or may still move its dates."""
    changed_at: datetime
    """When its record last changed."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForCallIn:
    """Every decision of a council that may be called in at an instant, soonest first."""

    council: str
    """The council, by its short name."""
    council_name: str
    """Its full name."""
    as_of: LawfulInstant
    """The instant for which this is the answer."""
    asking: Asking | None
    """To whom and where a request is sent; null where that is not on file."""
    decisions: tuple[OpenDecision, ...]
    """The decisions, by the last instant for a request, soonest first."""
    beside: tuple[str, ...] = field(default=(), metadata=NOT_GIVEN)
    """Warnings that are not for the page: that a reading is unsure, or a date in question."""
    logo: str = field(metadata=NULL_IF_EMPTY)
    """The council's logo: an address, or the image itself; null where none is on file."""
    logo_alt: str = field(metadata=NULL_IF_EMPTY)
    """What the logo shows."""
    register: KnownRegister = field(metadata=NOT_GIVEN)
    """The register that this is of."""


def open_for_call_in(
    work: UnitOfWork, councils: ConstitutionsOnFile, council: str, now: datetime
) -> OpenForCallIn:
    """Give the decisions of a council that may be called in now, soonest first. Raises NotFound for
    a council not on file.

    A period that has ended is not open, whether or not a close has recorded that.
    """
    constitution = councils.named(council)
    gathering = _Gathering(work, constitution)
    found = [
        (decision, decision.window)
        for decision in work.decisions.open_for_call_in(council, now)
        if decision.window is not None and decision.window.in_time(now)
    ]
    today = constitution.in_force_on(london_day(now))
    logo, logo_alt = logo_at(today)
    return OpenForCallIn(
        council=council,
        council_name=constitution.name,
        as_of=now,
        asking=asking_at(today),
        decisions=tuple(gathering.open(decision, window) for decision, window in found),
        beside=tuple(dict.fromkeys(gathering.beside)),
        logo=logo,
        logo_alt=logo_alt,
        register=KnownRegister(*work.known_by()),
    )


class _Gathering:
    """Gathers the facts of open decisions, and what whoever publishes them should know."""

    def __init__(self, work: UnitOfWork, constitution: Constitution) -> None:
        self._work = work
        self._constitution = constitution
        self._rules = RulesOf(constitution, work)
        self.beside: list[str] = []

    def open(self, decision: Decision, window: CallInPeriod) -> OpenDecision:
        statement = self._work.decisions.statement(decision)
        published_at = decision.published_at
        assert published_at is not None
        late = outlasting(decision, self._constitution)
        late = None if late is None or late.kept else late
        remarks = tuple(self._remarks(decision, window, late))
        self.beside += self._doubts(decision, window, late)
        effect = None if late is not None else decision.due_effect
        latest = self._work.journal.latest(stream_of(decision.ref))
        return OpenDecision(
            ref=decision.ref,
            title=None if statement.is_erased else decision.title,
            kind=decision.kind,
            maker=None if statement.is_erased else statement.body,
            made_on=decision.made_on,
            published_at=published_at,
            last_day=window.last_day,
            request_deadline=window.request_deadline,
            deadline_included=window.deadline_included,
            until=long_dates.until(window),
            may_ask=self._may_ask(published_at),
            effective_from=effect,
            takes_effect=None if effect is None else long_dates.effect(window, effect),
            waits=decision.is_held or bool(decision.proceedings.pending()),
            remarks=remarks,
            changed_at=decision.last_at if latest is None else latest.recorded_at,
        )

    def _may_ask(self, published_at: datetime) -> str | None:
        asking = self._constitution.in_force_on(london_day(published_at))[CALL_IN_REQUEST]
        told = "" if asking is None or asking.value is None else ways(asking.value)
        return long_dates.numbers(told) or None

    def _remarks(
        self, decision: Decision, window: CallInPeriod, late: Outlasts | None
    ) -> Iterator[str]:
        if decision.is_held:
            yield HELD
        if decision.proceedings.pending():
            yield ASKED
        if self._in_question(decision, window):
            yield IN_QUESTION
        if late is not None:
            yield f"{late.words} It does not take effect by the passing of time alone."

    def _in_question(self, decision: Decision, window: CallInPeriod) -> bool:
        try:
            calendar = self._rules.calendar(window.effective_from)
            return period_to_review(window, calendar, decision.proceedings.kept) is not None
        except BeyondCalendar:
            return False

    def _doubts(
        self, decision: Decision, window: CallInPeriod, late: Outlasts | None
    ) -> Iterator[str]:
        """Say what a person must still settle before the page is published."""
        review = f"decisions deadline-review {decision.ref} --help"
        if self._in_question(decision, window):
            yield (
                f"{decision.ref}: the days of its period now count to a later date. Keep or revise "
                f"the deadline: {review}"
            )
        if late is not None:
            yield f"{decision.ref}: {late.words} Keep that date, or give it up: {review}"
        if window.rule_assumed:
            yield NOT_KNOWN
        if window.sooner:
            yield from (f"{decision.ref}: {each}" for each in other_readings(window))
        if window.authority.unsure:
            yield f"The reading of this rule is unsure; check it: {window.authority}."

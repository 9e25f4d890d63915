"""One case put to the rules: a decision, the step to be taken, by whom, and at what instant."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from workflow.calendars.days import Calendar
from workflow.calendars.nations import Nation
from workflow.clock import GRACE, london_day
from workflow.constitution.constitution import InForce
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.inputs import Inputs
from workflow.model.people import Actor, Appointment
from workflow.model.state import State
from workflow.model.statement import Statement

PROMPT: Final = timedelta(seconds=60)
"""How long after it happened a step may be recorded without being a late entry."""

OnRecord = tuple[Event, tuple[str, ...]]
"""An entry of a decision's record, and those of its parts of which the text was erased."""


class Rules(Protocol):
    """The rules of one council: its provisions on a day, its calendar, and what is on its register
    that they turn on."""

    __slots__ = ()

    @property
    def nation(self) -> Nation:
        """Give the nation whose law applies where the council's own rules say nothing."""

    def in_force_on(self, day: date) -> InForce:
        """Give the provisions in force on a civil day in London."""

    def calendar(self, known_before: datetime | None = None) -> Calendar:
        """Give the council's calendar: as it is known now, or as it was known before an instant.

        A day that became known only after a period had run out does not move that period. Raises
        JournalBroken where a day on file cannot be read.
        """

    def known_through(self) -> date:
        """Give the last day for which the council's bank holidays are published or entered."""

    def people(self) -> Sequence[Appointment]:
        """Give every appointment at the council, ended or not."""

    def decision(self, ref: str) -> Decision | None:
        """Give another decision of the register as it stands, or None if there is none."""

    def last_before_time(self, ref: str) -> datetime | None:
        """Give when the event happened that comes before the one by which time alone brought a
        decision into effect; None where the record does not say."""

    def last_by(self, ref: str, instant: datetime) -> datetime | None:
        """Give when the last event on a decision's record up to an instant happened; None if there
        is none."""

    def on_record(self, ref: str, *kinds: type[Event]) -> Sequence[OnRecord]:
        """Give the events of these kinds on a decision's record, oldest first, each with the parts
        of it that were erased. An entry that cannot be read is left out."""

    def joined(self, who: str, since: datetime, until: datetime, ref: str) -> int:
        """Give how many requests a person joined on other decisions than `ref`, from `since`, which
        is included, to `until`. One joined at `until` itself counts if its reference comes before
        `ref`. `who` is a pseudonym."""

    def requests_on_issue(
        self, issue: str, since: datetime, until: datetime, ref: str
    ) -> Sequence[str]:
        """Give the other decisions on the same matter with a request received in that time; the
        bounds are as in `joined`. `issue` is a digest, as in `Request.issue`."""


class Case:
    """What a guard judges. It is used once and thrown away."""

    __slots__ = (
        "_judged",
        "actor",
        "at",
        "behind",
        "decision",
        "inputs",
        "late_reason",
        "now",
        "refused",
        "rules",
        "text",
    )

    def __init__(
        self,
        *,
        decision: Decision | None,
        text: Statement | None,
        inputs: Inputs | None,
        actor: Actor,
        at: datetime,
        now: datetime,
        rules: Rules,
        late_reason: str | None = None,
    ) -> None:
        self.decision = decision
        """The decision as it stands; None before its first draft."""
        self.text = text
        self.inputs = inputs
        """What the step was given; None when it is only being asked about."""
        self.actor = actor
        self.at = at
        """When it happened, in UTC."""
        self.now = now
        """When it is being recorded, in UTC."""
        self.rules = rules
        self.late_reason = late_reason
        self.behind = timedelta()
        """How far this machine's clock was found to run behind another's."""
        self.refused: tuple[Refusal, ...] = ()
        """Every reason why the step was refused, once it was."""
        self._judged: tuple[datetime, Decision | None, InForce] | None = None

    def keep_up(self) -> None:
        """Bring a clock that runs a little behind up to the last instant on the record.

        Only for what happens now, and only to an instant that another clock has reached already:
        so no day or hour ends sooner by it. What was received or done earlier keeps its own time.
        """
        if self.decision is None or self.at != self.now:
            return
        if self.now < self.decision.last_at <= self.now + GRACE:
            self.behind = self.decision.last_at - self.now
            self.at = self.now = self.decision.last_at

    def follows(self, instant: datetime, earlier: datetime) -> bool:
        """Say whether what was done at one instant came after what is on record at another.

        An instant told by a clock that runs behind is as much later as that clock is behind.
        """
        return instant + self.behind >= earlier

    @property
    def subject(self) -> Decision:
        """Give the decision; there is one in every step but the first."""
        assert self.decision is not None
        return self.decision

    @property
    def statement(self) -> Statement:
        """Give the written statement as it now reads."""
        assert self.text is not None
        return self.text

    @property
    def done_at(self) -> datetime:
        """Give when what is recorded was done: by its inputs, or else when the step was taken."""
        done_at = None if self.inputs is None else self.inputs.done_at
        return self.at if done_at is None else done_at

    @property
    def day(self) -> date:
        """Give the civil day in London on which it happened."""
        return london_day(self.at)

    @property
    def in_force(self) -> InForce:
        """Give the provisions the decision is judged by: those of the day it was published.

        What is yet to be published is judged by those of the day in hand.
        """
        judged = self._judged
        if judged is not None and judged[0] is self.at and judged[1] is self.decision:
            return judged[2]
        decision = self.decision
        to_come = decision is None or decision.state in (State.DRAFT, State.SIGNED)
        published = None if decision is None or to_come else decision.published_at
        provisions = self.rules.in_force_on(
            self.day if published is None else london_day(published)
        )
        self._judged = (
            self.at,
            decision,
            provisions,
        )  # a case is judged many times, and thrown away
        return provisions

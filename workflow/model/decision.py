"""The decision itself: a frozen record of where it stands, changed only by events."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter

from workflow.clock import start_of_day
from workflow.model.call_in_period import CallInPeriod
from workflow.model.holder import Holder
from workflow.model.kind import Kind
from workflow.model.proceedings import NONE_YET, Proceedings
from workflow.model.state import AWAITED, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Where one decision stands. It holds no sealed text: that is kept beside the journal."""

    ref: str
    council: str
    kind: Kind
    title: str
    state: State
    version: int
    """How many entries its journal has."""
    statement_version: int
    """The number of the journal entry that holds the statement as it now reads."""
    drafted_at: datetime
    last_at: datetime
    """When the last event on its record happened, which may be before it was recorded."""
    made_on: date | None = None
    signed_at: datetime | None = None
    makers: tuple[str, ...] = ()
    """The pseudonyms of those who made it, where they are known."""
    signer: str | None = None
    """The pseudonym of who recorded the signature."""
    published_at: datetime | None = None
    window: CallInPeriod | None = None
    edition: str | None = None
    """The edition of the constitution it was judged by, once published."""
    asked_at: datetime | None = None
    """When the latest request to call it in was received."""
    refused_at: datetime | None = None
    """When the latest request that is on its record as refused was refused."""
    called_in_at: datetime | None = None
    """When the request by which it was called in was received."""
    disputed_at: datetime | None = None
    """When something was done in time, such as a request received, that was found only after
    implementation."""
    held_for: Holder | None = None
    """On whose account it is held; None while it is not."""
    held_under: str | None = None
    held_at: datetime | None = None
    freed_at: datetime | None = None
    """When the latest hold that had kept it from taking effect was released."""
    effective_at: datetime | None = None
    implemented_at: datetime | None = None
    withdrawn_at: datetime | None = None
    superseded_at: datetime | None = None
    proceedings: Proceedings = NONE_YET

    @property
    def due_effect(self) -> datetime | None:
        """Give when the passing of time alone brings it into effect; None where it does not.

        That is the end of its call-in period or, once it is called in, of its time limit if that
        is later; or, if later still, when the hold that kept it from taking effect was released.
        """
        if self.window is None:
            return None
        ends = self.window.effective_from
        if self.state in AWAITED:
            limit = self.proceedings.governing
            stays = self.proceedings.late_outcome_at is not None or self.is_objected_to
            if limit is None or not limit.brings_effect or stays:
                return None
            ends = max(ends, self.proceedings.ends(limit))
        return ends if self.freed_at is None else max(ends, self.freed_at)

    @property
    def due_at(self) -> datetime | None:
        """Give when the close must next look at it: when it is due to take effect, or when its time
        limit ends; None where the close has nothing to do."""
        if self.state is State.CALL_IN_OPEN:
            return self.due_effect
        if self.state not in AWAITED:
            return None
        limit = self.proceedings.governing
        return self.due_effect or (None if limit is None else limit.ends_at)

    def time_has_run(self, instant: datetime) -> bool:
        """Say whether the passing of time alone would have brought it into effect by this
        instant."""
        if self.state is not State.CALL_IN_OPEN and self.state not in AWAITED:
            return False
        due, window = self.due_effect, self.window
        if due is None or window is None or instant < due or window.in_time(instant):
            return False
        limit = self.proceedings.governing
        if self.state is State.CALL_IN_OPEN or limit is None:
            return True
        return due < limit.ends_at or limit.has_run_out(instant)

    @property
    def is_objected_to(self) -> bool:
        """Say whether full council objected to it as contrary to the budget or policy framework, so
        that no time limit brings it into effect."""
        return self.proceedings.contrary and self.state is State.REFERRED_BACK

    @property
    def is_disputed(self) -> bool:
        """Say whether something done in time was found after implementation, and not yet ruled
        on."""
        return self.disputed_at is not None and self.proceedings.settled_at is None

    @property
    def is_history(self) -> bool:
        """Say whether another register had it published or in effect before it was imported."""
        # None that began here was signed or published before it was drafted.
        if self.signed_at is not None or self.proceedings.severed_from is not None:
            return False
        if self.published_at is None:
            return (self.window or self.effective_at) is not None
        return self.published_at < self.drafted_at

    @property
    def moves(self) -> int:
        """Give how many entries its journal has, without requests that were refused: those change
        nothing."""
        return self.version - len(self.proceedings.refused)

    @property
    def earliest_next(self) -> datetime:
        """Give the earliest instant at which the next event can have happened: that of the last
        event; for a decision that was only imported, when it was published or made."""
        if self.moves != 1 or not self.is_history:
            return self.last_at
        made = None if self.made_on is None else start_of_day(self.made_on)
        return min(self.last_at, self.published_at or made or self.last_at)

    @property
    def is_held(self) -> bool:
        """Say whether it is held on someone's account."""
        return self.held_for is not None


_PUT = {field.name: getattr(Decision, field.name).__set__ for field in fields(Decision)}
_VALUES = attrgetter(*_PUT)

"""A decision, as every face gives it: where it stands, and all that has been done about it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.answer_fields import INLINE
from workflow.answers.record import BothTimes, both_if_set, drawn
from workflow.answers.time_limit import RunningTimeLimit, running_time_limit
from workflow.model.call_in_period import CallInPeriod
from workflow.model.consent import ConsentApplication
from workflow.model.decision import Decision
from workflow.model.irregularity import Irregularity
from workflow.model.kind import Kind
from workflow.model.notice import Notice, NoticeRoute
from workflow.model.proceedings import Request
from workflow.model.refused_request import RefusedRequest
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.register.journal import ReadEntry
from workflow.register.on_record import makers_on_record, where_published
from workflow.wording.standing import standing_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInAnswer:
    """A call-in period, as it is on record."""

    period: CallInPeriod = field(metadata=INLINE)
    """The rule, and the dates it gives."""
    open: bool | None
    """Whether a request received now would be in time; null where no moment is asked about."""


def _call_in(decision: Decision, as_of: datetime | None) -> CallInAnswer | None:
    period = decision.window
    if period is None:
        return None
    here = decision.state is State.CALL_IN_OPEN
    is_open = None if as_of is None else here and period.in_time(as_of)
    return CallInAnswer(period=period, open=is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAnswer:
    """A decision, with all that has been done about it."""

    ref: str
    """Its reference."""
    council: str
    """The council, by its short name."""
    kind: Kind
    """What kind of decision it is."""
    title: str
    """Its title."""
    state: State
    """Its state."""
    stands: str | None
    """Its state in words; null if no time was asked about."""
    version: int
    """How many entries are on its record."""
    held: bool
    """Whether it is held: then nothing moves it forward."""
    made_on: date | None
    """The day on which it was made."""
    edition: str | None
    """The edition of the constitution that it was judged by, once published."""
    drafted_at: datetime
    """When its draft was begun."""
    signed_at: datetime | None
    """When its written statement was signed."""
    published_at: datetime | None
    """When it was published."""
    called_in_at: datetime | None
    """When the request was received by which it is called in."""
    disputed_at: datetime | None
    """When a request was received, in time, that was found after it had been implemented."""
    effective_at: datetime | None
    """When it took effect, or takes it."""
    implemented_at: datetime | None
    """When it was implemented."""
    withdrawn_at: datetime | None
    """When it was withdrawn."""
    superseded_at: datetime | None
    """When another decision replaced it."""
    call_in: CallInAnswer | None
    """Its call-in period; null if it has none, or none yet."""
    requests: tuple[Request, ...]
    """Each request that it be called in, the first one first."""
    refused_requests: tuple[RefusedRequest, ...]
    """Each request that was refused as out of time or not valid. They open nothing."""
    time_limit: RunningTimeLimit | None
    """The time limit of the body before which it is. Null means that none runs, which is so too
    where the council's rule is not on file."""
    direction: RunningTimeLimit | None
    """A direction that it not be implemented, while that lasts."""
    notices: tuple[Notice, ...]
    """The notices published about it."""
    consents: tuple[ConsentApplication, ...]
    """Each consent that was asked for, the first one first."""
    notice_route: NoticeRoute | None
    """How, as to notice, a key decision came to be made: `notice`, `general-exception` or
    `special-urgency`; null for one that is not key."""
    irregularities: tuple[Irregularity, ...]
    """What happened out of rule."""
    severed_from: str | None
    """The decision from which it was severed."""
    parts: tuple[str, ...]
    """The decisions that were severed from it."""
    superseded_by: str | None
    """The decision that replaced it."""
    report_by: date | None
    """By when the executive is to report why it was not treated as key."""
    consider_by: date | None
    """By when the executive is to consider an officer's report for which it is held."""
    reconsidered: int
    """How often its maker has reconsidered it."""
    opinion_at: datetime | None
    """When counsel's opinion on a ground that needs one was received."""
    due_at: BothTimes | None
    """When the close must look at it: when time alone brings it into effect, or a time limit runs
    out on which it is held."""


def decision_answer(decision: Decision, as_of: datetime | None = None) -> DecisionAnswer:
    """Give a decision as it stands, and as of a moment where one is given."""
    proceedings = decision.proceedings
    return drawn(
        DecisionAnswer,
        decision,
        proceedings,
        stands=None if as_of is None else standing_words(decision, as_of),
        held=decision.is_held,
        call_in=_call_in(decision, as_of),
        time_limit=running_time_limit(proceedings.limit, as_of),
        direction=running_time_limit(proceedings.direction, as_of),
        consents=proceedings.applications,
        refused_requests=proceedings.refused,
        due_at=both_if_set(decision.due_at),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDecision:
    """A decision with its written statement."""

    decision: DecisionAnswer = field(metadata=INLINE)
    """The decision, as `list` gives it."""
    statement: Statement | None
    """Its written statement; null once its text was erased. Within it, null is "not said"."""
    made_by: tuple[str, ...]
    """Who made it, by name, where its record says: they take no part in ruling on it."""
    published_where: str | None
    """Where it was published."""
    own_rules: tuple[str, ...]
    """The files by which steps were judged that were neither shipped nor adopted."""


def shown_decision(
    decision: Decision,
    statement: Statement,
    own_rules: Sequence[str],
    as_of: datetime,
    record: Sequence[ReadEntry],
) -> ShownDecision:
    """Give a decision as of a moment, with its written statement, and what its record says by name;
    of that record, what had happened by then."""
    return ShownDecision(
        decision=decision_answer(decision, as_of),
        statement=None if statement.is_erased else statement,
        made_by=makers_on_record(record),
        published_where=where_published(record),
        own_rules=tuple(own_rules),
    )

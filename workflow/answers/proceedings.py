"""What has been done about a decision, as every face gives it: requests, consents, time limits."""

from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.answers.record import INLINE, BothTimes, both
from workflow.authority import Authority
from workflow.model.consent import Answer, Application, ConsentGiven, Purpose, WhySkipped
from workflow.model.people import Role
from workflow.model.proceedings import Request, RequestStanding
from workflow.model.time_limit import Awaited, LimitRule, TimeLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAnswer:
    """A request that a decision be called in. It names no people: who asked is in `history`, and
    can be erased."""

    number: int
    """1 for the first on the decision."""
    standing: RequestStanding
    """`pending`, `accepted`, `rejected`, `withdrawn` or `concluded`."""
    received_at: BothTimes
    """When it was received: what makes it in time."""
    people: int
    """How many people asked."""
    electors: int
    """How many registered electors signed."""
    grounds: tuple[str, ...]
    """The grounds it names from the council's list, and those only."""
    certified: tuple[str, ...]
    """The grounds for which the officer named has given a certificate."""
    proposes_alternative: bool
    """Whether it proposes another course."""
    ruled_at: datetime | None
    """When it was ruled on."""


def request_answer(request: Request) -> RequestAnswer:
    """Give a request, without who asked."""
    return RequestAnswer(
        number=request.number,
        standing=request.standing,
        received_at=both(request.received_at),
        people=len(request.signatures),
        electors=request.electors,
        grounds=request.grounds,
        certified=request.certified,
        proposes_alternative=request.proposes,
        ruled_at=request.ruled_at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitAnswer:
    """A time limit: the rule, and the dates it gives."""

    awaits: Awaited
    """Who is awaited: `scrutiny`, `reconsideration`, `council`; or a `direction`."""
    rule: LimitRule
    """The rule by which it runs."""
    authority: Authority
    """Where that rule stands."""
    counted_from: date
    """The day of the event that the count starts from."""
    last_day: date
    """The last day on which the body may still act."""
    ends_at: BothTimes
    """The last instant."""
    end_included: bool
    """Whether that instant itself is in time."""
    adjourned: bool
    """Whether the end was put off, with consent."""
    calendar_hash: str
    """Which calendar the days were counted on."""


def limit_answer(limit: TimeLimit) -> LimitAnswer:
    """Give a time limit."""
    return LimitAnswer(
        awaits=limit.awaits,
        rule=limit.rule,
        authority=limit.authority,
        counted_from=limit.counted_from,
        last_day=limit.last_day,
        ends_at=both(limit.ends_at),
        end_included=limit.end_included,
        adjourned=limit.adjourned,
        calendar_hash=limit.calendar_hash,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimitAnswer:
    """A time limit that runs on a decision."""

    limit: LimitAnswer = field(metadata=INLINE)
    """The rule, and the dates it gives."""
    run_out: bool | None
    """Whether nobody can be in time any more now; null where no moment is asked about."""


def time_limit_answer(limit: TimeLimit | None, as_of: datetime | None) -> TimeLimitAnswer | None:
    """Give a time limit, and whether it has run out by a moment; None where none runs."""
    if limit is None:
        return None
    run_out = None if as_of is None else limit.has_run_out(as_of)
    return TimeLimitAnswer(limit=limit_answer(limit), run_out=run_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAnswer:
    """One office holder's answer, or that they were passed over."""

    capacity: Role
    """The office in which they were asked."""
    given: ConsentGiven
    """`consented`, `refused` or `skipped`."""
    at: datetime
    """When they answered, or were passed over."""
    why: WhySkipped | None
    """Why they were passed over."""
    hours: int | None
    """For how many hours they could not be reached."""


def _given(answer: Answer) -> OfficeAnswer:
    return OfficeAnswer(
        capacity=answer.capacity,
        given=answer.given,
        at=answer.at,
        why=answer.why,
        hours=answer.hours,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """Consent that was asked for, for one purpose."""

    purpose: Purpose
    """What it was asked for."""
    asked_at: datetime
    """When it was asked for."""
    granted_at: datetime | None
    """When it was given."""
    refused_at: datetime | None
    """When it was refused."""
    answers: tuple[OfficeAnswer, ...]
    """Each answer, in the order in which they were asked."""


def consent_answer(application: Application) -> ConsentAnswer:
    """Give a consent with its answers, without who answered."""
    return ConsentAnswer(
        purpose=application.purpose,
        asked_at=application.asked_at,
        granted_at=application.granted_at,
        refused_at=application.refused_at,
        answers=tuple(_given(each) for each in application.answers),
    )

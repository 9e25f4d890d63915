"""What must be so of a request to call in, before it is recorded."""

from collections.abc import Sequence
from datetime import datetime

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14, Authority, engine_rule
from workflow.clock import london_day, spoken, spoken_day
from workflow.errors import Refusal
from workflow.model.details import CallIn, SupportRequest, WithdrawRequest
from workflow.model.people import Role, mark
from workflow.model.worded import until
from workflow.policy.case import Case
from workflow.policy.guards.period import days_still_agree
from workflow.policy.guards.which import request_meant
from workflow.policy.provisions.provision import Provision
from workflow.policy.provisions.request import Once, RequestRule, Who
from workflow.policy.signatories import Signatory, signatory
from workflow.policy.standing import no_call_in

ASKING = engine_rule(
    "who asks for a call-in",
    "Each person who asks is known to the register, sits on the day, and is counted once; nobody "
    "who made a decision asks for it to be called in.",
)
_OFFICERS = frozenset({Role.PROPER_OFFICER, Role.MONITORING_OFFICER, Role.HEAD_OF_PAID_SERVICE})


def asking_rule(case: Case) -> tuple[RequestRule, Provision[RequestRule]] | None:
    """Give the council's rule on requests, or None where it is not on file."""
    provision = case.in_force.call_in_request
    if provision is None or provision.value is None:
        return None
    return provision.value, provision


def _received(case: Case) -> datetime | None:
    """Give when what is asked for was received, where the step says."""
    details = case.details
    return details.received_at if isinstance(details, CallIn | SupportRequest) else None


def named_people(case: Case) -> tuple[Signatory, ...]:
    """Give who the step names, as the register has them."""
    details = case.details
    if not isinstance(details, CallIn | SupportRequest | WithdrawRequest):
        return ()
    people = case.rules.people()
    council = case.subject.council
    return tuple(signatory(given, council, people) for given in details.requested_by)


def _who_may_ask(case: Case) -> Authority | None:
    """Give the rule on who may ask, where it is on file: only then are people checked by it."""
    found = asking_rule(case)
    return found[1].authority if found is not None and found[0].may_ask else None


def _wrong(code: str, authority: Authority, people: Sequence[str], why: str, do: str) -> Refusal:
    return Refusal(code=code, because=f"{', '.join(people)}: {why}", authority=authority, remedy=do)


# -- the time of it -----------------------------------------------------------------------------


def has_a_period(case: Case) -> Refusal | None:
    """Only a decision that had a call-in period can be called in."""
    if case.subject.window is not None:
        return None
    return no_call_in(case, MADE_NOT_IMPLEMENTED)


_ONCE = engine_rule(
    "called in once",
    "A decision that was called in and is done with is not called in again, unless the council's "
    "rule lets it be.",
)


def not_called_in_before(case: Case) -> Refusal | None:
    """A decision that was called in, and is done with, is not called in again.

    One whose clock ran out is not done with where another request, in time, awaited a ruling.
    """
    decision, found = case.subject, asking_rule(case)
    if found is not None and found[0].once is Once.PER_GROUND and decision.disputed_at is None:
        return None
    live = decision.proceedings.accepted() or decision.proceedings.pending()
    goes_on = live or decision.proceedings.lapsed is not None
    before = decision.disputed_at or (None if goes_on else decision.called_in_at)
    if before is None:
        return None
    stated = found is not None and found[0].once is not None
    return Refusal(
        code="called-in-already",
        because=f"{decision.ref} has been called in, by a request received at {spoken(before)}.",
        authority=found[1].authority if found is not None and stated else _ONCE,
        remedy=f"See it on the record: decisions history {decision.ref}",
    )


def somebody_may_still_ask(case: Case) -> Refusal | None:
    """A request is offered while one can be in time; one that was is recorded with its time."""
    window = case.subject.window
    if case.details is not None or window is None or window.in_time(case.now):
        return None
    return Refusal(
        code="out-of-time",
        because=f"The time for a call-in ended at {until(window)}.",
        authority=window.authority,
        remedy="If one was received by then, record it with its time: decisions call-in "
        f"{case.subject.ref} --received-at INSTANT --late-reason 'why' …",
    )


def received_after_publication(case: Case) -> Refusal | None:
    """A request is received after the decision was published."""
    received_at, published_at = _received(case), case.subject.published_at
    if received_at is None or published_at is None or received_at >= published_at:
        return None
    return Refusal(
        code="before-publication",
        because=f"It was received at {spoken(received_at)}, before the decision was published at "
        f"{spoken(published_at)}.",
        authority=REG_14,
        remedy="Ask for the request again, now that the decision is published.",
    )


def received_already(case: Case) -> Refusal | None:
    """A request is recorded when it has been received, not before."""
    received_at = _received(case)
    if received_at is None or received_at <= case.at:
        return None
    return Refusal(
        code="in-the-future",
        because=f"It was received at {spoken(received_at)}, after {spoken(case.at)}, when it is "
        "said to have been recorded.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy="Record the request when it has been received.",
    )


def received_in_time(case: Case) -> Refusal | None:
    """A request is received by the last instant of the period; 17:00:00 is "by 17:00"."""
    received_at, window = _received(case), case.subject.window
    if window is None or received_at is None or window.in_time(received_at):
        return None
    questioned = days_still_agree(case)
    return Refusal(
        code="out-of-time",
        because=f"It was received at {spoken(received_at)}. The time for a call-in ended at "
        f"{until(window)}.",
        authority=window.authority,
        remedy=f"See how that day was counted: decisions explain {case.subject.ref}"
        if questioned is None
        else f"That deadline is itself in question. {questioned.remedy}",
    )


def recorded_late_with_reason(case: Case) -> Refusal | None:
    """A request in time, but recorded after the deadline, says why it is recorded late."""
    received_at, window = _received(case), case.subject.window
    if window is None or received_at is None or case.late_reason:
        return None
    if not window.in_time(received_at) or window.in_time(case.now):
        return None
    return Refusal(
        code="late-entry-needs-reason",
        because=f"The period ended at {until(window)}, and the request is being recorded at "
        f"{spoken(case.now)}.",
        authority=window.authority,
        remedy="Say why it is entered late: --late-reason 'why'",
    )


# -- the people ---------------------------------------------------------------------------------


def signatories_are_known(case: Case) -> Refusal | None:
    """Where a council says who may ask, each who asks is a person the register knows."""
    authority = _who_may_ask(case)
    if authority is None:
        return None
    unknown = [each.given for each in named_people(case) if not each.seats or each.doubtful]
    if not unknown:
        return None
    return _wrong(
        "signatory-unknown",
        authority,
        unknown,
        "no one person of that name holds, or has held, a seat on the register.",
        "Give the name they are appointed under (decisions people list), or record the seat: "
        "decisions people add --role member",
    )


def signatories_sit_that_day(case: Case) -> Refusal | None:
    """Each who asks held the seat on the day that the request was received."""
    authority, received_at = _who_may_ask(case), _received(case)
    if authority is None or received_at is None:
        return None
    day = london_day(received_at)
    gone = [each.given for each in named_people(case) if each.seats and not each.sits_on(day)]
    if not gone:
        return None
    return _wrong(
        "signatory-departed",
        authority,
        gone,
        f"no seat was held on {spoken_day(day)}.",
        "See from when until when each seat is held: decisions people list",
    )


def signatories_may_ask(case: Case) -> Refusal | None:
    """Each who asks is of a sort that the council's rule counts, for this decision."""
    found, received_at = asking_rule(case), _received(case)
    if found is None or not found[0].may_ask or received_at is None:
        return None
    counted = _counted_here(case, found[0])
    day, wards = london_day(received_at), case.statement.wards
    outside = [
        each.given
        for each in named_people(case)
        if each.sits_on(day) and not each.counts_as(day, wards) & counted
    ]
    if not outside:
        return None
    return _wrong(
        "signatory-ineligible",
        found[1].authority,
        outside,
        "the council's rule does not count them for this decision.",
        f"See who may ask: decisions policy show {case.subject.council}",
    )


def _counted_here(case: Case, rule: RequestRule) -> frozenset[Who]:
    counted = set()
    for way in rule.may_ask:
        if not way.education_only or case.statement.education:
            counted |= {need.who for need in way.needs}
            counted |= {Who.MEMBERS} if way.percent is not None else set()
    return frozenset(counted)


def signatories_did_not_make_it(case: Case) -> Refusal | None:
    """Nobody who made a decision asks for it to be called in."""
    makers = case.subject.makers
    own = [each.given for each in named_people(case) if each.who in makers]
    if not own or isinstance(case.details, WithdrawRequest):
        return None
    return _wrong(
        "signatory-made-it",
        ASKING,
        own,
        "who made a decision does not ask for it to be called in.",
        "Leave them out.",
    )


def signatories_are_distinct(case: Case) -> Refusal | None:
    """Each person is counted once in a request."""
    details = case.details
    if not isinstance(details, CallIn | SupportRequest):
        return None
    people = named_people(case)
    marks = [each.who for each in people]
    before: tuple[str, ...] = ()
    if isinstance(details, SupportRequest):
        request = request_meant(case)
        before = () if request is None else tuple(each.who for each in request.signatures)
    twice = [each.given for each in people if marks.count(each.who) > 1 or each.who in before]
    if not twice:
        return None
    return _wrong(
        "signed-twice", ASKING, twice, "a person is counted once.", "Name each person once."
    )


def members_speak_for_themselves(case: Case) -> Refusal | None:
    """A member records only what that member asks; an officer records for others."""
    details = case.details
    if not isinstance(details, CallIn | SupportRequest | WithdrawRequest):
        return None
    if case.actor.roles & _OFFICERS or not case.actor.roles:
        return None
    own = mark(case.subject.council, case.actor.person)
    others = [each.given for each in named_people(case) if each.who != own]
    if not others and details.requested_by and not getattr(details, "electors", 0):
        return None
    return _wrong(
        "not-for-others",
        ASKING,
        others or ["Others"],
        "each asks in person, or an officer records it.",
        "Name yourself only; the others join with: decisions support-request",
    )

"""Who asks for a call-in: people the register knows, who sit that day, each counted once."""

from workflow.authority import Authority
from workflow.clock import london_day
from workflow.constitution.provisions.request import RULERS, RequestRule, Who
from workflow.errors import Refusal
from workflow.model.people import pseudonym
from workflow.procedures.case import Case
from workflow.procedures.requests import signatory_refusals as refusals
from workflow.procedures.requests.choose_request import request_meant
from workflow.procedures.requests.guards import received
from workflow.procedures.requests.inputs import CallIn, SupportRequest, WithdrawRequest
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.near_names import near_names, or_meant
from workflow.procedures.shared.separation import pseudonyms_of, why_barred
from workflow.procedures.shared.signatories import Signatory, names_with_seats, signatory


def named_people(case: Case) -> tuple[Signatory, ...]:
    """Give who the step names, as the register has them."""
    details = case.inputs
    if not isinstance(details, CallIn | SupportRequest | WithdrawRequest):
        return ()
    people = case.rules.people()
    council = case.subject.council
    return tuple(signatory(name, council, people) for name in details.requested_by)


def _who_may_ask(case: Case) -> Authority | None:
    """Give the rule on who may ask, where it is on file: only then are people checked by it."""
    found = asking_rule(case)
    return found[1].authority if found is not None and found[0].may_ask else None


def signatories_are_known(case: Case) -> Refusal | None:
    """If the council's rule says who may ask, the register knows everyone who asks."""
    authority = _who_may_ask(case)
    if authority is None:
        return None
    unknown = tuple(each.name for each in named_people(case) if not each.seats)
    if not unknown:
        return None
    refusal = refusals.SIGNATORY_UNKNOWN(authority, people=unknown, council=case.subject.council)
    return or_meant(refusal, near_names(unknown, names_with_seats(case.rules.people())))


def signatories_are_told_apart(case: Case) -> Refusal | None:
    """Where a council says who may ask, each who asks is one person alone."""
    authority = _who_may_ask(case)
    unclear = tuple(each.name for each in named_people(case) if each.doubtful)
    if authority is None or not unclear:
        return None
    return refusals.SIGNATORY_UNCLEAR(authority, people=unclear, council=case.subject.council)


def signatories_sit_that_day(case: Case) -> Refusal | None:
    """Everyone who asks held the seat on the day the request was received."""
    authority, received_at = _who_may_ask(case), received(case)
    if authority is None or received_at is None:
        return None
    day = london_day(received_at)
    gone = [
        each.name for each in named_people(case) if each.had_begun(day) and not each.sits_on(day)
    ]
    if not gone:
        return None
    return refusals.SIGNATORY_DEPARTED(
        authority, people=tuple(gone), day=day, council=case.subject.council
    )


def signatories_have_taken_their_seats(case: Case) -> Refusal | None:
    """The seat of everyone who asks had begun, as the register has it, by the day the request was
    received."""
    authority, received_at = _who_may_ask(case), received(case)
    if authority is None or received_at is None:
        return None
    day = london_day(received_at)
    early = [each for each in named_people(case) if each.seats and not each.had_begun(day)]
    if not early:
        return None
    first = min((seat for each in early for seat in each.seats), key=lambda seat: seat.since)
    return refusals.SIGNATORY_NOT_YET_APPOINTED(
        authority,
        people=tuple(each.name for each in early),
        day=day,
        since=first.since,
        person=first.person,
        role=first.role,
        council=case.subject.council,
    )


def signatories_may_ask(case: Case) -> Refusal | None:
    """Everyone who asks is someone whom the council's rule counts, for this decision."""
    on_file, received_at = asking_rule(case), received(case)
    if on_file is None or not on_file[0].may_ask or received_at is None:
        return None
    counted = _counted_here(case, on_file[0])
    day, wards = london_day(received_at), case.statement.wards
    outside = [
        each.name
        for each in named_people(case)
        if each.sits_on(day) and not each.counts_as(day, wards) & counted
    ]
    if not outside:
        return None
    return refusals.SIGNATORY_INELIGIBLE(
        on_file[1].authority, people=tuple(outside), council=case.subject.council
    )


def _counted_here(case: Case, rule: RequestRule) -> frozenset[Who]:
    counted = set()
    for way in rule.may_ask:
        if not way.education_only or case.statement.education:
            counted |= {need.who for need in way.needs}
            counted |= {Who.MEMBERS} if way.percent is not None else set()
    return frozenset(counted)


def signatories_did_not_make_it(case: Case) -> Refusal | None:
    """Nobody who made a decision asks for it to be called in, unless the rule allows it."""
    on_file = asking_rule(case)
    if isinstance(case.inputs, WithdrawRequest) or (on_file and on_file[0].makers_may_ask):
        return None
    for each in named_people(case):
        why = why_barred(case, each.login)
        if why is not None:
            return refusals.SIGNATORY_MADE_IT[why](
                person=each.login, name=each.name, ref=case.subject.ref
            )
    return None


def signatories_are_distinct(case: Case) -> Refusal | None:
    """Each person is counted once in a request."""
    details = case.inputs
    if not isinstance(details, CallIn | SupportRequest):
        return None
    people, council = named_people(case), case.subject.council
    same = [pseudonyms_of(council, each.login, case.rules.people()) for each in people]
    before: frozenset[str] = frozenset()
    if isinstance(details, SupportRequest):
        request = request_meant(case)
        before = frozenset(() if request is None else (each.who for each in request.signatures))
    twice = [
        each.name
        for each, marks in zip(people, same, strict=True)
        if marks & before or sum(not marks.isdisjoint(others) for others in same) > 1
    ]
    if not twice:
        return None
    return refusals.SIGNED_TWICE(people=tuple(twice))


def members_speak_for_themselves(case: Case) -> Refusal | None:
    """A member records only their own request. An officer can record for others."""
    details = case.inputs
    if not isinstance(details, CallIn | SupportRequest | WithdrawRequest):
        return None
    if case.actor.roles.intersection(RULERS) or not case.actor.roles:
        return None
    own = pseudonym(case.subject.council, case.actor.person)
    others = tuple(each.name for each in named_people(case) if each.who != own)
    electors = 0 if isinstance(details, WithdrawRequest) else details.electors
    if not others and details.requested_by and not electors:
        return None
    if not others:
        return refusals.NOT_FOR_THOSE_UNNAMED(ref=case.subject.ref)
    return refusals.NOT_FOR_OTHERS(people=others, ref=case.subject.ref)

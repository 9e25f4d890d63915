"""Asking for a decision to be called in."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.constitution.provisions.grounds import CERTIFIERS, GroundsRule
from workflow.constitution.provisions.request import Withdrawal
from workflow.model.event import Event
from workflow.model.people import Role, pseudonym
from workflow.model.proceedings import Request
from workflow.model.state import GIVEN_UP, IN_EFFECT, UNDER_CALL_IN, State
from workflow.procedures.case import Case
from workflow.procedures.requests import choose_request, grounds, signatories, validity
from workflow.procedures.requests import guards as requests
from workflow.procedures.requests.events import (
    GroundCertified,
    LateRequestRecorded,
    RequestLodged,
    RequestSupported,
    RequestWithdrawn,
)
from workflow.procedures.requests.inputs import (
    CallIn,
    CertifyGround,
    RecordLateRequest,
    SupportRequest,
    WithdrawRequest,
)
from workflow.procedures.requests.recorded import request_is_new, support_is_new, withdrawal_is_new
from workflow.procedures.requests.refused import entered_again, is_kept, refused_request
from workflow.procedures.requests.wrong_state import no_call_in
from workflow.procedures.shared.asking import asking_rule, grounds_rule
from workflow.procedures.step import step

_RECORDERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER, Role.MEMBER)
_IN_TIME = (
    requests.received_already,
    requests.received_after_publication,
    requests.received_in_time,
    requests.recorded_late_with_reason,
)
_BY_WHOM = (
    signatories.signatories_are_known,
    signatories.signatories_are_told_apart,
    signatories.signatories_sit_that_day,
    signatories.signatories_have_taken_their_seats,
    signatories.signatories_may_ask,
    signatories.signatories_did_not_make_it,
    signatories.signatories_are_distinct,
    signatories.members_speak_for_themselves,
)


def _named_grounds(rule: GroundsRule | None, names: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Give the grounds that are in the council's list, and those of them without particulars."""
    named, bare = [], []
    for text in names if rule is not None else ():
        name, _, particulars = text.partition(":")
        ground = rule.named(name) if rule is not None else None
        if ground is not None:
            named.append(ground.name)
            if not particulars.strip():
                bare.append(ground.name)
    return named, bare


def _pseudonyms(case: Case) -> tuple[str, ...]:
    return tuple(each.who for each in signatories.named_people(case))


def _ends(case: Case, request: Request, gone: tuple[str, ...], some_left: bool) -> bool:
    """Say whether a request is over once these have withdrawn."""
    if choose_request.still_pending(request):
        return not some_left
    on_file = asking_rule(case)
    rule = None if on_file is None else on_file[0].withdrawal
    if rule is Withdrawal.TOO_FEW:
        return not some_left or not validity.would_still_do(case, request, gone)
    return rule is Withdrawal.ALL and not some_left


@step(
    "call-in",
    cannot="A request to call in {ref} cannot be recorded.",
    source=(*UNDER_CALL_IN, State.EFFECTIVE),
    target=None,
    by=_RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    once=request_is_new,
    needs=(
        requests.has_a_period,
        requests.not_called_in_before,
        requests.somebody_may_still_ask,
    ),
    checks=(*_IN_TIME, *_BY_WHOM, grounds.grounds_are_spelt),
    if_refused="request-refuse",
    stopped_by_hold=False,
    closes_expired=False,
    wrong_state=no_call_in,
    example="HFD-042 --requested-by 'Cllr A Example' --grounds 'Consultation' "
    "--received-at '24 Oct 4.30pm'",
)
def call_in(case: Case, inputs: CallIn) -> Event:
    """Record a call-in request that was received in time, even once the decision is in effect, or
    counts as implemented by rule alone."""
    on_file = grounds_rule(case)
    issue = case.statement.issue_reference
    named, bare = _named_grounds(None if on_file is None else on_file[0], inputs.grounds)
    return RequestLodged(
        at=case.at,
        number=len(case.subject.proceedings.requests) + 1,
        received_at=inputs.received_at,
        signatures=_pseudonyms(case),
        electors=inputs.electors,
        grounds=tuple(dict.fromkeys(named)),
        bare=tuple(dict.fromkeys(bare)),
        proposes=inputs.alternative is not None,
        issue=None if issue is None else pseudonym(case.subject.council, issue),
        how=inputs.how,
        requested_by=inputs.requested_by,
        particulars=inputs.grounds,
        alternative=inputs.alternative,
        again=entered_again(case),
    )


@step(
    "request-support",
    cannot="Supporters cannot be added to the request on {ref}.",
    source=UNDER_CALL_IN,
    target=None,
    by=_RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    once=support_is_new,
    needs=(choose_request.a_request_is_pending,),
    checks=(*_IN_TIME, *_BY_WHOM),
    wants=choose_request.wants_its_number,
    if_refused="request-refuse",
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --requested-by 'Cllr B Example' --received-at '24 Oct 4.40pm'",
)
def support(case: Case, inputs: SupportRequest) -> Event:
    """Record who supports a request for a call-in."""
    return RequestSupported(
        at=case.at,
        number=choose_request.the_request(case).number,
        received_at=inputs.received_at,
        signatures=_pseudonyms(case),
        electors=inputs.electors,
        requested_by=inputs.requested_by,
        again=entered_again(case),
    )


@step(
    "request-certify",
    cannot="A certificate cannot be recorded for {ref} now.",
    source=UNDER_CALL_IN,
    target=None,
    by=CERTIFIERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(choose_request.a_request_is_pending, grounds.ground_needs_certificate),
    wants=choose_request.wants_its_number,
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    roles_by_rule=grounds.who_certifies,
    example="GLO-042 --ground 'relevant matters' --certificate 'It bore significantly'",
)
def certify(case: Case, inputs: CertifyGround) -> Event:
    """Record the certificate that a ground for call-in needs."""
    on_file = grounds_rule(case)
    ground = None if on_file is None else on_file[0].named(inputs.ground)
    assert ground is not None
    return GroundCertified(
        at=case.at,
        number=choose_request.the_request(case).number,
        ground=ground.name,
        certificate=inputs.certificate,
    )


@step(
    "request-withdraw",
    cannot="The request on {ref} cannot be withdrawn.",
    source=UNDER_CALL_IN,
    target=None,
    by=_RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    once=withdrawal_is_new,
    needs=(choose_request.a_request_is_alive,),
    checks=(
        choose_request.those_who_withdraw_had_asked,
        signatories.members_speak_for_themselves,
    ),
    wants=choose_request.wants_its_number,
    then=("end-call-in",),
    stopped_by_hold=False,
    bars_maker=True,
    example="HFD-042 --requested-by 'Cllr A Example' --reason 'Satisfied, in writing'",
)
def withdraw(case: Case, inputs: WithdrawRequest) -> Event:
    """Record that people who asked for a call-in withdraw."""
    request = choose_request.the_request(case, ruled=True)
    named = _pseudonyms(case) or tuple(each.who for each in request.signatures)
    left = any(each.who not in named for each in request.signatures)
    electors = bool(inputs.requested_by) and request.electors > 0
    return RequestWithdrawn(
        at=case.at,
        number=request.number,
        signatures=named,
        ends=_ends(case, request, named, left or electors),
        requested_by=inputs.requested_by,
        reason=inputs.reason,
    )


@step(
    "request-record-late",
    cannot="A request found late cannot be recorded for {ref}.",
    source=(State.IMPLEMENTED,),
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=MADE_NOT_IMPLEMENTED,
    once=request_is_new,
    needs=(
        requests.has_a_period,
        requests.somebody_carried_it_out,
        requests.not_called_in_before,
    ),
    checks=_IN_TIME,
    if_refused="request-refuse",
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --requested-by 'Cllr A Example' --grounds 'Consultation' "
    "--received-at '24 Oct 4.30pm' --late-reason 'Found in the post'",
)
def record_late(case: Case, inputs: RecordLateRequest) -> Event:
    """Record a request that was made in time but discovered after implementation."""
    return LateRequestRecorded(
        at=case.at,
        received_at=inputs.received_at,
        electors=inputs.electors,
        alternative=inputs.alternative,
        how=inputs.how,
        requested_by=inputs.requested_by,
        grounds="; ".join(inputs.grounds),
        again=entered_again(case),
    )


@step(
    "request-refuse",
    cannot="A request on {ref} cannot be kept as refused.",
    source=(*UNDER_CALL_IN, *IN_EFFECT, *GIVEN_UP),
    target=None,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=is_kept,
    automatic=True,
    stopped_by_hold=False,
    closes_expired=False,
)
def refuse(case: Case) -> Event:
    """Keep on the record a request that was refused as out of time or not valid. It opens
    nothing."""
    return refused_request(case)


ROWS: Final = (call_in, support, certify, withdraw, record_late, refuse)

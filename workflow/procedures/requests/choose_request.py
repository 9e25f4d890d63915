"""Which request a step is about: the one it names, or the only one that it can be."""

from workflow.constitution.wording.readings import by_one_reading
from workflow.errors import Refusal
from workflow.model.proceedings import Request, RequestStatus
from workflow.procedures.case import Case
from workflow.procedures.requests import refusals
from workflow.procedures.requests.inputs import (
    CertifyGround,
    RuleOnRequest,
    SupportRequest,
    WithdrawRequest,
)
from workflow.procedures.shared.signatories import signatory

_ABOUT_ONE = CertifyGround | RuleOnRequest | SupportRequest | WithdrawRequest


def _number(case: Case) -> int | None:
    details = case.inputs
    return details.request if isinstance(details, _ABOUT_ONE) else None


def request_meant(case: Case, *, ruled: bool = False) -> Request | None:
    """Give the request a step is about, or None where that is not clear.

    With `ruled`, one that was ruled valid will do too.
    """
    proceedings, number = case.subject.proceedings, _number(case)
    alive = proceedings.pending() + (proceedings.accepted() if ruled else ())
    if number is not None:
        return next((each for each in alive if each.number == number), None)
    return alive[0] if len(alive) == 1 else None


def the_request(case: Case, *, ruled: bool = False) -> Request:
    """Give the request a step is about, once the guards have found that it is clear."""
    request = request_meant(case, ruled=ruled)
    assert request is not None
    return request


def _none_meant(case: Case, ruled: bool) -> Refusal | None:
    if request_meant(case, ruled=ruled) is not None:
        return None
    ref, proceedings, number = case.subject.ref, case.subject.proceedings, _number(case)
    alive = proceedings.pending() + (proceedings.accepted() if ruled else ())
    known = next((each for each in proceedings.requests if each.number == number), None)
    if known is not None:
        return refusals.REQUEST_RULED_ALREADY(number=known.number, ref=ref, status=known.status)
    if alive and number is None and case.inputs is None:
        return None  # asked in general: the command says which
    if alive and number is None:
        return refusals.WHICH_REQUEST(ref=ref, count=len(alive))
    if not proceedings.requests:
        kind = refusals.NOTHING_LODGED if number is None else refusals.NO_REQUEST_OF_THAT_NUMBER_YET
    else:
        kind = refusals.NONE_AWAITS if number is None else refusals.NO_SUCH_REQUEST
    return kind(ref=ref, **({} if number is None else {"number": number}))


def a_request_is_pending(case: Case) -> Refusal | None:
    """There is a request that awaits a ruling, and it is clear which is meant."""
    return _none_meant(case, ruled=False)


def a_request_is_alive(case: Case) -> Refusal | None:
    """There is a request that has not been withdrawn or ruled invalid, and it is clear which."""
    return _none_meant(case, ruled=True)


def wants_its_number(case: Case) -> tuple[str, ...]:
    """Give that a step about one of several requests says which."""
    proceedings = case.subject.proceedings
    return ("request",) if len(proceedings.pending() + proceedings.accepted()) > 1 else ()


def no_request_is_pending(case: Case) -> Refusal | None:
    """Nothing takes effect while a request that could still succeed awaits a ruling."""
    pending = case.subject.proceedings.pending()
    if not pending:
        return None
    one_reading = by_one_reading(case.subject.window, (each.received_at for each in pending))
    number, ref = pending[0].number, case.subject.ref
    if len(pending) == 1:
        return refusals.REQUEST_PENDING[one_reading](number=number, ref=ref)
    numbers = tuple(each.number for each in pending)
    return refusals.REQUESTS_PENDING[one_reading](numbers=numbers, number=number, ref=ref)


def still_pending(request: Request) -> bool:
    """Say whether a request awaits a ruling."""
    return request.status is RequestStatus.PENDING


def those_who_withdraw_had_asked(case: Case) -> Refusal | None:
    """Only people who asked can withdraw."""
    details, request = case.inputs, request_meant(case, ruled=True)
    if not isinstance(details, WithdrawRequest) or request is None:
        return None
    people, council = case.rules.people(), case.subject.council
    signers = {each.who for each in request.signatures}
    others = tuple(
        name for name in details.requested_by if signatory(name, council, people).who not in signers
    )
    if not others:
        return None
    return refusals.HAD_NOT_ASKED(people=others, number=request.number, ref=case.subject.ref)

"""A request to call in that stands on the record already is not recorded again."""

from collections.abc import Sequence

from workflow.errors import Refusal
from workflow.procedures.case import Case, OnRecord
from workflow.procedures.requests import refusals
from workflow.procedures.requests.choose_request import request_meant
from workflow.procedures.requests.events import (
    CalledIn,
    LateRequestRecorded,
    RequestLodged,
    RequestSupported,
    RequestWithdrawn,
)
from workflow.procedures.requests.inputs import CallIn, SupportRequest, WithdrawRequest
from workflow.procedures.shared.recorded import same
from workflow.procedures.shared.separation import pseudonyms_of
from workflow.procedures.shared.signatories import Signatory, signatory


def _people(case: Case, names: Sequence[str]) -> list[Signatory]:
    people, council = case.rules.people(), case.subject.council
    return [signatory(each, council, people) for each in names]


def _same_people(case: Case, names: Sequence[str], pseudonyms: Sequence[str]) -> bool:
    """Say whether those named are those whose marks stand on the record, and no others."""
    people, council = case.rules.people(), case.subject.council
    named = [
        pseudonyms_of(council, each.login, people) | {each.who} for each in _people(case, names)
    ]
    return len(named) == len(pseudonyms) and all(not each.isdisjoint(pseudonyms) for each in named)


def _same_request(case: Case, inputs: CallIn, entry: OnRecord) -> bool:
    """Say whether an entry is the request that is given; text that was erased tells nothing."""
    event, erased = entry
    if not isinstance(event, RequestLodged | LateRequestRecorded | CalledIn):
        return False
    if event.received_at != inputs.received_at:
        return False
    if isinstance(event, RequestLodged):
        marks, grounds, part = event.signatures, "; ".join(event.particulars), "particulars"
    else:
        marks = tuple(each.who for each in _people(case, event.requested_by))
        grounds, part = event.grounds, "grounds"
        if "requested_by" in erased:
            return False
    if not _same_people(case, inputs.requested_by, marks):
        return False
    if part not in erased and not same(grounds, "; ".join(inputs.grounds)):
        return False
    if isinstance(event, CalledIn):
        return not inputs.electors and inputs.alternative is None
    other = "alternative" in erased or same(event.alternative or "", inputs.alternative or "")
    return event.electors == inputs.electors and other


def request_is_new(case: Case) -> Refusal | None:
    """A request by the same people, on the same grounds and received then, is not on record yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, CallIn):
        return None
    known = {decision.called_in_at, *(each.received_at for each in decision.proceedings.requests)}
    if details.received_at not in known and decision.disputed_at is None:
        return None  # the record is read only where there may be something like it
    recorded = case.rules.on_record(decision.ref, RequestLodged, LateRequestRecorded, CalledIn)
    same = next((each for each, _ in recorded if _same_request(case, details, (each, _))), None)
    if same is None:
        return None
    values = {"ref": decision.ref, "received_at": details.received_at}
    if not isinstance(same, RequestLodged):
        return refusals.LATE_REQUEST_RECORDED(**values)
    status = decision.proceedings.numbered(same.number).status
    return refusals.REQUEST_RECORDED(number=same.number, status=status, **values)


def support_is_new(case: Case) -> Refusal | None:
    """The people who support the request, as received then, are not recorded as supporters yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, SupportRequest):
        return None
    for event, _ in case.rules.on_record(decision.ref, RequestSupported):
        if (
            isinstance(event, RequestSupported)
            and event.received_at == details.received_at
            and details.request in (None, event.number)
            and event.electors == details.electors
            and _same_people(case, details.requested_by, event.signatures)
        ):
            return refusals.SUPPORT_RECORDED(
                ref=decision.ref, number=event.number, received_at=event.received_at
            )
    return None


def withdrawal_is_new(case: Case) -> Refusal | None:
    """The people who withdraw from the request are not recorded as withdrawing yet."""
    details, proceedings = case.inputs, case.subject.proceedings
    if not isinstance(details, WithdrawRequest):
        return None
    meant, alive = request_meant(case, ruled=True), proceedings.pending() + proceedings.accepted()
    number = details.request if meant is None else meant.number
    if number is None and alive:
        return None  # it is not clear which is meant
    for event, _ in case.rules.on_record(case.subject.ref, RequestWithdrawn):
        if not isinstance(event, RequestWithdrawn) or number not in (None, event.number):
            continue
        left = {each.who for each in proceedings.numbered(event.number).signatures}
        gone = left.isdisjoint(event.signatures) if details.requested_by else not left
        named = details.requested_by
        if gone and (
            _same_people(case, named, event.signatures) if named else not event.requested_by
        ):
            return refusals.WITHDRAWAL_RECORDED(
                ref=case.subject.ref, number=event.number, at=event.at
            )
    return None

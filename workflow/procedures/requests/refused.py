"""Which requests that were refused are kept on the record, and which request was refused before."""

from typing import Final

from workflow.model.people import pseudonym
from workflow.procedures.case import Case, OnRecord
from workflow.procedures.requests.inputs import CallIn, SupportRequest
from workflow.procedures.requests.refused_events import RequestRefused
from workflow.procedures.shared.recorded import same
from workflow.procedures.shared.separation import pseudonyms_of
from workflow.procedures.shared.signatories import signatory

OF_THE_REQUEST: Final = frozenset(
    {
        "out-of-time",
        "before-publication",
        "called-in-already",
        "exempt-from-call-in",
        "signatory-departed",
        "signatory-ineligible",
        "signatory-made-it",
        "signatory-not-yet-appointed",
        "signatory-unknown",
        "request-ruled-already",
        "is-withdrawn",
        "is-superseded",
    }
)
"""Reasons that are the request's own: it came too early or too late, about what cannot be called
in, or from who may not ask."""

OF_A_LATE_REQUEST: Final = frozenset({"is-effective", "is-implemented"})
"""Reasons that are the request's own where it was out of time. One in time is recorded by another
step, which the refusal names."""

NOT_A_REQUEST: Final = frozenset({"in-the-future", "not-for-others"})
"""Reasons for which nothing is kept, whatever else is wrong: it cannot have been received yet, or
was not for that person to enter."""

Asked = CallIn | SupportRequest


def is_kept(case: Case) -> bool:
    """Say whether a request that was refused is kept: it, and not how it was typed or who typed it,
    was at least one reason why, and the decision had been published."""
    details, decision = case.inputs, case.decision
    if not isinstance(details, Asked) or decision is None or details.received_at > case.now:
        return False
    if decision.published_at is None and not decision.is_history:
        return False
    codes = {each.code for each in case.refused if "near" not in each.values}
    if codes & NOT_A_REQUEST:
        return False
    window = decision.window
    late = window is None or not window.in_time(details.received_at)
    return bool(codes & OF_THE_REQUEST or (late and codes & OF_A_LATE_REQUEST))


def refused_request(case: Case) -> RequestRefused:
    """Give what goes on the record of a request that was refused. If it is there already, it has
    the number that it has there."""
    details, refused = case.inputs, case.subject.proceedings.refused
    assert isinstance(details, Asked)
    before = _refused_before(case, details)
    whole = details if isinstance(details, CallIn) else None
    return RequestRefused(
        at=case.now,
        number=before or len(refused) + 1,
        step="",  # the row that was refused
        received_at=details.received_at,
        signatures=tuple(_marks(case, name)[0] for name in details.requested_by),
        electors=details.electors,
        codes=tuple(dict.fromkeys(each.code for each in case.refused)),
        why=tuple(dict.fromkeys(each.because for each in case.refused)),
        how=None if whole is None else whole.how,
        requested_by=details.requested_by,
        particulars=() if whole is None else whole.grounds,
        alternative=None if whole is None else whole.alternative,
    )


def entered_again(case: Case) -> tuple[int, ...]:
    """Give the refused requests that are entered again now, by their numbers: by the same people,
    and on the same grounds or received at the same instant."""
    details = case.inputs
    if not isinstance(details, Asked) or not case.subject.proceedings.refused:
        return ()
    waiting = {e.number for e in case.subject.proceedings.refused if e.entered_at is None}
    return tuple(
        event.number
        for event, erased in _on_record(case)
        if event.number in waiting
        and _same_people(case, details, event)
        and (event.received_at == details.received_at or _same_grounds(details, event, erased))
    )


def _refused_before(case: Case, details: Asked) -> int | None:
    """Give the number of the same request where it was refused before: by the same people, on the
    same grounds and received at the same instant."""
    if not any(e.received_at == details.received_at for e in case.subject.proceedings.refused):
        return None  # the record is read only where there may be something like it
    for event, erased in _on_record(case):
        alike = event.received_at == details.received_at and _same_people(case, details, event)
        if alike and _same_grounds(details, event, erased):
            return event.number
    return None


def _on_record(case: Case) -> list[tuple[RequestRefused, tuple[str, ...]]]:
    found: list[OnRecord] = list(case.rules.on_record(case.subject.ref, RequestRefused))
    return [(event, erased) for event, erased in found if isinstance(event, RequestRefused)]


def _same_people(case: Case, details: Asked, event: RequestRefused) -> bool:
    named = [set(_marks(case, name)) for name in details.requested_by]
    return (
        len(named) == len(event.signatures)
        and details.electors == event.electors
        and all(not each.isdisjoint(event.signatures) for each in named)
    )


def _same_grounds(details: Asked, event: RequestRefused, erased: tuple[str, ...]) -> bool:
    """Say whether two requests have the same grounds; text that was erased tells nothing."""
    grounds = details.grounds if isinstance(details, CallIn) else ()
    return "particulars" in erased or same("; ".join(event.particulars), "; ".join(grounds))


def _marks(case: Case, name: str) -> tuple[str, ...]:
    """Give every mark that a person may be known by: of whoever is meant first, and that of the
    name itself, under which somebody was not known yet."""
    people, council = case.rules.people(), case.subject.council
    meant = signatory(name, council, people)
    others = pseudonyms_of(council, meant.login, people)
    return (meant.who, *others, pseudonym(council, name))

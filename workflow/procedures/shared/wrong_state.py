"""Why a step cannot be taken from where a decision stands, in words an officer can act on."""

from dataclasses import replace
from datetime import datetime

from workflow.authority import MADE_NOT_IMPLEMENTED, Authority, engine_rule
from workflow.clock import spoken
from workflow.constitution.wording.readings import ended, in_time
from workflow.errors import Refusal
from workflow.model.decision import AWAITED, Decision
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.found_late.guards import nobody_carried_it_out
from workflow.procedures.requests.inputs import CallIn

_TABLE = engine_rule(
    "the table of steps", "A decision moves only by the steps in the table, in their order."
)

_SIGNED_TEXT = engine_rule("signed text", "What has been signed is never edited in place.")


def _when(instant: datetime | None) -> str:
    return "" if instant is None else f" at {spoken(instant)}"


def standing(decision: Decision | None, now: datetime, under: Authority = _TABLE) -> Refusal:
    """Say where a decision stands, as the reason why a step is not open from there."""
    if decision is None:
        return Refusal(
            code="not-drafted",
            because="There is no draft yet.",
            authority=_TABLE,
            remedy="Draft it first: decisions new --help",
        )
    ref, state = decision.ref, decision.state
    if state is State.CALL_IN_OPEN:
        return _in_its_period(decision, now)
    limit = decision.proceedings.governing
    if state in AWAITED and limit is not None and decision.time_has_run(now):
        return Refusal(
            code="close-not-recorded",
            because=f"The time for {limit.awaits} has run out, and that is not recorded yet.",
            authority=limit.authority,
            remedy="Record it: decisions close",
        )
    because, authority = {
        State.DRAFT: (f"{ref} is still a draft.", under),
        State.SIGNED: (f"{ref} is signed, and not yet published.", under),
        State.PUBLISHED: (f"{ref} is published.", under),
        State.CALLED_IN: (
            f"{ref} was called in{_when(decision.called_in_at)}, and is before scrutiny.",
            MADE_NOT_IMPLEMENTED,
        ),
        State.REFERRED_BACK: (
            f"{ref} was referred back: its maker is to look again.",
            MADE_NOT_IMPLEMENTED,
        ),
        State.REFERRED_TO_COUNCIL: (
            f"{ref} was referred to full council, which is to look at it.",
            MADE_NOT_IMPLEMENTED,
        ),
        State.EFFECTIVE: (f"{ref} took effect{_when(decision.effective_at)}.", under),
        State.IMPLEMENTED: (f"{ref} was implemented{_when(decision.implemented_at)}.", under),
        State.WITHDRAWN: (f"{ref} was withdrawn{_when(decision.withdrawn_at)}.", under),
        State.SUPERSEDED: (f"{ref} was superseded{_when(decision.superseded_at)}.", under),
    }[state]
    return Refusal(
        code=f"is-{state.label.replace(' ', '-')}",
        because=because,
        authority=authority,
        remedy=f"See what can be done now: decisions next {ref}",
    )


def _in_its_period(decision: Decision, now: datetime) -> Refusal:
    window = decision.window
    assert window is not None
    if window.has_run_out(now) and not decision.proceedings.pending():
        return Refusal(
            code="close-not-recorded",
            because=f"Call-in ended at {ended(window)}, and that is not recorded yet.",
            authority=window.authority,
            remedy="Record it: decisions close",
        )
    pending = decision.proceedings.pending()
    if pending:
        received = in_time(window, (each.received_at for each in pending))
        return Refusal(
            code="request-awaits-ruling",
            because=f"A request that it be called in, received {received}, awaits a ruling.",
            authority=window.authority,
            remedy=f"See the request, and who may rule on it: decisions next {decision.ref}",
        )
    return Refusal(
        code="call-in-open",
        because=f"Call-in is open until {ended(window)}.",
        authority=window.authority,
        remedy=f"See how that day was counted: decisions explain {decision.ref}",
    )


def stands_at(case: Case, under: Authority) -> Refusal:
    """Say where the decision of a case stands, as the reason why a step is not open from there."""
    stands, decision = standing(case.decision, case.now, under), case.decision
    if decision is None or decision.state is not State.IMPLEMENTED:
        return stands
    effective_at = decision.effective_at
    if effective_at is None or case.done_at >= effective_at or nobody_carried_it_out(case):
        return stands
    return replace(
        stands,
        remedy="It was carried out, and that is not undone. Note what was done in time, and ask "
        f"the monitoring officer: decisions irregular note {decision.ref} --kind other …",
    )


def no_second_signature(case: Case, under: Authority) -> Refusal:
    """Say when a decision was signed, and where it stands since: it is not signed again."""
    stands, decision = stands_at(case, under), case.decision
    if decision is None or decision.signed_at is None:
        return stands
    if decision.state is State.SIGNED:
        stands = replace(stands, because="It is not published yet.")
    return _after(stands, decision, f"was signed{_when(decision.signed_at)}")


def no_second_publication(case: Case, under: Authority) -> Refusal:
    """Say when a decision was published, and where it stands since: it is not published again."""
    stands, decision = stands_at(case, under), case.decision
    if decision is None or decision.published_at is None:
        return stands
    return _after(stands, decision, f"was published{_when(decision.published_at)}")


def _after(stands: Refusal, decision: Decision, was: str) -> Refusal:
    """Give where a decision stands after what was done to it once already."""
    since = stands.because
    if since.startswith(decision.ref):
        since = "It" + since.removeprefix(decision.ref)
    return replace(stands, because=f"{decision.ref} {was}. {since}")


def no_call_in(case: Case, under: Authority) -> Refusal:
    """Say why a decision cannot be called in from where it stands."""
    decision, stands = case.decision, stands_at(case, under)
    if decision is None or decision.state in (State.DRAFT, State.SIGNED):
        return Refusal(
            code="not-published",
            because=f"{stands.because} It can be called in once it is published.",
            authority=under,
            remedy=stands.remedy,
        )
    if decision.state not in (State.EFFECTIVE, State.IMPLEMENTED):
        return stands
    window = decision.window
    if window is None:
        return Refusal(
            code="exempt-from-call-in",
            because=f"{decision.ref} is not subject to call-in: it took effect at once"
            f"{_when(decision.effective_at)}.",
            authority=under,
            remedy=f"See why, on the record: decisions history {decision.ref}",
        )
    carried_out = not nobody_carried_it_out(case)
    if isinstance(case.details, CallIn) and window.in_time(case.details.received_at):
        return Refusal(
            code="in-time-but-implemented",
            because=f"{stands.because} The request was received "
            f"{in_time(window, [case.details.received_at])}, and is not lost: it is recorded "
            "against the decision, which may then not be acted on.",
            authority=window.authority,
            remedy=f"Record it: decisions note-request {decision.ref} …; then ask the monitoring "
            "officer",
        )
    return Refusal(
        code="out-of-time",
        because=f"The time for a call-in ended at {ended(window)}.",
        authority=window.authority,
        remedy="If the request was received by then, give its time: decisions "
        f"{'note-request' if carried_out else 'call-in'} {decision.ref} --received-at INSTANT "
        "--late-reason 'why' …",
    )


def no_amendment(case: Case, under: Authority) -> Refusal:
    """Say why a statement cannot be changed from where its decision stands."""
    decision, stands = case.decision, stands_at(case, under)
    if decision is None or decision.state is State.DRAFT:
        return stands
    return Refusal(
        code="text-is-signed",
        because=f"{stands.because} Its text is what was signed, and is not changed.",
        authority=_SIGNED_TEXT,
        remedy=_instead_of_amending(decision, stands.remedy),
    )


def _instead_of_amending(decision: Decision, otherwise: str) -> str:
    if decision.state is State.SIGNED:
        again = f"decisions withdraw {decision.ref} --reason 'why'"
        return f"Withdraw it, and draft it again: {again}"
    if decision.state in (State.PUBLISHED, State.WITHDRAWN, State.SUPERSEDED):
        return otherwise
    return (
        "If it is a slip of the pen, put the published text right, with what is to read otherwise: "
        f"decisions correct {decision.ref} --ruling 'why it is clerical' …"
    )

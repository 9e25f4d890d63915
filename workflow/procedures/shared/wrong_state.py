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
from workflow.procedures.shared.before_effect import nobody_carried_it_out

_TABLE = engine_rule(
    "the table of steps", "A decision moves only by the steps in the table, in their order."
)


def when(instant: datetime | None) -> str:
    """Give " at …" for an instant, and nothing where there is none."""
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
            f"{ref} was called in{when(decision.called_in_at)}, and is before scrutiny.",
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
        State.EFFECTIVE: (f"{ref} took effect{when(decision.effective_at)}.", under),
        State.IMPLEMENTED: (f"{ref} was implemented{when(decision.implemented_at)}.", under),
        State.WITHDRAWN: (f"{ref} was withdrawn{when(decision.withdrawn_at)}.", under),
        State.SUPERSEDED: (f"{ref} was superseded{when(decision.superseded_at)}.", under),
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


def after(stands: Refusal, decision: Decision, was: str) -> Refusal:
    """Give where a decision stands after what was done to it once already."""
    since = stands.because
    if since.startswith(decision.ref):
        since = "It" + since.removeprefix(decision.ref)
    return replace(stands, because=f"{decision.ref} {was}. {since}")

"""Why a step cannot be taken from where a decision stands, in words an officer can act on."""

from datetime import datetime

from workflow.authority import Authority
from workflow.constitution.wording.readings import by_one_reading
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.refusal import advising, saying
from workflow.model.state import AWAITED, State
from workflow.procedures.case import Case
from workflow.procedures.shared import standing_refusals as refusals
from workflow.procedures.shared.before_effect import nobody_carried_it_out
from workflow.procedures.shared.standing_refusals import TABLE
from workflow.wording.short_dates import end_of_period


def standing(decision: Decision | None, now: datetime, under: Authority = TABLE) -> Refusal:
    """Say where a decision stands, as the reason why a step is not open from there."""
    if decision is None:
        return refusals.NOT_DRAFTED()
    ref, state = decision.ref, decision.state
    if state is State.CALL_IN_OPEN:
        return _in_its_period(decision, now)
    limit = decision.proceedings.governing
    if state in AWAITED and limit is not None and decision.time_has_run(now):
        return refusals.CLOSE_NOT_RECORDED(limit.authority, awaits=limit.awaits, ref=ref)
    since = {
        State.CALLED_IN: decision.called_in_at,
        State.EFFECTIVE: decision.effective_at,
        State.IMPLEMENTED: decision.implemented_at,
        State.WITHDRAWN: decision.withdrawn_at,
        State.SUPERSEDED: decision.superseded_at,
    }.get(state)
    kind = refusals.STANDS[state][since is not None]
    told = {} if since is None else {"at": since}
    return kind(None if isinstance(kind.rule, Authority) else under, ref=ref, **told)


def _in_its_period(decision: Decision, now: datetime) -> Refusal:
    window = decision.window
    assert window is not None
    rule, ref, pending = window.authority, decision.ref, decision.proceedings.pending()
    if pending:
        one = by_one_reading(window, (each.received_at for each in pending))
        return refusals.REQUEST_AWAITS_RULING[one](rule, ref=ref)
    over = window.has_run_out(now)
    kinds = refusals.PERIOD_NOT_CLOSED if over else refusals.CALL_IN_OPEN
    return kinds[bool(window.sooner)](rule, ended=end_of_period(window), ref=ref)


def where_it_stands(case: Case, under: Authority) -> Refusal:
    """Say where the decision of a case stands, as the reason why a step is not open from there."""
    stands, decision = standing(case.decision, case.now, under), case.decision
    if decision is None or decision.state is not State.IMPLEMENTED:
        return stands
    effective_at = decision.effective_at
    if effective_at is None or case.done_at >= effective_at or nobody_carried_it_out(case):
        return stands
    return advising(stands, refusals.CARRIED_OUT)


def done_already(stands: Refusal, was: str, **when: datetime) -> Refusal:
    """Give where a decision stands after what was done to it once already, and when."""
    since = (refusals.IT_STANDS.get(each, each) for each in stands.sentences)
    return saying(stands, was, *since, **when)

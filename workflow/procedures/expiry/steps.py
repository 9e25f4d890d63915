"""What time brings about: a period or a time limit that ends; and a deadline that is reviewed."""

from dataclasses import replace
from typing import Final

from workflow.authority import engine_rule
from workflow.constitution.period import recount
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import AWAITED, State
from workflow.procedures.case import Case
from workflow.procedures.expiry import effect_after_council
from workflow.procedures.expiry import guards as expiry
from workflow.procedures.expiry.events import (
    CallInClosed,
    DeadlineReviewed,
    LimitRanOut,
    LimitReviewed,
)
from workflow.procedures.expiry.inputs import Close, RecordLapse, Review, ReviewDeadline
from workflow.procedures.requests import choose_request
from workflow.procedures.shared.before_effect import days_still_agree
from workflow.procedures.shared.time_limits import limit_to_review
from workflow.procedures.step import step

_TIME = engine_rule(
    "what time brings about", "What a deadline has already brought about is only recorded."
)

_BESIDES_THE_PERIOD: Final = (
    choose_request.no_request_is_pending,
    days_still_agree,
    effect_after_council.its_council_is_still_there,
)
_BESIDES_THE_LIMIT: Final = (
    choose_request.no_request_is_pending,
    days_still_agree,
    expiry.time_limit_still_agrees,
    effect_after_council.its_council_is_still_there,
)
BESIDES_TIME: Final = {"close": _BESIDES_THE_PERIOD, "lapse": _BESIDES_THE_LIMIT}
"""What must be so, besides that its time has run, before time alone brings effect: by the step that
records it."""


def _kept_past_the_end(case: Case, inputs: ReviewDeadline) -> Event:
    """The date kept although the council ends before it: the days count as they did."""
    decision, late = case.subject, effect_after_council.outlasting_date(case)
    limit, window, proceedings = (
        decision.proceedings.governing,
        decision.window,
        decision.proceedings,
    )
    assert late is not None
    if decision.state in AWAITED and limit is not None:
        kept = replace(limit, past_end=late.effect)
        return LimitReviewed(
            at=case.at, outcome=inputs.outcome, limit=kept, was=limit, reason=inputs.reason
        )
    assert window is not None
    return DeadlineReviewed(
        at=case.at,
        outcome=inputs.outcome,
        window=window,
        was=window,
        kept=proceedings.kept,
        past_end=late.effect,
        reason=inputs.reason,
    )


def _limit_reviewed(case: Case, inputs: ReviewDeadline) -> Event:
    to_review = limit_to_review(case.subject.proceedings, case.rules.calendar)
    assert to_review is not None
    limit, again = to_review
    if inputs.outcome is Review.KEEP:
        again = replace(limit, calendar_hash=again.calendar_hash, kept=again.ends_at)
    return LimitReviewed(
        at=case.at, outcome=inputs.outcome, limit=again, was=limit, reason=inputs.reason
    )


@step(
    "close",
    cannot="{ref} cannot be closed.",
    source=(State.CALL_IN_OPEN,),
    target=State.EFFECTIVE,
    by=(Role.SYSTEM, Role.PROPER_OFFICER),
    under=_TIME,
    needs=(expiry.period_has_run_out, *_BESIDES_THE_PERIOD),
    then=("record-implementation",),
    closes_expired=False,
    dated_by_law=True,
    example="--dry-run",
)
def close(case: Case, inputs: Close) -> Event:
    """Record that a call-in period has ended, dated at the moment the law gives."""
    at = case.subject.due_effect
    assert at is not None
    return CallInClosed(at=at)


@step(
    "lapse",
    cannot="{ref} cannot take effect by time alone.",
    command="close",
    source=AWAITED,
    target=State.EFFECTIVE,
    by=(Role.SYSTEM, Role.PROPER_OFFICER),
    under=_TIME,
    needs=(expiry.the_time_limit_has_run_out, *_BESIDES_THE_LIMIT),
    then=("record-implementation",),
    closes_expired=False,
    dated_by_law=True,
    example="--dry-run",
)
def lapse(case: Case, inputs: RecordLapse) -> Event:
    """Record that nobody acted in time, and the decision took effect by the council's rule."""
    at, limit = case.subject.due_effect, case.subject.proceedings.governing
    assert at is not None
    assert limit is not None
    return LimitRanOut(at=at, awaited=limit.awaits)


@step(
    "deadline-review",
    cannot="The deadline of {ref} cannot be reviewed.",
    source=(State.CALL_IN_OPEN, *AWAITED),
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=_TIME,
    needs=(effect_after_council.a_review_is_called_for,),
    checks=(effect_after_council.there_is_another_count,),
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --outcome revise --reason 'State Funeral on 19 September'",
)
def deadline_review(case: Case, inputs: ReviewDeadline) -> Event:
    """Keep or revise a deadline that the changed calendar would move, or keep one that falls after
    the council ends."""
    window = case.subject.window
    if expiry.days_have_changed(case) is not None:
        return _kept_past_the_end(case, inputs)
    if window is None or days_still_agree(case) is None:
        return _limit_reviewed(case, inputs)
    again, kept = recount(window, case.rules.calendar(window.effective_from)), None
    if inputs.outcome is Review.KEEP:
        again, kept = replace(window, calendar_hash=again.calendar_hash), again.effective_from
    return DeadlineReviewed(
        at=case.at,
        outcome=inputs.outcome,
        window=again,
        was=window,
        kept=kept,
        reason=inputs.reason,
    )


ROWS: Final = (close, lapse, deadline_review)

"""Where a decision stands, in a few words."""

from datetime import datetime

from workflow.clock import GRACE, london, spoken
from workflow.model.decision import Decision
from workflow.model.state import AWAITED, IN_EFFECT, State
from workflow.wording.short_dates import by_when, until


def standing_words(decision: Decision, as_of: datetime) -> str:
    """Say where a decision stands at an instant: "call-in open until 16:00 on Mon 10 Jun 2024"."""
    held = ", held" if decision.is_held else ""
    window = decision.window
    if decision.state is State.CALL_IN_OPEN and window is not None:
        over = window.has_run_out(as_of)
        if decision.proceedings.pending():
            if over:
                return f"awaiting a ruling on a request; call-in ended at {until(window)}{held}"
            return f"call-in open until {until(window)}, and a request awaits a ruling{held}"
        if over:
            return f"call-in ended at {until(window)}, to be recorded by decisions close{held}"
        return f"call-in open until {until(window)}{held}"
    effective_at, in_effect = decision.effective_at, IN_EFFECT
    if effective_at is not None and decision.state in in_effect and effective_at > as_of + GRACE:
        return f"to take effect at {spoken(effective_at)}{held}"
    disputed = ", something in time found since" if decision.is_disputed else ""
    return f"{decision.state.label}{_awaited(decision, as_of)}{disputed}{held}"


def _awaited(decision: Decision, as_of: datetime) -> str:
    """Say, after the state of a called-in decision, by when who is awaited."""
    limit = decision.proceedings.governing
    if decision.state not in AWAITED or limit is None:
        return ""
    if decision.time_has_run(as_of):
        return f"; that ended at {by_when(limit)}, to be recorded by decisions close"
    if limit.has_run_out(as_of):
        return f"; overdue since {by_when(limit)}"
    return f"; {limit.awaits} until {by_when(limit)}"


def last_moment_words(decision: Decision) -> str:
    """Give the last moment for a request, its day first: "2026-12-07 16:00", or "2026-12-07 end of
    day". Empty where it has no call-in period."""
    window = decision.window
    if window is None:
        return ""
    hour = f"{london(window.request_deadline):%H:%M}" if window.deadline_included else "end of day"
    return f"{window.last_day.isoformat()} {hour}"

"""Call-in periods that end, have ended, or are in question."""

from collections.abc import Iterator

from workflow.model.people import Role
from workflow.model.state import UNDER_CALL_IN, State
from workflow.procedures.expiry.effect_after_council import outlasting_date
from workflow.procedures.expiry.guards import days_have_changed, time_limit_still_agrees
from workflow.procedures.shared.before_effect import days_still_agree
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter
from workflow.wording.short_dates import by_when, until


def call_in_ends(asked: OfDecision) -> Iterator[TodayMatter]:
    """The last moment to ask for a call-in, with each other reading of the rule."""
    decision = asked.recorded
    window = decision.window
    if decision.state is not State.CALL_IN_OPEN or window is None:
        return
    if not window.in_time(asked.now):
        return
    latest = until(window)
    yield asked.of_steps(
        MatterKind.CALL_IN_ENDS,
        f"It may be called in until {latest}.",
        "call-in",
        day=window.last_day,
        at=window.request_deadline,
    )
    for each in window.sooner:
        if each.in_time(asked.now) and until(each) != latest:
            yield asked.of_steps(
                MatterKind.CALL_IN_ENDS,
                f"By another reading of the rule it may be called in until {until(each)}. What "
                f"comes after that, and by {latest}, is for the monitoring officer to rule on.",
                "call-in",
                key=each.last_day.isoformat(),
                day=each.last_day,
                at=each.request_deadline,
            )


def not_closed(asked: OfDecision) -> Iterator[TodayMatter]:
    """A period or a time limit that has run out, and that no close has recorded."""
    decision = asked.recorded
    if not decision.time_has_run(asked.now):
        return
    due, limit = decision.due_effect, decision.proceedings.governing
    assert decision.window is not None
    in_period = decision.state is State.CALL_IN_OPEN or limit is None
    ended = until(decision.window) if in_period or limit is None else by_when(limit)
    what = "call-in period" if in_period else "time limit"
    if not asked.stuck:
        says = f"Its {what} ended at {ended}, and no close has recorded that."
        yield asked.matter(MatterKind.NOT_CLOSED, says, "close", by=(Role.PROPER_OFFICER,), at=due)
        return
    if decision.is_held or decision.proceedings.pending() or _in_question(asked):
        return  # each of these is a matter of its own
    for each in asked.stuck:
        says = f"Its {what} ended at {ended}, and cannot be recorded. {each.because}"
        yield asked.matter(
            MatterKind.NOT_CLOSED,
            says,
            f"next {asked.ref} --why close",
            by=(Role.PROPER_OFFICER,),
            key=each.code,
            at=due,
        )


def _in_question(asked: OfDecision) -> bool:
    return bool([*question(asked), *past_council(asked)])


def question(asked: OfDecision) -> Iterator[TodayMatter]:
    """A deadline that, counted again, would give more time."""
    decision = asked.recorded
    if decision.state not in UNDER_CALL_IN or decision.window is None:
        return
    case = asked.case_for("deadline-review")
    if days_have_changed(case) is not None:
        return
    in_period = decision.state is State.CALL_IN_OPEN
    guards = (days_still_agree,) if in_period else (days_still_agree, time_limit_still_agrees)
    said = [found.because for guard in guards if (found := guard(case)) is not None]
    limit = decision.proceedings.governing
    if in_period or limit is None:
        day, at = decision.window.last_day, decision.window.request_deadline
    else:
        day, at = limit.last_day, limit.ends_at
    yield asked.of_steps(
        MatterKind.QUESTION,
        f"{' '.join(said)} Keep it or revise it.",
        "deadline-review",
        day=day,
        at=at,
        waits=True,
    )


def past_council(asked: OfDecision) -> Iterator[TodayMatter]:
    """A date after the end of the council, which nobody has kept."""
    decision = asked.recorded
    if decision.state not in UNDER_CALL_IN:
        return
    late = outlasting_date(asked.case_for("deadline-review"))
    if late is None:
        return
    yield asked.of_steps(
        MatterKind.PAST_COUNCIL,
        f"{late.words} Keep that date, or give the decision up.",
        "deadline-review",
        "withdraw",
        at=late.effect,
        waits=True,
    )


EACH = (call_in_ends, not_closed, question, past_council)

"""A deadline or a time limit that is counted again after a day was closed: kept, or revised."""

from datetime import date, timedelta

from support.requests import (
    DEADLINE,
    OFFICER,
    OPENED,
    called_in,
    closed,
    did,
    not_closed,
    on,
    rules,
)
from support.states import codes, taken
from workflow.procedures.expiry.inputs import Review, ReviewDeadline


def test_a_deadline_that_was_kept_is_not_asked_about_again_over_another_day() -> None:
    """The 24th is closed, and the deadline kept; a day in December asks nothing new."""
    shut, twice = (rules(closed=[date(2018, 10, 24), *more]) for more in ([], [date(2018, 12, 24)]))
    morning = DEADLINE + timedelta(hours=9)
    assert codes(not_closed(OPENED, morning, shut)) == ["recount-later"]
    keep = ReviewDeadline(outcome=Review.KEEP, reason="As printed")
    kept = taken("deadline-review", OPENED, on(24), keep, rules=shut, actor=OFFICER)
    assert closed(kept, morning, twice).effective_at == DEADLINE
    more = rules(closed=[date(2018, 10, 23), date(2018, 10, 24)])
    assert codes(not_closed(kept, morning, more)) == ["recount-later"]


def test_a_clock_that_was_kept_is_not_asked_about_again_over_another_day() -> None:
    shut, twice = (rules(closed=[date(2018, 10, 31), *more]) for more in ([], [date(2018, 12, 24)]))
    keep = ReviewDeadline(outcome=Review.KEEP, reason="As told")
    given = {"rules": shut, "actor": OFFICER}
    kept = taken("deadline-review", called_in(), on(1, month=11), keep, **given)
    ends = kept.due_effect
    assert ends is not None
    assert closed(kept, ends, twice).effective_at == ends
    more = rules(closed=[date(2018, 10, 30), date(2018, 10, 31)])
    assert codes(not_closed(kept, ends, more)) == ["recount-later"]


def test_a_clock_beside_the_one_that_governs_is_counted_again_too() -> None:
    """Days closed in scrutiny's time, so that it would end after the direction."""
    directed = did("scrutiny-direct", called_in(), on(24))
    shut = rules(closed=[date(2018, 10, 30), date(2018, 10, 31), date(2018, 11, 1),
                         date(2018, 11, 2)])  # fmt: skip
    due = directed.due_effect
    assert due is not None
    assert directed.proceedings.governing == directed.proceedings.direction
    assert codes(not_closed(directed, due, shut)) == ["recount-later"]
    revise = ReviewDeadline(outcome=Review.REVISE, reason="A flood")
    given = {"rules": shut, "actor": OFFICER}
    revised = taken("deadline-review", directed, on(1, month=11), revise, **given)
    assert revised.due_effect is not None
    assert revised.due_effect > due
    assert revised.proceedings.direction == directed.proceedings.direction

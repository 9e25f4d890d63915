"""What a third independent reading found, each with the case that showed it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from support.drafts import BEFORE, CHAIR, EARLY, WALES, asked, consented, drafted
from support.inputs import DETAILS
from support.requests import (
    GULL,
    MONITORING,
    OFFICER,
    Asked,
    accepted,
    called_in,
    closed,
    lodged,
    not_closed,
    on,
    opened,
    request,
    rules,
)
from support.states import EVERY_STATE, MAKER, codes, refused, taken
from workflow.model.decision import Decision
from workflow.model.inputs import Inputs
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.procedures.attempt import Taken, attempt_close
from workflow.procedures.consents.inputs import AskConsent
from workflow.procedures.expiry.inputs import Review, ReviewDeadline
from workflow.procedures.found_late.inputs import RecordLateOutcome
from workflow.procedures.reconsideration.inputs import Confirm
from workflow.procedures.scrutiny.inputs import (
    Adjourn,
    Direct,
    LetStand,
    ReferToCouncil,
    Resolve,
    ScrutinyOutcome,
)

CONTRARY = ReferToCouncil(concerns="C", advice="It is contrary to the budget.")
REFERRED = on(31)
CONFIRM = Confirm(reason="R", votes_for=9, votes_against=1, acted_at=on(29))
RESOLVE = Resolve(outcome=ScrutinyOutcome.UPHELD, reason="R", acted_at=on(29))


def did(verb: str, decision: Decision, at: datetime, details: object = None) -> Decision:
    given = {"rules": GULL, "actor": MAKER if verb == "reconsideration-confirm" else MONITORING}
    return taken(verb, decision, at, details or DETAILS[verb], **given)


def back() -> Decision:
    """Give a decision referred back a week after its period."""
    return did("scrutiny-refer-back", called_in(), REFERRED)


def test_what_council_objects_to_as_contrary_takes_no_effect_by_waiting() -> None:
    council = did("scrutiny-refer-to-council", called_in(), on(24), CONTRARY)
    objected = did("council-object", council, on(25))
    assert objected.due_effect is None
    left = not_closed(objected, on(30, month=11))
    assert codes(left) == ["overdue"]
    assert "Contrary to the framework" in left.refusals[0].because


def opined() -> Decision:
    adverse = called_in(grounds=("adverse effect: It does.",))
    return did("request-record-opinion", did("scrutiny-refer-back", adverse, on(26)), REFERRED)


def directed() -> Decision:
    return did("scrutiny-direct", called_in(), REFERRED)


@pytest.mark.parametrize(
    ("decision", "verb", "details"),
    [
        (back(), "reconsideration-confirm", CONFIRM),
        (opined(), "reconsideration-confirm", CONFIRM),
        (directed(), "scrutiny-resolve", RESOLVE),
        (
            did("scrutiny-refer-to-council", called_in(), REFERRED, CONTRARY),
            "council-let-stand",
            LetStand(views="V", acted_at=on(29)),
        ),
    ],
    ids=["before it was referred", "before the opinion", "before the direction", "before council"],
)
def test_a_body_does_nothing_before_it_could(
    decision: Decision, verb: str, details: Inputs
) -> None:
    given = {"rules": GULL, "actor": MAKER if verb == "reconsideration-confirm" else MONITORING}
    later = REFERRED + timedelta(days=1)
    assert codes(refused(verb, decision, later, details, **given)) == ["not-in-time"]
    in_time = replace(details, acted_at=REFERRED)  # type: ignore[call-arg]
    assert taken(verb, decision, later, in_time, **given).effective_at == REFERRED


def test_what_is_found_late_was_not_done_before_it_could_be() -> None:
    referred = back()
    ends = referred.due_effect
    assert ends is not None
    lapsed = closed(referred, ends)
    for acted_at, code in ((on(29), ["not-in-time"]), (REFERRED, [])):
        given = RecordLateOutcome(acted_at=acted_at, reason="R")
        if code:
            assert (
                codes(refused("found-late-record-outcome", lapsed, ends, given, rules=GULL)) == code
            )
        else:
            again = taken("found-late-record-outcome", lapsed, ends, given, rules=GULL)
            at_odds = Confirm(reason="R", acted_at=ends - timedelta(hours=9))
            outcome = refused(
                "reconsideration-confirm", again, ends, at_odds, rules=GULL, actor=MAKER
            )
            assert codes(outcome) == ["not-in-time"]


def no_clock_for_scrutiny() -> Asked:
    """Give the rules of a council that may direct, and says not by when scrutiny meets."""
    source = "[[scrutiny-meets]]\nfrom = 2010-01-01"
    return rules("gullshire", (source, "[[scrutiny-meets]]\nfrom = 2030-01-01"))


def test_a_direction_that_ended_before_the_ruling_brings_nothing_about() -> None:
    by = no_clock_for_scrutiny()
    called = accepted(lodged(opened(by), on(22), by), on(22), by)
    under = taken("scrutiny-direct", called, on(23), Direct(days=3, reason="W"), rules=by)
    second = request(requested_by=("elm", "fir", "cedar"), grounds=("consultation",))
    both = taken("call-in", under, on(25), replace(second, received_at=on(25)), rules=by)
    joined = accepted(both, on(30), by, number=2)
    assert joined.due_effect is None
    left = not_closed(joined, on(31), by)
    assert codes(left) == ["overdue"]
    assert left.refusals[0].because.startswith("The direction had until")


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


def test_a_clock_that_had_run_out_and_is_put_off_runs_again() -> None:
    by = rules("fenshire")
    called = accepted(lodged(opened(by), on(19), by), on(20, month=11), by)
    assert called.due_effect is None
    put = Adjourn(until=date(2018, 11, 30), consent="the Leader", reason="W")
    again = taken("scrutiny-adjourn", called, on(20, month=11), put, rules=by, actor=OFFICER)
    ended = attempt_close(again, on(3, month=12), by)
    assert isinstance(ended, Taken)


def test_consent_that_was_acted_on_is_not_asked_for_again() -> None:
    agreed = consented(asked(drafted(Kind.NON_KEY), EARLY, BEFORE, WALES), EARLY, CHAIR, by=WALES)
    acted = taken(
        "implement-early", agreed, on(18), DETAILS["implement-early"], rules=WALES, actor=OFFICER
    )
    again = AskConsent(purpose=EARLY, reason="R", setting_aside="W")  # type: ignore[arg-type]
    outcome = refused("consent-ask", acted, on(18), again, rules=WALES, actor=OFFICER)
    assert codes(outcome) == ["acted-on-already"]


def test_a_hold_found_on_what_counts_as_implemented_says_what_can_be_done() -> None:
    done = EVERY_STATE[State.IMPLEMENTED]
    given = replace(DETAILS["found-late-record-hold"], made_at=done.last_at + timedelta(days=1))
    outcome = refused(
        "found-late-record-hold", done, done.last_at + timedelta(days=2), given, rules=GULL
    )
    assert "decisions hold" not in outcome.refusals[0].remedy

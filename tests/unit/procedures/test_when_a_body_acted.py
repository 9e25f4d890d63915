"""What a body did has effect from when it acted, which is when it could and not when it is told."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from support.inputs import DETAILS
from support.requests import (
    DEADLINE,
    GULL,
    MONITORING,
    called_in,
    closed,
    did,
    on,
    rejected,
    request,
)
from support.states import MAKER, codes, refused, taken
from workflow.model.decision import Decision
from workflow.model.inputs import Inputs
from workflow.procedures.found_late.inputs import RecordLateOutcome
from workflow.procedures.reconsideration.inputs import Confirm
from workflow.procedures.scrutiny.inputs import LetStand, ReferToCouncil, Resolve, ScrutinyOutcome

CONTRARY = ReferToCouncil(concerns="C", advice="It is contrary to the budget.")


REFERRED = on(31)


CONFIRM = Confirm(reason="R", votes_for=9, votes_against=1, acted_at=on(29))


RESOLVE = Resolve(outcome=ScrutinyOutcome.UPHELD, reason="R", acted_at=on(29))


def back() -> Decision:
    """Give a decision referred back a week after its period."""
    return did("scrutiny-refer-back", called_in(), REFERRED)


def opined() -> Decision:
    adverse = called_in(grounds=("adverse effect: It does.",))
    return did("request-record-opinion", did("scrutiny-refer-back", adverse, on(26)), REFERRED)


def directed() -> Decision:
    return did("scrutiny-direct", called_in(), REFERRED)


def test_an_outcome_has_its_effect_from_the_meeting_whatever_was_recorded_since() -> None:
    """Scrutiny met on the 24th; a request was ruled invalid on the 29th, and then it is told."""
    second = request(requested_by=("elm", "fir", "cedar"), grounds=("consultation",))
    both = taken("call-in", called_in(), on(24), second, rules=GULL)
    left = rejected(both, on(29), number=2)
    given = Resolve(outcome=ScrutinyOutcome.UPHELD, reason="R", acted_at=on(24, 18))
    done = taken("scrutiny-resolve", left, on(30), given, rules=GULL)
    assert done.effective_at == on(29)
    prompt = taken("scrutiny-resolve", called_in(), on(30), given, rules=GULL)
    assert prompt.effective_at == DEADLINE


@pytest.mark.parametrize(("at", "code"), [(on(31), "in-the-future"), (on(20), "not-in-time")])
def test_a_body_acts_between_the_ruling_and_the_record_of_it(at: datetime, code: str) -> None:
    given = Resolve(outcome=ScrutinyOutcome.UPHELD, reason="R", acted_at=at)
    outcome = refused("scrutiny-resolve", called_in(), on(30), given, rules=GULL)
    assert codes(outcome) == [code]


def test_a_confirmation_and_councils_leave_have_their_times_too() -> None:
    given = {"rules": GULL, "actor": MAKER}
    back = taken(
        "scrutiny-refer-back", called_in(), on(26), DETAILS["scrutiny-refer-back"], rules=GULL
    )
    confirm = Confirm(reason="R", acted_at=on(29))
    assert taken("reconsideration-confirm", back, on(31), confirm, **given).effective_at == on(29)
    council = taken("scrutiny-refer-to-council", called_in(), on(26), CONTRARY, rules=GULL)
    leave = LetStand(views="V", acted_at=on(30))
    assert taken("council-let-stand", council, on(31), leave, rules=GULL).effective_at == on(30)


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

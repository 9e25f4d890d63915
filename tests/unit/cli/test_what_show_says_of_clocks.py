"""What `show` says follows at the end of a clock, who asks, and of consent nobody answered."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from cli.shown.standing import decision_lines
from support.drafts import BEFORE, EXEMPT, signed
from support.inputs import DETAILS
from support.requests import (
    GULL,
    MONITORING,
    OFFICER,
    accepted,
    called_in,
    closed,
    lodged,
    on,
    opened,
    rules,
)
from support.statements import SIGNED_AT
from support.states import taken
from workflow.clock import start_of_day
from workflow.model.decision import Decision
from workflow.procedures.found_late.inputs import RecordLateOutcome
from workflow.procedures.scrutiny.inputs import ReferToCouncil


def said(decision: Decision, at: datetime = SIGNED_AT) -> str:
    return " ".join(" ".join(decision_lines(decision, at)).split())


def test_a_clock_says_what_follows_at_its_end() -> None:
    assert "then: takes effect at the end" in said(called_in())


def test_a_clock_that_brings_nothing_about_does_not_say_that_it_does() -> None:
    """Over before the ruling; found to have been acted on; objected to as contrary."""
    by = rules("fenshire")
    late = accepted(lodged(opened(by), on(19), by), on(20, month=11), by)
    assert "then: held until resolved" in said(late)
    called = called_in()
    assert called.due_effect is not None
    given = RecordLateOutcome(acted_at=on(24), reason="R")
    morning = called.due_effect + timedelta(hours=9)
    lapsed = closed(called, called.due_effect)
    found = taken("found-late-record-outcome", lapsed, morning, given, rules=GULL)
    assert "then: what was done in time is recorded" in said(found)
    contrary = ReferToCouncil(concerns="C", advice="It is contrary.")
    council = taken(
        "scrutiny-refer-to-council", called, on(24), contrary, rules=GULL, actor=MONITORING
    )
    objected = taken("council-object", council, on(25), DETAILS["council-object"], rules=GULL)
    assert "then: held until resolved" in said(objected)


def test_who_asks_is_counted_as_they_are() -> None:
    electors = lodged(requested_by=(), electors=150)
    assert "from 150 electors" in said(electors)
    both = lodged(requested_by=("cedar",), electors=7)
    assert "from one person and 7 electors" in said(both)


def test_consent_that_nobody_answered_awaits_no_answer_once_it_is_published() -> None:
    assert BEFORE < SIGNED_AT
    assert "awaits an answer" in said(EXEMPT)
    made = signed(EXEMPT)
    done = taken("publish", made, SIGNED_AT, DETAILS["publish"], rules=GULL, actor=OFFICER)
    assert "was not answered before it was published" in said(done)


def test_what_was_found_late_of_a_day_alone_says_that_no_time_was_given() -> None:
    by_day = replace(called_in(), disputed_at=start_of_day(date(2018, 10, 19)))
    assert "Disputed: Fri 19 Oct 2018 (no time given)" in said(by_day)
    assert "Disputed: Fri 19 Oct 2018 00:01" in said(
        replace(by_day, disputed_at=start_of_day(date(2018, 10, 19)) + timedelta(minutes=1))
    )

"""What may be called in, until when, and what the close does; with each refusal on the way."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from support.councils import constitution
from support.inputs import DETAILS
from support.requests import GULL, OPENED
from support.statements import BEFORE_THE_END, ENDS_AT, SIGNED_AT, STATEMENT, URGENT
from support.states import EVERY_STATE, OPEN_BY_RULE, SEATS, Rules, codes, refused, taken
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import start_of_day
from workflow.constitution.reading import parse
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.procedures.expiry.inputs import Review, ReviewDeadline

DRAFT, SIGNED = EVERY_STATE[State.DRAFT], EVERY_STATE[State.SIGNED]
OPEN, CALLED_IN = OPEN_BY_RULE, EVERY_STATE[State.CALLED_IN]
EFFECTIVE = EVERY_STATE[State.EFFECTIVE]


def test_special_urgency_exempts_only_where_the_council_says_so() -> None:
    """Herefordshire's form exempts it; nothing on file for Salford does."""
    urgent = replace(STATEMENT, urgency=URGENT)
    decision = taken("publish", SIGNED, SIGNED_AT, DETAILS["publish"], text=urgent)
    assert decision.state is State.IMPLEMENTED
    assert decision.window is None
    assert decision.effective_at == SIGNED_AT
    at = start_of_day(date(2022, 9, 20)) + timedelta(hours=12)
    salford = {"rules": Rules(constitution("salford")), "text": urgent}
    signed = replace(SIGNED, last_at=at)
    decision = taken("publish", signed, at, DETAILS["publish"], **salford)
    assert decision.state is State.CALL_IN_OPEN


def test_an_exempt_decision_cannot_be_called_in_and_says_why() -> None:
    urgent = replace(STATEMENT, urgency=URGENT)
    decision = taken("publish", SIGNED, SIGNED_AT, DETAILS["publish"], text=urgent)
    outcome = refused("call-in", decision, BEFORE_THE_END, DETAILS["call-in"])
    assert codes(outcome) == ["exempt-from-call-in"]


def test_a_kind_that_is_not_subject_takes_effect_at_once() -> None:
    """At Salford an officer's decision is not subject to call-in."""
    at = start_of_day(date(2022, 9, 20)) + timedelta(hours=12)
    officer = replace(SIGNED, kind=Kind.OFFICER_KEY, last_at=at)
    decision = taken(
        "publish", officer, at, DETAILS["publish"], rules=Rules(constitution("salford"))
    )
    assert (decision.state, decision.window) == (State.IMPLEMENTED, None)


def test_what_is_not_on_file_is_refused_and_never_filled_in() -> None:
    """No rule before the first on file; no rule for a kind that no rule names."""
    early = start_of_day(date(2017, 1, 4)) + timedelta(hours=12)
    before = replace(SIGNED, last_at=early)
    assert codes(refused("publish", before, early, DETAILS["publish"])) == [
        "not-on-file",
        "not-on-file",
    ]
    officer = replace(SIGNED, kind=Kind.OFFICER_KEY)
    assert codes(refused("publish", officer, SIGNED_AT, DETAILS["publish"])) == ["not-on-file"]


def test_a_period_past_the_calendars_horizon_is_refused_with_the_cure() -> None:
    at = start_of_day(date(2028, 12, 28)) + timedelta(hours=12)
    late = replace(SIGNED, last_at=at)
    outcome = refused("publish", late, at, DETAILS["publish"])
    assert codes(outcome) == ["beyond-calendar"]
    assert "upgrade council-decisions" in outcome.refusals[0].remedy


def test_a_request_is_in_time_to_the_last_instant_and_late_at_the_next() -> None:
    """End of day: a microsecond before midnight is in time, midnight is not."""
    tick = timedelta(microseconds=1)
    for received, in_time in ((ENDS_AT - tick, True), (ENDS_AT, False)):
        asked = replace(DETAILS["call-in"], received_at=received)
        if in_time:
            lodged = taken("call-in", OPEN, received, asked)
            assert (lodged.state, lodged.called_in_at) == (State.CALL_IN_OPEN, None)
            assert lodged.asked_at == received
            decision = taken("request-accept", lodged, received, DETAILS["request-accept"])
            assert decision.called_in_at == received
        else:
            outcome = refused("call-in", OPEN, received, asked)
            assert codes(outcome) == ["out-of-time"]


def test_by_four_o_clock_includes_four_o_clock() -> None:
    """Salford's 16:00:00 is in time; 16:00:01 is not."""
    at = start_of_day(date(2022, 9, 20)) + timedelta(hours=12)
    rules = {"rules": Rules(constitution("salford"))}
    rules["rules"].appointments = SEATS
    members = replace(DETAILS["call-in"], requested_by=("ash", "elm", "fir"))
    decision = taken("publish", replace(SIGNED, last_at=at), at, DETAILS["publish"], **rules)
    assert decision.window is not None
    four = decision.window.request_deadline
    assert decision.window.effective_from == four
    for seconds, in_time in ((-1, True), (0, True), (1, False)):
        received = four + timedelta(seconds=seconds)
        asked = replace(members, received_at=received)
        if in_time:
            assert taken("call-in", decision, received, asked, **rules)
        else:
            assert codes(refused("call-in", decision, received, asked, **rules)) == ["out-of-time"]
    assert codes(refused("close", decision, four, DETAILS["close"], **rules)) == ["call-in-open"]
    after = four + timedelta(microseconds=1)
    closed = taken("close", decision, after, DETAILS["close"], **rules)
    assert closed.effective_at == four


def test_a_request_before_publication_or_from_the_future_is_refused() -> None:
    asked = replace(DETAILS["call-in"], received_at=SIGNED_AT - timedelta(seconds=1))
    assert codes(refused("call-in", OPEN, BEFORE_THE_END, asked)) == ["before-publication"]
    asked = replace(DETAILS["call-in"], received_at=BEFORE_THE_END + timedelta(seconds=1))
    assert codes(refused("call-in", OPEN, BEFORE_THE_END, asked)) == ["in-the-future"]


def test_a_request_in_time_but_recorded_after_the_deadline_says_why() -> None:
    """The row still says open; the request was in time; both times are kept."""
    late = ENDS_AT + timedelta(hours=9)
    outcome = refused("call-in", OPEN, late, DETAILS["call-in"])
    assert codes(outcome) == ["late-entry-needs-reason"]
    lodged = taken("call-in", OPEN, late, DETAILS["call-in"], late_reason="Found in the post")
    assert lodged.state is State.CALL_IN_OPEN
    decision = taken("request-accept", lodged, late, DETAILS["request-accept"])
    assert (decision.state, decision.called_in_at) == (State.CALLED_IN, BEFORE_THE_END)


def test_the_close_is_dated_at_the_legal_instant_however_late_it_runs() -> None:
    closed = taken("close", OPEN, ENDS_AT + timedelta(days=3), DETAILS["close"])
    assert closed.effective_at == ENDS_AT
    assert closed.implemented_at == ENDS_AT


def test_a_hold_that_outlasts_the_period_dates_the_effect_at_its_release() -> None:
    """Held before the end and released after it: effect begins with the release."""
    held = taken("hold", OPEN, BEFORE_THE_END, DETAILS["hold"])
    after = ENDS_AT + timedelta(days=2)
    free = taken("release", held, after, DETAILS["release"])
    closed = taken("close", free, after + timedelta(hours=1), DETAILS["close"])
    assert closed.effective_at == after


def closed_on(day: date) -> Rules:
    row = CouncilDay(
        day=day,
        kind=DayKind.HOLIDAY,
        title="Proclaimed late",
        reason="Proclaimed",
        source="A proclamation",
        entered_by="someone",
        known_at=BEFORE_THE_END,
        recorded_at=BEFORE_THE_END,
    )
    return Rules(calendar=calendar_for(Nation.ENGLAND, [row]))


def test_a_holiday_proclaimed_late_moves_nothing_by_itself() -> None:
    """The close refuses, and a person keeps or revises the deadline."""
    changed = {"rules": closed_on(date(2018, 10, 24))}
    outcome = refused("close", OPEN, ENDS_AT, DETAILS["close"], **changed)
    assert codes(outcome) == ["recount-later"]
    assert "the end of Thu 25 Oct 2018" in outcome.refusals[0].because
    kept = taken(
        "deadline-review",
        OPEN,
        ENDS_AT,
        ReviewDeadline(outcome=Review.KEEP, reason="Published as it stands"),
        **changed,
    )
    assert taken("close", kept, ENDS_AT, DETAILS["close"], **changed).effective_at == ENDS_AT
    revised = taken("deadline-review", OPEN, ENDS_AT, DETAILS["deadline-review"], **changed)
    assert revised.window is not None
    assert revised.window.last_day == date(2018, 10, 25)
    outcome = refused("close", revised, ENDS_AT, DETAILS["close"], **changed)
    assert codes(outcome) == ["call-in-open"]


def test_a_holiday_that_changes_nothing_of_a_period_leaves_it_alone() -> None:
    changed = {"rules": closed_on(date(2018, 12, 24))}
    assert taken("close", OPEN, ENDS_AT, DETAILS["close"], **changed).effective_at == ENDS_AT
    outcome = refused("deadline-review", OPEN, ENDS_AT, DETAILS["deadline-review"], **changed)
    assert codes(outcome) == ["deadline-agrees"]


def test_a_window_counted_from_the_decision_cannot_be_over_before_publication() -> None:
    """F4: late publication under such a rule would leave nobody a day; it is refused."""
    source = Path(constitution().source)
    toml = source.read_text(encoding="utf-8").replace(
        'counted-from = "publication"', 'counted-from = "decision"'
    )
    found, complaints = parse(toml, str(source))
    assert found is not None, complaints
    at = ENDS_AT + timedelta(days=10)
    outcome = refused(
        "publish", replace(SIGNED, last_at=at), at, DETAILS["publish"], rules=Rules(found)
    )
    assert codes(outcome) == ["period-already-over"]


def test_signed_text_is_not_changed() -> None:
    assert codes(refused("amend", SIGNED, SIGNED_AT, DETAILS["amend"])) == ["text-is-signed"]


def test_a_refusal_of_a_later_step_says_what_comes_first() -> None:
    outcome = refused("publish", DRAFT, SIGNED_AT, DETAILS["publish"])
    assert outcome.refusals[0].remedy == "First: decisions sign HFD-2018-042 …"


def test_implementing_is_refused_while_call_in_is_open_and_while_called_in() -> None:
    outcome = refused("implement", OPEN, BEFORE_THE_END, DETAILS["implement"])
    assert codes(outcome) == ["call-in-open"]
    assert "Herefordshire" in str(outcome.refusals[0].authority)
    assert codes(refused("implement", CALLED_IN, ENDS_AT, DETAILS["implement"])) == ["is-called-in"]


def test_nothing_is_dated_in_the_future() -> None:
    outcome = refused(
        "implement", EFFECTIVE, ENDS_AT + timedelta(days=1), DETAILS["implement"], now=ENDS_AT
    )
    assert codes(outcome) == ["in-the-future"]


def test_urgency_that_a_stranger_agreed_exempts_nothing() -> None:
    """Typed on the paper by nobody on the ladder, it opens its period as any other."""
    said = replace(URGENT, agreed_by="The cleaner", capacity="cleaner")
    text = replace(STATEMENT, urgency=said)
    signed = EVERY_STATE[State.SIGNED]
    published = taken("publish", signed, SIGNED_AT, DETAILS["publish"], text=text)
    assert published.state is State.CALL_IN_OPEN
    armchair = replace(said, capacity="Leader, in the armchair of scrutiny")
    text = replace(STATEMENT, urgency=armchair)
    published = taken("publish", signed, SIGNED_AT, DETAILS["publish"], text=text)
    assert published.state is State.CALL_IN_OPEN


def test_a_hold_at_the_last_instant_of_a_period_stops_its_effect() -> None:
    """At five o'clock a request is in time, and so is a hold; effect waits for its release."""
    window = OPENED.window
    assert window is not None
    held = taken("hold", OPENED, window.effective_from, DETAILS["hold"], rules=GULL)
    freed_at = window.effective_from + timedelta(days=5)
    freed = taken("release", held, freed_at, DETAILS["release"], rules=GULL)
    assert freed.due_effect == freed_at

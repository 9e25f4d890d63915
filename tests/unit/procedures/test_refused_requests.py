"""Which refused requests are kept: those that were out of time or not valid, and none that was only
typed wrongly, or entered by somebody who may not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from support.requests import (
    AFTER,
    DEADLINE,
    GULL,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    THREE,
    TICK,
    closed,
    lodged,
    on,
    rejected,
    request,
    withdrawn,
)
from support.states import EVERY_STATE, Rules, case, codes, refused, seat, someone, taken
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.people import Role, pseudonym
from workflow.model.state import State
from workflow.procedures.attempt import Refused
from workflow.procedures.requests.inputs import SupportRequest
from workflow.procedures.requests.refused import is_kept

LATE = {"received_at": DEADLINE + TICK}
REASON = {"late_reason": "In the post"}


def not_lodged(decision: Decision = OPENED, at: Any = ON_CALL_IN, **more: Any) -> Refused:
    given = {"rules": GULL, "actor": OFFICER, **more.pop("case", {})}
    return refused("call-in", decision, at, request(**more), **given)


def event_of(outcome: Refused) -> Any:
    """Give what goes on the record for a request that was refused, and is kept."""
    assert outcome.recorded is not None
    (entry,) = outcome.recorded.entries
    return entry.event


def test_a_late_request_is_kept_with_who_when_and_why() -> None:
    outcome = not_lodged(at=AFTER, **LATE, how="by email", alternative="Wait")
    event = event_of(outcome)
    assert codes(outcome) == ["out-of-time"]
    assert (outcome.kept, event.number, event.step) == (1, 1, "call-in")
    assert (event.at, event.received_at) == (AFTER, LATE["received_at"])
    assert event.requested_by == THREE
    assert event.signatures == tuple(pseudonym(OPENED.council, each) for each in THREE)
    assert (event.codes, event.why) == (("out-of-time",), (outcome.refusals[0].because,))
    assert (event.how, event.alternative) == ("by email", "Wait")


def test_it_opens_nothing_and_moves_nothing() -> None:
    """But for the entry itself, the decision is what it was, to the last field."""
    outcome = not_lodged(at=AFTER, **LATE)
    assert outcome.recorded is not None
    after = outcome.recorded.decision
    (kept,) = after.proceedings.refused
    assert after.version == OPENED.version + 1
    assert after.refused_at == kept.refused_at
    as_before = {
        "version": OPENED.version,
        "refused_at": None,
        "proceedings": replace(after.proceedings, refused=()),
    }
    assert replace(after, **as_before) == OPENED
    assert after.earliest_next == OPENED.earliest_next
    assert after.time_has_run(AFTER) is OPENED.time_has_run(AFTER) is True


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("before-publication", {"received_at": on(17)}),
        ("signatory-ineligible", {"requested_by": ("oak",)}),
        ("signatory-departed", {"requested_by": ("yew",)}),
        ("signatory-unknown", {"requested_by": ("A Passer-by",)}),
    ],
)
def test_what_is_wrong_with_the_request_itself_is_kept(code: str, given: dict[str, Any]) -> None:
    outcome = not_lodged(**given)
    assert codes(outcome) == [code]
    assert event_of(outcome).codes == (code,)


def test_a_request_of_those_who_made_it_is_kept() -> None:
    makers = (pseudonym(OPENED.council, "ash"),)
    outcome = not_lodged(replace(OPENED, makers=makers))
    assert codes(outcome) == ["signatory-made-it"]
    assert outcome.kept == 1


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("in-the-future", {"received_at": ON_CALL_IN + TICK}),
        ("ground-misspelt", {"grounds": ("polcy: It is against the plan.",)}),
        ("signatory-unknown", {"requested_by": ("Cllr beeech",)}),
    ],
)
def test_what_was_only_typed_wrongly_is_not_kept(code: str, given: dict[str, Any]) -> None:
    outcome = not_lodged(**given)
    assert codes(outcome) == [code]
    assert (outcome.kept, outcome.recorded) == (None, None)


def test_a_late_entry_without_its_reason_is_not_kept() -> None:
    outcome = not_lodged(at=AFTER, received_at=DEADLINE)
    assert codes(outcome) == ["late-entry-needs-reason"]
    assert outcome.kept is None


def test_what_somebody_enters_who_may_not_is_not_kept() -> None:
    outcome = not_lodged(at=AFTER, **LATE, case={"actor": someone(Role.AUTHOR)})
    assert "not-authorised" in codes(outcome)
    assert outcome.kept is None
    for_another = not_lodged(at=AFTER, **LATE, case={"actor": someone(Role.MEMBER)})
    assert codes(for_another) == ["out-of-time", "not-for-others"]
    assert for_another.kept is None


def test_a_late_request_with_a_slip_in_it_is_kept_as_it_was_typed() -> None:
    """Whoever reads that it is late does not type it again: it would be lost."""
    outcome = not_lodged(at=AFTER, **LATE, requested_by=("Cllr beeech",))
    assert codes(outcome) == ["out-of-time", "signatory-unknown"]
    assert event_of(outcome).requested_by == ("Cllr beeech",)


def test_what_cannot_have_been_received_yet_is_not_kept_once_the_period_is_over() -> None:
    over = closed(OPENED, AFTER)
    outcome = not_lodged(over, AFTER, received_at=AFTER + TICK)
    assert codes(outcome) == ["in-the-future", "out-of-time"]
    assert outcome.kept is None
    assert not_lodged(over, AFTER, received_at=AFTER).kept == 1


@pytest.mark.parametrize("state", sorted(State, key=lambda each: each.value))
def test_it_is_kept_in_every_state_of_a_decision_that_was_published(state: State) -> None:
    """But for the moment between its publication and its period: no decision rests there."""
    if state not in EVERY_STATE:
        return
    decision = EVERY_STATE[state]
    at = max(on(28, month=12), decision.last_at + timedelta(days=90))
    outcome = refused("call-in", decision, at, request(received_at=at), actor=OFFICER)
    unpublished = state in (State.DRAFT, State.SIGNED, State.PUBLISHED)
    assert (outcome.kept is None) is unpublished, codes(outcome)


def test_a_hold_does_not_stop_it_being_kept() -> None:
    held = taken("hold", OPENED, ON_CALL_IN, _hold(), actor=someone(Role.MONITORING_OFFICER))
    assert not_lodged(held, AFTER, **LATE).kept == 1


def _hold() -> Any:
    from support.inputs import DETAILS

    return DETAILS["hold"]


def test_support_that_comes_too_late_is_kept() -> None:
    joins = SupportRequest(requested_by=("fir",), received_at=DEADLINE + TICK)
    outcome = refused("request-support", lodged(), AFTER, joins, rules=GULL, actor=OFFICER)
    event = event_of(outcome)
    assert (event.step, event.particulars, event.codes) == ("request-support", (), ("out-of-time",))
    over = closed(rejected(lodged(), ON_CALL_IN), AFTER)
    later = refused("request-support", over, AFTER, joins, rules=GULL, actor=OFFICER)
    assert later.kept == 1


def test_support_in_time_of_a_request_that_is_over_is_kept() -> None:
    joins = SupportRequest(request=1, requested_by=("fir",), received_at=ON_CALL_IN)
    over = rejected(lodged(), ON_CALL_IN)
    outcome = refused("request-support", over, ON_CALL_IN, joins, rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["request-ruled-already"]
    assert outcome.kept == 1


def test_support_of_a_request_that_is_not_there_was_typed_wrongly() -> None:
    joins = SupportRequest(request=7, requested_by=("fir",), received_at=ON_CALL_IN)
    outcome = refused("request-support", lodged(), ON_CALL_IN, joins, rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["no-such-request"]
    assert outcome.kept is None


class OnRecord(Rules):
    """Rules with a record that holds these events."""

    def __init__(self, *events: Event) -> None:
        super().__init__(GULL.constitution, GULL.calendar())
        self.appointments = GULL.appointments
        self.events = events

    def on_record(self, ref: str, *kinds: type[Event]) -> Any:
        return [(each, ()) for each in self.events if isinstance(each, kinds)]


def kept_and_rules(**given: Any) -> tuple[Decision, OnRecord]:
    first = not_lodged(at=AFTER, **{**LATE, **given})
    assert first.recorded is not None
    return first.recorded.decision, OnRecord(event_of(first))


def test_the_same_request_is_kept_once() -> None:
    decision, record = kept_and_rules()
    again = not_lodged(decision, AFTER + timedelta(hours=1), **LATE, case={"rules": record})
    assert (again.kept, again.recorded) == (1, None)
    other = not_lodged(decision, AFTER, **LATE, grounds=("budget",), case={"rules": record})
    assert other.kept == 2
    assert event_of(other).number == 2


def test_what_is_entered_again_with_the_right_hour_says_so() -> None:
    decision, record = kept_and_rules()
    given: dict[str, Any] = {"rules": record, "actor": OFFICER, **REASON}
    after = taken("call-in", decision, AFTER, request(received_at=DEADLINE), **given)
    (kept,) = after.proceedings.refused
    assert (kept.entered_as, kept.entered_at) == (1, AFTER)
    assert after.proceedings.requests[0].number == 1


def test_another_request_of_the_same_people_does_not_take_its_place() -> None:
    """On other grounds, and received at another time, it is another request."""
    decision, record = kept_and_rules()
    given: dict[str, Any] = {"rules": record, "actor": OFFICER, **REASON}
    other = request(received_at=DEADLINE, grounds=("budget: It is not funded.",))
    (kept,) = taken("call-in", decision, AFTER, other, **given).proceedings.refused
    assert kept.entered_as is None
    fewer = request(received_at=DEADLINE, requested_by=THREE[:2])
    (kept,) = taken("call-in", decision, AFTER, fewer, **given).proceedings.refused
    assert kept.entered_as is None


def test_a_seat_recorded_since_is_the_same_person() -> None:
    """Whoever was not known is known by the seat that was recorded, under another login."""
    first = not_lodged(requested_by=("Cllr Rowan",))
    assert codes(first) == ["signatory-unknown"]
    assert first.recorded is not None
    record = OnRecord(event_of(first))
    record.appointments = (
        *GULL.appointments,
        replace(seat("c.rowan", Role.MEMBER), name="Cllr Rowan"),
    )
    asked = request(requested_by=("Cllr Rowan",))
    given: dict[str, Any] = {"rules": record, "actor": OFFICER}
    (kept,) = taken(
        "call-in", first.recorded.decision, ON_CALL_IN, asked, **given
    ).proceedings.refused
    assert kept.entered_as == 1


def test_a_request_withdrawn_is_no_request_refused() -> None:
    assert withdrawn(lodged(), ON_CALL_IN).proceedings.refused == ()
    assert not is_kept(case(OPENED, ON_CALL_IN, request()))

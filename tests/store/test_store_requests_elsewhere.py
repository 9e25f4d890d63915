"""What was asked on other decisions: how often a person has asked, and about which matter."""

from datetime import UTC, datetime, timedelta
from typing import Any

from support.councils import GULLSHIRE
from support.people import MONITORING, OFFICER
from support.steps import must, petitioned, published
from workflow import Engine, ManualClock, Role
from workflow.procedures.attempt import Refused

WARD = {"wards": ("Dunmore",)}


def seated(engine: Engine) -> None:
    """Seat a member for the ward that the decisions here affect, who may ask alone."""
    since = datetime(2018, 1, 1).date()
    assert engine.appointments.appoint(
        GULLSHIRE, "cedar", Role.MEMBER, by=MONITORING, name="Cllr Cedar", of="Dunmore", since=since
    )


def asked(engine: Engine, **said: Any) -> str:
    ref = published(engine, GULLSHIRE, **{**WARD, **said})
    given = {"requested_by": ("Cllr Cedar",), "grounds": ("consultation",)}
    must(engine.take(ref, "call-in", by=OFFICER, received_at=engine.clock.now(), **given))
    return ref


def ruled(engine: Engine, ref: str) -> list[str]:
    outcome = engine.take(ref, "request-accept", by=MONITORING, reason="In time.")
    return [each.code for each in outcome.refusals] if isinstance(outcome, Refused) else []


def test_the_sixth_request_of_a_council_year_is_one_too_many(any_engine: Engine) -> None:
    """Five a year, as Gullshire has it: those ruled invalid or withdrawn count against nobody."""
    seated(any_engine)
    refs = [asked(any_engine) for _ in range(6)]
    assert ruled(any_engine, refs[5]) == ["asked-too-often"]
    assert ruled(any_engine, refs[0]) == []
    gone = {"by": OFFICER, "reason": "Satisfied."}
    must(any_engine.take(refs[1], "request-withdraw", **gone))
    assert ruled(any_engine, refs[5]) == []
    must(any_engine.take(refs[2], "request-reject", by=MONITORING, reason="Late."))
    again = asked(any_engine)
    assert ruled(any_engine, again) == []


def test_a_new_council_year_begins_anew(any_engine: Engine, clock: ManualClock) -> None:
    """On 21 May, in London; a request counts in the year it was received in, however late ruled."""
    seated(any_engine)
    clock.move_to(datetime(2019, 5, 20, 12, tzinfo=UTC))
    refs = [asked(any_engine) for _ in range(5)]
    assert [ruled(any_engine, ref) for ref in refs] == [[]] * 5
    clock.move_to(datetime(2019, 5, 20, 22, 59, tzinfo=UTC))
    sixth = asked(any_engine)
    assert ruled(any_engine, sixth) == ["asked-too-often"]
    clock.move_to(datetime(2019, 5, 20, 23, tzinfo=UTC))
    assert ruled(any_engine, sixth) == ["asked-too-often"]
    assert ruled(any_engine, asked(any_engine)) == []


# Fails: RequestSupported, in model/events/requests.py, leaves `asked_at` as it was, by which the
# decisions to be counted are found; who joins after the year has turned is not counted in it.
def test_who_joins_a_request_of_last_year_is_counted_in_the_year_of_joining(
    any_engine: Engine, clock: ManualClock
) -> None:
    seated(any_engine)
    clock.move_to(datetime(2019, 5, 20, 12, tzinfo=UTC))
    petitions = []
    for _ in range(5):
        ref = published(any_engine, GULLSHIRE, **WARD)
        petitions.append(petitioned(any_engine, ref, ("policy: Because.",)))
    clock.move_to(datetime(2019, 5, 21, 12, tzinfo=UTC))
    for ref in petitions:
        joins = {"requested_by": ("Cllr Cedar",), "received_at": clock.now()}
        must(any_engine.take(ref, "request-support", by=OFFICER, **joins))
    assert ruled(any_engine, asked(any_engine)) == ["asked-too-often"]


def test_the_same_matter_is_not_asked_about_again_within_six_months(
    any_engine: Engine, clock: ManualClock
) -> None:
    """By the council's own number for it; another matter, or seven months later, is open."""
    seated(any_engine)
    first = asked(any_engine, issue_reference="I50027300")
    assert ruled(any_engine, first) == []
    clock.move_to(clock.now() + timedelta(days=1))
    second = asked(any_engine, issue_reference="I50027300")
    outcome = any_engine.take(second, "request-accept", by=MONITORING, reason="In time.")
    assert isinstance(outcome, Refused)
    assert [each.code for each in outcome.refusals] == ["same-issue-asked"]
    assert first in outcome.refusals[0].because
    assert ruled(any_engine, asked(any_engine, issue_reference="I50027301")) == []
    clock.move_to(clock.now() + timedelta(days=215))
    assert ruled(any_engine, asked(any_engine, issue_reference="I50027300")) == []

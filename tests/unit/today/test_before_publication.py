"""Matters of decisions before they are published, as a clerk would state them."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE, WEALDSHIRE
from support.lives.one_year import DUTIES, engine_of
from support.people import AUTHOR, MAKER, OFFICER
from support.steps import MORNING, drafted, held, must, opened, signed
from support.todays import of, one
from workflow import Engine, Kind, ManualClock, MatterKind, Role
from workflow.clock import LONDON

TODAY = MORNING.date()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    return opened("sqlite:///:memory:", clock)


def noticed(engine: Engine, ref: str, kind: str, published: date, **more: Any) -> None:
    """Record a notice of a decision, published at nine on a day."""
    given = {
        "kind": kind,
        "published_at": datetime(published.year, published.month, published.day, 8, tzinfo=LONDON),
        "where": "the website",
        "matter": "The plan",
        "maker": "Cabinet: Cllrs A, B and C",
        "documents": "none",
        "copies": "from the offices",
        "informed": "the chair of scrutiny",
        "reasons": "It names a child.",
        **more,
    }
    must(engine.take(ref, "advance-notice-give", by=OFFICER, **given))


# -- before it is made --------------------------------------------------------------------------


def test_a_key_draft_without_notice_is_told_which_routes_are_open(engine: Engine) -> None:
    made_on = TODAY + timedelta(days=20)
    ref = drafted(engine, kind=Kind.KEY, made_on=made_on)
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert "Notice of a key decision: publish it" not in found.says, "28 clear days have passed"
    assert "General exception notice: publish it by Tue 30 Oct 2018." in found.says
    assert "Special urgency: agreement before the decision" in found.says
    assert found.day == date(2018, 10, 30), "five clear working days before 7 November"
    assert [each.split(" --")[0] for each in found.commands] == [
        f"decisions advance-notice give {ref}",
        f"decisions consent ask {ref}",
    ]
    assert "--kind general-exception" in found.commands[0]
    assert found.commands[0].endswith("--matter TEXT --informed TEXT")


def test_once_the_day_is_past_no_route_is_open(engine: Engine) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=TODAY - timedelta(days=1))
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert found.overdue
    assert found.says.endswith("No route to that day is open any more.")
    assert found.commands == (f"decisions amend {ref} --made-on DATE",)


def test_notice_that_runs_says_from_when_it_may_be_made(engine: Engine) -> None:
    """28 clear days from Thursday 11 October: Friday 9 November is the first day after them."""
    ref = drafted(engine, kind=Kind.KEY, made_on=date(2018, 11, 12))
    first, last = date(2018, 11, 9), date(2018, 11, 30)
    told = {"decide_from": first, "decide_until": last}
    noticed(engine, ref, "key-decision", date(2018, 10, 11), **told)
    runs = one(engine, MatterKind.NOTICE_RUNS)
    assert (runs.day, runs.overdue) == (first, False)
    assert runs.says == "By the notice of a key decision it may be made from Fri 9 Nov 2018."
    lapses = one(engine, MatterKind.NOTICE_LAPSES)
    assert lapses.day == last
    assert of(engine, MatterKind.NOTICE_WANTED) == []


def test_the_last_day_of_a_notice_that_has_passed(engine: Engine, clock: ManualClock) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=date(2018, 12, 3))
    told = {"decide_from": date(2018, 11, 9), "decide_until": date(2018, 11, 9)}
    noticed(engine, ref, "key-decision", date(2018, 10, 11), **told)
    clock.move_to(clock.now() + timedelta(days=23))
    found = one(engine, MatterKind.NOTICE_LAPSES)
    assert found.overdue
    assert found.says == (
        "Fri 9 Nov 2018 was the last day that its notice of a key decision gives for it. It cannot "
        "be made by that notice any more."
    )


def test_one_made_within_its_notice_is_only_to_be_signed(
    engine: Engine, clock: ManualClock
) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=date(2018, 11, 9))
    told = {"decide_from": date(2018, 11, 9), "decide_until": date(2018, 11, 9)}
    noticed(engine, ref, "key-decision", date(2018, 10, 11), **told)
    clock.move_to(clock.now() + timedelta(days=30))
    found = engine.today(HEREFORDSHIRE).matters
    assert [(each.kind, each.commands) for each in found] == [
        (MatterKind.UNSIGNED, (f"decisions sign {ref} --signatory TEXT",))
    ]


def test_a_private_meeting_without_its_notices(engine: Engine) -> None:
    drafted(engine, private_meeting=True, made_on=TODAY + timedelta(days=3))
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert found.id.endswith("/notice-wanted/private-meeting")
    assert found.day == TODAY + timedelta(days=3)
    assert "--kind private-meeting" in found.commands[0]
    assert "--purpose private-meeting" in found.commands[1]


def test_consent_is_asked_of_the_next_in_the_order(engine: Engine) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=TODAY + timedelta(days=2))
    purpose = {"purpose": "special-urgency"}
    must(engine.take(ref, "consent-ask", by=AUTHOR, reason="A flood.", **purpose))
    found = one(engine, MatterKind.CONSENT)
    assert found.by[0] is Role.SCRUTINY_CHAIR
    assert found.day == TODAY + timedelta(days=2), "it must be given by the day it is made"
    assert "--purpose special-urgency --capacity scrutiny-chair" in found.commands[0]
    passed = {"capacity": "scrutiny-chair", "why": "vacancy", "note": "Nobody holds it."}
    must(engine.take(ref, "consent-skip", by=OFFICER, **purpose, **passed))
    assert one(engine, MatterKind.CONSENT).by[0] is Role.CHAIR_OF_COUNCIL


def test_consent_that_was_asked_is_not_to_be_asked_again(engine: Engine) -> None:
    """It is a matter of its own; the notice is still wanted where there is time for one."""
    ref = drafted(engine, kind=Kind.KEY, made_on=TODAY + timedelta(days=20))
    told = {"purpose": "special-urgency", "reason": "A flood."}
    must(engine.take(ref, "consent-ask", by=AUTHOR, **told))
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert not any("consent ask" in each for each in found.commands)
    at_once = drafted(engine, kind=Kind.KEY, made_on=TODAY + timedelta(days=1))
    must(engine.take(at_once, "consent-ask", by=AUTHOR, **told))
    assert one(engine, MatterKind.NOTICE_WANTED).ref == ref, "no notice of the other is in time"
    assert {each.ref for each in of(engine, MatterKind.CONSENT)} == {ref, at_once}


def test_a_decision_that_is_held_is_not_to_be_published(engine: Engine) -> None:
    ref = held(engine, signed(engine))
    found = one(engine, MatterKind.UNPUBLISHED)
    assert found.says.endswith("It cannot be published as it stands.")
    assert found.commands == (f"decisions next {ref} --why publish",)


# -- made, and not published --------------------------------------------------------------------


def test_publication_is_due_by_the_councils_target() -> None:
    engine = engine_of(("[[direction]]", DUTIES))
    signed(engine, GULLSHIRE, made_on=date(2018, 7, 2))
    found = one(engine, MatterKind.UNPUBLISHED, GULLSHIRE)
    assert found.day == date(2018, 7, 4), "two working days after Monday 2 July"
    assert found.says == (
        "It is signed and not published, and was made on Mon 2 Jul 2018. The council's target is "
        "Wed 4 Jul 2018."
    )


def test_without_a_target_no_day_is_invented(engine: Engine) -> None:
    signed(engine)
    assert one(engine, MatterKind.UNPUBLISHED).day is None


def test_minutes_published_unsigned_are_to_be_signed(engine: Engine) -> None:
    ref = drafted(engine, WEALDSHIRE, made_on=TODAY)
    must(engine.take(ref, "minutes-publish", by=OFFICER, where="website"))
    found = one(engine, MatterKind.MINUTES, WEALDSHIRE)
    assert found.commands == (f"decisions minutes sign {ref} --signatory TEXT",)
    must(engine.take(ref, "minutes-sign", by=MAKER, signatory="The convener"))
    assert of(engine, MatterKind.MINUTES, WEALDSHIRE) == []

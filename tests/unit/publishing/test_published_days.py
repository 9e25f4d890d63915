"""What is published every week as entries for a diary: who they are for good, moved and dropped."""

from datetime import date, timedelta

from support.councils import HEREFORDSHIRE
from support.noticed import MONTH_BEFORE, NOTICE, noticed
from support.people import MAKER, MONITORING, OFFICER
from support.statements import a_statement
from support.steps import called_in, must, published, signed
from workflow import Engine, ManualClock
from workflow.explanation.calendar_entries import Stands
from workflow.procedures.corrections.inputs import CorrectMaterially


def test_the_last_day_for_a_request_is_the_entry_that_explain_gives(any_engine: Engine) -> None:
    ref = published(any_engine)
    (day,) = any_engine.publishing.open_days(HEREFORDSHIRE).days
    dates = any_engine.calendars.dates(ref)
    assert dates
    same = dates.days[0]
    assert day.uid == same.uid == f"{ref}-call-in-ends@herefordshire.council-decisions"
    assert (day.day, day.revision, day.stands) == (same.day, same.revision, same.stands)
    assert (day.set_at, day.title) == (same.set_at, same.title)


def test_a_decision_that_is_given_up_is_dropped_while_its_last_day_is_to_come(
    any_engine: Engine, clock: ManualClock
) -> None:
    ref = published(any_engine, title="canary")
    uid = any_engine.publishing.open_days(HEREFORDSHIRE).days[0].uid
    must(any_engine.take(ref, "withdraw", by=MAKER, reason="canary"))
    (day,) = any_engine.publishing.open_days(HEREFORDSHIRE).days
    assert (day.uid, day.stands, day.revision) == (uid, Stands.CANCELLED, 1)
    assert "canary" not in str(day)
    clock.move_to(clock.now() + timedelta(days=30))
    assert any_engine.publishing.open_days(HEREFORDSHIRE).days == ()


def test_a_publication_that_did_not_count_is_dropped_and_comes_again_under_the_same_name(
    any_engine: Engine, clock: ManualClock
) -> None:
    ref = published(any_engine)
    changed = a_statement(decision="Otherwise.")
    wrong = CorrectMaterially(statement=changed, ruling="A wrong sum.")
    must(any_engine.take(ref, wrong, by=MONITORING))
    (off,) = any_engine.publishing.open_days(HEREFORDSHIRE).days
    assert off.stands is Stands.CANCELLED
    clock.move_to(clock.now() + timedelta(days=1))
    must(any_engine.take(ref, "publish", by=OFFICER, where="the website"))
    (again,) = any_engine.publishing.open_days(HEREFORDSHIRE).days
    assert (again.uid, again.revision, again.day) == (off.uid, 2, date(2018, 10, 25))


def test_what_was_never_open_and_what_is_called_in_is_no_entry(any_engine: Engine) -> None:
    signed(any_engine)
    called_in(any_engine, published(any_engine))
    assert any_engine.publishing.open_days(HEREFORDSHIRE).days == ()


def test_a_key_decision_to_come_is_an_entry_that_a_new_notice_moves(any_engine: Engine) -> None:
    ref = noticed(any_engine)
    (first,) = any_engine.publishing.plan_days(HEREFORDSHIRE).days
    assert first.uid == f"{ref}-to-be-decided@herefordshire.council-decisions"
    assert (first.day, first.revision, first.stands) == (date(2018, 10, 25), 0, Stands.TENTATIVE)
    assert "canary" not in str(first)
    later = {"published_at": MONTH_BEFORE + timedelta(days=1), "decide_from": date(2018, 11, 1)}
    must(any_engine.take(ref, "advance-notice-give", by=OFFICER, **{**NOTICE, **later}))
    (moved,) = any_engine.publishing.plan_days(HEREFORDSHIRE).days
    assert (moved.uid, moved.day, moved.revision) == (first.uid, date(2018, 11, 1), 1)


def test_a_notice_without_a_day_is_no_entry(any_engine: Engine) -> None:
    noticed(any_engine, kind="general-exception", informed="the chair", decide_from=None)
    assert any_engine.publishing.plan_days(HEREFORDSHIRE).days == ()

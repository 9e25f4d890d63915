"""The forward plan: what a notice published, and nothing of the draft behind it."""

from datetime import date, datetime, timedelta

from support.councils import HEREFORDSHIRE
from support.noticed import MONTH_BEFORE, NOTICE, SECRET, noticed
from support.people import MAKER, MONITORING, OFFICER
from support.steps import drafted, must
from workflow import Engine, ManualClock
from workflow.clock import LONDON
from workflow.publishing.forward_plan import ForwardPlan, PlannedDecision


def plan(engine: Engine) -> ForwardPlan:
    return engine.publishing.forward_plan(HEREFORDSHIRE)


def only(engine: Engine) -> PlannedDecision:
    (found,) = plan(engine).decisions
    return found


def test_a_draft_without_a_notice_never_appears(any_engine: Engine) -> None:
    drafted(any_engine, **SECRET)
    found = plan(any_engine)
    assert found.decisions == ()
    assert "canary" not in str(found)


def test_a_draft_about_which_only_something_else_was_done_does_not_appear(
    any_engine: Engine,
) -> None:
    for kind, more in (
        ("reasons", {"reasons": "canary"}),
        ("private-meeting", {"matter": "canary", "reasons": "canary"}),
    ):
        ref = drafted(any_engine, **SECRET)
        given = {"kind": kind, "published_at": MONTH_BEFORE, "where": "canary", **more}
        must(any_engine.take(ref, "advance-notice-give", by=OFFICER, **given))
    assert "canary" not in str(plan(any_engine))


def test_each_particular_is_as_the_notice_has_it(any_engine: Engine) -> None:
    ref = noticed(any_engine)
    found = only(any_engine)
    assert (found.ref, found.matter, found.maker) == (ref, NOTICE["matter"], NOTICE["maker"])
    assert (found.documents, found.copies) == (NOTICE["documents"], NOTICE["copies"])
    assert found.when == "on Thursday 25 October 2018"
    assert (found.published_at, found.where) == (MONTH_BEFORE, "the council website")
    assert (found.missing, found.overdue, found.private) == ((), False, None)


def test_nothing_of_the_statement_is_told(any_engine: Engine) -> None:
    noticed(any_engine)
    assert "canary" not in str(plan(any_engine))


def test_who_was_informed_is_not_told(any_engine: Engine) -> None:
    given = {"informed": "canary", "maker": None, "documents": None, "copies": None}
    noticed(any_engine, kind="general-exception", decide_from=None, **given)
    assert "canary" not in str(plan(any_engine))


def test_what_a_notice_does_not_state_is_named_and_not_invented(any_engine: Engine) -> None:
    given = {"informed": "the chair", "maker": None, "documents": None, "copies": None}
    noticed(any_engine, kind="general-exception", decide_from=None, **given)
    found = only(any_engine)
    assert (found.maker, found.when, found.documents, found.copies) == (None,) * 4
    assert found.missing == ("maker", "when", "documents", "copies")


def test_a_period_is_said_from_its_first_day_to_its_last(any_engine: Engine) -> None:
    noticed(any_engine, decide_until=date(2018, 11, 2))
    said = "from Thursday 25 October 2018 to Friday 2 November 2018"
    assert only(any_engine).when == said


def test_the_notice_that_was_published_last_is_the_one_that_tells(any_engine: Engine) -> None:
    ref = noticed(any_engine)
    later = {"published_at": MONTH_BEFORE + timedelta(days=1), "matter": "Another plan"}
    must(any_engine.take(ref, "advance-notice-give", by=OFFICER, **{**NOTICE, **later}))
    assert only(any_engine).matter == "Another plan"


def test_a_private_meeting_is_told_by_its_own_notices(any_engine: Engine) -> None:
    ref = noticed(any_engine)
    first = {"kind": "private-meeting", "matter": "A plan", "reasons": "Paragraph 3."}
    given = {"published_at": MONTH_BEFORE, "where": "the council website"}
    must(any_engine.take(ref, "advance-notice-give", by=OFFICER, **first, **given))
    private = only(any_engine).private
    assert private is not None
    assert (private.reasons, private.representations) == ("Paragraph 3.", None)
    further = {**first, "kind": "private-meeting-further", "representations": "None."}
    must(any_engine.take(ref, "advance-notice-give", by=OFFICER, **further, **given))
    private = only(any_engine).private
    assert private is not None
    assert private.representations == "None."


def test_a_day_that_has_passed_is_said(any_engine: Engine, clock: ManualClock) -> None:
    ref = noticed(any_engine, decide_until=date(2018, 10, 26))
    clock.move_to(datetime(2018, 10, 26, 23, 59, tzinfo=LONDON))
    assert not only(any_engine).overdue
    clock.move_to(datetime(2018, 10, 27, 0, 0, tzinfo=LONDON))
    assert only(any_engine).overdue
    assert any(each.startswith(f"{ref}: the day in its notice") for each in plan(any_engine).beside)


def test_signing_shows_nothing_and_publication_takes_it_off_the_plan(
    any_engine: Engine, clock: ManualClock
) -> None:
    ref = noticed(any_engine, decide_from=date(2018, 10, 18))
    before = plan(any_engine).decisions
    must(any_engine.take(ref, "sign", by=MAKER, signatory="canary"))
    assert plan(any_engine).decisions == before
    assert any(each.startswith(f"{ref} is signed") for each in plan(any_engine).beside)
    must(any_engine.take(ref, "publish", by=OFFICER, where="the website"))
    assert plan(any_engine).decisions == ()
    must(any_engine.take(ref, "publication-void", by=MONITORING, reason="Not there."))
    assert plan(any_engine).decisions == ()


def test_a_draft_that_is_withdrawn_is_off_the_plan(any_engine: Engine) -> None:
    ref = noticed(any_engine)
    must(any_engine.take(ref, "withdraw", by=MAKER, reason="canary"))
    assert plan(any_engine).decisions == ()


def test_the_soonest_day_comes_first_and_no_day_comes_last(any_engine: Engine) -> None:
    last = {"kind": "general-exception", "informed": "the chair", "decide_from": None}
    expected = [noticed(any_engine, **last)]
    for day in (30, 29):
        expected.insert(0, noticed(any_engine, decide_from=date(2018, 10, day)))
    assert [each.ref for each in plan(any_engine).decisions] == expected


def test_the_text_of_a_notice_that_was_erased_is_said_to_be(any_engine: Engine) -> None:
    ref = noticed(any_engine)
    any_engine.journal.erase(ref, 2, "particulars", reason="Asked for.", by=MONITORING)
    found = only(any_engine)
    assert found.erased
    assert (found.matter, found.maker, found.documents, found.copies) == (None,) * 4
    assert found.missing == ()
    assert found.when == "on Thursday 25 October 2018"
    assert "erased]" not in str(plan(any_engine))

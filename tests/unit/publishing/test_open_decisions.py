"""The decisions that are open for call-in: by the true standing, soonest first, and no more of each
than its page may say."""

from datetime import UTC, date, datetime, timedelta

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.people import MAKER, OFFICER
from support.steps import ITS_END, asked, called_in, drafted, held, must, published, signed
from workflow import Engine, ManualClock
from workflow.calendars.council import DayKind
from workflow.model.kind import Access
from workflow.publishing.open_decisions import OpenDecision


def found(engine: Engine, council: str = HEREFORDSHIRE) -> tuple[OpenDecision, ...]:
    return engine.publishing.open_for_call_in(council).decisions


def refs(engine: Engine, council: str = HEREFORDSHIRE) -> list[str]:
    return [each.ref for each in found(engine, council)]


def test_a_published_decision_is_open_and_a_draft_and_a_signed_one_are_not(
    any_engine: Engine,
) -> None:
    drafted(any_engine)
    signed(any_engine)
    assert refs(any_engine) == []
    ref = published(any_engine)
    (only,) = found(any_engine)
    assert (only.ref, only.title, only.maker) == (ref, "Ofsted action plan", "Cabinet")
    assert (only.made_on, only.last_day) == (date(2018, 10, 18), date(2018, 10, 24))
    assert only.until == "the end of Wednesday 24 October 2018"
    assert only.takes_effect == "at the end of Wednesday 24 October 2018"
    assert (only.request_deadline, only.deadline_included) == (ITS_END, False)


def test_who_may_ask_is_said_where_it_is_on_file_and_not_invented_where_it_is_not(
    sqlite_engine: Engine,
) -> None:
    published(sqlite_engine)
    published(sqlite_engine, GULLSHIRE)
    assert found(sqlite_engine)[0].may_ask is None
    told = found(sqlite_engine, GULLSHIRE)[0].may_ask
    assert told is not None
    assert told.startswith("one chair of scrutiny and two members of scrutiny, or three members")


def test_a_period_that_has_ended_is_not_open_though_no_close_has_recorded_it(
    any_engine: Engine, clock: ManualClock
) -> None:
    published(any_engine)
    clock.move_to(ITS_END - timedelta(seconds=1))
    assert len(refs(any_engine)) == 1
    clock.move_to(ITS_END)
    assert any_engine.list()[0].state.value == "call_in_open"
    assert refs(any_engine) == []


def test_the_last_instant_is_open_where_the_rule_has_an_hour(
    any_engine: Engine, clock: ManualClock
) -> None:
    """Gullshire: by 5 pm, that instant included."""
    published(any_engine, GULLSHIRE)
    ends = datetime(2018, 10, 25, 16, tzinfo=UTC)
    clock.move_to(ends)
    assert len(refs(any_engine, GULLSHIRE)) == 1
    clock.move_to(ends + timedelta(microseconds=1))
    assert refs(any_engine, GULLSHIRE) == []


def test_the_soonest_comes_first_and_then_the_reference(
    any_engine: Engine, clock: ManualClock
) -> None:
    early = [published(any_engine, ref=f"HFD-2018-{number}") for number in (902, 901)]
    clock.move_to(clock.now() + timedelta(days=1))
    late = published(any_engine, ref="HFD-2018-001")
    assert refs(any_engine) == [*sorted(early), late]


def test_of_another_council_nothing_is_told(any_engine: Engine) -> None:
    published(any_engine, LARKSHIRE)
    assert refs(any_engine) == []


def test_a_decision_that_is_called_in_or_withdrawn_is_open_no_more(any_engine: Engine) -> None:
    called_in(any_engine, published(any_engine))
    gone = published(any_engine)
    must(any_engine.take(gone, "withdraw", by=MAKER, reason="An error."))
    assert refs(any_engine) == []


def test_a_hold_and_a_request_are_said_and_nothing_of_who_asked(any_engine: Engine) -> None:
    asked(any_engine, held(any_engine, published(any_engine)))
    (only,) = found(any_engine)
    assert only.waits
    assert [each.split()[:3] for each in only.remarks] == [
        ["The", "decision", "is"],
        ["A", "request", "that"],
    ]
    assert "Cllr A Example" not in str(only)
    assert "Consultation" not in str(only)


def test_a_deadline_in_question_is_said_and_whoever_publishes_is_told_what_to_do(
    any_engine: Engine,
) -> None:
    ref = published(any_engine)
    told = {"title": "Flood", "reason": "It rose", "source": "A notice"}
    shut = date(2018, 10, 23)
    assert any_engine.calendars.enter_day(HEREFORDSHIRE, shut, DayKind.CLOSURE, by=OFFICER, **told)
    page = any_engine.publishing.open_for_call_in(HEREFORDSHIRE)
    assert page.decisions[0].remarks[0].startswith("The days of its period now count to a later")
    assert f"decisions deadline-review {ref} --help" in page.beside[0]


def test_what_is_exempt_gives_its_title_and_its_maker_and_no_more(any_engine: Engine) -> None:
    published(any_engine, access=Access.EXEMPT, decision="canary", reasons="canary")
    assert "canary" not in str(any_engine.publishing.open_for_call_in(HEREFORDSHIRE))
    assert found(any_engine)[0].title == "Ofsted action plan"


def test_text_that_is_gone_is_said_to_be(any_engine: Engine) -> None:
    """No step erases the statement of a decision that is open; a damaged register may lack it."""
    ref = published(any_engine)
    seq = any_engine.get(ref).statement_version
    with any_engine.transactions.writing() as work:
        assert work.journal.erase(f"decision/{ref}", seq, "statement")
    (only,) = found(any_engine)
    assert (only.title, only.maker) == (None, None)

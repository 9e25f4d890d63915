"""Finding decisions, and those whose period has run out, in their order and page by page."""

from datetime import timedelta

import pytest

from support.councils import HEREFORDSHIRE, LARKSHIRE
from support.people import MAKER
from support.steps import ITS_END, drafted, must, published
from workflow import Engine, ManualClock, State
from workflow.errors import Invalid
from workflow.register.query import DecisionQuery


def _refs(engine: Engine, **sought: object) -> list[str]:
    return [each.ref for each in engine.list(DecisionQuery(**sought))]  # type: ignore[arg-type]


def test_decisions_are_found_by_council_state_and_words(any_engine: Engine) -> None:
    """Each filter narrows; together they narrow to what meets them all."""
    drafted(any_engine, ref="d1", title="Parking in Hereford")
    published(any_engine, ref="p1", title="PARKING in Leominster")
    published(any_engine, LARKSHIRE, ref="p2", title="Parks")
    drafted(any_engine, LARKSHIRE, ref="d2", title="Schools")
    assert _refs(any_engine) == ["d1", "d2", "p1", "p2"]
    assert _refs(any_engine, council=LARKSHIRE) == ["d2", "p2"]
    assert _refs(any_engine, council="salford") == []
    assert _refs(any_engine, state=State.CALL_IN_OPEN) == ["p1", "p2"]
    assert _refs(any_engine, words="parking") == ["d1", "p1"]
    assert _refs(any_engine, words="P2") == ["p2"]
    assert _refs(any_engine, words="park", council=HEREFORDSHIRE, state=State.DRAFT) == ["d1"]
    assert _refs(any_engine, limit=3) == ["d1", "d2", "p1"]


@pytest.mark.parametrize("words", ["Ŵyl", "ŵyl", "ŴYL", "w\u0302yl", "W\u0302YL"])
def test_words_are_found_in_either_case_in_any_language(any_engine: Engine, words: str) -> None:
    """Welsh is found as English is, whichever way its letters were typed."""
    drafted(any_engine, ref="d1", title="Ŵyl y Gelli")
    drafted(any_engine, ref="d2", title="Wyl y Gelli")
    assert _refs(any_engine, words=words) == ["d1"]


def test_words_in_another_alphabet_stop_at_the_limit_and_keep_the_order(
    any_engine: Engine,
) -> None:
    """The first that match are given, by reference, and no more than asked for."""
    for ref in ("c", "a", "b"):
        drafted(any_engine, ref=ref, title="Gŵyl")
    drafted(any_engine, ref="0", title="Other")
    assert _refs(any_engine, words="ŵ", limit=2) == ["a", "b"]


@pytest.mark.parametrize("words", ["a\x00b", "\udcff", "a\u202eb"])
def test_words_with_hidden_characters_are_refused(engine: Engine, words: str) -> None:
    """What no title can hold is not sent to the database."""
    with pytest.raises(Invalid, match="hidden character"):
        _refs(engine, words=words)


def test_what_is_due_by_an_instant_includes_that_instant(any_engine: Engine) -> None:
    """A period that ends at midnight is due at midnight, and not a microsecond before."""
    published(any_engine, ref="p1")
    drafted(any_engine, ref="d1")
    assert _refs(any_engine, due_by=ITS_END) == ["p1"]
    assert _refs(any_engine, due_by=ITS_END - timedelta(microseconds=1)) == []


IN_ORDER = list("ghidefabc")


def _some_due(engine: Engine, clock: ManualClock) -> list[str]:
    """Publish nine on three days, so that three periods end at each of three instants."""
    refs = []
    for day, names in ((0, "hgi"), (1, "edf"), (4, "bca")):
        clock.move_to(ITS_END - timedelta(days=6, hours=14) + timedelta(days=day))
        refs += [published(engine, ref=name) for name in names]
    return refs


def test_what_is_due_comes_by_instant_and_then_by_reference(
    any_engine: Engine, clock: ManualClock
) -> None:
    """The first to take effect comes first; of those at one instant, the first by reference."""
    _some_due(any_engine, clock)
    with any_engine.transactions.writing() as work:
        due = work.due.batch(ITS_END, None, None, 99)
        assert [each.decision.ref for each in due] == list("ghi")
        far = ITS_END + timedelta(days=30)
        assert [each.decision.ref for each in work.due.batch(far, None, None, 99)] == IN_ORDER
        assert [each.decision.ref for each in work.due.batch(far, None, None, None)] == IN_ORDER
        assert work.due.batch(far, LARKSHIRE, None, 99) == []


@pytest.mark.parametrize("size", [1, 2, 4, 9])
def test_pages_of_what_is_due_meet_without_gap_or_overlap(
    any_engine: Engine, clock: ManualClock, size: int
) -> None:
    """Ties on one instant are split across pages and none is lost or given twice."""
    _some_due(any_engine, clock)
    far = ITS_END + timedelta(days=30)
    after, seen = None, list[str]()
    with any_engine.transactions.writing() as work:
        while page := work.due.batch(far, HEREFORDSHIRE, after, size):
            assert len(page) <= size
            assert len(seen) < 9
            last = page[-1].decision
            assert last.window is not None
            after = (last.window.effective_from, last.ref)
            seen += [each.decision.ref for each in page]
    assert seen == IN_ORDER


def test_only_open_periods_are_due(any_engine: Engine, clock: ManualClock) -> None:
    """What was withdrawn, or closed already, is not due again."""
    kept, gone = published(any_engine), published(any_engine)
    must(any_engine.take(gone, "withdraw", by=MAKER, reason="Overtaken."))
    clock.move_to(ITS_END)
    assert any_engine.close_due().closed == [kept]
    with any_engine.transactions.writing() as work:
        assert work.due.batch(clock.now(), None, None, 99) == []
    assert any_engine.close_due().due == 0


@pytest.mark.parametrize("batch", [1, 2, 3, 5, 10])
def test_a_close_in_batches_smaller_than_what_is_due_closes_all(
    any_engine: Engine, clock: ManualClock, batch: int
) -> None:
    """Each is closed once, whatever the size of a batch, ties and all."""
    from workflow.register.close import close_due

    refs = _some_due(any_engine, clock)
    clock.move_to(ITS_END + timedelta(days=30))
    report = close_due(any_engine.transactions.writing, any_engine.councils, clock.now, batch=batch)
    assert sorted(report.closed) == sorted(refs)
    assert report.due == len(refs)
    assert {any_engine.get(ref).version for ref in refs} == {6}
    assert any_engine.journal.verify().breaks == ()


def test_a_limit_bounds_what_is_looked_at(any_engine: Engine, clock: ManualClock) -> None:
    """What is left over is taken by the next run."""
    _some_due(any_engine, clock)
    clock.move_to(ITS_END + timedelta(days=30))
    assert any_engine.close_due(limit=4).closed == IN_ORDER[:4]
    assert any_engine.close_due(limit=99).closed == IN_ORDER[4:]


def test_a_period_ends_when_the_time_for_a_request_does(any_engine: Engine) -> None:
    """At Larkshire it has its effect the next working day: the one is asked, or the other."""
    window = any_engine.get(published(any_engine, "larkshire", ref="p1")).window
    assert window is not None
    by, moment = window.request_deadline, timedelta(microseconds=1)
    assert _refs(any_engine, ends_by=by) == ["p1"]
    assert _refs(any_engine, ends_by=by - moment) == []
    assert _refs(any_engine, due_by=by) == []
    assert _refs(any_engine, ends_by=by, due_by=window.effective_from) == ["p1"]
    assert _refs(any_engine, ends_by=by, due_by=window.effective_from - moment) == []
    drafted(any_engine, ref="d1")
    assert _refs(any_engine, ends_by=window.effective_from) == ["p1"]

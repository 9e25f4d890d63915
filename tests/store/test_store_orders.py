"""Decisions in the order that is asked for, and page by page in that order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from support.councils import HEREFORDSHIRE, LARKSHIRE
from support.people import MAKER
from support.steps import called_in, drafted, must, published, signed
from workflow import Engine, Kind, ManualClock, State
from workflow.errors import NotFound
from workflow.register.query import DecisionQuery, Order


@pytest.fixture
def lived(any_engine: Engine, clock: ManualClock) -> Engine:
    """A register with decisions of several days and states, whose references say nothing."""
    must(any_engine.take(drafted(any_engine, ref="h"), "withdraw", by=MAKER, reason="Overtaken."))
    for names in ("gm", "bk"):
        for name in names:
            published(any_engine, ref=name, made_on=clock.now().date())
        clock.move_to(clock.now() + timedelta(days=1))
    published(any_engine, LARKSHIRE, ref="c", made_on=clock.now().date())
    called_in(any_engine, published(any_engine, ref="x", made_on=clock.now().date()))
    signed(any_engine, ref="a", made_on=clock.now().date())
    drafted(any_engine, ref="d", kind=Kind.KEY)
    clock.move_to(clock.now() + timedelta(hours=1))
    drafted(any_engine, ref="e")
    return any_engine


def _refs(engine: Engine, query: DecisionQuery) -> str:
    return "".join(each.ref for each in engine.list(query))


IN_ORDER = {
    Order.REFERENCE: "abcdeghkmx",
    Order.NEWEST: "edxcakbmgh",
    Order.SOONEST: "gmbkcedxah",
}


@pytest.mark.parametrize("order", Order)
def test_each_order_is_as_it_says(lived: Engine, order: Order) -> None:
    assert _refs(lived, DecisionQuery(order=order)) == IN_ORDER[order]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("size", [1, 2, 3, 4, 10])
def test_pages_meet_without_gap_or_overlap(lived: Engine, order: Order, size: int) -> None:
    """Across the ties of one day, and from one part of an order to the next."""
    query, seen = DecisionQuery(order=order, limit=size), ""
    while page := _refs(lived, query):
        assert len(page) <= size
        assert len(seen) < len(IN_ORDER[order])
        seen += page
        query = replace(query, after=page[-1])
    assert seen == IN_ORDER[order]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("order", Order)
def test_those_of_one_state_keep_the_order(lived: Engine, order: Order, state: State) -> None:
    found = lived.list(DecisionQuery(order=order, state=state, council=HEREFORDSHIRE))
    every = lived.list(DecisionQuery(order=order))
    assert found == [each for each in every if each.state is state and each.ref != "c"]


@pytest.mark.parametrize("order", Order)
def test_a_title_in_any_alphabet_keeps_the_order_and_the_limit(lived: Engine, order: Order) -> None:
    drafted(lived, ref="w", title="Gŵyl")
    assert _refs(lived, DecisionQuery(order=order, words="gŵ", limit=1)) == "w"
    assert _refs(lived, DecisionQuery(order=order, words="gŵ", limit=1, after="w")) == ""


def test_those_of_a_kind_and_of_some_days(lived: Engine, clock: ManualClock) -> None:
    first = date(2018, 10, 18)
    assert _refs(lived, DecisionQuery(kind=Kind.KEY)) == "d"
    assert _refs(lived, DecisionQuery(made_since=first, made_until=first)) == "gm"
    assert _refs(lived, DecisionQuery(made_until=first + timedelta(days=1))) == "bgkm"
    assert _refs(lived, DecisionQuery(made_since=first + timedelta(days=2))) == "acx"
    assert _refs(lived, DecisionQuery(made_since=first, order=Order.NEWEST, limit=2)) == "xc"


@pytest.mark.parametrize("order", [Order.NEWEST, Order.SOONEST])
def test_as_they_stood_they_are_in_the_order_they_had(
    lived: Engine, clock: ManualClock, order: Order
) -> None:
    now = clock.now()
    clock.move_to(now + timedelta(days=30))
    assert lived.close_due().closed
    must(lived.take("e", "withdraw", by=MAKER, reason="Overtaken."))
    assert _refs(lived, DecisionQuery(order=order)) != IN_ORDER[order]
    then = lived.list(DecisionQuery(order=order), as_of=now)
    assert "".join(each.ref for each in then) == IN_ORDER[order]


def test_a_page_after_a_decision_that_is_not_there_is_refused(engine: Engine) -> None:
    with pytest.raises(NotFound, match="no decision z"):
        engine.list(DecisionQuery(order=Order.NEWEST, after="z"))

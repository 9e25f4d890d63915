"""The decisions that a query asks for, in its order, page by page.

An order is put together from legs: those open for call-in by their end, say, and then the rest. The
next leg is read only where the one before it did not fill the page, and each is read by an index.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, and_, func, null, or_, select, text

from workflow.model.decision import Decision
from workflow.model.state import UNDER_CALL_IN, State
from workflow.register.query import DecisionQuery, Order
from workflow.register.stored import no_decision
from workflow.store.decision_queries import ROW, Query, escaped
from workflow.store.mapping import row_to_decision
from workflow.store.rows import Rows
from workflow.store.tables import DECISIONS, IS_OPEN, IS_UNDER_CALL_IN
from workflow.text import clean

_FEW: Final = (State.DRAFT, State.SIGNED, *UNDER_CALL_IN)
"""The states in which there are few decisions beside those that are over: each needs a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leg:
    """One part of an order: whose it is, and by which columns they come."""

    whose: tuple[Any, ...] = ()
    by: tuple[ColumnElement[Any], ...]
    latest_first: bool = False
    only: State | None = None
    """The one state in it; None for several."""
    never: tuple[State, ...] = ()
    """The states that are not in it."""

    def has(self, state: State | None) -> bool:
        return state is None or (self.only in (None, state) and state not in self.never)


def _newest(*never: State) -> tuple[_Leg, ...]:
    made, unmade = ROW.made_on.is_not(None), ROW.made_on.is_(None)
    begun, not_these = (ROW.drafted_at, ROW.ref), (State.DRAFT, *never)
    return (
        _Leg(whose=(unmade,), by=begun, latest_first=True, only=State.DRAFT),
        # No draft has been made, so the many that have are not searched for one.
        _Leg(whose=(made,), by=(ROW.made_on, ROW.ref), latest_first=True, never=not_these),
        _Leg(whose=(unmade,), by=begun, latest_first=True, never=not_these),
    )


_LEGS: Final[dict[Order, tuple[_Leg, ...]]] = {
    Order.REFERENCE: (_Leg(by=(ROW.ref,)),),
    Order.NEWEST: _newest(),
    Order.SOONEST: (
        _Leg(by=(ROW.request_deadline, ROW.ref), only=State.CALL_IN_OPEN),
        *_newest(State.CALL_IN_OPEN),
    ),
}


def find(rows: Rows, query: DecisionQuery) -> list[Decision]:
    """Give the decisions that a query asks for. A row that cannot be read is left out, and one more
    is read for it."""
    words = "" if query.words is None else clean(query.words, "words sought").lower()
    # SQLite knows no case beyond ASCII, so a title with other letters is compared here.
    compared = "" if words.isascii() else words
    found = list[Decision]()
    for leg, begins in _legs(rows, query):
        asked = _narrowed(leg, query, "" if compared else words)
        for decision in _of_leg(rows, leg, asked, begins, query.limit and query.limit - len(found)):
            if compared in decision.title.lower():
                found.append(decision)
                if len(found) == query.limit:
                    return found
    return found


def _legs(rows: Rows, query: DecisionQuery) -> Iterator[tuple[_Leg, tuple[Any, ...] | None]]:
    """Give the legs to be read, each with the place that it is read from."""
    legs = _LEGS[query.order]
    first, begins = _begins(rows, legs, query)
    for number, leg in enumerate(legs[first:]):
        if leg.has(query.only_state):
            yield leg, None if number else begins


def _begins(
    rows: Rows, legs: Sequence[_Leg], query: DecisionQuery
) -> tuple[int, tuple[Any, ...] | None]:
    """Give the leg and the place in it at which the page before ended."""
    if query.after is None:
        return 0, None
    if query.order is Order.REFERENCE:
        return 0, (query.after,)
    for number, leg in enumerate(legs):
        there = select(*leg.by).where(*_whose(leg), ROW.ref == query.after)
        for row in rows.all(there):
            return number, tuple(row.values())
    raise no_decision(query.after, ())


def _of_leg(
    rows: Rows, leg: _Leg, asked: Query, begins: tuple[Any, ...] | None, most: int | None
) -> Iterator[Decision]:
    while True:
        page = asked if begins is None else asked.where(_beyond(leg, begins))
        found = rows.all(page.limit(most))
        yield from rows.readable(found, row_to_decision)
        last = None if most is None or len(found) < most else _place(leg, found[-1])
        if last is None:
            return
        begins = last


def _place(leg: _Leg, row: RowMapping) -> tuple[Any, ...] | None:
    """Give the place of a row in its leg; None where that cannot be read."""
    place = tuple(row[column.key or ""] for column in leg.by)
    kinds = (column.type.python_type for column in leg.by)
    return place if all(map(isinstance, place, kinds)) else None


def _beyond(leg: _Leg, place: tuple[Any, ...]) -> ColumnElement[bool]:
    """Give the condition of coming after a place."""
    *first, last = leg.by
    beyond: ColumnElement[bool] = last < place[-1] if leg.latest_first else last > place[-1]
    if not first:
        return beyond
    column, value = first[0], place[0]
    if leg.latest_first:
        return and_(column <= value, or_(column < value, beyond))
    return and_(column >= value, or_(column > value, beyond))


def _narrowed(leg: _Leg, query: DecisionQuery, words: str) -> Query:
    """Give the SQL of a query for one leg, without its limit."""
    state = query.only_state if leg.only is None else leg.only
    few = state in _FEW and leg.only is not State.CALL_IN_OPEN
    plain: Callable[[Any], Any] = _unindexed if few else lambda column: column
    asked = select(DECISIONS).where(*_whose(leg))
    asked = asked.order_by(
        *(plain(column).desc() if leg.latest_first else plain(column) for column in leg.by)
    )
    if few:  # found by what needs a person, and put in order then
        asked = asked.where(ROW.attention_at.is_not(None))
    if state in UNDER_CALL_IN:
        asked = asked.where(text(IS_UNDER_CALL_IN))
    asked = asked.where(*_meeting(query))
    if words:
        like = f"%{escaped(words)}%"
        in_title = func.lower(ROW.title).like(like, escape="\\")
        asked = asked.where(or_(in_title, func.lower(ROW.ref).like(like, escape="\\")))
    return asked


def _meeting(query: DecisionQuery) -> Iterator[Any]:
    """Give what a query asks of every decision."""
    if query.council is not None:
        yield ROW.council == query.council
    if query.only_state is not None:
        yield ROW.state == query.only_state
    if query.due_by is not None or query.ends_by is not None:
        yield ROW.state == State.CALL_IN_OPEN
    if query.kind is not None:
        yield ROW.kind == query.kind
    if query.due_by is not None:
        yield ROW.effective_from <= query.due_by
    if query.ends_by is not None:
        yield ROW.request_deadline <= query.ends_by
    if query.made_since is not None:
        yield ROW.made_on >= query.made_since
    if query.made_until is not None:
        yield ROW.made_on <= query.made_until
    if query.irregular:
        yield ROW.irregular.is_not(None)


def _whose(leg: _Leg) -> Iterator[Any]:
    yield from leg.whose
    if leg.only is State.CALL_IN_OPEN:
        yield text(IS_OPEN)  # word for word as the index has it, or SQLite would not use that
    elif leg.only is not None:
        yield ROW.state == leg.only
    if leg.never:
        yield ROW.state.not_in(leg.never)


def _unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Give a column by which no index is chosen."""
    return func.coalesce(column, null())

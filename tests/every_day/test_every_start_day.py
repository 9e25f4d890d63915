"""Every start day 2012 to 2028, four nations, 0 to 28 working days, both ways, three ways."""

from collections.abc import Callable
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest

from support.day_by_day import (
    FIRST,
    LAST,
    MOST,
    NATIONS,
    ONE_DAY,
    every_day,
    nearest,
    published,
    walk,
)
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.errors import BeyondCalendar

EPOCH = date(1970, 1, 1).toordinal()
REFUSED = 0
Table = npt.NDArray[np.int64]


@cache
def ours(nation: str, *, backwards: bool) -> Table:
    """Our answers as ordinals, by number of days and then start day; nought where refused."""
    calendar = calendar_for(Nation(nation))
    ask: Callable[[date, int], date] = calendar.before if backwards else calendar.after

    def answer(day: date, n: int) -> int:
        try:
            return ask(day, n).toordinal()
        except BeyondCalendar:
            return REFUSED

    return np.array([[answer(day, n) for day in every_day()] for n in range(MOST + 1)])


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("nation", NATIONS)
def test_a_walk_day_by_day_agrees(nation: str, backwards: bool) -> None:
    """Day n is where a walk from the start meets its nth working day; no further is refused.

    A walk back past the published list, into 2011, is left out: there is nothing to check it by.
    """
    off = published(nation)
    columns = ours(nation, backwards=backwards).T.tolist()
    step = -ONE_DAY if backwards else ONE_DAY
    checked = 0
    for start, (nought, *found) in zip(every_day(), columns, strict=True):
        met = [day.toordinal() for day in walk(start, off, step)]
        if not backwards:
            met += [REFUSED] * (MOST - len(met))
        assert found[: len(met)] == met, start
        standing = nearest(start, off, -step)
        if standing is not None:
            assert nought == standing.toordinal(), start
        checked += len(met) + 1
    assert checked > len(every_day()) * (MOST + 1) * 0.99


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("nation", NATIONS)
def test_numpy_agrees(nation: str, backwards: bool) -> None:
    """NumPy, given the published list, arrives at the same days wherever that list reaches."""
    days = np.array(every_day(), dtype="datetime64[D]")
    off = np.array(sorted(published(nation)), dtype="datetime64[D]")
    first, last = FIRST.toordinal(), LAST.toordinal()
    table = ours(nation, backwards=backwards)
    checked = 0
    for n in range(MOST + 1):
        found = np.busday_offset(
            days,
            -n if backwards else n,
            roll="forward" if backwards else "backward",
            holidays=off,
        )
        theirs = found.astype(np.int64) + EPOCH
        inside = (theirs >= first) & (theirs <= last)
        assert np.array_equal(table[n][inside], theirs[inside]), n
        assert (table[n][theirs > last] == REFUSED).all(), n
        checked += int(inside.sum())
    assert checked > days.size * (MOST + 1) * 0.99


@pytest.mark.parametrize("nation", NATIONS)
def test_forwards_and_backwards_undo_one_another(nation: str) -> None:
    """There and back again is the working day on or before the start, 2012 to 2035."""
    calendar = calendar_for(Nation(nation), provisional_to=date(2036, 1, 1))
    for day in every_day(FIRST, date(2035, 12, 31)):
        on_or_before, on_or_after = calendar.after(day, 0), calendar.before(day, 0)
        assert on_or_before <= day <= on_or_after
        assert (on_or_before == day) is (on_or_after == day) is calendar.is_working(day)
        for n in range(1, MOST + 1):
            assert calendar.before(calendar.after(day, n), n) == on_or_before
            assert calendar.after(calendar.before(day, n), n) == on_or_after


@pytest.mark.parametrize("nation", NATIONS)
def test_a_provisional_calendar_gives_the_same_published_days(nation: str) -> None:
    """Reaching further ahead changes no answer that was not refused."""
    short, long = calendar_for(Nation(nation)), calendar_for(Nation(nation), provisional_to=LAST)
    assert short is long
    far = calendar_for(Nation(nation), provisional_to=date(2035, 6, 1))
    table = ours(nation, backwards=False).tolist()
    for n in (0, 1, 5, MOST):
        for day, told in zip(every_day(), table[n], strict=True):
            answer = far.after(day, n)
            assert told == (REFUSED if far.is_provisional(answer) else answer.toordinal())

"""How far bank holidays are known, and what is said of a date that comes near to that day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import calendar_for
from workflow.calendars.horizon import SURELY_WITHIN, known_through, near_its_end
from workflow.calendars.nations import Nation

END = date(2028, 12, 31)


def row(kind: DayKind, day: date) -> CouncilDay:
    then = datetime(2026, 11, 25, 9, tzinfo=UTC)
    return CouncilDay(
        day=day, kind=kind, title="t", reason="r", source="s", entered_by="e", known_at=then,
        recorded_at=then,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (END - timedelta(days=181), None),
        (END - timedelta(days=180), "Tue 4 Jul 2028 is 180 days before the end"),
        (END - timedelta(days=1), "Sat 30 Dec 2028 is 1 day before the end"),
        (END, "Sun 31 Dec 2028 is 0 days before the end"),
        (END + timedelta(days=1), "Mon 1 Jan 2029 is after the end"),
    ],
)
def test_a_date_is_warned_of_from_180_days_before_the_end(day: date, said: str | None) -> None:
    found = near_its_end(day, END)
    assert (found is None) is (said is None)
    assert (found or "").startswith(said or "")


def test_a_date_that_is_surely_within_is_near_no_end() -> None:
    """However far a calendar reaches, it reaches that far."""
    assert near_its_end(SURELY_WITHIN, known_through([])) is not None
    assert near_its_end(SURELY_WITHIN - timedelta(days=1), known_through([])) is None


@pytest.mark.parametrize(
    ("kinds", "through"),
    [
        ((), END),
        ((DayKind.CLOSURE,), END),
        ((DayKind.PUBLISHED,), date(2029, 12, 31)),
        ((DayKind.PUBLISHED, DayKind.REOPENED), END),
    ],
)
def test_it_is_known_as_far_as_is_installed_or_was_entered_since(
    kinds: tuple[DayKind, ...], through: date
) -> None:
    rows = [row(kind, date(2029, 12, 31)) for kind in kinds]
    assert known_through(rows) == through
    if DayKind.CLOSURE not in kinds:
        assert calendar_for(Nation.ENGLAND, rows).complete_through == through
    assert known_through([row(DayKind.PUBLISHED, date(2027, 12, 31))]) == END

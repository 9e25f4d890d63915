"""Which day of a count is held against a printed "effective from": the calendar day after the last,
or by a rule that says so the next working day; and never the last day itself.

The dates are those that registers printed, by the rules those councils have in words.
"""

from datetime import date, timedelta

import pytest

from workflow.calendars.nations import Nation
from workflow.conformance.causes import likely
from workflow.conformance.computed import ComparedAs
from workflow.conformance.on_file import ReadingOnFile, judged
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.compare_readings import gives
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.reading import parse


def council(days: int, unit: str, event: str, hour: str, effect: str) -> Constitution:
    found, complaints = parse(
        f"""
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "wales"
prefix = "BOR"

[[call-in-period]]
from = 2011-01-01
days = {days}
unit = "{unit}"
counted-from = "{event}"
start-day-counts = false
request-by = {hour}
takes-effect = "{effect}"
basis = "council page"
rule = "rule 15"
words = "Made up."
""",
        "b.toml",
    )
    assert found is not None, complaints
    return found


END = '"end of day"'
AT_NINE = council(4, "calendar", "decision", "09:00:00", "at the end of the period")
AT_FOUR = council(5, "working", "decision", "16:00:00", "at the end of the period")
NEXT_DAY = council(5, "working", "publication", "17:00:00", "next day")
NEXT_WORKING_DAY = council(5, "clear-working", "publication", END, "next working day")
AFTER, EFFECT, LAST = ComparedAs.DAY_AFTER, ComparedAs.DAY_OF_EFFECT, ComparedAs.LAST_DAY


def printed(start: date, end: date, kind: EndKind = EndKind.DAY_AFTER) -> PublishedNotice:
    return PublishedNotice(
        line=2,
        id="X",
        council="Borsetshire Council",
        nation=Nation.WALES,
        made_on=start,
        published_on=start,
        from_publication=True,
        working_days=5,
        start_counts=False,
        end_kind=kind,
        end=end,
        explained=True,
    )


@pytest.mark.parametrize(
    ("rule", "start", "end", "compared_as"),
    [
        # Three clear calendar days, and 9am on the fourth, a Sunday: printed is the Monday.
        (AT_NINE, date(2022, 1, 12), date(2022, 1, 17), AFTER),
        (AT_NINE, date(2024, 10, 2), date(2024, 10, 7), AFTER),
        # 4pm on the fifth working day: the register prints the day after that.
        (AT_FOUR, date(2024, 4, 25), date(2024, 5, 3), AFTER),
        # Even a Saturday.
        (AT_FOUR, date(2023, 3, 3), date(2023, 3, 11), AFTER),
        (NEXT_DAY, date(2023, 11, 10), date(2023, 11, 18), AFTER),
        # In effect on the next working day: Friday the last, and Monday printed; or Saturday.
        (NEXT_WORKING_DAY, date(2021, 7, 23), date(2021, 8, 2), EFFECT),
        (NEXT_WORKING_DAY, date(2021, 7, 23), date(2021, 7, 31), AFTER),
        (NEXT_WORKING_DAY, date(2024, 11, 19), date(2024, 11, 27), AFTER),
        # Over Christmas: Friday 23 December is the last, and 26 and 27 are bank holidays.
        (NEXT_WORKING_DAY, date(2022, 12, 16), date(2022, 12, 28), EFFECT),
    ],
)
def test_the_printed_day_agrees(
    rule: Constitution, start: date, end: date, compared_as: ComparedAs
) -> None:
    found = judged(printed(start, end), rule)
    assert found is not None
    assert found.reading is ReadingOnFile.RULE
    assert (found.shown.end, found.shown.compared_as) == (end, compared_as)


@pytest.mark.parametrize(
    ("rule", "start", "end", "cause"),
    [
        # The very day of the hour is no day after it, though it is in effect by then.
        (AT_FOUR, date(2024, 4, 25), date(2024, 5, 2), "as day 1"),
        (AT_NINE, date(2022, 1, 12), date(2022, 1, 16), "as day 1"),
        # A working day on, where the rule does not put the effect there.
        (AT_FOUR, date(2023, 3, 3), date(2023, 3, 13), "the next working day printed"),
        (NEXT_DAY, date(2023, 11, 10), date(2023, 11, 20), "the next working day printed"),
        # Four working days in the place of four calendar days.
        (AT_NINE, date(2022, 1, 12), date(2022, 1, 19), "counted in working days, 4 of them"),
        (NEXT_WORKING_DAY, date(2021, 7, 23), date(2021, 8, 1), "it is 5 working days after"),
        (NEXT_WORKING_DAY, date(2021, 7, 23), date(2021, 8, 3), "working day after publication"),
    ],
)
def test_another_day_differs_and_is_held_against_the_day_after(
    rule: Constitution, start: date, end: date, cause: str
) -> None:
    notice = printed(start, end)
    found = judged(notice, rule)
    assert found is not None
    assert found.reading is None
    assert found.shown.compared_as is AFTER
    assert cause in likely(notice.printed_end, found.shown)


@pytest.mark.parametrize("rule", [AT_NINE, AT_FOUR, NEXT_DAY, NEXT_WORKING_DAY])
@pytest.mark.parametrize("start", [date(2021, 7, 21) + timedelta(days=n) for n in range(7)])
def test_a_window_in_a_file_is_checked_as_a_notice_is_compared(
    rule: Constitution, start: date
) -> None:
    """Whatever day is printed: what a file says that its rule gives, a comparison gives too."""
    for days in range(14):
        end = start + timedelta(days=days)
        found = judged(printed(start, end), rule)
        assert found is not None
        window = PrintedWindow(reference="1", made=start, published=start, effective_from=end)
        assert gives(found.rule, window, rule.nation) is (found.reading is not None)


@pytest.mark.parametrize("rule", [AT_NINE, AT_FOUR, NEXT_DAY, NEXT_WORKING_DAY])
def test_a_printed_last_day_is_held_against_the_last_day(rule: Constitution) -> None:
    found = judged(printed(date(2023, 11, 13), date(2023, 11, 20), EndKind.LAST_DAY), rule)
    assert found is not None
    assert found.shown.compared_as is LAST
    assert found.shown.end == found.shown.last_day


def test_a_next_working_day_past_the_calendar_is_not_looked_for() -> None:
    found = judged(printed(date(2028, 12, 20), date(2029, 1, 2)), NEXT_WORKING_DAY)
    assert found is not None
    assert (found.reading, found.shown.end) == (None, date(2028, 12, 30))

"""A difference is told with the slip that would give the printed date: each tried on a case made
by making that slip."""

from dataclasses import replace
from datetime import date

import pytest

from workflow.calendars.nations import Nation
from workflow.conformance.causes import likely
from workflow.conformance.computed import by_constitution, by_file
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.reading import parse


def notice(
    published: date,
    end: date,
    *,
    made: date | None = None,
    days: int = 5,
    nation: Nation = Nation.ENGLAND,
    start_counts: bool = False,
    kind: EndKind = EndKind.LAST_DAY,
) -> PublishedNotice:
    return PublishedNotice(
        line=2,
        id="X",
        council="Borsetshire Council",
        nation=nation,
        made_on=made,
        published_on=published,
        from_publication=True,
        working_days=days,
        start_counts=start_counts,
        end_kind=kind,
        end=end,
        explained=False,
    )


@pytest.mark.parametrize(
    ("printed", "cause"),
    [
        # Wed 14 Sep 2022 + 5 is Thu 22 Sep past the State Funeral; counted, it is Wed 21.
        (notice(date(2022, 9, 14), date(2022, 9, 21)), "Mon 19 Sep 2022"),
        # Mon 23 Dec 2024 + 5 is Thu 2 Jan; with 27 December shut it is Fri 3.
        (notice(date(2024, 12, 23), date(2025, 1, 3)), "Fri 27 Dec 2024 not counted"),
        # Mon 23 Dec 2024 + 5, with 24, 27, 30 and 31 December all shut, is Wed 8 Jan.
        (notice(date(2024, 12, 23), date(2025, 1, 8)), "the working days about Christmas"),
        (notice(date(2024, 6, 3), date(2024, 6, 7)), "the day of publication taken as day 1"),
        (notice(date(2024, 6, 3), date(2024, 6, 8)), "counted in calendar days, 5 of them"),
        (
            notice(date(2024, 6, 3), date(2024, 6, 10), start_counts=True),
            "the day of publication not taken as day 1",
        ),
        (
            notice(date(2024, 6, 6), date(2024, 6, 10), made=date(2024, 6, 3)),
            "counted from the decision, not from publication",
        ),
        (
            notice(date(2024, 6, 3), date(2024, 6, 11)),
            "counted from the working day after publication",
        ),
        # Fri 7 June is a fifth day: "effective from" Sat 8, but Mon 10 was printed.
        (
            notice(date(2024, 5, 31), date(2024, 6, 10), kind=EndKind.DAY_AFTER),
            "the next working day printed, not the next day",
        ),
        (
            notice(date(2024, 6, 3), date(2024, 6, 10), kind=EndKind.DAY_AFTER),
            "the last day itself printed, not the day after",
        ),
        (
            notice(date(2024, 6, 6), date(2024, 6, 6)),
            "the printed end is not after the day counted from",
        ),
        (notice(date(2024, 6, 3), date(2024, 12, 2)), "the dates are far apart"),
        (notice(date(2024, 6, 3), date(2024, 7, 8)), "25 working days after: the record was"),
        (notice(date(2024, 6, 3), date(2024, 6, 13)), "it is 8 working days after"),
    ],
)
def test_the_slip_is_named(printed: PublishedNotice, cause: str) -> None:
    reckoned = by_file(printed)
    assert reckoned.end != printed.end
    assert cause in likely(printed.printed_end, reckoned)


BORSETSHIRE = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2020-01-01
days = 5
unit = "working"
counted-from = "EVENT"
start-day-counts = false
request-by = "end of day"
takes-effect = "next working day"
basis = "constitution"
rule = "rule 15"
words = "Made up."
"""


@pytest.mark.parametrize(
    ("event", "made", "published", "end", "assumed"),
    [
        ("publication", date(2024, 6, 3), date(2024, 6, 5), date(2024, 6, 12), ""),
        ("decision", date(2024, 6, 3), date(2024, 6, 5), date(2024, 6, 10), ""),
        ("publication", date(2024, 6, 3), None, date(2024, 6, 10), "no day of publication"),
        ("decision", None, date(2024, 6, 5), date(2024, 6, 12), "no day of decision"),
    ],
)
def test_by_the_constitution_what_is_not_printed_is_taken_as_given_and_said(
    event: str, made: date | None, published: date | None, end: date, assumed: str
) -> None:
    constitution, complaints = parse(BORSETSHIRE.replace("EVENT", event), "b.toml")
    assert constitution is not None, complaints
    printed = notice(date(2024, 6, 5), end, made=made)
    found = by_constitution(replace(printed, published_on=published), constitution)
    assert found is not None
    assert found.end == end
    assert bool(found.assumed) is bool(assumed)
    assert assumed in found.assumed


@pytest.mark.parametrize(
    ("event", "made", "published", "end", "cause"),
    [
        # Mon 3 June + 5 is the 10th; published on Wednesday the 5th, or by the weekend, the 12th.
        (
            "publication",
            date(2024, 6, 3),
            None,
            date(2024, 6, 12),
            "the day of publication is not printed, and Wed 5 Jun 2024 would give it",
        ),
        # Wed 5 June + 5 is the 12th; made on Monday the 3rd it is the 10th.
        (
            "decision",
            None,
            date(2024, 6, 5),
            date(2024, 6, 10),
            "the day of decision is not printed, and Mon 3 Jun 2024 would give it",
        ),
    ],
)
def test_the_day_that_is_not_printed_and_would_give_the_date_is_named(
    event: str, made: date | None, published: date | None, end: date, cause: str
) -> None:
    constitution, complaints = parse(BORSETSHIRE.replace("EVENT", event), "b.toml")
    assert constitution is not None, complaints
    printed = replace(notice(date(2024, 6, 5), end, made=made), published_on=published)
    found = by_constitution(printed, constitution)
    assert found is not None
    assert likely(printed.printed_end, found) == cause
    both = replace(printed, made_on=date(2024, 6, 3), published_on=date(2024, 6, 4))
    found = by_constitution(both, constitution)
    assert found is not None
    assert "is not printed" not in likely(both.printed_end, found)


def test_a_day_before_the_rule_is_not_on_file() -> None:
    constitution, _ = parse(BORSETSHIRE.replace("EVENT", "publication"), "b.toml")
    assert constitution is not None
    assert by_constitution(notice(date(2019, 12, 31), date(2020, 1, 8)), constitution) is None

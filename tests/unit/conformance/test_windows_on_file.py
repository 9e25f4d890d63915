"""Every printed window in a shipped file comes out as the file says that it does, when it is held
against what is on file for its own day: by the rule, by another reading, or as irregular."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from workflow.conformance.on_file import Judged, ReadingOnFile, judged
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.register.councils import load_councils

COUNCILS = tuple(load_councils().all().values())


def notice(council: Constitution, window: PrintedWindow) -> PublishedNotice:
    end = window.last_day or window.effective_from
    assert end is not None
    return PublishedNotice(
        line=2,
        id=window.reference,
        council=council.name,
        nation=council.nation,
        made_on=window.made,
        published_on=window.published,
        from_publication=window.published is not None,
        working_days=5,
        start_counts=False,
        end_kind=EndKind.DAY_AFTER if window.last_day is None else EndKind.LAST_DAY,
        end=end,
        explained=True,
    )


def windows_of(council: Constitution) -> Iterator[tuple[PrintedWindow, ReadingOnFile | None]]:
    """Give each window of a file, with the reading that the file says it is of."""
    for entry in council.on("call_in_period"):
        for window in entry.evidence.windows:
            yield window, ReadingOnFile.RULE
        for reading in entry.evidence.could_be or ():
            for window in reading.windows:
                yield window, ReadingOnFile.COULD_BE
        for window in entry.evidence.irregular:
            yield window, None


@pytest.mark.parametrize("council", COUNCILS, ids=lambda each: each.council)
def test_every_window_comes_out_as_its_file_says(council: Constitution) -> None:
    wrong = [
        f"{window.reference} of {window.published or window.made}: {said}, and found {told(found)}"
        for window, said in windows_of(council)
        if not as_said(found := judged(notice(council, window), council), said)
    ]
    assert wrong == []


def as_said(found: Judged | None, said: ReadingOnFile | None) -> bool:
    """Another reading of one entry may be the rule of the entry in force on that day, and what a
    rule does not give may be of a day for which it is not known."""
    if found is None:
        return said is None
    if said is None:
        return found.reading is None and found.listed is not None
    return found.reading is said or (
        said is ReadingOnFile.COULD_BE and found.reading is ReadingOnFile.RULE
    )


def told(found: Judged | None) -> str:
    return (
        "nothing on file" if found is None else f"{found.reading}, by the rule {found.by_rule.end}"
    )


@pytest.mark.parametrize("council", COUNCILS, ids=lambda each: each.council)
def test_the_period_asked_for_alone_is_that_of_all_the_rules(council: Constitution) -> None:
    entries = council.on("call_in_period")
    edges = {day for each in entries for day in (each.since, each.known_to) if day is not None}
    for day in edges | {date(2012, 1, 2), date(2026, 11, 30)}:
        for near in (day - timedelta(days=1), day, day + timedelta(days=1)):
            assert council.period_on(near) == council.in_force_on(near)[CALL_IN_PERIOD]

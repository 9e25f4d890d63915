"""Lists of days in files: what is whole is read, and each fault is named with its place."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from workflow.calendars.council import DayKind
from workflow.calendars.lists.reading import read_day_list, read_published
from workflow.calendars.nations import Nation
from workflow.errors import Invalid, NotFound

DAYS = {"2025-12-25": "Christmas Day", "2025-12-26": "Boxing Day"}


def as_json(days: dict[str, str], division: str = "england-and-wales") -> str:
    events = [
        {"title": title, "date": day, "notes": "", "bunting": True} for day, title in days.items()
    ]
    return json.dumps({division: {"division": division, "events": events}})


def as_ics(days: dict[str, str]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gov.uk//EN"]
    for day, title in days.items():
        lines += [
            "BEGIN:VEVENT",
            f"DTSTART;VALUE=DATE:{day.replace('-', '')}",
            f"SUMMARY:{title}",
            f"UID:{day}@gov.uk",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def as_csv(days: dict[str, str]) -> str:
    return "Date,Title\n" + "".join(f"{day},{title}\n" for day, title in days.items())


@pytest.mark.parametrize(
    ("written", "kind"),
    [(as_json, DayKind.HOLIDAY), (as_ics, DayKind.HOLIDAY), (as_csv, DayKind.CLOSURE)],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_each_sort_of_file_gives_the_same_days(
    tmp_path: Path, written: object, kind: DayKind, mark: str
) -> None:
    path = tmp_path / "days"
    assert callable(written)
    path.write_bytes((mark + written(DAYS)).encode())
    found = read_day_list(path, Nation.WALES)
    assert found.days == {date.fromisoformat(day): title for day, title in DAYS.items()}
    assert found.kind is kind
    assert found.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_list_it_came_with_is_the_one_the_tests_hold() -> None:
    """472 days in the three divisions, as the government published them."""
    counted = [len(read_published(nation).days) for nation in Nation]
    assert counted == [140, 140, 158, 174]
    assert date(2026, 6, 15) in read_published(Nation.SCOTLAND).days
    assert date(2026, 6, 15) not in read_published(Nation.ENGLAND).days


ENGLAND = as_json(DAYS)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ENGLAND[:-20], "is not whole JSON"),
        ("[" * 100_000, "is not whole JSON"),
        ("[1, 2]", "has no divisions of bank holidays"),
        ('{"england-and-wales": []}', "england-and-wales has no events"),
        (as_json(DAYS, "scotland"), "has no division england-and-wales; it has scotland"),
        (ENGLAND.replace("2025-12-26", "26/12/25"), "event 2: 26/12/25 has a year of two digits"),
        (ENGLAND.replace("2025-12-26", "2025-12-25"), "event 2: 2025-12-25 is there twice"),
        (ENGLAND.replace('"title": "Boxing Day"', '"title": 7'), "event 2 lacks its date or"),
        (as_ics(DAYS)[:90], "is not a whole calendar file"),
        (as_ics({}), "has no days in it"),
        (
            as_ics(DAYS).replace(";VALUE=DATE:20251226", ":20251226T090000Z"),
            "event 2 is not",
        ),
        (as_ics(DAYS).replace("20251226", "bad"), "event 2 is not one whole day"),
        (
            as_ics(DAYS).replace("UID:2025-12-26", "DTEND;VALUE=DATE:20260301\r\nUID:2025-12-26"),
            "event 2 is not one whole day",
        ),
        (
            as_ics(DAYS).replace("UID:2025-12-26", "RRULE:FREQ=YEARLY\r\nUID:2025-12-26"),
            "event 2 is not one whole day",
        ),
        ("<!DOCTYPE html><html></html>", "is a web page, not a list of days"),
        ("date,name\n2025-12-29,Closed\n", "has no column called “title”"),
        ("date,title\n3/4/2025,Closed\n", "line 2, column date: 3/4/2025 may be"),
        ("date,title\n2025-12-29,\n", "line 2: 2025-12-29 has no title"),
        ("date,title\n2025-12-29,A\n2025-12-29,B\n", "line 3: 2025-12-29 is there twice"),
        ("date,title\n", "has no days in it"),
        ("", "is empty"),
    ],
)
def test_what_is_no_whole_list_is_refused_with_its_place(
    tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "days"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        read_day_list(path, Nation.ENGLAND)
    assert said in str(refused.value)
    assert "days" in str(refused.value)
    assert refused.value.cure


def test_bytes_that_are_no_text_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "days").write_bytes("date,title\n2025-12-29,Nadolig â\n".encode("cp1252"))
    with pytest.raises(Invalid, match="not text in UTF-8"):
        read_day_list(tmp_path / "days", Nation.WALES)
    with pytest.raises(NotFound):
        read_day_list(tmp_path / "none", Nation.WALES)
    (tmp_path / "long").write_bytes(b"{" * 1_000_001)
    with pytest.raises(Invalid, match="longer than"):
        read_day_list(tmp_path / "long", Nation.WALES)


def test_a_cancelled_event_is_none(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    cancelled = as_ics(DAYS).replace("UID:2025-12-26", "STATUS:CANCELLED\r\nUID:2025-12-26")
    path.write_bytes(cancelled.encode())
    assert list(read_day_list(path, Nation.ENGLAND).days) == [date(2025, 12, 25)]


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART;VALUE=D,ATE:20270101",
        "DTSTART:",
        "DTSTART",
        "DTSTART;;:x",
        "DTSTART;VALUE=DATE:99999999",
        "DTSTART;VALUE=PERIOD:20270101",
        'DTSTART;VALUE="DATE:20270101',
        "DTSTART;VALUE=DATE:20270101\r\nDURATION:P99999999999D",
        "DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:00010101",
        "DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=",
        "DTSTART;VALUE=DATE:20270101\r\nDTEND:20270102T000000Z",
    ],
)
def test_an_odd_line_of_a_calendar_is_refused_by_the_files_name(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.ics"
    path.write_bytes(a_closure(*line.split("\r\n")).encode())
    with pytest.raises(Invalid, match=r"odd\.ics") as refused:
        read_day_list(path, Nation.ENGLAND)
    assert "attribute" not in str(refused.value), "a library's own words"


def a_closure(*lines: str) -> str:
    event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Offices closed", *lines, "END:VEVENT"]
    whole = ["BEGIN:VCALENDAR", "PRODID:-//Outlook//EN", "VERSION:2.0", *event, "END:VCALENDAR", ""]
    return "\r\n".join(whole)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (("DTSTART;VALUE=DATE:20261229", "DTEND;VALUE=DATE:20270101"), (29, 30, 31)),
        (("DTSTART;VALUE=DATE:20261229", "DURATION:P2D"), (29, 30)),
        (("DTSTART;VALUE=DATE:20261229", "DTEND;VALUE=DATE:20261229"), (29,)),
        (("DTSTART;VALUE=DATE:20261229",), (29,)),
    ],
)
def test_a_closure_of_several_days_is_each_of_them(
    tmp_path: Path, lines: tuple[str, ...], days: tuple[int, ...]
) -> None:
    path = tmp_path / "closed.ics"
    path.write_text(a_closure(*lines), newline="")
    found = read_day_list(path, Nation.ENGLAND)
    assert found.kind is DayKind.CLOSURE
    assert tuple(found.days) == tuple(date(2026, 12, day) for day in days)


def test_a_closure_of_more_days_than_there_are_bank_holidays_is_still_the_councils(
    tmp_path: Path,
) -> None:
    """From Christmas Eve to New Year's Eve is eight days of one year, as bank holidays are."""
    path = tmp_path / "closed.ics"
    lines = ("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270102")
    path.write_text(a_closure(*lines), newline="")
    found = read_day_list(path, Nation.ENGLAND)
    assert (found.kind, len(found.days)) == (DayKind.CLOSURE, 9)


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART;VALUE=DATE:20261229", "DTEND;VALUE=DATE:20271229"),
        ("DTSTART;VALUE=DATE:20261229", "DTEND;VALUE=DATE:20261201"),
        ("DTSTART;VALUE=DATE:20261229", "DURATION:PT5H"),
        ("DTSTART;VALUE=DATE:20261229", "DURATION:P2D", "DTEND;VALUE=DATE:20261231"),
        ("DTSTART;VALUE=D,ATE:20270101",),
        ("DTSTART:20261229T090000Z",),
    ],
)
def test_what_is_no_run_of_whole_days_is_refused(tmp_path: Path, lines: tuple[str, ...]) -> None:
    path = tmp_path / "closed.ics"
    path.write_text(a_closure(*lines), newline="")
    with pytest.raises(Invalid, match=r"not one whole day|not a whole calendar"):
        read_day_list(path, Nation.ENGLAND)

"""The commands `plan` and `report`: in words, as JSON, as a calendar, as CSV and in Markdown."""

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from icalendar import Calendar

from support.councils import COUNCILS, GULLSHIRE
from support.lives.one_year import asked, at, engine_of, exempt, ordinary, urgent
from support.people import MONITORING
from support.registers import copied, let_go
from support.terminal import Terminal
from workflow import Engine, ManualClock, Role
from workflow.engine import load_councils
from workflow.store.database import Database, make_engine

HOSTILE = "=cmd|'/C calc'!A0 | <script>alert(1)</script> [x](http://y) `z` *w* \n# _v_ \\"
"""A title that a spreadsheet or a page might take for more than words."""
LAW = ("plan", "--council", "herefordshire", "--decide-on", "2026-12-09")


@pytest.fixture
def gull(ready_file: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine at Gullshire, on the terminal's own register, with chairs in office."""
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("DECISIONS_COUNCIL", GULLSHIRE)
    address = copied(ready_file, Path(terminal.register))
    clock = ManualClock(engine_of().clock.now())
    engine = Engine(Database(make_engine(address)), load_councils([COUNCILS]), clock)
    for person, role in (("a.chair", Role.SCRUTINY_CHAIR), ("c.chair", Role.CHAIR_OF_COUNCIL)):
        assert engine.appointments.appoint(GULLSHIRE, person, role, by=MONITORING)
    yield engine  # type: ignore[misc]
    let_go(engine)


# -- plan ---------------------------------------------------------------------------------------


def test_the_plan_of_the_laws_own_example(terminal: Terminal) -> None:
    """It needs no register, and makes none."""
    said = terminal.did(*LAW, at="2026-11-23 09:00:00")
    told = " ".join(said.out.split())
    for words in (
        "Herefordshire Council: a key decision",
        "Publish the notice of the key decision by: Tue 10 Nov 2026 PASSED",
        "28 clear calendar days; read as working days it would be Thu 29 Oct 2026.",
        "Make the decision on: Wed 9 Dec 2026",
        "It may be called in until: Tue 15 Dec 2026",
        "Implement it from: Wed 16 Dec 2026",
        "closed Notice of a key decision: publish it by Tue 10 Nov 2026, which has passed.",
        "open General exception notice: publish it by Tue 1 Dec 2026.",
        "open Special urgency: agreement before the decision, of the chair of scrutiny",
        "regulation 9",
    ):
        assert words in told, words
    assert said.err == ""
    assert not Path(terminal.register).exists()


def test_a_plan_as_json_says_the_same(terminal: Terminal) -> None:
    plain = terminal.did(*LAW, "--json", at="2026-11-23 09:00:00").plain
    assert plain["today"] == "2026-11-23"
    dates = {each["name"]: (each["date"], each["passed"]) for each in plain["milestones"]}
    assert dates == {
        "notice": ("2026-11-10", True),
        "decide": ("2026-12-09", False),
        "publish": ("2026-12-09", False),
        "last-request": ("2026-12-15", False),
        "implement": ("2026-12-16", False),
    }
    assert [route["open"] for route in plain["routes"]] == [False, True, True]
    for each in (*plain["milestones"], *plain["routes"]):
        assert each["authority"]["words"]


def test_a_plan_as_a_calendar_is_read_back_and_its_days_keep_their_names(
    terminal: Terminal,
) -> None:
    """Asked again on another day, each event has the same identity, so that none is doubled."""
    wanted = (*LAW, "--private", "--ics")
    calendars = [
        Calendar.from_ical(terminal.did(*wanted, at=f"2026-11-{day} 09:00:00").out)
        for day in (23, 24)
    ]
    first, second = ([dict(event) for event in each.walk("VEVENT")] for each in calendars)
    uids = [str(event["UID"]) for event in first]
    assert uids == [str(event["UID"]) for event in second]
    assert len(set(uids)) == len(uids) == 7
    for event in first:
        begins, ends = event["DTSTART"].dt, event["DTEND"].dt
        assert type(begins) is type(ends) is date
        assert ends == begins + timedelta(days=1)
        assert "Rule:" in str(event["DESCRIPTION"])
    days = {str(event["SUMMARY"]): event["DTSTART"].dt for event in first}
    assert days["Make the decision on Wed 9 Dec 2026"] == date(2026, 12, 9)
    assert str(calendars[0]["VERSION"]) == "2.0"


def test_a_plan_is_written_as_every_calendar_is(terminal: Terminal) -> None:
    """Each entry has its revision, takes up nobody's time, and is stamped with when it was made;
    lines end once, and commas are escaped."""
    said = terminal.did(*LAW, "--private", "--ics", at="2026-11-23 09:00:30").out
    assert said.count("\n") == said.count("\r\n") > 10
    assert "\r\r" not in said
    assert "28 clear calendar days\\; read" in said.replace("\r\n ", "")
    found = Calendar.from_ical(said)
    assert str(found["METHOD"]) == "PUBLISH"
    for event in found.walk("VEVENT"):
        assert (int(event["SEQUENCE"]), str(event["TRANSP"])) == (0, "TRANSPARENT")
        assert str(event["STATUS"]) == "CONFIRMED"
        assert event["DTSTAMP"].dt == datetime(2026, 11, 23, 9, 0, 30, tzinfo=UTC)
        assert event["CATEGORIES"].cats == ["Plan"]


def test_each_day_of_a_plan_is_known_by_what_was_asked(terminal: Terminal) -> None:
    """The same question on any day, in any calendar: the days move, and their names do not."""

    def uids(*asked: str) -> list[str]:
        said = terminal.did("plan", *asked, "--ics").out
        return [str(event["UID"]) for event in Calendar.from_ical(said).walk("VEVENT")]

    terminal.now = "2026-11-23 09:00:00"
    terminal.staffed()
    first = uids("--decide-on", "2026-12-09")
    assert "plan-key-decide-on-2026-12-09-implement@herefordshire.council-decisions" in first
    add = ("calendar", "add", "--date", "2026-12-10", "--kind", "closure", "--title", "Shut")
    terminal.did(*add, "--reason", "R", "--source", "S")
    terminal.now = "2026-11-25 09:00:00"
    assert uids("--decide-on", "2026-12-09") == first
    others = (
        ("--decide-on", "2026-12-08"),
        ("--decide-on", "2026-12-09", "--kind", "non-key"),
        ("--decide-on", "2026-12-09", "--private"),
        ("--decide-on", "2026-12-09", "--council", "gloucestershire"),
        ("--implement-by", "2026-12-09"),
    )
    for other in others:
        assert not set(uids(*other)) & set(first)


def test_a_plan_says_the_hour_where_the_rule_has_one(terminal: Terminal) -> None:
    """In words, in JSON and in a calendar."""
    asked = ("plan", "--council", "salford", "--kind", "non-key", "--decide-on", "2026-12-09")
    told = " ".join(terminal.did(*asked, at="2026-11-23 09:00:00").out.split())
    assert "It may be called in until: 16:00 on Wed 16 Dec 2026" in told
    assert "Implement it from: 16:00 on Wed 16 Dec 2026" in told
    plain = {e["name"]: e for e in terminal.did(*asked, "--json").plain["milestones"]}
    assert plain["implement"]["date"] == "2026-12-16"
    assert plain["implement"]["at"]["london"] == "2026-12-16T16:00:00+00:00"
    assert plain["last-request"]["at"] == plain["implement"]["at"]
    assert plain["decide"]["at"] is None
    found = Calendar.from_ical(terminal.did(*asked, "--ics").out).walk("VEVENT")
    days = {str(event["SUMMARY"]): event["DTSTART"].dt for event in found}
    assert days["Implement it from 16:00 on Wed 16 Dec 2026"] == date(2026, 12, 16)


def test_days_that_the_council_is_closed_are_left_out_of_a_plan(terminal: Terminal) -> None:
    terminal.staffed()
    add = ("calendar", "add", "--date", "2026-12-10", "--kind", "closure", "--title", "Shut")
    terminal.did(*add, "--reason", "R", "--source", "S", at="2026-11-23 09:00:00")
    told = " ".join(terminal.did(*LAW).out.split())
    assert "Implement it from: Thu 17 Dec 2026" in told
    assert "Thu 10 Dec 2026 (Shut" in told


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ((), 2, "from one day"),
        (("--decide-on", "2026-12-09", "--implement-by", "2026-12-09"), 2, "not both"),
        (("--decide-on", "2026-02-30"), 2, "no such day"),
        (("--decide-on", "2031-01-10"), 3, "[beyond-calendar]"),
        (("--decide-on", "2026-12-09", "--council", "greater-manchester"), 3, "[not-on-file]"),
        (("--decide-on", "2026-12-09", "--council", "herefordshir"), 5, "herefordshire?"),
        (("--decide-on", "2026-12-09", "--kind", "secret"), 2, "secret"),
    ],
)
def test_what_cannot_be_planned_says_why(
    terminal: Terminal, given: tuple[str, ...], code: int, said: str
) -> None:
    found = terminal("plan", *given, at="2026-11-23 09:00:00")
    assert (found.code, found.out) == (code, "")
    assert said in " ".join(found.err.split())


# -- report -------------------------------------------------------------------------------------

OCTOBER = ("--since", "2018-10-01", "--until", "2018-10-31")


def ready(terminal: Terminal, engine: Engine) -> list[str]:
    """Publish an urgent decision with a hostile title, an exempt one and an ordinary one."""
    at(engine, 18)
    terminal.now = "2018-11-01 09:00:00"
    title = " ".join(HOSTILE.split())
    return [urgent(engine, title=title), exempt(engine), ordinary(engine)]


def test_a_report_in_words_gives_figures_trend_and_duty(terminal: Terminal, gull: Engine) -> None:
    refs = ready(terminal, gull)
    told = " ".join(terminal.did("report", "special-urgency", *OCTOBER).out.split())
    for words in (
        "Decisions under special urgency: Gullshire Council, Mon 1 Oct 2018 to Wed 31 Oct 2018",
        "1 of 3 decisions made (33.3 %)",
        "before, Sat 1 Sep 2018 to Sun 30 Sep 2018: 0 of 0 (none)",
        "regulation 19",
        "If this is reported for the period to Wed 31 Oct 2018, the next is due by Thu 31 Oct",
        refs[0],
    ):
        assert words in told, words
    assert refs[1] not in told


def test_a_report_as_json_has_every_figure(terminal: Terminal, gull: Engine) -> None:
    refs = ready(terminal, gull)
    plain = terminal.did("report", "exemptions", *OCTOBER, "--json").plain
    assert (plain["number"], plain["of_all"], plain["share"]) == (1, 3, "33.3 %")
    assert [line["ref"] for line in plain["lines"]] == [refs[1]]
    assert len(plain["before"]) == 3
    assert plain["next_due"] is None
    assert plain["duty"]["words"]


def test_a_report_as_csv_is_words_and_never_a_formula(terminal: Terminal, gull: Engine) -> None:
    ready(terminal, gull)
    out = terminal.did("report", "special-urgency", *OCTOBER, "--csv").out
    headings, row = csv.reader(io.StringIO(out))
    assert headings == ["REF", "DAY", "MADE", "TITLE", "REASON", "WHO", "OUTCOME"]
    assert row[1:3] == ["2018-10-18", "2018-10-18"]
    assert row[3] == f"'{' '.join(HOSTILE.split())}"
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_a_report_in_markdown_is_words_and_never_marks(terminal: Terminal, gull: Engine) -> None:
    """What is written in a title is shown as it is written, on one line, and does nothing."""
    refs = ready(terminal, gull)
    out = terminal.did("report", "special-urgency", *OCTOBER, "--markdown").out
    lines = out.splitlines()
    assert lines[0] == "# Decisions under special urgency"
    assert "| Mon 1 Oct 2018 to Wed 31 Oct 2018 | 1 | 3 | 33.3 % |" in lines
    (heading,) = [line for line in lines if line.startswith("## ")]
    assert heading.startswith(f"## {refs[0]}: ")
    shown = heading.removeprefix(f"## {refs[0]}: ")
    assert unescape(re.sub(r"\\(.)", r"\1", shown)) == " ".join(HOSTILE.split())
    assert not re.search(r"(?<!\\)[`*_\[\]<>#|]", shown)
    assert [line for line in lines if line.startswith("#")] == [lines[0], heading]


@pytest.mark.parametrize("matter", ["special-urgency", "exemptions", "call-ins", "late"])
@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",), ("--markdown",)])
def test_nothing_on_record_is_no_fault(
    terminal: Terminal, gull: Engine, matter: str, form: tuple[str, ...]
) -> None:
    assert gull.list() == []
    said = terminal.did("report", matter, *OCTOBER, *form, at="2018-11-01 09:00:00")
    assert said.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("late", "--since", "2018-10-02", "--until", "2018-10-01"), "before it begins"),
        (("everything", *OCTOBER), "everything"),
        (("late", "--since", "tomorrow-ish"), "not a day"),
    ],
)
def test_what_cannot_be_reported_says_why(
    terminal: Terminal, gull: Engine, given: tuple[str, ...], said: str
) -> None:
    assert gull.list() == []
    found = terminal("report", *given)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_requests_and_the_share_say_each_what_they_count(terminal: Terminal, gull: Engine) -> None:
    """A request of November about what October published: it is listed and counted in November,
    and the decision is one of October's that were asked about."""
    at(gull, 31)
    ref = ordinary(gull)
    at(gull, 1, month=11)
    asked(gull, ref)
    november = ("--since", "2018-11-01", "--until", "2018-11-30")
    said = terminal.did("report", "call-ins", *november, at="2018-12-01 09:00:00")
    told = " ".join(said.out.split())
    assert "1 request received; 0 of 0 decisions published asked about (none)" in told
    assert "to Wed 31 Oct 2018: 0 requests received; 1 of 1 decisions published asked" in told
    assert "listed by the day they were received" in told
    paper = terminal.did("report", "call-ins", *november, "--markdown").out
    assert "1 request received; **0** of 0 decisions published asked about (none)." in paper
    assert "| Mon 1 Oct 2018 to Wed 31 Oct 2018 | 0 | 1 | 1 | 100.0 % |" in paper
    assert "Received on Thu 1 Nov 2018: " in paper
    plain = terminal.did("report", "call-ins", *november, "--json").plain
    assert (plain["requests"], plain["number"]) == (1, 0)
    assert (plain["before"][0]["requests"], plain["before"][0]["number"]) == (0, 1)

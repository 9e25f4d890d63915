"""A saved register page is imported: what has ended as ended, what is open as open; and the nightly
close takes the open ones at the instants of the council's own rule."""

from pathlib import Path

import pytest

from support.terminal import Terminal

ROWS = (
    # ID, title, decision maker, made, published, effective from, key, subject to call-in, call-ins
    (
        9001,
        "Ended on time",
        "Cabinet",
        "10/10/2018",
        "10/10/2018",
        "17/10/2018",
        "No",
        "Yes",
        0,
    ),
    (9002, "Still open", "Cabinet", "18/10/2018", "18/10/2018", "25/10/2018", "No", "Yes", 0),
    (9003, "Not for call-in", "Leader", "18/10/2018", "18/10/2018", "18/10/2018", "No", "No", 0),
    (9004, "A day early", "Cabinet", "17/10/2018", "17/10/2018", "23/10/2018", "No", "Yes", 0),
    (9005, "Called in", "Cabinet", "08/10/2018", "08/10/2018", "15/10/2018", "No", "Yes", 1),
    (9006, "Never dated", "Cabinet", "", "18/10/2018", "", "No", "Yes", 0),
    (9007, "Published late", "Cabinet", "01/10/2018", "16/10/2018", "08/10/2018", "No", "Yes", 0),
)


def page(tmp_path: Path, rows: tuple[tuple[object, ...], ...] = ROWS) -> str:
    """Write a saved list, as a register prints one."""
    cells = "".join(
        f'<tr><td><a href="ieDecisionDetails.aspx?ID={number}">{title}'
        f'<span class="mgHide"> ref: {number}</span></a></td><td>{maker}</td><td>{made}</td>'
        f"<td>{published}</td><td>{effective}</td><td>{key}</td><td>{subject}</td>"
        f"<td>{call_ins}</td></tr>\n"
        for number, title, maker, made, published, effective, key, subject, call_ins in rows
    )
    path = tmp_path / "register.html"
    path.write_text(
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>Decisions - Herefordshire '
        "Council</title>\n"
        '<link rel="canonical" href="https://councillors.example/mgDelegatedDecisions.aspx?DS=2">'
        "</head><body>\n<h1>Decisions</h1><table><caption>Decisions published</caption>\n"
        "<tr><th>Title</th><th>Decision maker</th><th>Date of decision</th>"
        "<th>Publication date</th><th>Effective from</th><th>Is key decision?</th>"
        "<th>Is subject to call in?</th><th>Call-ins</th></tr>\n"
        f"{cells}</table></body></html>\n",
        encoding="utf-8",
    )
    return str(path)


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """The officers' desk on Friday 19 October 2018."""
    terminal.now = "2018-10-19 08:00:00"
    return terminal.staffed()


def test_it_is_shown_first_and_nothing_is_kept(desk: Terminal, tmp_path: Path) -> None:
    shown = desk("import", "moderngov", page(tmp_path), "--json")
    assert shown.code == 8
    comes = {each["title"]: each["outcome"] for each in shown.plain["decisions"]}
    assert comes == {
        "Ended on time": "ended",
        "Still open": "open",
        "Not for call-in": "ended",
        "A day early": "open",
        "Called in": "needs_person",
        "Never dated": "needs_person",
        "Published late": "open",
    }
    irregular = {each["title"]: each["irregular"] for each in shown.plain["decisions"]}
    assert irregular["Ended on time"] == irregular["Still open"] == []
    assert "1 day earlier than the rule gives" in irregular["A day early"][0]
    assert "the day of publication taken as day 1" in irregular["A day early"][0]
    assert "after it was in effect" in irregular["Published late"][0]
    assert shown.plain["summary"]["read"] == 7
    assert desk.did("list", "--json").plain == []
    whys = {each["title"]: each["why"] for each in shown.plain["decisions"]}
    assert whys["Called in"] == "a call-in is printed, and what came of it is not"
    assert whys["Never dated"] == "no day of decision is printed"


def test_without_a_register_it_is_shown_and_none_is_begun(
    terminal: Terminal, tmp_path: Path
) -> None:
    shown = terminal("import", "moderngov", page(tmp_path), at="2018-10-19 08:00:00")
    assert shown.code == 8
    assert "Nothing is imported. To import 5: --adopt" in shown.err
    assert list(tmp_path.glob("**/*.db")) == []


def test_it_comes_in_once_and_the_close_takes_the_open_ones_at_their_instants(
    desk: Terminal, tmp_path: Path
) -> None:
    """Herefordshire: the fourth working day after publication, to its end."""
    rehearsed = desk("import", "moderngov", page(tmp_path), "--adopt", "--dry-run", "--json").plain
    assert rehearsed["imported"] == 5
    assert desk.did("list", "--json").plain == []
    done = desk("import", "moderngov", page(tmp_path), "--adopt", "--json").plain
    assert (done["imported"], done["there_already"]) == (5, 0)
    again = desk("import", "moderngov", page(tmp_path), "--adopt", "--json").plain
    assert (again["imported"], again["there_already"]) == (0, 5)

    ended = desk.did("show", "HFD-MG-9001", "--json").plain
    assert ended["state"] == "implemented", "at this council taking effect counts as implementation"
    assert ended["effective_at"] == "2018-10-16T23:00:00.000000Z"
    assert desk.did("show", "HFD-MG-9003", "--json").plain["state"] == "implemented"
    still = desk.did("show", "HFD-MG-9002", "--json").plain
    assert (still["state"], still["call_in"]["last_day"]) == ("call_in_open", "2018-10-24")
    assert "imported" in desk.did("history", "HFD-MG-9002").out
    told = desk.did("explain", "HFD-MG-9002").out
    assert "Wed 24 Oct 2018" in told

    (entry,) = desk.did("history", "HFD-MG-9004", "--json").plain
    assert entry["event"] == "taken-in"
    assert entry["data"]["source"] == "https://councillors.example, register.html"
    assert entry["data"]["identity"] == "9004"
    assert ["Effective from", "23/10/2018"] in entry["data"]["raw"]
    assert "1 day earlier" in entry["data"]["irregular"][0]

    early = desk.did("close", "--json", at="2018-10-23 12:00:00").plain
    assert sorted(early["closed"]) == ["HFD-MG-9007"], "published on the 16th: four working days"
    desk.did("close", at="2018-10-24 02:00:00")
    assert desk.did("show", "HFD-MG-9004", "--json").plain["effective_at"] == (
        "2018-10-23T23:00:00.000000Z"
    ), "by the rule, and not on the printed day"
    desk.did("close", at="2018-10-25 02:00:00")
    closed = desk.did("show", "HFD-MG-9002", "--json").plain
    assert (closed["state"], closed["effective_at"]) == (
        "implemented",
        "2018-10-24T23:00:00.000000Z",
    )
    desk.did("journal", "verify")
    desk.did("db", "check")


def test_a_call_in_on_any_page_keeps_every_reading_of_it_out(
    desk: Terminal, tmp_path: Path
) -> None:
    """Two pages name it, and one prints a call-in; and a later page, once it is on the register."""
    folder = tmp_path / "pages"
    for name, call_ins in (("a", 0), ("b", 1)):
        (tmp_path / name).mkdir()
        Path(page(tmp_path / name, ((*ROWS[1][:-1], call_ins),))).rename(tmp_path / f"{name}.html")
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.html").write_text((tmp_path / f"{name}.html").read_text())
    both = desk("import", "moderngov", str(folder), "--adopt", "--json").plain
    assert both["imported"] == 0
    first = desk("import", "moderngov", str(tmp_path / "a.html"), "--adopt", "--json")
    assert (first.code, first.plain["imported"]) == (0, 1)
    later = desk("import", "moderngov", str(tmp_path / "b.html"), "--adopt")
    assert later.code == 8
    assert "HFD-MG-9002 is open on the register" in later.err
    assert "a call-in is printed" in later.err


def test_an_open_one_can_be_called_in_and_an_officer_may_take_it_on(
    desk: Terminal, tmp_path: Path
) -> None:
    desk("import", "moderngov", page(tmp_path), "--adopt")
    desk.did(
        "call-in", "HFD-MG-9002", "--requested-by", "Cllr A", "--grounds", "Consultation",
        "--received-at", "2018-10-22T09:00", at="2018-10-22 10:00:00",
    )  # fmt: skip
    left = desk("close", "--json", at="2018-10-25 02:00:00").plain["left"]
    assert [(each["ref"], each["code"]) for each in left] == [("HFD-MG-9002", "request-pending")]


def test_it_takes_a_role_and_a_council_whose_rule_is_on_file(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.now = "2018-10-19 08:00:00"
    terminal.did("people", "add", terminal.me(), "--role", "author", "--name", "A")
    refused = terminal("import", "moderngov", page(tmp_path), "--adopt")
    assert refused.code == 4
    shown = terminal(
        "import", "moderngov", page(tmp_path), "--council", "southampton", "--json"
    ).plain
    comes = {each["title"]: (each["outcome"], each["why"]) for each in shown["decisions"]}
    assert comes["Still open"][0] == "needs_person"
    assert "not on file" in comes["Still open"][1]
    assert comes["Ended on time"][0] == "ended", "its printed day is past"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("page.html", b"<html><body><p>Please log in</p></body></html>", "page.html"),
        ("page.html", b"", "is empty"),
        ("page.html", b"%PDF-1.7 ...", "is a PDF"),
        ("page.txt", b"<html></html>", "does not end in .html"),
    ],
)
def test_what_is_no_register_is_refused(
    desk: Terminal, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    refused = desk("import", "moderngov", str(tmp_path / name))
    assert refused.code == 2
    assert said in refused.err


def test_what_nobody_printed_as_carried_out_is_shown_as_that_by_rule(
    desk: Terminal, tmp_path: Path
) -> None:
    """At Herefordshire taking effect counts as implementation; the source says only "in effect"."""
    desk("import", "moderngov", page(tmp_path), "--adopt")
    said = " ".join(desk.did("show", "HFD-MG-9001").out.split())
    by_rule = "by rule: taking effect counts as implementation"
    assert f"Implemented: Wed 17 Oct 2018 00:00, {by_rule}" in said
    desk.did("close", at="2018-10-26 02:00:00")
    left = " ".join(desk.did("show", "HFD-MG-9002").out.split())
    assert f"Implemented: Thu 25 Oct 2018 00:00, {by_rule}" in left

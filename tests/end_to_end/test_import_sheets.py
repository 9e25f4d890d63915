"""A council's own sheet, its written statements and what was exported are imported one way, and the
nightly close takes the open ones at the instants of the council's own rule."""

from pathlib import Path

import pytest

from support.terminal import Terminal

HEAD = "Ref;Title;Decision maker;Date of decision;Publication date;Call-in expiry;Key decision\n"
ROWS = (
    "2018/1;Ended on time;Cabinet;10 October 2018;10 October 2018;16 October 2018;No\n",
    "2018/2;Still open;Cabinet;18 October 2018;18 October 2018;24 October 2018;No\n",
    "2018/3;A day early;Cabinet;17 October 2018;17 October 2018;22 October 2018;No\n",
    "2018/4;Two ways;Cabinet;3/4/2018;3/4/2018;;No\n",
    "2018/5;A day too long;Cabinet;18 October 2018;18 October 2018;25 October 2018;No\n",
)


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """The officers' desk on Friday 19 October 2018."""
    terminal.now = "2018-10-19 08:00:00"
    return terminal.staffed()


@pytest.fixture
def sheet(desk: Terminal, tmp_path: Path) -> tuple[str, str, str]:
    """A sheet and its mapping, begun by the command and completed."""
    path, mapping = tmp_path / "decisions.csv", tmp_path / "map.toml"
    path.write_text(HEAD + "".join(ROWS), encoding="utf-8-sig")
    begun = desk.did("import", "mapping", str(path)).out
    mapping.write_text(begun.replace('register = ""', 'register = "Our sheet"'), encoding="utf-8")
    return str(path), "--mapping", str(mapping)


def test_a_sheet_is_shown_comes_in_once_and_its_open_ones_are_closed(
    desk: Terminal, sheet: tuple[str, str, str]
) -> None:
    shown = desk("import", "csv", *sheet, "--json")
    assert shown.code == 8
    comes = {each["ref"]: each["outcome"] for each in shown.plain["decisions"]}
    assert comes == {
        "HFD-SH-2018.1": "ended",
        "HFD-SH-2018.2": "open",
        "HFD-SH-2018.3": "open",
        "HFD-SH-2018.5": "needs_person",
    }
    (unread,) = shown.plain["unread"]
    assert unread.startswith(
        "decisions.csv, line 5: made-on (the column Date of decision): 3/4/2018 may be"
    )
    told = {each["ref"]: each for each in shown.plain["decisions"]}
    assert told["HFD-SH-2018.2"]["irregular"] == []
    assert told["HFD-SH-2018.3"]["irregular"][0].startswith(
        "Mon 22 Oct 2018 is printed as the last day for call-in, 1 day earlier than the rule gives "
        "(Tue 23 Oct 2018)"
    )
    assert (
        "Thu 25 Oct 2018 is printed as its last day for call-in, and the rule"
        in told["HFD-SH-2018.5"]["why"]
    )
    assert desk.did("list", "--json").plain == []

    kept_out = desk("import", "csv", *sheet, "--adopt")
    assert kept_out.code == 8
    assert "Nothing is imported: 1 could not be read." in " ".join(kept_out.err.split())
    sheet = (*sheet, "--skip-unread")
    rehearsed = desk("import", "csv", *sheet, "--adopt", "--dry-run", "--json").plain
    assert rehearsed["imported"] == 3
    assert desk.did("list", "--json").plain == []
    done = desk("import", "csv", *sheet, "--adopt", "--json").plain
    assert (done["imported"], done["there_already"], done["odd"]) == (3, 0, [])
    again = desk("import", "csv", *sheet, "--adopt", "--json").plain
    assert (again["imported"], again["there_already"], again["odd"]) == (0, 3, [])

    (entry,) = desk.did("history", "HFD-SH-2018.2", "--json").plain
    assert entry["event"] == "taken-in"
    assert entry["data"]["source"] == "Our sheet, decisions.csv, line 3"
    assert ["Call-in expiry", "24 October 2018"] in entry["data"]["raw"]
    told = " ".join(desk.did("history", "HFD-SH-2018.2").out.split())
    assert "not certain: Whether it may be called in is not printed" in told
    desk.did("close", at="2018-10-24 02:00:00")
    assert desk.did("show", "HFD-SH-2018.2", "--json").plain["state"] == "call_in_open"
    desk.did("close", at="2018-10-25 02:00:00")
    closed = desk.did("show", "HFD-SH-2018.2", "--json").plain
    assert closed["effective_at"] == "2018-10-24T23:00:00.000000Z"
    early = desk.did("show", "HFD-SH-2018.3", "--json").plain
    assert early["effective_at"] == "2018-10-23T23:00:00.000000Z", "by the rule, not as printed"
    desk.did("journal", "verify")
    desk.did("db", "check")


def test_a_row_that_stands_twice_and_not_alike_is_not_chosen_between(
    desk: Terminal, sheet: tuple[str, str, str]
) -> None:
    path = Path(sheet[0])
    path.write_text(path.read_text("utf-8-sig") + ROWS[1].replace("Still", "No longer"), "utf-8")
    why = "it is shown twice, with another title: Still open, and now No longer open"
    for adopt in ((), ("--adopt", "--skip-unread")):
        said = desk("import", "csv", *sheet, "--json", *adopt)
        assert said.code == 8
        both = [each for each in said.plain["decisions"] if each["ref"] == "HFD-SH-2018.2"]
        assert [(each["outcome"], each["why"]) for each in both] == [("needs_person", why)] * 2
    assert desk("show", "HFD-SH-2018.2").code == 5
    same = desk("import", "csv", *sheet, "--adopt", "--skip-unread", "--json").plain
    assert same["imported"] == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Decision maker;",
            "Decision taker;",
            (
                "no column called “Decision maker”. [invalid] Do: Is it the one called “Decision "
                "taker”?"
            ),
        ),
        (HEAD, "", "names none of the columns it must have"),
    ],
)
def test_what_is_no_such_sheet_is_refused_and_nothing_is_kept(
    desk: Terminal, sheet: tuple[str, str, str], old: str, new: str, said: str
) -> None:
    path = Path(sheet[0])
    path.write_text(path.read_text("utf-8-sig").replace(old, new), encoding="utf-8")
    refused = desk("import", "csv", *sheet, "--adopt")
    assert refused.code == 2
    assert said in " ".join(refused.err.split())
    assert desk.did("list", "--json").plain == []


def test_a_fault_at_the_end_of_a_sheet_keeps_all_of_it_out(
    desk: Terminal, sheet: tuple[str, str, str]
) -> None:
    """It is read to its end before anything is written."""
    path = Path(sheet[0])
    path.write_text(path.read_text("utf-8-sig") + '2018/9;"Not closed\n', encoding="utf-8")
    refused = desk("import", "csv", *sheet, "--adopt")
    assert refused.code == 2
    assert "quotation mark" in refused.err
    assert desk.did("list", "--json").plain == []


def test_a_clock_past_the_calendar_takes_nothing_in(
    desk: Terminal, sheet: tuple[str, str, str]
) -> None:
    """By it every period has ended: nothing is imported as ended that is open."""
    said = desk("import", "csv", *sheet, "--adopt", "--skip-unread", at="2036-02-07 09:00:00")
    assert said.code == 3
    assert "[clock-in-doubt]" in said.err
    assert desk.did("list", "--json").plain == []
    desk("import", "csv", *sheet, "--adopt", "--skip-unread", at="2018-10-19 08:00:00")
    assert desk.did("show", "HFD-SH-2018.2", "--json").plain["state"] == "call_in_open"


def test_many_alike_are_told_once_and_what_is_there_is_marked(
    desk: Terminal, sheet: tuple[str, str, str]
) -> None:
    """The last lines are read, and not 500 lines before them."""
    path = Path(sheet[0])
    odd = [f"2018/{n};Old {n};Cabinet;1/{n}/18;;;No\n" for n in range(1, 10)]
    twice = ROWS[1]
    path.write_text(HEAD + ROWS[0] + ROWS[1] + twice + "".join(odd[5:]), encoding="utf-8")
    said = desk("import", "csv", *sheet)
    unread = " ".join(said.err.split())
    assert unread.count("Not read: ") == 1
    assert "Not read: 4 rows alike, lines 5, 6, 7, 8. The first: decisions.csv, line 5" in unread
    assert "Write the whole year: 1/6/2018 or 1/6/1918." in unread
    assert "3 read; 1 ended; 1 open; 1 repeated; 0 irregular; 4 unread." in said.out
    assert "Repeated: HFD-SH-2018.2 (decisions.csv, line 4)." in unread
    assert "To import 2 without what could not be read: --adopt --skip-unread" in unread
    assert unread.count("Assumed of HFD-SH-2018.1, HFD-SH-2018.2: Whether it may be called") == 1
    brief = desk("import", "csv", *sheet, "--problems")
    assert "HFD-SH-2018.1" not in brief.out
    assert "3 read" in brief.out

    done = desk("import", "csv", *sheet, "--adopt", "--skip-unread")
    assert "Imported: 2. On the register already: 0." in done.out
    path.write_text(HEAD + ROWS[0] + ROWS[1].replace("Still", "Now"), encoding="utf-8")
    again = desk("import", "csv", *sheet)
    assert "HFD-SH-2018.1  ended, on the register already: Ended on time" in again.out
    assert "HFD-SH-2018.2  open until Wed 24 Oct 2018, on the register already" in again.out
    told = " ".join(again.err.split())
    assert "Nothing that was read is new and can be imported." in told
    assert "--adopt" not in told
    assert "with another title: Still open, and now Now open" in told
    assert (
        "To correct it so: decisions correct HFD-SH-2018.2 --title 'Now open' --ruling 'WHY'"
    ) in told
    command = ("correct", "HFD-SH-2018.2", "--title", "Now open", "--ruling", "WHY")
    desk.did(*command)
    assert "with another title" not in desk("import", "csv", *sheet).err


def test_what_is_on_the_register_already_is_no_problem_any_more(
    desk: Terminal, sheet: tuple[str, str, str]
) -> None:
    """Nor is what was assumed of it said again; what is left for a person has a way out."""
    path = Path(sheet[0])
    path.write_text(HEAD + ROWS[0] + ROWS[2] + ROWS[4], encoding="utf-8")
    first = desk("import", "csv", *sheet, "--problems")
    assert "HFD-SH-2018.3" in first.out
    told = " ".join(first.err.split())
    assert "Assumed of" in told
    assert "Do: for what is left for a person, put it right in the source" in told
    desk("import", "csv", *sheet, "--adopt")
    again = desk("import", "csv", *sheet, "--problems")
    assert "HFD-SH-2018.3" not in again.out
    assert "HFD-SH-2018.5  left for a person" in again.out
    assert "Assumed of" not in again.err

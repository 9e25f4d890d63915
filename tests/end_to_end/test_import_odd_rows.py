"""Rows that might be imported wrongly: each is left for a person, and nothing is half imported."""

from pathlib import Path

import pytest

from support.terminal import Terminal

MORE = {
    "made-on": "Date of decision",
    "published-on": "Publication date",
    "last-day": "Call-in expiry",
    "effective-from": "Effective",
    "key": "Key decision",
    "subject-to-call-in": "Subject",
    "call-ins": "Called in?",
    "status": "Status",
    "decided-by": "Decision maker",
}
OPEN = {
    "Ref": "1", "Title": "Road", "Decision maker": "Cabinet", "Date of decision": "2018-10-18",
    "Publication date": "2018-10-18", "Call-in expiry": "2018-10-24", "Key decision": "No",
}  # fmt: skip
PAST = {**OPEN, **dict.fromkeys(("Date of decision", "Publication date"), "2018-10-10"),
        "Call-in expiry": "2018-10-16"}  # fmt: skip


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """The officers' desk on Friday 19 October 2018."""
    terminal.now = "2018-10-19 08:00:00"
    return terminal.staffed()


def brought(desk: Terminal, tmp_path: Path, *rows: dict[str, str]) -> list[tuple[str, str]]:
    """Give what each row of a sheet comes to, and why; and import all that may be."""
    columns = ("Ref", "Title", *MORE.values(), "Notes", "Scrutiny called in")
    lines = [",".join(f'"{row.get(each, "")}"' for each in columns) for row in rows]
    (tmp_path / "odd.csv").write_text("\n".join((",".join(columns), *lines)), encoding="utf-8")
    named = "".join(f'{key} = "{column}"\n' for key, column in MORE.items())
    (tmp_path / "odd.toml").write_text(
        f'register = "Ours"\n[columns]\nidentity = "Ref"\ntitle = "Title"\n{named}'
    )
    told = ("import", "csv", str(tmp_path / "odd.csv"), "--mapping", str(tmp_path / "odd.toml"))
    found = desk(*told, "--adopt", "--skip-unread", "--json").plain["decisions"]
    return [(each["outcome"], each["why"] or "") for each in found]


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"Called in?": "Yes"}, "a call-in is printed"),
        ({"Called in?": "2"}, "a call-in is printed"),
        ({"Title": "Road (CALLED IN)"}, "“CALLED IN” is printed"),
        ({"Notes": "Referred back on 12 October"}, "“Referred back” is printed under 'Notes'"),
        ({"Status": "Withdrawn"}, "its status is printed"),
        ({"Notes": "Call-in upheld; overturned by scrutiny"}, "“Call-in upheld” is printed"),
        ({"Notes": "No. This is to be called in"}, "“called in” is printed"),
        ({"Notes": "Decision cancelled"}, "“cancelled” is printed"),
        ({"Scrutiny called in": "Yes"}, "“called in” is printed under 'Scrutiny called in'"),
        ({"Call-in expiry": "2018-10-09"}, "before it was made"),
        ({"Decision maker": "Town Clerk"}, "tells the two apart"),
        ({"Decision maker": ""}, "who made it is not printed"),
        ({"Effective": "2018-10-11", "Call-in expiry": "2018-10-26"}, "the rule on file gives"),
        ({"Decision maker": "Cllr A in consultation with the Director of Place"}, "tells the two"),
    ],
)  # fmt: skip
def test_what_may_have_been_called_in_is_never_ended_by_an_import(
    desk: Terminal, tmp_path: Path, odd: dict[str, str], why: str
) -> None:
    ((comes, said),) = brought(desk, tmp_path, {**PAST, **odd})
    assert comes == "needs_person", said
    assert why in said
    assert desk.did("list", "--json").plain == []


@pytest.mark.parametrize(
    ("odd", "comes"),
    [
        ({"Called in?": "No"}, "open"),
        ({"Decision maker": "Cllr Managerson"}, "open"),
        ({"Notes": "Not called in; may be called in until the 24th"}, "open"),
        ({"Notes": "Takes effect unless called in. It has not been called in"}, "open"),
        ({"Title": "Revoked licences: superseded guidance"}, "open"),
        ({"Scrutiny called in": "No"}, "open"),
        ({"Status": "Agreed"}, "open"),
        ({"Effective": "N/A"}, "open"),
        ({"Date of decision": "2018-10-18T14:00:00"}, "open"),
        ({"Publication date": "", "Call-in expiry": "", "Effective": "2018-10-19"}, "needs_person"),
        ({"Status": "Implemented"}, "needs_person"),
    ],
)
def test_what_runs_is_open_whatever_else_is_said(
    desk: Terminal, tmp_path: Path, odd: dict[str, str], comes: str
) -> None:
    assert [each for each, _ in brought(desk, tmp_path, {**OPEN, **odd})] == [comes]


@pytest.mark.parametrize(
    ("again", "why"),
    [
        ({"Publication date": "2018-10-18", "Call-in expiry": ""}, "shown twice, as ended and"),
        ({"Key decision": ""}, "two rows of it do not say the same"),
        ({"Status": "Approved", "Subject": "No"}, "subject to call in: yes, and now no"),
        ({"Publication date": "12/10/2018"}, "odd.csv, line 3, was not read"),
    ],
)  # fmt: skip
def test_two_rows_that_are_not_alike_are_both_left(
    desk: Terminal, tmp_path: Path, again: dict[str, str], why: str
) -> None:
    first = {**PAST, "Subject": "Yes"}
    for comes, said in brought(desk, tmp_path, first, {**first, **again}):
        assert comes == "needs_person"
        assert why in said
    assert desk.did("list", "--json").plain == []


def test_what_was_imported_as_ended_and_is_read_as_open_is_said(
    desk: Terminal, tmp_path: Path
) -> None:
    brought(desk, tmp_path, PAST)
    told = ("import", "csv", str(tmp_path / "odd.csv"), "--mapping", str(tmp_path / "odd.toml"))
    text = (tmp_path / "odd.csv").read_text()
    (tmp_path / "odd.csv").write_text(
        text.replace("2018-10-10", "2018-10-18", 2).replace("2018-10-16", "2018-10-24")
    )
    said = desk(*told, "--adopt")
    assert said.code == 8
    assert "was imported as ended, and by what is read now it is open" in " ".join(said.err.split())


def test_nothing_is_half_imported_for_want_of_a_title(desk: Terminal, tmp_path: Path) -> None:
    rows = [{**PAST, "Ref": str(number)} for number in range(600)]
    rows[550]["Title"] = ""
    found = brought(desk, tmp_path, *rows)
    assert len(found) == 599
    shown = desk(
        "import", "csv", str(tmp_path / "odd.csv"), "--mapping", str(tmp_path / "odd.toml"),
        "--adopt", "--json",
    ).plain  # fmt: skip
    assert shown["unread"] == ["odd.csv, line 552: Its title is empty. Give it."]

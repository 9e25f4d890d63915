"""The commands about constitutions: what an officer reads, and what a change would do."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from support.terminal import Terminal
from workflow.constitution.head import Body
from workflow.constitution.reading import read
from workflow.constitution.shipped import shipped

HEREFORDSHIRE = shipped()["herefordshire"].read_text(encoding="utf-8")


def test_show_on_a_day_gives_the_rule_of_that_day(terminal: Terminal) -> None:
    """Southwark: three members of scrutiny to 31 March 2024, any five members from 1 April."""
    older = terminal.did("constitution", "show", "southwark", "--on", "2024-03-31")
    newer = terminal.did("constitution", "show", "southwark", "--on", "2024-04-01")
    assert "    3 members of scrutiny." in older.out
    assert "    5 members, or" not in older.out
    assert "    5 members, or" in newer.out
    assert "    3 members of scrutiny." not in newer.out
    plain = terminal.did("constitution", "show", "southwark", "--on", "2024-03-31", "--json").plain
    assert plain["rules"]["call-in-request"]["from"] == "2017-08-01"
    assert "scrutiny-meets" in plain["missing"]
    both = terminal.did("constitution", "show", "southwark").out
    assert "3 members of scrutiny." in both
    assert "5 members, or" in both


def test_an_unsure_reading_and_its_source_are_on_the_page(terminal: Terminal) -> None:
    said = terminal.did("constitution", "show", "kingston", "--on", "2024-06-03").out
    assert "from Mon 7 Dec 2020 (council page; an unsure reading)" in said
    assert "https://www.kingston.gov.uk/consultations/get-involved-decision-making/4" in said
    assert "(read on Tue 24 Nov 2026)" in said
    explained = terminal.did(
        "deadline", "--council", "kingston", "--published", "2024-06-04T12:00",
        "--made-on", "2024-06-03",
    ).out  # fmt: skip
    assert "(an unsure reading)" in explained


def test_gaps(terminal: Terminal) -> None:
    said = terminal.did("constitution", "gaps", "southampton")
    assert "No decision that may be called in can be published on this file." in said.out
    plain = terminal.did(
        "constitution", "gaps", "southampton", "--on", "2024-09-13", "--json"
    ).plain
    assert plain["unsure"] == ["scrutiny-outcomes"]
    assert not plain["can_publish"]
    assert terminal("constitution", "gaps", "wokin").code == 5


def test_compare_sets_what_differs_apart_from_what_does_not(terminal: Terminal) -> None:
    said = terminal.did("constitution", "compare", "salford", "hackney", "--on", "2024-06-03").out
    differing, alike = said.split("The same at each:")
    assert "  salford  5 working days after publication, until 16:00" in differing
    assert "Notice of a key decision: 28 clear calendar days before" in alike
    plain = terminal.did("constitution", "compare", "salford", "hackney", "--json").plain
    assert plain["rules"]["scrutiny-meets"]["salford"] is None
    table = terminal.did("constitution", "compare", "salford", "hackney", "--csv").out
    assert table.startswith('"RULE","salford","hackney"')
    alone = terminal("constitution", "compare", "salford")
    assert alone.code == 2
    assert "One council cannot be compared." in alone.err


def test_diff_tells_entry_by_entry(terminal: Terminal, tmp_path: Path) -> None:
    changed = tmp_path / "herefordshire.toml"
    changed.write_text(HEREFORDSHIRE.replace("days = 4", "days = 5"), encoding="utf-8")
    said = terminal.did("constitution", "diff", "herefordshire", str(changed)).out
    assert "Call-in period, from Fri 21 Jul 2017: changed" in said
    assert "was: 4 working days after publication" in said
    assert "is: 5 working days after publication" in said
    changed.write_text(HEREFORDSHIRE.replace('"england"', '"scotland"'), encoding="utf-8")
    moved = terminal.did("constitution", "diff", "herefordshire", str(changed)).out
    assert "[council] nation: changed" in moved
    changed.write_text(HEREFORDSHIRE.replace("days = 4", "days = 5"), encoding="utf-8")
    assert terminal.did("constitution", "diff", "salford", "salford").out == "They say the same.\n"
    plain = terminal.did("constitution", "diff", "herefordshire", str(changed), "--json").plain
    assert [each["change"] for each in plain["differences"]] == ["value"]


def test_impact_says_what_would_be_and_moves_nothing(terminal: Terminal, tmp_path: Path) -> None:
    """A longer period would have ended later; a rule from a later day touches neither decision."""
    ended = terminal.staffed().published("--council", "herefordshire")
    terminal.did("close", at="2018-10-25 06:00:00")
    terminal.did(
        "new", "--title", "Road", "--body", "Cabinet", "--kind", "non-key", "--made-on",
        "2018-10-25", "--decision", "That it be built.", "--reasons", "As reported.",
        "--no-alternatives", "--no-conflicts", "--ref", "RUNNING", "--council", "herefordshire",
    )  # fmt: skip
    terminal.did("sign", "RUNNING", "--signatory", "The Leader", at="2018-10-25 14:00:00")
    terminal.did("publish", "RUNNING", "--where", "the website", at="2018-10-25 15:00:00")
    before = terminal.did("history", "RUNNING", "--json").out
    changed = tmp_path / "changed.toml"
    changed.write_text(HEREFORDSHIRE.replace("days = 4", "days = 5"), encoding="utf-8")
    plain = terminal.did("constitution", "impact", str(changed), "--json").plain
    assert plain["looked_at"] == 2
    assert {
        each["ref"]: (each["running"], each["was"]["london"][:10], each["now"]["london"][:10])
        for each in plain["moved"]
    } == {
        ended: (False, "2018-10-25", "2018-10-26"),
        "RUNNING": (True, "2018-11-01", "2018-11-02"),
    }
    assert terminal.did("history", "RUNNING", "--json").out == before
    said = terminal.did("constitution", "impact", str(changed)).out
    assert "1 current date would change; 1 past date would have been different." in said
    nobody = HEREFORDSHIRE.replace('subject = ["key", "non-key"]\nnot-subject = []', (
        'subject = ["key"]\nnot-subject = ["non-key"]'
    ))  # fmt: skip
    changed.write_text(nobody, encoding="utf-8")
    notes = terminal.did("constitution", "impact", str(changed), "--json").plain["moved"]
    assert {each["note"] for each in notes} == {"it would not be subject to call-in"}
    same = terminal.did("constitution", "impact", str(shipped()["herefordshire"]), "--json").plain
    assert same["moved"] == []


def test_new_writes_a_file_that_checks_and_never_writes_over(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = str(tmp_path / "borsetshire.toml")
    begun = (
        "constitution", "new", "borsetshire", "--name", "Borsetshire Council", "--nation",
        "england", "--prefix", "BOR", "--days", "5", "--request-by", "17:00", "--rule", "rule 15",
        "--words", "Five working days.", "--from", "2024-05-21", "--out", path,
    )  # fmt: skip
    terminal.did(*begun)
    assert "reads well" in terminal.did("constitution", "check", path).out
    again = terminal(*begun)
    assert again.code == 2
    assert "is not written over" in again.err
    unsaid = terminal("constitution", "new", "ambridge")
    assert unsaid.code == 2
    assert "--name" in unsaid.err
    assert terminal("constitution", "new", "../x", "--name", "X").code == 2
    wrongs = {
        "--days": "0",
        "--request-by": "00:00",
        "--prefix": "B O R",
        "--words": "",
        "--nation": "mercia",
    }
    unwritten = tmp_path / "wrong.toml"
    for flag, answer in wrongs.items():
        wrong = [*begun[:-1], str(unwritten)]
        wrong[wrong.index(flag) + 1] = answer
        assert terminal(*wrong).code == 2, flag
        assert not unwritten.exists(), flag
    folded = [*begun[:-1], str(unwritten)]
    folded[folded.index("--name") + 1] = "B\nid = 3"
    terminal.did(*folded)
    assert unwritten.read_text(encoding="utf-8").startswith("# B id = 3.")
    odd = terminal(*begun[:-1], str(tmp_path / "no" / "x.toml"))
    assert odd.code == 2
    assert terminal(*begun[:2], "a", *begun[3:12], "teatime", *begun[13:-1], path + "x").code == 2


def test_new_says_what_sort_of_body_it_is_where_the_law_differs(
    terminal: Terminal, tmp_path: Path
) -> None:
    """A council's file says nothing of it; what is under the other two is their own law."""
    for body in Body:
        path = tmp_path / f"{body.replace(' ', '-')}.toml"
        terminal.did(
            "constitution", "new", "westmarch", "--name", "Westmarch", "--nation", "england",
            "--prefix", "WMC", "--body", body, "--from", "2026-11-01", "--out", str(path),
        )  # fmt: skip
        assert ("\nbody = " in path.read_text(encoding="utf-8")) == (body is not Body.COUNCIL)
        assert read(path).body is body
    refused = terminal("constitution", "new", "westmarch", "--body", "county")
    assert refused.code == 2
    schema = terminal.did("constitution", "schema").plain
    assert (
        "combined county authority" in schema["properties"]["council"]["properties"]["body"]["enum"]
    )


def test_the_schema_is_one(terminal: Terminal) -> None:
    said = terminal.did("constitution", "schema").out
    Draft202012Validator.check_schema(json.loads(said))


def test_a_folder_of_ones_own_wins_and_that_is_said(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "h.toml").write_text(HEREFORDSHIRE.replace("days = 4", "days = 6"), encoding="utf-8")
    shown = terminal.did("--constitutions", str(own), "constitution", "show", "herefordshire")
    assert "6 working days" in shown.out
    assert "in place of the one that is shipped" in shown.out
    assert "in place of" not in terminal.did("constitution", "show", "herefordshire").out
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(own))
    assert "6 working days" in terminal.did("constitution", "show", "herefordshire").out
    settings = terminal.did("config", "show", "--origin").out
    assert f"constitutions\t{own}\tenvironment, DECISIONS_CONSTITUTIONS" in settings
    gone = terminal("--constitutions", str(tmp_path / "none"), "constitution", "list")
    assert gone.code == 2
    assert "--constitutions" in gone.err

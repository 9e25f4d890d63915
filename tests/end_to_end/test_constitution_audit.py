"""The audit at the terminal: every rule on file, what it rests on, how sure it is and how old."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from support.one_period_council import FILE, FIVE, NO_OTHER, SAME_DAY, TELLING, UNSURE, windows
from support.terminal import Terminal
from workflow.constitution.shipped import shipped

ODD = SAME_DAY.replace("05-17", "05-18").replace(" }", ', why = "A slip." }')
READING = f"could-be = [{{ days = 5, {windows(*FIVE)} }}]"
SETTLED = 'not-found = "The hour."\nsettled-by = "Part 4."\nknown-to = 2025-05-01'
LINK = 'link = "https://borsetshire.example/decisions"'
KEYS = "\n".join(
    (UNSURE, READING, windows(SAME_DAY, TELLING), windows(ODD, key="irregular"), SETTLED, LINK)
)


@pytest.fixture
def desk(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A desk with a folder of one council of its own, on Monday 30 November 2026."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "borsetshire.toml").write_text(FILE.format(keys=KEYS), "utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(tmp_path / "own"))
    terminal.now = "2026-11-30 09:00:00"
    return terminal


def test_one_council_is_told_in_full(desk: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = desk.did("constitution", "audit", "borsetshire").out
    assert all(len(line) <= 80 for line in said.splitlines() if "File:" not in line), said
    for line in (
        "Call-in period [call-in-period], from Fri 1 Jan 2021, known to Thu 1 May 2025",
        "Inferred from notices, unsure.",
        "3 working days after publication, to the end of the last; in effect at that moment.",
        "Printed and seen: 2 windows (1 irregular), the newest of Tue 14 May 2024 (930 days ago).",
        "Could be: 5 working days after publication, to the end of the last; in effect at",
        "that moment (2 windows).",
        "Not found: The hour.",
        "Would settle it: Part 4.",
        "Read on Tue 24 Nov 2026 (6 days ago).",
        "Source: Borsetshire Council, inferred from published notices, published lists",
        "https://borsetshire.example/decisions",
        "Subject to call-in [subject-to-call-in]: not on file. Nothing can be published,",
    ):
        assert line in " ".join(said.split()), line


def test_that_nothing_else_was_found_is_told_with_why(desk: Terminal, tmp_path: Path) -> None:
    own = tmp_path / "other.toml"
    own.write_text(FILE.format(keys=f'{UNSURE}\n{NO_OTHER}\nbefore = "assumed"'), "utf-8")
    said = " ".join(desk.did("constitution", "audit", str(own)).out.split())
    assert "from Fri 1 Jan 2021; assumed before" in said
    assert "Printed and seen: no windows." in said
    assert "No other reading: Every window agrees." in said
    then = " ".join(desk.did("constitution", "audit", str(own), "--on", "2019-06-03").out.split())
    assert "As in force on Mon 3 Jun 2019" in then
    assert "Inferred from notices, unsure, assumed to hold." in then


def test_every_council_has_a_line_for_each_rule_the_worst_first(desk: Terminal) -> None:
    lines = desk.did("constitution", "audit").out.splitlines()
    assert lines[0].startswith("Call-in period: a valid request refused, or an act too early (")
    assert (
        "  borsetshire: inferred from notices, unsure; 2 windows (1 irregular), 930 days old"
        in lines
    )
    assert "  borsetshire: Subject to call-in: not on file" in lines
    councils = {line.split(":")[0].split(" (")[0].strip() for line in lines if line[:1] == " "}
    assert councils == {*shipped(), "borsetshire"}
    assert f"rules of {len(shipped()) + 1} councils" in lines[-1]
    places = [lines.index(one) for one in lines if one.endswith("):")]
    heads = [lines[place].rpartition(" (")[0].rpartition(": ")[2] for place in places]
    scale = ["what may be called in, and who may ask", "nothing can be published", "sure"]
    found = [head[:1].lower() + head[1:] for head in heads]
    assert [each for each in found if each in scale] == scale


def test_only_what_is_not_sure(desk: Terminal) -> None:
    everything = desk.did("constitution", "audit", "--json").plain["rules"]
    unsure = desk.did("constitution", "audit", "--unsure", "--json").plain["rules"]
    assert unsure == [each for each in everything if each["unsure"]]
    assert 0 < len(unsure) < len(everything)
    assert "sure; read" not in desk.did("constitution", "audit", "--unsure").out.replace(
        "unsure", ""
    )


def test_where_nothing_is_unsure_that_is_said(desk: Terminal, tmp_path: Path) -> None:
    text = FILE.format(keys="").replace("inferred from notices", "constitution")
    subject = '\n[[subject-to-call-in]]\nfrom = 2021-01-01\nsubject = ["key"]\nnot-subject = []\n'
    sure = 'basis = "constitution"\nrule = "rule 1"\nwords = "Key decisions."\n'
    (tmp_path / "sure.toml").write_text(text + subject + sure, "utf-8")
    said = desk.did("constitution", "audit", str(tmp_path / "sure.toml"), "--unsure")
    assert (said.out, said.err) == ("", "Nothing on file is unsure.\n")


def test_in_json_and_in_csv_it_is_all_there(desk: Terminal) -> None:
    plain = desk.did("constitution", "audit", "borsetshire", "--json").plain
    assert (plain["on"], plain["today"]) == ("2026-11-30", "2026-11-30")
    period, subject = plain["rules"]
    assert period == {
        "council": "borsetshire",
        "name": "Borsetshire Council",
        "table": "call-in-period",
        "harm": 1,
        "harm_in_words": "a valid request refused, or an act too early",
        "holds": "in force",
        "how_sure": "inferred from notices, unsure",
        "says": (
            "3 working days after publication, to the end of the last; in effect at that moment"
        ),
        "from": "2021-01-01",
        "known_to": "2025-05-01",
        "basis": "inferred from notices",
        "unsure": True,
        "assumed_before": False,
        "windows": 2,
        "irregular": 1,
        "newest_window": "2024-05-14",
        "newest_window_age": 930,
        "could_be": [
            "5 working days after publication, to the end of the last; in effect at that moment"
        ],
        "could_be_why": "",
        "read": "2026-11-24",
        "read_age": 6,
        "not_found": "The hour.",
        "settled_by": "Part 4.",
        "rule": "published lists",
        "link": "https://borsetshire.example/decisions",
    }
    assert (subject["how_sure"], subject["from"], subject["harm"]) == ("not on file", None, 5)
    said = desk.did("constitution", "audit", "borsetshire", "--csv").out
    first, second = csv.DictReader(StringIO(said))
    assert len(first) == len(period)
    assert (first["HOW SURE"], first["NEWEST WINDOW AGE"]) == (period["how_sure"], "930")
    assert (first["UNSURE"], first["COULD BE"]) == ("yes", period["could_be"][0])
    assert (second["HOLDS"], second["FROM"]) == ("not on file", "")


def test_an_edition_that_was_adopted_is_audited_in_place_of_the_file(
    desk: Terminal, tmp_path: Path
) -> None:
    six = FILE.format(keys=KEYS.replace("days = 5", "days = 6").replace("24 }", "25 }"))
    (tmp_path / "six.toml").write_text(six.replace("21 }", "22 }"), "utf-8")
    desk.did("db", "upgrade")
    desk.did(
        "people", "add", desk.me(), "--role", "monitoring-officer", "--name", "MO",
        "--council", "borsetshire",
    )  # fmt: skip
    desk.did(
        "constitution", "adopt", str(tmp_path / "six.toml"), "--approved-by", "Full council",
        "--approved-on", "2026-11-26", "--reason", "As read",
    )  # fmt: skip
    found = desk.did("constitution", "audit", "--json").plain["rules"]
    (period,) = (e for e in found if (e["council"], e["table"]) == ("borsetshire", PERIOD))
    assert period["could_be"][0].startswith("6 working days")


PERIOD = "call-in-period"


def test_a_council_that_there_is_not_is_said_to_be_none(desk: Terminal) -> None:
    said = desk("constitution", "audit", "borsetshir")
    assert said.code == 5
    assert "Did you mean borsetshire?" in said.err

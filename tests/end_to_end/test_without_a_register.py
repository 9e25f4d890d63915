"""What counts days by the files alone works without a register, and says that there is none."""

from pathlib import Path

import pytest

from support.councils import plain_file
from support.terminal import Terminal

CLOSED = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:1@example
DTSTAMP:20181001T090000Z
DTSTART;VALUE=DATE:20181227
SUMMARY:Christmas closure
END:VEVENT
END:VCALENDAR
"""
COUNCIL = ("--council", "herefordshire")
FROM_FILES = (
    (["calendar", "check", "closed.ics", *COUNCIL], 7),
    (["calendar", "check", *COUNCIL], 0),
    (["calendar", "show", *COUNCIL], 0),
    (["calendar", "horizon", *COUNCIL], 0),
    (["calendar", "import", "closed.ics", *COUNCIL], 0),
    (["calendar", "impact", "--closed", "2018-12-27", *COUNCIL], 0),
    (["constitution", "impact", "h.toml"], 0),
    (["import", "csv", "s.csv", "--mapping", "m.toml", *COUNCIL], 0),
)
SILENT = (
    ["constitution", "list"],
    ["constitution", "show", "herefordshire"],
    ["constitution", "check", "h.toml"],
    ["constitution", "gaps", "herefordshire"],
    ["constitution", "audit", "herefordshire"],
    ["constitution", "compare", "herefordshire", "salford"],
    ["constitution", "diff", "herefordshire", "h.toml"],
    ["import", "mapping", "s.csv"],
)
PUBLISHED = ("--published", "2018-10-18T14:00", *COUNCIL)
NO_DAY = "no day that the council closed of its own is counted"
IN_THE_ANSWER = (
    (["plan", "--decide-on", "2019-03-01", *COUNCIL], NO_DAY),
    (["deadline", *PUBLISHED], NO_DAY),
    (["explain", *PUBLISHED], "with no days of the council's own"),
)
NONE = "There is no register at"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files alone, for somebody who has no register and names none."""
    monkeypatch.delenv("DECISIONS_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "h.toml").write_text(plain_file("herefordshire"), "utf-8")
    (tmp_path / "closed.ics").write_text(CLOSED, "utf-8")
    (tmp_path / "s.csv").write_text("Ref,Title,Made\n1,Plan,2018-03-06\n", "utf-8")
    (tmp_path / "m.toml").write_text(
        'register = "S"\n[columns]\nidentity = "Ref"\ntitle = "Title"\nmade-on = "Made"\n'
        "[always]\nsubject-to-call-in = false\n",
        "utf-8",
    )
    return tmp_path


@pytest.mark.parametrize(("command", "code"), FROM_FILES, ids=lambda each: str(each))
def test_it_works_from_files_alone_and_says_so(
    terminal: Terminal, files: Path, command: list[str], code: int
) -> None:
    terminal.now = "2018-10-19 08:00:00"
    said = terminal(*command)
    assert said.code == code, said
    told = " ".join(said.err.split())
    assert told.count(NONE) == 1
    assert NO_DAY in told
    assert terminal(*command, "--json").code == code
    assert not (files / "data").exists()


@pytest.mark.parametrize(("command", "words"), IN_THE_ANSWER, ids=lambda each: str(each))
def test_an_answer_says_that_no_day_of_the_councils_own_is_counted(
    terminal: Terminal, files: Path, command: list[str], words: str
) -> None:
    said = terminal.did(*command)
    assert words in " ".join(said.out.split())
    assert said.err == ""


@pytest.mark.parametrize("command", SILENT, ids=" ".join)
def test_what_counts_no_days_says_nothing_of_it(
    terminal: Terminal, files: Path, command: list[str]
) -> None:
    terminal.now = "2026-12-01 08:00:00"
    said = terminal.did(*command)
    assert NONE not in said.err


def test_a_register_that_was_named_and_is_not_there_is_refused_or_told(
    terminal: Terminal, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named in ({"DECISIONS_DB": "typo.db"}, {}):
        for name, value in named.items():
            monkeypatch.setenv(name, value)
        option = [] if named else ["--db", "typo.db"]
        for command, _ in FROM_FILES[:7]:
            said = terminal(*command, *option)
            assert (said.code, NONE in said.err, "typo.db" in said.err) == (1, True, True), said
        monkeypatch.delenv("DECISIONS_DB", raising=False)
    assert "typo.db" in terminal.did(*IN_THE_ANSWER[0][0], "--db", "typo.db").out
    (files / "council-decisions.toml").write_text('database = "typo.db"\n', "utf-8")
    assert "typo.db" in terminal("calendar", "show", *COUNCIL).err

"""The Python that the pages show runs, and does what is said of it."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from support.pages.register import build
from support.pages.shell import DOCS, ROOT, surroundings
from workflow.clock import SystemClock
from workflow.model.json_data import instant_text

PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EMBED = PYTHON.findall((DOCS / "how-to" / "embed.md").read_text(encoding="utf-8"))
MOST_LINES = 10
A_RUN = """
INSERT INTO cd_runs (started_at, finished_at, due, closed, left_over, faults)
VALUES (?, ?, 0, 0, '[]', '[]')
"""
"""The close has run by the clock that the host goes by: what is on the register is years old."""
ASK_FLASK = """
client = app.test_client()
print(client.post("/decisions/HFD-052/withdraw").json["events"])
print(*(each["code"] for each in client.post("/decisions/HFD-041/withdraw").json["reasons"]))
"""
ROLL_BACK = """
connection = database.connect()
with connection.begin() as transaction:
    assert engine.within(connection).take("HFD-053", "withdraw", by="p.officer", reason="A try")
    transaction.rollback()
print(engine.get("HFD-053").state.label)
"""
SHEET = "ref,title,made,published,last,key\n7,Road,2018-10-18,2018-10-18,2018-10-24,no\n"
MAPPING = """
register = "A sheet"
[columns]
identity = "ref"
title = "title"
made-on = "made"
published-on = "published"
last-day = "last"
key = "key"
[always]
decided-by = "Cabinet"
"""
EXPECTED = (
    ("a script", EMBED[0], "", "call-in open\n"),
    ("a script that rolls back", EMBED[0], ROLL_BACK, "call-in open\ncalled in\n"),
    ("a request", EMBED[1], ASK_FLASK, "['withdrawn']\nis-implemented\n"),
    ("what comes back", EMBED[2], "", "True\n"),
    ("who acts", EMBED[3], "", "True\n"),
    ("who is known", EMBED[4], "", "True\n"),
    ("being told", EMBED[5], "", "HFD-051 close\n"),
    ("importing", EMBED[6], "", "HFD-SH-7\n"),
)


WRONG = """
from workflow import NoSuchName, open_engine
engine = open_engine("register.db")
engine.within("nonsense")
engine.take("HFD-1", "publish", by="someone").decision
"""


def run(code: str, folder: Path) -> str:
    """Run a program in a folder, every warning an error, and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("code", "more", "expected"), [row[1:] for row in EXPECTED], ids=[
    row[0] for row in EXPECTED
])  # fmt: skip
def test_the_hosts_shown_run(code: str, more: str, expected: str, tmp_path: Path) -> None:
    """Each program in the how-to on embedding runs on a register, and prints what it should."""
    build(tmp_path / "register.db")
    connection = sqlite3.connect(tmp_path / "register.db")
    connection.execute("CREATE TABLE web_posts (ref TEXT)")
    connection.execute(A_RUN, (now := instant_text(SystemClock().now()), now))
    connection.commit()
    connection.close()
    (tmp_path / "decisions.csv").write_text(SHEET, encoding="utf-8")
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    assert run(code + more, tmp_path) == expected


def test_every_program_of_the_page_is_run() -> None:
    """No program stands in the how-to without a test."""
    assert {row[1] for row in EXPECTED} == set(EMBED)


def test_every_program_passes_a_strict_type_checker(tmp_path: Path) -> None:
    """A host's own checker finds nothing in what the README and the how-to show, nor takes a name
    that Python would refuse."""
    (readme,) = PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    for number, code in enumerate((readme, *EMBED, WRONG)):
        (tmp_path / f"program_{number}.py").write_text(code, encoding="utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *sorted(map(str, tmp_path.glob("*.py")))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    wrong = [line for line in checked.stdout.splitlines() if ": error: " in line]
    found = [line.split(": error: ")[1].split("  [")[1][:-1] for line in wrong]
    assert found == ["attr-defined", "arg-type", "union-attr"], checked.stdout
    assert all(f"program_{len(EMBED) + 1}.py" in line for line in wrong)


@pytest.mark.parametrize("code", EMBED[:2])
def test_a_host_takes_ten_lines(code: str) -> None:
    """A host needs at most ten lines."""
    assert len([line for line in code.splitlines() if line.strip()]) <= MOST_LINES


def test_the_readme_runs(tmp_path: Path) -> None:
    """The ten lines in the README draft a decision, and are told what it lacks."""
    (code,) = PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    said = run(code, tmp_path).splitlines()
    assert said[0].startswith("decision-missing The statement does not say what was decided.")
    assert said[-1] == "False"
    assert len([line for line in code.splitlines() if line.strip()]) <= MOST_LINES


def test_the_chain_can_be_checked_by_hand(tmp_path: Path) -> None:
    """The three lines on what the journal proves give the hashes that are in the register."""
    build(tmp_path / "register.db")
    page = DOCS / "explanation" / "what-the-journal-proves.md"
    (code,) = PYTHON.findall(page.read_text(encoding="utf-8"))
    code += """
import sqlite3
rows = sqlite3.connect("register.db").execute("SELECT before, body, hash FROM cd_journal")
print(all(chained(before, body) == hash for before, body, hash in rows))
"""
    assert run(code, tmp_path).splitlines()[-1] == "True"

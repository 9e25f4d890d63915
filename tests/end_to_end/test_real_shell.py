"""The command as it is installed, in a real shell: pipes, pseudo-terminals, environment, exits."""

import json
import os
import pty
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Give an environment that knows nothing of this machine's own settings."""
    kept = {key: os.environ[key] for key in ("LANG", "LC_ALL") if key in os.environ}
    return {
        **kept,
        "PATH": f"{BIN}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "TERM": "dumb",
    }


@pytest.fixture
def shell(tmp_path: Path, home: dict[str, str]) -> Shell:
    def run(line: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", "-c", line],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={**home, **more},
            timeout=60,
        )

    return run


def test_the_demo_takes_the_notice_through_its_life(shell: Shell) -> None:
    """The main job, as the README's first command ends: it agrees with the printed day."""
    ran = shell("decisions demo")
    assert ran.returncode == 0, ran.stderr
    for said in (
        "Call-in is open until the end of Wed 24 Oct 2018.",
        "[call-in-open]",
        "[out-of-time]",
        "0 due, 0 closed. It does nothing.\n  HFD-2018-001 stands: call-in open",
        "1 due, 1 closed: HFD-2018-001.",
        "HFD-2018-001 stands: implemented, with nobody's hand.",
        "It runs again.\n  0 due, 0 closed. It does nothing.\n  HFD-2018-001 stands: implemented.",
        "The statement prints Wed 24 Oct 2018: the computed day AGREES.",
        "HFD-2018-002: published, took effect, implemented by rule.",
        "entries, verified.",
    ):
        assert said in ran.stdout, said


def test_the_demo_calls_the_notice_in_too(shell: Shell) -> None:
    """Where the council's rule is not on file, no time limit runs, and that is said."""
    told = " ".join(shell("decisions demo").stdout.split())
    place = 0
    for said in (
        "The same statement, had members called it in",
        "HFD-2018-003: request lodged.",
        "and a request awaits a ruling.",
        "HFD-2018-003: request accepted, call in begun.",
        "Not on file for Herefordshire Council: who may ask, and who rules on it;",
        "So no time limit runs: the decision waits until somebody acts.",
        "[is-called-in]",
        "HFD-2018-003: referred back.",
        "0 due, 0 closed. It does nothing. HFD-2018-003 stands: referred back.",
        "HFD-2018-003 cannot be changed.",
        "[not-on-file]",
        "HFD-2018-003: confirmed, implemented by rule.",
        "On the record of HFD-2018-003:",
        "The journal: 32 entries, verified.",
    ):
        assert said in told[place:], said
        place = told.index(said, place)


def test_the_demo_ends_well_at_a_council_with_a_clock(shell: Shell) -> None:
    ran = shell("decisions demo --council hackney")
    assert ran.returncode == 0, ran.stderr
    assert "HAC-2018-003 stands: called in; scrutiny until the end of Fri 2 Nov 2018." in ran.stdout
    assert "entries, verified." in ran.stdout


def test_the_demo_goes_on_where_a_rule_is_not_on_file(shell: Shell) -> None:
    """What the rules refuse is told, with what to do; what rests on it is passed over."""
    ran = shell("decisions demo --council fife")
    assert ran.returncode == 0, ran.stderr
    assert "FIF-2018-003 cannot be published." in ran.stdout
    assert "Five members ask" not in ran.stdout
    assert "entries, verified." in ran.stdout


def test_the_demo_can_be_kept_and_looked_into(shell: Shell, tmp_path: Path) -> None:
    assert shell("decisions demo --keep life.db").returncode == 0
    listed = shell("decisions list --db life.db --json")
    assert [each["state"] for each in json.loads(listed.stdout)] == ["implemented"] * 3
    assert shell("decisions journal verify --db life.db").returncode == 0
    again = shell("decisions demo --keep life.db")
    assert (again.returncode, "already" in again.stderr) == (2, True)
    assert (tmp_path / "life.db").exists()


def test_a_statement_that_prints_another_day_is_said_to_disagree(
    shell: Shell, tmp_path: Path
) -> None:
    """The rule is not bent to the paper: the demo says that they differ."""
    import cli.examples.demo

    text = cli.examples.demo.SHIPPED.read_text(encoding="utf-8").replace(
        "apply): 24 October 2018", "apply): 25 October 2018"
    )
    (tmp_path / "other.txt").write_text(text, encoding="utf-8")
    ran = shell("decisions demo --statement other.txt")
    assert ran.returncode == 0, ran.stderr
    assert "DOES NOT AGREE" in ran.stdout


def test_an_empty_home_is_told_how_to_begin(shell: Shell, tmp_path: Path) -> None:
    """What only reads leaves nothing there; the first appointment makes it, for nobody else."""
    kept = tmp_path / "data" / "council-decisions" / "decisions.db"
    ran = shell("decisions whoami && decisions list", DECISIONS_COUNCIL="salford")
    assert (ran.returncode, "decisions people add" in ran.stderr) == (1, True)
    assert not (tmp_path / "data").exists()
    ran = shell("umask 022; decisions people add x --role author", DECISIONS_COUNCIL="salford")
    assert f"Beginning a new register in {kept}." in ran.stderr
    places = (kept, kept.parent, kept.parent.parent)
    assert [stat.S_IMODE(each.stat().st_mode) for each in places] == [0o600, 0o700, 0o700]


def test_answers_and_errors_go_their_own_ways(shell: Shell) -> None:
    shell("decisions db upgrade")
    ran = shell("decisions show HFD-2018-001 2>/dev/null")
    assert (ran.returncode, ran.stdout) == (5, "")
    ran = shell("decisions show HFD-2018-001 --json 2>&1 >/dev/null")
    assert json.loads(ran.stdout)["error"]["code"] == "not-found"


def test_a_closed_pipe_is_no_crash(shell: Shell) -> None:
    ran = shell("set -o pipefail; decisions demo | head -1")
    assert "Traceback" not in ran.stderr
    assert ran.stdout.startswith("The written statement")


def test_piped_tables_are_plain_and_a_terminal_has_headings(
    shell: Shell, tmp_path: Path, home: dict[str, str]
) -> None:
    shell("decisions demo --keep life.db")
    piped = shell("decisions list --db life.db").stdout.splitlines()
    refs = [f"HFD-2018-00{number}" for number in (3, 2, 1)]
    assert [line.split("\t")[0] for line in piped] == refs
    main, other = pty.openpty()
    ran = subprocess.Popen(
        ["decisions", "list", "--db", "life.db"],
        stdout=other,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=home,
        executable=str(BIN / "decisions"),
    )
    assert ran.wait(timeout=60) == 0
    os.close(other)
    seen = os.read(main, 65_536).decode()
    os.close(main)
    assert ran.stderr is not None
    ran.stderr.close()
    assert seen.startswith("REF ")
    assert "HFD-2018-001" in seen


def test_options_have_twins_in_the_environment(shell: Shell) -> None:
    shell("decisions demo --keep life.db")
    ran = shell("decisions list", DECISIONS_DB="life.db", DECISIONS_JSON="1")
    assert len(json.loads(ran.stdout)) == 3
    ran = shell("decisions list", DECISIONS_DB="life.db", DECISIONS_LIST_LIMIT="1")
    assert ran.stdout.count("\n") == 1
    assert "There are more than 1" in ran.stderr


def test_completion_can_be_installed(shell: Shell) -> None:
    ran = shell("decisions --show-completion bash")
    assert ran.returncode == 0
    assert "_DECISIONS_COMPLETE" in ran.stdout
    completed = shell(
        "decisions",
        _DECISIONS_COMPLETE="complete_bash",
        COMP_WORDS="decisions may",
        COMP_CWORD="1",
    )
    assert "may-implement" in completed.stdout


def test_an_answer_in_another_locale_is_still_an_answer(shell: Shell) -> None:
    """A terminal that cannot show a dash or an accent gets no traceback."""
    ran = shell("decisions constitution show herefordshire", LC_ALL="C", PYTHONUTF8="0")
    assert ran.returncode == 0, ran.stderr

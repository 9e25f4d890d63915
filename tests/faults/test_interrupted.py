"""Ctrl-C in the middle of `decisions close`: what was committed is whole, and the run says so."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.registers import let_go, times_closed
from support.steps import published
from workflow import Engine, State

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="There is no SIGINT there.")
DUE = 150
# The command itself, but for its batches: with the usual 500 there would be no middle.
CLOSE = """
from workflow.register import close
close.close_due.__kwdefaults__["batch"] = 1
from cli.main import run
run()
"""


def _command(address: str, home: Path, *more: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    return subprocess.Popen(
        [sys.executable, "-c", CLOSE, "close", "--accept-gap", "--db", address, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=home,
    )


def _wait_until_some_are_closed(address: str, program: "subprocess.Popen[str]") -> None:
    looking = sqlite3.connect(address)
    query = "SELECT count(*) FROM cd_decisions WHERE state = 'implemented'"
    until = time.monotonic() + 30
    while looking.execute(query).fetchone()[0] < 3:
        assert program.poll() is None
        assert time.monotonic() < until
        time.sleep(0.001)
    looking.close()


def test_an_interrupted_close_is_whole_and_shows_as_unfinished(
    sqlite_engine: Engine, sqlite_address: str, tmp_path: Path
) -> None:
    """Exit 130, and a line that says so; each decision closed or not; the run has begun and not
    ended; and the next close takes the rest."""
    for _ in range(DUE):
        published(sqlite_engine)
    let_go(sqlite_engine)
    program = _command(sqlite_address, tmp_path)
    _wait_until_some_are_closed(sqlite_address, program)
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=30)
    assert program.returncode == 130, err
    assert out == ""
    assert err.splitlines()[-1].startswith("Interrupted;")
    states = [decision.state for decision in sqlite_engine.list()]
    closed = states.count(State.IMPLEMENTED)
    assert 3 <= closed < DUE
    assert set(states) == {State.IMPLEMENTED, State.CALL_IN_OPEN}
    assert times_closed(sqlite_engine) == [1] * closed
    verified = sqlite_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (DUE * 4 + closed * 2, ())
    (run,) = sqlite_engine.reports.runs()
    assert run.finished_at is None
    finishing = _command(sqlite_address, tmp_path, "--json")
    out, err = finishing.communicate(timeout=60)
    assert finishing.returncode == 0, err
    assert times_closed(sqlite_engine) == [1] * DUE
    assert [each.finished_at is None for each in sqlite_engine.reports.runs()] == [False, True]

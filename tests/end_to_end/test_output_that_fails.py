"""Standard output that is not UTF-8, full, shut, or no longer read: nothing crashes, and what is
done is never said to be tried again."""

import csv
import errno
import io
import json
import os
import subprocess
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from cli import exits
from cli.main import main
from support.terminal import Terminal
from workflow.clock import SystemClock
from workflow.errors import Busy

NOW = datetime(2018, 10, 18, 16, tzinfo=UTC)
TITLE = "Pont y Dŵr 🎉 é"


class Fails(io.RawIOBase):
    """The end of a pipe or a file that takes nothing."""

    def __init__(self, number: int) -> None:
        self.number = number

    def writable(self) -> bool:
        return True

    def write(self, _: Any) -> int:
        raise OSError(self.number, os.strerror(self.number))


def failing(number: int) -> Any:
    """Give a stream whose every write fails so, and which is silent when it is let go of."""
    return io.TextIOWrapper(io.BufferedWriter(Fails(number)), "utf-8", write_through=True)


class Heard:
    """A terminal whose streams are those given."""

    def __init__(self, register: str) -> None:
        self.register = register

    def __call__(self, *arguments: str, out: Any = None, err: Any = None) -> int:
        with ExitStack() as stack:
            stack.enter_context(patch.object(SystemClock, "now", lambda _: NOW))
            stack.enter_context(redirect_stdout(out))
            stack.enter_context(redirect_stderr(io.StringIO() if err is None else err))
            return main(arguments)

    def bytes_of(self, *arguments: str, encoding: str, newline: str = "\n") -> tuple[bytes, str]:
        """Give what a command writes where the machine's own encoding is this, and what beside."""
        held, err = io.BytesIO(), io.StringIO()
        out = io.TextIOWrapper(held, encoding, errors="strict", newline=newline)
        assert self(*arguments, out=out, err=err) == 0, err.getvalue()
        out.flush()
        return held.getvalue(), err.getvalue()


@pytest.fixture
def heard(terminal: Terminal) -> Heard:
    terminal.staffed()
    return Heard(terminal.register)


NEW = ("new", "--title", TITLE, "--body", "Cabinet", "--kind", "non-key")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_json_is_whole_whatever_the_encoding(
    heard: Heard, terminal: Terminal, encoding: str
) -> None:
    terminal.did(*NEW)
    for command in (["list"], ["show", "HFD-2018-001"], ["history", "HFD-2018-001"]):
        written, _ = heard.bytes_of(*command, "--json", encoding=encoding)
        assert TITLE in json.dumps(json.loads(written.decode(encoding)), ensure_ascii=False)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_sheet_is_whole_and_in_utf_8_with_a_word_about_it(
    heard: Heard, terminal: Terminal, encoding: str
) -> None:
    terminal.did(*NEW)
    for command in (["export", "csv"], ["list", "--csv"]):
        written, beside = heard.bytes_of(*command, encoding=encoding)
        assert TITLE in ",".join(list(csv.reader(io.StringIO(written.decode("utf-8"))))[1])
        assert "It is given in UTF-8" in beside
    terminal.did("amend", "HFD-2018-001", "--title", "Plain")
    assert "UTF-8" not in heard.bytes_of("export", "csv", encoding=encoding)[1]


def test_what_the_encoding_cannot_hold_is_escaped(heard: Heard, terminal: Terminal) -> None:
    terminal.did(*NEW)
    for command in (["list"], ["show", "HFD-2018-001"], ["next", "HFD-2018-001"]):
        written, _ = heard.bytes_of(*command, encoding="cp1252")
        assert b"Pont y D\\u0175r \\U0001f389 \xe9" in written


def test_no_line_of_a_calendar_or_a_sheet_ends_twice(heard: Heard, terminal: Terminal) -> None:
    """A machine that writes CR LF for every line must not do so to lines that have them."""
    ref = terminal.published()
    for command in (
        ["explain", ref, "--ics"],
        ["plan", "--decide-on", "2019-07-16", "--ics"],
        ["explain", "--council", "herefordshire", "--published", "2018-10-18T15:00", "--ics"],
    ):
        written, _ = heard.bytes_of(*command, encoding="cp1252", newline="\r\n")
        assert b"\r\r\n" not in written
        assert written.count(b"\n") == written.count(b"\r\n") > 10
    for command in (["export", "csv"], ["export", "jsonl"], ["list", "--csv"]):
        written, _ = heard.bytes_of(*command, encoding="cp1252", newline="\r\n")
        assert b"\r" not in written


STEPS = [
    NEW,
    ("amend", "HFD-2018-001", "--title", "Other"),
    ("people", "add", "x", "--role", "member"),
    ("people", "end", "1", "--reason", "Left"),
    ("calendar", "add", "--date", "2018-12-24", "--title", "T", "--reason", "R", "--source", "S"),
    ("db", "upgrade"),
    ("close",),
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: " ".join(step[:2]))
def test_a_step_that_was_kept_is_never_to_be_tried_again(
    heard: Heard, terminal: Terminal, step: tuple[str, ...]
) -> None:
    """Full, or shut: one code says that it is done. A reader who had enough is no fault at all."""
    terminal.did(*NEW)
    err = io.StringIO()
    assert heard(*step, out=failing(errno.EPIPE), err=err) == exits.DONE
    assert "Error" not in err.getvalue()
    if step[0] not in ("people", "calendar"):
        assert heard(*step, out=failing(errno.ENOSPC), err=err) == exits.NOT_WRITTEN
        assert "It is done, and on the record." in err.getvalue()
        shut = io.StringIO()
        shut.close()
        assert heard(*step, out=shut) == exits.NOT_WRITTEN
    else:
        assert heard("people", "list", out=failing(errno.EBADF)) == exits.NOT_WRITTEN


def test_an_answer_alone_may_be_asked_for_again(heard: Heard, terminal: Terminal) -> None:
    terminal.did(*NEW)
    for ask in (
        ["list"],
        ["list", "--json"],
        ["export", "csv"],
        ["constitution", "list"],
        ["--help"],
    ):
        err = io.StringIO()
        assert heard(*ask, out=failing(errno.ENOSPC), err=err) == exits.TRY_AGAIN
        assert "No space left on device" in " ".join(err.getvalue().split())
        assert "[Errno" not in err.getvalue()
        assert "emedy" in err.getvalue() or "Do:" in err.getvalue()
        assert heard(*ask, out=failing(errno.EPIPE)) == exits.DONE


def test_the_answer_stands_when_what_is_said_beside_it_cannot_be(
    heard: Heard, terminal: Terminal
) -> None:
    """Standard error may be full or shut: the exit code is the same."""
    terminal.did(*NEW)
    gone: Any = failing(errno.ENOSPC)
    for asked, code in ((["show", "no"], 5), (["may-implement", "HFD-2018-001"], 3), (["li"], 2)):
        assert heard(*asked, out=io.StringIO(), err=gone) == code
        assert heard(*asked, "--json", out=io.StringIO(), err=gone) == code
    assert heard("may-implement", "HFD-2018-001", "--json", out=failing(errno.EPIPE)) == 3


def test_a_fault_after_a_step_was_kept_is_no_reason_to_repeat_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said beside the answer is looked up, and the database may be locked by then."""
    ref = terminal.staffed().drafted()

    def locked(*_: object) -> None:
        raise Busy("The database is locked.")

    monkeypatch.setattr("cli.commands.steps.near_horizon", locked)
    said = terminal("sign", ref, "--signatory", "The Leader", "--json")
    assert (said.code, said.error["error"]["code"]) == (exits.NOT_WRITTEN, "not-written")
    assert terminal.did("show", ref, "--json").plain["state"] == "signed"


@pytest.mark.parametrize("shut", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_ends_that_are_shut_from_the_first(tmp_path: Path, shut: str) -> None:
    """Nothing crashes, and no file of ours is opened where an end was."""
    ran = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m cli.main people add x --role member {shut}'],
        capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path,
        env={"DECISIONS_DB": "r.db", "DECISIONS_COUNCIL": "salford", "PATH": os.environ["PATH"],
             "HOME": str(tmp_path)},
    )  # fmt: skip
    assert ran.returncode == (exits.NOT_WRITTEN if ">&-" in shut.split("2")[0] else exits.DONE)
    assert "Traceback" not in ran.stderr
    assert (tmp_path / "r.db").read_bytes().startswith(b"SQLite format 3")


def test_a_usage_error_is_in_json_by_the_environment_too(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_JSON", "1")
    for wrong in (
        ["nosuch"],
        ["list", "--nosuch"],
        ["sign"],
        ["constitution"],
        ["list", "--limit", "x"],
    ):
        said = terminal(*wrong)
        assert (said.code, said.error["error"]["code"]) == (exits.USAGE, "invalid")


class Typed(io.StringIO):
    """A person at the keyboard, who types this, or interrupts."""

    def isatty(self) -> bool:
        return True


def test_what_a_person_does_at_a_question(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C interrupts; an end of typing, and nobody there, are no answer."""
    begin = ("constitution", "new", "testshire", "--nation", "england", "--prefix", "TST")

    def interrupt(_: Any) -> str:
        raise KeyboardInterrupt

    for typed in (Typed(""), io.StringIO("Testshire"), None):
        monkeypatch.setattr("sys.stdin", typed)
        said = terminal(*begin)
        assert (said.code, "A new file needs --name." in said.err) == (exits.USAGE, True)
    monkeypatch.setattr(Typed, "readline", interrupt)
    monkeypatch.setattr("sys.stdin", Typed())
    said = terminal(*begin)
    assert (said.code, "Interrupted" in said.err) == (exits.INTERRUPTED, True)
    assert "crash" not in said.err

"""A real pseudo-terminal of a set width, at which commands are run in this process."""

import fcntl
import os
import pty
import struct
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from datetime import UTC, datetime
from threading import Thread
from unittest.mock import patch

from cli.main import main
from workflow.clock import SystemClock


def at_terminal(
    columns: int,
    *arguments: str,
    now: str = "2018-10-18 09:00:00",
    typed: str | None = None,
    rows: int = 24,
    **environment: str,
) -> str:
    """Run a command at a terminal so wide and high, and give all that was seen on it; somebody sits
    at it where something is typed. It has no colour and no pager, but as the environment says."""
    seen = list[bytes]()
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    with (
        _terminal(columns, seen, rows, typed),
        patch.object(SystemClock, "now", lambda _: instant),
        patch.dict(os.environ),
    ):
        os.environ.pop("COLUMNS", None)
        os.environ.pop("LINES", None)
        os.environ.pop("TERM", None)
        os.environ["PAGER"] = ""
        os.environ.update(environment)
        main(arguments)
    return b"".join(seen).decode().replace("\r\n", "\n")


@contextmanager
def _terminal(columns: int, seen: list[bytes], rows: int, typed: str | None) -> Iterator[None]:
    main_end, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    reader = Thread(target=_read, args=(main_end, seen))
    reader.start()
    with os.fdopen(other, "w", encoding="utf-8") as end, redirect_stdout(end), redirect_stderr(end):
        if typed is None:
            yield
        else:
            # What is typed is not shown, so that only what the command says is.
            as_it_is = termios.tcgetattr(other)
            as_it_is[3] &= ~termios.ECHO
            termios.tcsetattr(other, termios.TCSANOW, as_it_is)
            os.write(main_end, typed.encode())
            with os.fdopen(os.dup(other)) as keys, patch.object(sys, "stdin", keys):
                yield
    reader.join()
    os.close(main_end)


def _read(end: int, seen: list[bytes]) -> None:
    with suppress(OSError):  # what Linux gives once the other end is shut
        while said := os.read(end, 65_536):
            seen.append(said)

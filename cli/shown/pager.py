"""A pager for an answer that is longer than the screen: only at a terminal, and never at the cost
of the answer."""

import os
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from shutil import which
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cli.shown.colour import without_colour
from cli.shown.fitting import columns, rows
from cli.shown.streams import HeldOutput, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGED: Final = frozenset(
    {
        "list", "show", "next", "history", "explain", "diff", "report", "runs", "plan",
        "conformance", "help", "constitution list", "constitution show", "constitution compare",
        "constitution diff", "constitution impact", "constitution audit", "constitution gaps",
        "constitution editions", "calendar show", "calendar impact", "journal show",
        "journal streams", "people list", "irregular list", "irregular show",
    }
)  # fmt: skip
"""The commands that only tell, and may have much to tell."""
_LEFT_FREE: Final = 1
"""Lines of a screen for what is typed next."""
_LESS: Final = "FRX"
"""How less is to behave where nobody says: to leave when it fits, to keep colours and the text."""


def _from_now_on(value: bool) -> bool:
    """Hold what is written from now on, unless a pager is not wanted, or nobody looks."""
    out, err = sys.stdout, sys.stderr
    if not value and isinstance(out, Stream) and out.isatty() and _pager():
        HeldOutput(out, *([err] if isinstance(err, Stream) and err.isatty() else []))
    return value


NoPager = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        envvar="DECISIONS_NO_PAGER",
        callback=_from_now_on,
        is_eager=True,
        help="Do not show a long answer in a pager.",
    ),
]


def show_held(out: Stream) -> None:
    """Show what was held: in a pager where a screen cannot hold it, and else as it is."""
    held = out.held
    if held is None:
        return
    text = held.text
    if _lines_of(text) <= rows() - _LEFT_FREE or not _shown_in_pager(text, out):
        held.let_go()
    else:
        held.drop()


def _lines_of(text: str) -> int:
    """Give how many lines of the screen a text fills."""
    width = columns()
    lines = without_colour(text).split("\n")[:-1]
    return sum(max(1, -(-len(line) // width)) for line in lines)


def _pager() -> list[str]:
    """Give the pager that the user has named; else less or more, at a terminal that can."""
    named = os.environ.get("PAGER")
    if named is not None:
        with suppress(ValueError):
            return shlex.split(named)
        return []
    if os.environ.get("TERM", "") in ("", "dumb"):
        return []
    return [program] if (program := which("less") or which("more")) else []


def _shown_in_pager(text: str, out: Stream) -> bool:
    """Say whether a pager showed it, or was left by whoever read it."""
    environment = {"LESS": _LESS, **os.environ}
    encoding = getattr(out, "encoding", None) or "utf-8"
    try:
        with _for_the_pager_alone():
            shown = subprocess.Popen(  # noqa: S603 - what the user has named
                _pager(), stdin=subprocess.PIPE, stdout=out.fileno(), env=environment
            )
            with suppress(BrokenPipeError):
                shown.communicate(text.encode(encoding, "backslashreplace"))
            return shown.wait() == 0
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return False


@contextmanager
def _for_the_pager_alone() -> "Iterator[None]":
    """Leave Ctrl-C to the pager: it stops a search there, and not this."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

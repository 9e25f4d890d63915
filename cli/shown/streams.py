"""Standard output and standard error, as a command speaks through them: what cannot be shown as it
is stands escaped, and an end that is full, shut or no longer read stops no command."""

import codecs
import errno
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, TextIO, cast

from workflow.text import escaped, escaped_in_json

_SHUT: Final = OSError(errno.EBADF, os.strerror(errno.EBADF))
_READER_GONE: Final = (errno.EPIPE, *((errno.EINVAL,) if sys.platform == "win32" else ()))
_ESCAPED: Final = "backslashreplace"


class HeldOutput:
    """What is written to streams, and held back in its order until it is known how long it is."""

    def __init__(self, *streams: "Stream") -> None:
        self._parts: list[tuple[Stream, str]] = []
        self._streams = streams
        for each in streams:
            each.held = self

    def add(self, to: "Stream", text: str) -> None:
        """Hold what is written to a stream."""
        self._parts.append((to, text))

    @property
    def text(self) -> str:
        """Give all of it, as it would be seen."""
        return "".join(text for _, text in self._parts)

    def let_go(self) -> None:
        """Write all of it, each to its own stream, and hold no more."""
        for to, text in self.drop():
            to.write(text)

    def drop(self) -> "list[tuple[Stream, str]]":
        """Hold no more, and give what was held."""
        parts, self._parts = self._parts, []
        for each in self._streams:
            each.held = None
        return parts


class Stream:
    """A stream that keeps the first fault met in writing, and lets what follows it go."""

    def __init__(self, under: Any) -> None:
        self.under = under
        self.held: HeldOutput | None = None
        """What is held back of what is written to it, for a pager."""
        self.fault: OSError | None = None
        self.is_plain = True
        """Whether all that was written so far is ASCII."""
        if getattr(under, "errors", None) in ("strict", "surrogateescape"):
            with suppress(AttributeError, OSError, ValueError):
                under.reconfigure(errors=_ESCAPED)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.under, name)

    def write(self, text: str) -> int:
        """Write text; what the encoding cannot hold is escaped."""
        if self.held is not None:
            self.held.add(self, text)
            return len(text)
        if self.under is None:
            self.fault = self.fault or (_SHUT if text else None)
            return len(text)
        self.is_plain = self.is_plain and text.isascii()
        if self.fault is None:
            with self._kept():
                try:
                    self.under.write(text)
                except UnicodeEncodeError as unable:
                    self.under.write(text.encode(unable.encoding, _ESCAPED).decode(unable.encoding))
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write lines."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Let go what was held back."""
        if self.held is not None:
            self.held.let_go()
        if self.under is not None and self.fault is None:
            with self._kept():
                self.under.flush()

    def isatty(self) -> bool:
        """Say whether a person sits at it."""
        with suppress(AttributeError, ValueError):
            return bool(self.under.isatty())
        return False

    @property
    def was_left(self) -> bool:
        """Whether its reader had enough and went."""
        return self.fault is not None and self.fault.errno in _READER_GONE

    def holds(self, text: str) -> bool:
        """Say whether its encoding can hold this text."""
        try:
            text.encode(getattr(self.under, "encoding", None) or "utf-8")
        except (UnicodeError, LookupError):
            return False
        return True

    def settle(self) -> None:
        """Let go what was held back; what can go nowhere must not be tried again on leaving."""
        self.flush()
        if self.fault is not None and self.under is not None:
            with suppress(AttributeError, OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self.under.fileno())
                os.close(nowhere)

    @contextmanager
    def _kept(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            self.fault = fault
        except ValueError as closed:
            if isinstance(closed, UnicodeError):
                raise
            self.fault = _SHUT


class _Shown:
    """A terminal, on which a file is shown: what is not seen in it is written by its number."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def __getattr__(self, name: str) -> Any:
        return getattr(self.out, name)

    def write(self, text: str) -> int:
        """Write text as it may be shown."""
        self.out.write(escaped(text))
        return len(text)


@contextmanager
def guarded_streams() -> Iterator[tuple[Stream, Stream]]:
    """Put such streams in the place of the process's own, while a command runs."""
    before = sys.stdout, sys.stderr
    out, err = Stream(sys.stdout), Stream(sys.stderr)
    sys.stdout, sys.stderr = cast(TextIO, out), cast(TextIO, err)
    try:
        yield out, err
    finally:
        for each in (out, err):
            if each.held is not None:
                each.flush()
        sys.stdout, sys.stderr = before


@contextmanager
def as_file() -> Iterator[TextIO]:
    """Give standard output to write what is to be kept as a file: its line ends as they are
    written, and in UTF-8, whatever the machine's own are; a terminal keeps its own."""
    out = sys.stdout
    under = out.under if isinstance(out, Stream) else out
    if out.isatty():
        yield cast(TextIO, _Shown(out))
        return
    if not isinstance(under, io.TextIOWrapper):
        yield out
        return
    encoding, errors = under.encoding, under.errors
    as_it_is = _named(encoding).startswith("utf-8")
    try:
        with suppress(OSError, ValueError):
            wanted = encoding if as_it_is else "utf-8"
            under.reconfigure(encoding=wanted, errors=_ESCAPED, newline="")
        yield out
        out.flush()
    finally:
        with suppress(OSError, ValueError):
            under.reconfigure(encoding=encoding, errors=errors, newline=None)
    if not as_it_is and isinstance(out, Stream) and not out.is_plain:
        sys.stderr.write(f"It is given in UTF-8, as a file is: {encoding} may not hold it all.\n")


def can_still_write(file: TextIO) -> bool:
    """Say whether what is written still goes anywhere."""
    out = file.out if isinstance(file, _Shown) else file
    return not isinstance(out, Stream) or out.fault is None


def _named(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding


def json_text(data: Any, stream: Any) -> str:
    """Give JSON that the stream can hold whole: other letters by number, where it cannot."""
    text = escaped_in_json(json.dumps(data, indent=2, ensure_ascii=False))
    if isinstance(stream, Stream) and not stream.holds(text):
        return escaped_in_json(json.dumps(data, indent=2))
    return text


def open_closed_ends() -> None:
    """Open what was shut of the three ends a process begins with, so that no file of ours is
    opened in their place and written to by accident."""
    for end in (0, 1, 2):
        try:
            os.fstat(end)
        except OSError:
            os.open(os.devnull, os.O_RDWR)

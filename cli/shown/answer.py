"""What a command answers, and the one place that prints it: as JSON, as CSV or in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cli.exits import DONE, Ended
from cli.shown.output import Invocation, note, say, say_json, say_rows, say_verbatim
from cli.shown.streams import as_file


class Verbatim(str):
    """A line that another program or a clipboard is to have whole, however wide the terminal."""

    __slots__ = ()


class File(str):
    """A whole file, with its own line ends, that another program is to have."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    headings: Sequence[str]
    rows: Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command answers, in each form that it may be asked for, and how the command ends.

    Only the form that is asked for is made: text, notes and warnings may be generators."""

    data: Any
    """What is written as JSON; or a function that makes it, where that loads what words do not."""
    text: Iterable[str | Table] | None = None
    """The answer in words; left out, its table."""
    notes: Iterable[str] = ()
    """Notes for a person beside the answer; they are left out beside JSON."""
    warnings: Iterable[str] = ()
    """Notes beside the answer in any form."""
    code: int = DONE
    """The exit code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Answer):
    """An answer that is a table too: it can be had as CSV."""

    table: Table


def print_answer(answer: Answer, *, as_csv: bool) -> None:
    """Print an answer in the form that was asked for, and what is told beside it; end with its
    exit code."""
    if Invocation.as_json:
        say_json(answer.data() if callable(answer.data) else answer.data)
    elif as_csv and isinstance(answer, Listing):
        say_rows(answer.table.headings, answer.table.rows, as_csv=True)
    else:
        own = [answer.table] if isinstance(answer, Listing) else []
        _say(own if answer.text is None else list(answer.text))
    if not Invocation.as_json:
        note(*answer.notes)
    note(*answer.warnings)
    if answer.code != DONE:
        raise Ended(answer.code)


def _say(parts: Iterable[str | Table]) -> None:
    for part in parts:
        if isinstance(part, Table):
            say_rows(part.headings, part.rows, as_csv=False)
        elif isinstance(part, File):
            with as_file() as file:
                file.write(part)
        elif isinstance(part, Verbatim):
            say_verbatim(part)
        else:
            say(part)

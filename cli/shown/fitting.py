"""Text and tables set to the width of the terminal: no word is broken, and a command that is shown
can be copied as it stands."""

import os
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from cli.names import TOP

USUAL: Final = 80
"""Characters in a line where no terminal says otherwise."""
USUAL_ROWS: Final = 24
"""Lines of a screen where no terminal says otherwise."""
_SPACE, _QUOTED = "\ufdd0", "\ufdd1"
"""Spaces at which no line ends: within a command, and within its quotes."""
_MARKS: Final = re.compile("[\ufdd0\ufdd1]")
_BEFORE: Final = r"^|(?<=[:;,(] )|(?<=\()|(?<= or )|(?<= to )|(?<=\bsee )|(?<=\bRun )"
_COMMAND: Final = re.compile(rf"(?:{_BEFORE}) *(decisions ([a-z-]+))")
_LONGEST: Final = 2000
"""Characters of a command that is looked for; in prose the word is another."""
_ENDS: Final = re.compile(r"[;:.] |\.$|\.? \(|\)|, with|, or |, and | to | or --")
_QUOTES: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_LABEL: Final = re.compile(r" *(?:[A-Z][^\s:]*(?: [^\s:]+)?: {2,})?")
_BETWEEN: Final = "  "
_BELOW: Final = "    "
_GOES_ON: Final = " \\"
"""How a shell is told that a command goes on in the next line."""


def columns() -> int:
    """Give how many characters a line has: as COLUMNS says, or the terminal, or else 80."""
    if known := _asked_for() or _of_terminal(sys.stdout):
        return known
    return min(_of_terminal(sys.stderr) or USUAL, USUAL)


def rows() -> int:
    """Give how many lines a screen has: as LINES says, or the terminal, or else 24."""
    if known := _asked_for("LINES"):
        return known
    with suppress(AttributeError, OSError, ValueError):
        if _is_terminal(sys.stdout):
            return os.get_terminal_size(sys.stdout.fileno()).lines or USUAL_ROWS
    return USUAL_ROWS


def _asked_for(variable: str = "COLUMNS") -> int:
    given = os.environ.get(variable, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0


def _of_terminal(stream: Any) -> int:
    with suppress(AttributeError, OSError, ValueError):
        if _is_terminal(stream):
            return os.get_terminal_size(stream.fileno()).columns
    return 0


def _is_terminal(stream: Any) -> bool:
    with suppress(AttributeError, ValueError):
        return bool(stream.isatty())
    return False


def wrapped(text: str, indent: str = "", after: str | None = None, *, less: int = 0) -> str:
    """Give text in lines that fit, or are so much shorter. A command is kept whole, or at a
    terminal goes on after a backslash."""
    follow = indent if after is None else after
    width = max(columns() - less, 1)
    filled = textwrap.fill(
        _kept_whole(text),
        width=width,
        initial_indent=indent,
        subsequent_indent=follow,
        break_long_words=False,
        break_on_hyphens=False,
    )
    filled = _joined(filled, width - len(follow))
    filled = "\n".join(_moved_left(line, width) for line in filled.split("\n"))
    if _is_terminal(sys.stdout) or _is_terminal(sys.stderr):
        filled = "\n".join(
            part for line in filled.split("\n") for part in _continued(line, width, follow)
        )
    return _MARKS.sub(" ", filled)


def _joined(filled: str, room: int) -> str:
    """Give lines with each word that no line can hold left where it stands in its sentence."""
    lines = list[str]()
    for line in filled.split("\n"):
        word = line.strip()
        if lines and len(word) > room and _MARKS.search(word) is None:
            lines[-1] += f" {word}"
        else:
            lines.append(line)
    return "\n".join(lines)


def fitted(line: str, to: Any) -> str:
    """Give a line wrapped under itself where it is for a terminal that it does not fit; a file or a
    pipe has it whole."""
    return within(line) if _is_terminal(to) else line


def within(line: str, *, less: int = 0) -> str:
    """Give a line as it is where it fits, and else wrapped under itself."""
    if len(line) <= columns() - less or line.endswith(_GOES_ON):
        return line
    label = _LABEL.match(line)
    assert label is not None
    lead = label[0]
    body = line[len(lead) :]
    hanging = " " * len(lead) + ("" if lead.strip() else _BETWEEN)
    return wrapped(body, lead, hanging, less=less)


def _kept_whole(text: str) -> str:
    """Give text with the spaces within its commands marked, so that none is a place to break."""
    parts, place = list[str](), 0
    for match in _COMMAND.finditer(text):
        begins = match.start(1)
        if match[2] not in TOP or begins < place:
            continue
        after = text[begins : begins + _LONGEST]
        end = _ENDS.search(_QUOTES.sub(lambda quoted: "'" * len(quoted[0]), after))
        if end is None and len(after) == _LONGEST:
            continue  # no command is so long: it is prose
        ends = begins + (len(after) if end is None else end.start())
        command = _QUOTES.sub(lambda part: part[0].replace(" ", _QUOTED), text[begins:ends])
        parts += [text[place:begins], command.replace(" ", _SPACE)]
        place = ends
    return "".join(parts) + text[place:]


def _moved_left(line: str, width: int) -> str:
    """Give a line that begins with a command further to the left, where it is whole only there."""
    command = line.lstrip()
    fits = len(_BETWEEN) + len(command) <= width < len(line)
    if fits and command.startswith(f"decisions{_SPACE}"):
        return " " * (width - len(command)) + command
    return line


def _continued(line: str, width: int, indent: str) -> Iterator[str]:
    """Give a line that is too long for its command in lines that a shell reads as one."""
    while len(line) > width:
        place = line.rfind(_SPACE, 0, width - 1)
        if place < 0 or not line[:place].replace(_SPACE, " ").strip():
            place = line.find(_SPACE)
        if place < 0:
            break
        yield line[:place] + _GOES_ON
        line = f"{indent}  {line[place + 1 :]}"
    yield line


# -- tables -------------------------------------------------------------------------------------


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give a table that fits the terminal: cells are wrapped at whole words; a column whose words
    leave no room for the rest stands below each row."""
    everything = [list(headings), *(list(row) for row in rows)]
    least = [max(map(_longest_word, column)) for column in zip(*everything, strict=True)]
    beside, below = list(range(len(headings))), list[int]()
    while len(beside) > 1 and _all_of(least[n] for n in beside) > columns():
        widest = max(beside, key=lambda n: least[n])
        beside.remove(widest)
        below.append(widest)
    widths = _widths([[row[n] for n in beside] for row in everything], [least[n] for n in beside])
    for row in everything:
        cells = [_in_lines(row[n], width) for n, width in zip(beside, widths, strict=True)]
        for number in range(max(len(cell) for cell in cells)):
            parts = (cell[number] if number < len(cell) else "" for cell in cells)
            padded = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
            yield _BETWEEN.join(padded).rstrip()
        yield from (wrapped(row[n], _BELOW) for n in sorted(below) if row[n])


def _longest_word(cell: str) -> int:
    return max((len(word) for word in cell.split()), default=0)


def _all_of(widths: Iterable[int]) -> int:
    """Give how wide columns of these widths are together."""
    found = list(widths)
    return sum(found) + len(_BETWEEN) * (len(found) - 1)


def _widths(rows: Sequence[Sequence[str]], least: Sequence[int]) -> list[int]:
    """Give the width of each column: the widest give way first, but not within a word."""
    room = columns()
    wanted = [min(max(map(len, column)), room) for column in zip(*rows, strict=True)]
    while _all_of(wanted) > room:
        wide = [n for n in range(len(wanted)) if wanted[n] > least[n]]
        if not wide:
            break
        wanted[max(wide, key=lambda n: wanted[n])] -= 1
    return wanted


def _in_lines(cell: str, width: int) -> list[str]:
    if len(cell) <= width:
        return [cell]
    return textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False)

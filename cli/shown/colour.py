"""Colour at a terminal: only for a glance, since whatever it marks is said in words too."""

import os
import re
from collections.abc import Iterator
from typing import Any, Final

_BOLD, _DIM, _RED, _YELLOW, _PLAIN = "\033[1m", "\033[2m", "\033[1;31m", "\033[33m", "\033[0m"
_CODES: Final = re.compile(r"\033\[[0-9;]*m")
_MARKED: Final = (
    (re.compile(r"^(?:Refused|Error):"), _RED),
    (re.compile(r"^ *(?:Mind|PROVISIONAL):"), _YELLOW),
    (re.compile(r"^ +(?:Rule|Do): "), _BOLD),
    (re.compile(r"^[A-Z]{2,}-[A-Z0-9-]+(?=  |: )"), _BOLD),
    (re.compile(r"(?<=^  Stands:      ).+"), _BOLD),
    (re.compile(r"^ +decisions [a-z].*"), _BOLD),
    (re.compile(r"\[[a-z][a-z-]+\]$"), _DIM),
)
"""What is marked in a line, and how."""
_NO_TERMINAL: Final = ("", "dumb")


def has_colour(stream: Any) -> bool:
    """Say whether to paint what goes to a stream: a terminal that can, unless NO_COLOR is set."""
    return (
        bool(stream.isatty())
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "") not in _NO_TERMINAL
    )


def painted(lines: str, stream: Any) -> str:
    """Give lines as they are painted for a stream: as they are, where it has no colour."""
    if not has_colour(stream):
        return lines
    return "\n".join(_painted(line) for line in lines.split("\n"))


def heading(line: str, stream: Any) -> str:
    """Give the headings of a table likewise."""
    return f"{_BOLD}{line}{_PLAIN}" if has_colour(stream) else line


def without_colour(text: str) -> str:
    """Give a text as it reads."""
    return _CODES.sub("", text)


def _painted(line: str) -> str:
    spans = sorted(_found_in(line))
    painted, place = "", 0
    for begins, ends, colour in spans:
        if begins >= place:
            painted += f"{line[place:begins]}{colour}{line[begins:ends]}{_PLAIN}"
            place = ends
    return painted + line[place:]


def _found_in(line: str) -> Iterator[tuple[int, int, str]]:
    for pattern, colour in _MARKED:
        if found := pattern.search(line):
            yield found.start(), found.end(), colour

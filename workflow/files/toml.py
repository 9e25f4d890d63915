"""Reading TOML that may come from anyone, within limits of time and memory."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final

from workflow.errors import Invalid
from workflow.files.opening import MOST_BYTES
from workflow.text import character_name, escaped, hidden_in, normal, unfit_in

MOST_PARTS: Final = 20
"""Parts of a dotted key, and tables or lists within one another."""
MOST_DIGITS: Final = 100
MOST_BRACKETS: Final = 25_000
"""Openings of lists and tables; the longest file that is kept here has under 200."""
_QUOTED: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{0,5}'
    r"|'''(?:[^']|'(?!''))*+'{0,5}"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
_PART: Final = r"[A-Za-z0-9_-]++[ \t]*+"
_DOTTED: Final = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:\.[ \t]*+{_PART}){{{MOST_PARTS},}}+")
_NUMBER: Final = re.compile(rf"(?<![A-Za-z0-9_])[0-9][0-9A-Fa-f_xo]{{{MOST_DIGITS},}}+")
_BRACKETS: Final = re.compile(r"[\[\]{}]")


def toml_of(text: str) -> dict[str, Any]:
    """Give the data of a TOML text. Raises Invalid, naming the line or the key, where it is not
    TOML, is too long or too deeply nested, or holds too long a number or a hidden character."""
    if len(text) > MOST_BYTES:
        raise Invalid(f"It is longer than {MOST_BYTES:,} characters.", remedy="Shorten it.")
    for number, line in enumerate(text.split("\n"), start=1) if unfit_in(text) else ():
        mark = hidden_in(line)
        if mark is not None:
            raise Invalid(
                f"Line {number} holds a hidden character, {character_name(mark)}.",
                remedy="Take it out, or save the file as plain text.",
            )
    _must_be_bounded(_QUOTED.sub("q", text))
    try:
        data = tomllib.loads(normal(text, "file"))
    except tomllib.TOMLDecodeError as wrong:
        raise Invalid(f"It is not TOML: {wrong}.", remedy="Mend that line.") from None
    except (RecursionError, ValueError) as wrong:
        raise Invalid(f"It is not TOML: {wrong}.", remedy="Write each value plainly.") from None
    for key, each in _texts(data):
        mark = unfit_in(each)
        if mark is not None:
            raise Invalid(
                f"{escaped(key)} holds a hidden character, {character_name(mark)}, by its number.",
                remedy="Take it out.",
            )
    return data


def _must_be_bounded(bare: str) -> None:
    """Raise Invalid for what would take too long to read; `bare` is the text without quoted
    parts."""
    dotted = _DOTTED.search(bare)
    if dotted:
        raise Invalid(
            f"A key has more than {MOST_PARTS} parts: {dotted[0].split()[0][:40]}…",
            remedy="Write the key as the page on the file has it.",
        )
    if _NUMBER.search(bare):
        raise Invalid(f"A number has more than {MOST_DIGITS} digits.", remedy="Mend the number.")
    depth = opened = 0
    for bracket in _BRACKETS.finditer(bare):
        opened += bracket[0] in "[{"
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if opened > MOST_BRACKETS:
            raise Invalid(
                f"It has more than {MOST_BRACKETS:,} lists or tables.",
                remedy="Leave out what is not needed.",
            )
        if depth > MOST_PARTS:
            raise Invalid(
                f"Lists or tables nest more than {MOST_PARTS} deep.",
                remedy="Write each value plainly.",
            )


def _texts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give every key and every text, however deep, each with the key that it stands under."""
    left: list[tuple[str, Any]] = [("The file", data)]
    while left:
        key, each = left.pop()
        if isinstance(each, dict):
            yield from ((key, name) for name in each)
            left.extend(each.items())
        elif isinstance(each, list):
            left.extend((key, item) for item in each)
        elif isinstance(each, str):
            yield key, each

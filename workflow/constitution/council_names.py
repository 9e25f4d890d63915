"""Knowing a council by its name, however a register or a notice writes it."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from workflow.errors import Invalid
from workflow.files.toml import toml_of

_STYLES: Final = frozenset(
    {"the", "of", "and", "london", "royal", "borough", "county", "city", "district"}
    | {"metropolitan", "council", "unitary", "mayoral"}
    | {"bc", "cc", "dc", "cbc", "mbc", "mdc", "lbc", "lb", "rb"}
)
"""Words that one council's name is written with or without, in full or as its initials. Not
"combined" nor "authority": a combined authority often shares its place with a council. Not "town",
"parish" nor "community": theirs are other councils."""
_COMBINED: Final = ("combined", "authority")
_FIRST_ENTRY: Final = re.compile(r"^\[\[", re.MULTILINE)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Give what tells one council's name from another's, whatever its style.

    "London Borough of Brent", "Brent Council" and "Brent" are one. What stands in brackets counts:
    a joint committee is no council.
    """
    return " ".join(word for word in _words(name) if word not in _STYLES)


def names_of(council: str, name: str) -> frozenset[str]:
    """Give every key, of `known_by` and of `as_typed`, by which a council is known: that of its
    name, that of its short name in any style, and its short name with spaces.

    A combined authority is known by its short name only as it stands: "West Yorkshire" is one, and
    "West Yorkshire County Council" is another body.
    """
    short = council.replace("-", " ")
    keys = {name_key(name), as_typed(short)}
    if not all(word in name_key(name).split() for word in _COMBINED):
        keys.add(name_key(short))
    return frozenset(keys - {""})


@lru_cache(maxsize=4096)
def as_typed(name: str) -> str:
    """Give a name apart from case, spaces and marks, with every word of it."""
    return "=" + " ".join(_words(name))


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+|[(]", name.casefold().replace("&", " and "))


def name_in(path: Path) -> str:
    """Give the council's name in the head of a constitution file, reading no further; empty where
    there is none."""
    return _in_head(path, "name")


def prefix_in(path: Path) -> str:
    """Give what a council's references begin with, from the head of its file; empty where there is
    none."""
    return _in_head(path, "prefix")


def _in_head(path: Path, key: str) -> str:
    text = path.read_text(encoding="utf-8")
    entry = _FIRST_ENTRY.search(text)
    try:
        head = toml_of(text[: entry.start()] if entry else text)
        return str(head["council"][key])
    except (Invalid, KeyError, TypeError):
        return ""

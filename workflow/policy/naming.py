"""Knowing a council by its name, however a register or a notice writes it."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from workflow.errors import Invalid
from workflow.model.toml import toml_of

_STYLES: Final = frozenset(
    {"the", "of", "and", "london", "royal", "borough", "county", "city", "district"}
    | {"metropolitan", "council"}
)
"""Words that one council's name is written with or without. Not "combined" nor "authority": a
combined authority often shares its place with a council."""
_FIRST_ENTRY: Final = re.compile(r"^\[\[", re.MULTILINE)


@lru_cache(maxsize=4096)
def known_by(name: str) -> str:
    """Give what tells one council's name from another's, whatever its style.

    "London Borough of Brent", "Brent Council" and "Brent" are one. What stands in brackets counts:
    a joint committee is no council.
    """
    words = re.findall(r"[a-z]+|[(]", name.casefold().replace("&", " and "))
    return " ".join(word for word in words if word not in _STYLES)


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

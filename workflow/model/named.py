"""Finding a member of a closed list by the word someone typed."""

from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from workflow.errors import Invalid

E = TypeVar("E", bound=StrEnum)


def named(kind: type[E], word: str, what: str) -> E:
    """Give the member whose value is that word; Invalid, with the nearest, for another."""
    for member in kind:
        if member.value == word:
            return member
    words = [member.value for member in kind]
    near = get_close_matches(str(word), words, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise Invalid(
        f"There is no {what} called {str(word)[:60]!a}.",
        remedy=f"{hint}Known: {', '.join(words)}.",
    )

"""One word of a fixed list, or a council's name, as it is typed: however it is written, by the
words that are printed for it, and by officers' own."""

import re
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Final

from cli.typed.officers_words import ALSO_CALLED, TWO_MEANINGS
from workflow.errors import Invalid
from workflow.text import joined

_NOT_TYPED: Final = {"Role": ("keeper", "system")}
"""Words that a person gives nowhere: in these roles nobody acts who is appointed."""
_COUNCIL: Final = re.compile(r"(-(county|city|borough|district|metropolitan))*-council\Z")
_NEAR: Final = 0.8
_APART: Final = 0.1
"""How much nearer than every other a word must be, so that it is named."""


def words_of(kind: Any) -> list[str]:
    """Give the words of a list as they are typed, but for those that a person gives nowhere."""
    without = _NOT_TYPED.get(getattr(kind, "__name__", ""), ())
    return [typed_form(each) for each in kind if each.value not in without]


def typed_form(member: Enum) -> str:
    """Give a word of a list as it is typed: with hyphens."""
    return str(member.value).replace("_", "-")


def chosen(kind: Any, typed: str, called: str) -> Any:
    """Give the member of a list that is meant; Invalid, with what there is, for none or for two."""
    plain, name = _plain(typed), kind.__name__
    for member in kind:
        if plain in (_plain(member.value), _plain(getattr(member, "label", member.value))):
            return member
    for word, value in ALSO_CALLED.get(name, {}).items():
        if plain == _plain(word):
            return kind(value)
    two = next((s for w, s in TWO_MEANINGS.get(name, {}).items() if _plain(w) == plain), "")
    near = "" if two else _nearest(plain, kind)
    hint = two or (f"Did you mean {near}?" if near else "")
    takes = "" if two else f"{called} takes {joined(words_of(kind))}."
    raise Invalid(f"{typed[:60]!a} will not do for {called}.", remedy=f"{hint} {takes}".strip())


def council_name(typed: str) -> str:
    """Give a council's short name however it is written: Salford, East Sussex County Council. A
    short name, and a file's, is left as it is."""
    if "/" in typed or typed.endswith(".toml"):
        return typed
    name = re.sub(r"[\s_-]+", "-", typed.strip().casefold())
    return name if name == typed else _COUNCIL.sub("", name)


def _nearest(plain: str, kind: Any) -> str:
    """Give the one word that was most likely meant, where no other is about as near."""
    usable = words_of(kind)
    nearest = sorted(
        (
            max(
                SequenceMatcher(None, plain, _plain(word)).ratio()
                for word in (each.value, getattr(each, "label", each.value))
            ),
            typed_form(each),
        )
        for each in kind
        if typed_form(each) in usable
    )
    best, word = nearest[-1]
    second = nearest[-2][0] if len(nearest) > 1 else 0.0
    return word if best >= _NEAR and best - second >= _APART else ""


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word.casefold()).removesuffix(".")

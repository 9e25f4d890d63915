"""Closed lists of words: finding a member by what someone typed, and members with labels."""

from enum import StrEnum
from typing import Self, TypeVar

from workflow.errors import Invalid
from workflow.text import nearest

E = TypeVar("E", bound=StrEnum)


def member_named(kind: type[E], word: str, what: str) -> E:
    """Give the member whose value is that word; Invalid, with the nearest, for another."""
    for member in kind:
        if member.value == word:
            return member
    words = [member.value for member in kind]
    labels = {getattr(member, "label", member.value): member.value for member in kind}
    near = nearest(str(word)[:60], {*words, *labels})
    hint = f"Did you mean {labels.get(near, near)}? " if near else ""
    raise Invalid(
        f"There is no {what} called {str(word)[:60]!a}.",
        remedy=f"{hint}Known: {', '.join(words)}.",
    )


class LabelledEnum(StrEnum):
    """A closed list whose members have the machine's word, an officer's word, and a sentence."""

    label: str
    says: str

    def __new__(cls, word: str, label: str, says: str) -> Self:
        """Join the machine's word, the officer's word and one sentence."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = label
        member.says = says
        return member

    @classmethod
    def named(cls, word: str) -> Self:
        """Give the member of that name; Invalid, with the names there are, for another."""
        what = "".join(f" {c.lower()}" if c.isupper() else c for c in cls.__name__)
        return member_named(cls, word, what.strip())

"""How much harm a rule may do where it is wrong: the scale by which an audit is sorted."""

from enum import IntEnum
from typing import Final


class Harm(IntEnum):
    """What may go wrong where a rule that is not sure is wrong, the worst first."""

    TOO_EARLY = 1
    """A valid request is refused, or an officer acts too early."""
    WHO = 2
    """What may be called in is not, or who may ask may not."""
    TIME_LIMIT = 3
    """A time limit runs to another day."""
    OTHER = 4
    """Another rule is wrong."""
    NO_WORK = 5
    """Nothing can be published: a rule that is wanted is not on file."""
    LITTLE = 6
    """The rule was read in words, and is sure."""

    @property
    def words(self) -> str:
        """Give it in words, without a capital or a full stop."""
        return _WORDS[self]


_WORDS: Final = {
    Harm.TOO_EARLY: "a valid request refused, or an act too early",
    Harm.WHO: "what may be called in, and who may ask",
    Harm.TIME_LIMIT: "a time limit",
    Harm.OTHER: "another rule",
    Harm.NO_WORK: "nothing can be published",
    Harm.LITTLE: "sure",
}

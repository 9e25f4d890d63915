"""One table of a constitution file: the record that an entry of it holds, and what it is for."""

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from workflow.constitution.provisions.harm import Harm

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, eq=False)
class Table(Generic[T]):
    """A table of a constitution file."""

    key: str
    """Its name in a file, as in "call-in-period"."""
    record: type[T]
    """What an entry of it says; how it is read is declared there."""
    title: str
    says: str
    """What it says, in a sentence."""
    without: str
    """What the engine does where it is not on file."""
    harm: Harm = Harm.OTHER
    """What may go wrong where it is wrong."""

    @cached_property
    def name(self) -> str:
        """Give its name in code and in JSON, as in "call_in_period"."""
        return self.key.replace("-", "_")

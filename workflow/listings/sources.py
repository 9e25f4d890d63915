"""Where decisions are taken in from: whatever can be read, one page or file after another."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from workflow.listings.pages import read_pages
from workflow.listings.records import Read


class Source(Protocol):
    """Something that decisions can be read from."""

    def reads(self) -> Iterator[Read]:
        """Read it, some decisions at a time; Invalid or NotFound where it is no such thing."""
        ...


@dataclass(frozen=True, slots=True)
class Pages:
    """A saved page of a ModernGov register, or a folder of them."""

    path: str | os.PathLike[str]

    def reads(self) -> Iterator[Read]:
        """Read its pages."""
        return read_pages(self.path)

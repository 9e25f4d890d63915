"""What decisions can be imported from: pages or files, read one after another."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from workflow.importing.moderngov.pages import read_pages
from workflow.importing.records import SourceRead


class Source(Protocol):
    """Something that decisions can be read from, such as saved pages or a spreadsheet."""

    def reads(self) -> Iterator[SourceRead]:
        """Read it, some decisions at a time. Raises NotFound where there is nothing to read, and
        Invalid where it is of another kind."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A saved page of a ModernGov register, or a folder of them."""

    path: str | os.PathLike[str]

    def reads(self) -> Iterator[SourceRead]:
        """Read its pages."""
        return read_pages(self.path)

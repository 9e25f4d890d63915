"""The editions of councils' constitutions that were adopted in a register. Each takes the place of
the council's file."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from workflow.clock import london_day, spoken_day
from workflow.errors import BadConstitution
from workflow.register.councils import ConstitutionsOnFile, marked
from workflow.register.events import ConstitutionAdopted
from workflow.register.journal import read
from workflow.register.ports import UnitOfWork
from workflow.text import as_kept, line

if TYPE_CHECKING:
    from workflow.constitution.constitution import Constitution

STREAM: Final = "constitution/"


class InRegister(ConstitutionsOnFile):
    """The constitutions that one register uses, within one transaction: for each council an edition
    adopted in it, or else a user's own file, or else the file that is shipped."""

    __slots__ = ("_held", "_of_files", "_work")

    def __init__(self, of_files: ConstitutionsOnFile, work: UnitOfWork) -> None:
        self._of_files = of_files
        self._work = work
        self._held: dict[str, Constitution | None] = {}

    def names(self) -> tuple[str, ...]:
        return tuple(sorted({*self._of_files.names(), *(council for council, _ in self.own())}))

    def must_hold(self, council: str) -> None:
        if self._own(council) is None:
            self._of_files.must_hold(council)

    def named(self, council: str) -> "Constitution":
        return self._own(council) or self._of_files.named(council)

    def prefix_of(self, council: str) -> str:
        try:
            own = self._own(council)
        except BadConstitution:
            return ""  # one that can be read no more stops no other council's work
        return self._of_files.prefix_of(council) if own is None else own.prefix

    def own_file(self, council: str) -> str:
        held = in_force(self._work, council)
        return self._of_files.own_file(council) if held is None else ""

    def own(self) -> Iterator[tuple[str, "Callable[[], Constitution]"]]:
        """Give every council with an adopted edition in use, with a function that reads it."""
        for stream in self._work.journal.streams(STREAM):
            event = in_force(self._work, stream.removeprefix(STREAM))
            if event is not None:
                yield event.council, partial(_of, event)

    def _own(self, council: str) -> "Constitution | None":
        if council not in self._held:
            self._held[council] = in_use(self._work, council)
        return self._held[council]


def in_use(work: UnitOfWork, council: str) -> "Constitution | None":
    """Give the adopted edition that a council uses, as a constitution; None where it uses none."""
    event = in_force(work, council)
    return None if event is None else _of(event)


def _of(event: ConstitutionAdopted) -> "Constitution":
    adopted = f"the edition adopted on {spoken_day(london_day(event.at))}"
    found = marked(parsed(event.text, event.file, kept=True), adopted)
    return replace(found, source=f"{adopted}, approved by {event.approved_by}")


def in_force(work: UnitOfWork, council: str) -> ConstitutionAdopted | None:
    """Give the adoption of the edition that a council uses, or None. The edition is not read."""
    entry = work.journal.latest(STREAM + council)
    event = None if entry is None else read(entry).event
    return event if isinstance(event, ConstitutionAdopted) else None


def council_of(text: str, file: str) -> str:
    """Give the council that a constitution is for. Raises BadConstitution if the text is not
    one."""
    return parsed(text, line(file, "file's name")).council


@lru_cache(maxsize=64)
def parsed(text: str, file: str, *, kept: bool = False) -> "Constitution":
    """Read a constitution's text. Raises BadConstitution, with every problem, if it is not one.

    `kept` is for an edition that was adopted: characters that an older version accepted are not
    refused now.
    """
    from workflow.constitution.reading import read_text  # no edition is read that is not there

    with as_kept() if kept else nullcontext():
        return read_text(text, file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition that was adopted in a register, and until when it was in use."""

    number: int
    """The number of its entry in the constitution's own journal, from 1."""
    adopted: ConstitutionAdopted
    """The adoption, with the edition's whole text."""
    by: str
    """The name of who adopted it."""
    by_whom: str
    """Who adopted it; in brackets, how that was established, if it rests on more than the
    register."""
    established: str
    """How it was established who adopted it."""
    until: datetime | None
    """When another took its place, or it was withdrawn; None while it is in use."""


def editions(work: UnitOfWork, council: str) -> tuple[Edition, ...]:
    """Give every edition of a council's constitution that was adopted, oldest first."""
    kept = [read(entry) for entry in work.journal.stream(STREAM + council)]
    ends = [*(each.event.at for each in kept[1:]), None]
    return tuple(
        Edition(
            number=each.seq,
            adopted=each.event,
            by=each.by,
            by_whom=each.by_whom,
            established=each.established,
            until=until,
        )
        for each, until in zip(kept, ends, strict=False)
        if isinstance(each.event, ConstitutionAdopted)
    )

"""The editions of councils' constitutions that a register holds: each adopted on a person's word,
and in use before any file."""

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


class InRegister:
    """The constitutions as one register has them, within one transaction: an edition that it holds
    comes before a file of one's own, and that before the one that is shipped."""

    __slots__ = ("_held", "_of_files", "_work")

    def __init__(self, of_files: ConstitutionsOnFile, work: UnitOfWork) -> None:
        self._of_files = of_files
        self._work = work
        self._held: dict[str, Constitution | None] = {}

    def names(self) -> tuple[str, ...]:
        """Give every council on file."""
        return tuple(sorted({*self._of_files.names(), *(council for council, _ in self.own())}))

    def must_hold(self, council: str) -> None:
        """Raise NotFound, with the nearest name, unless a council's constitution is on file."""
        if self._own(council) is None:
            self._of_files.must_hold(council)

    def named(self, council: str) -> "Constitution":
        """Give the constitution a council goes by now; NotFound if none is on file."""
        return self._own(council) or self._of_files.named(council)

    def prefix_of(self, council: str) -> str:
        """Give what a council's references begin with; empty where nothing says."""
        try:
            own = self._own(council)
        except BadConstitution:
            return ""  # one that can be read no more stops no other council's work
        return self._of_files.prefix_of(council) if own is None else own.prefix

    def own_file(self, council: str) -> str:
        """Say which file of one's own a council's rules are from; empty where an edition that the
        register holds is in use, or the one that is shipped."""
        held = in_force(self._work, council)
        return self._of_files.own_file(council) if held is None else ""

    def own(self) -> Iterator[tuple[str, "Callable[[], Constitution]"]]:
        """Give every council of which an edition is in use, with a way to read it."""
        for stream in self._work.journal.streams(STREAM):
            event = in_force(self._work, stream.removeprefix(STREAM))
            if event is not None:
                yield event.council, partial(_of, event)

    def _own(self, council: str) -> "Constitution | None":
        if council not in self._held:
            self._held[council] = in_use(self._work, council)
        return self._held[council]


def in_use(work: UnitOfWork, council: str) -> "Constitution | None":
    """Give the edition of a council that is in use, as a constitution; None where none is."""
    event = in_force(work, council)
    return None if event is None else _of(event)


def _of(event: ConstitutionAdopted) -> "Constitution":
    adopted = f"the edition adopted on {spoken_day(london_day(event.at))}"
    found = marked(parsed(event.text, event.file, kept=True), adopted)
    return replace(found, source=f"{adopted}, approved by {event.approved_by}")


def in_force(work: UnitOfWork, council: str) -> ConstitutionAdopted | None:
    """Give the adoption that is in use, if one is; its text is not read."""
    entry = work.journal.latest(STREAM + council)
    event = None if entry is None else read(entry).event
    return event if isinstance(event, ConstitutionAdopted) else None


def council_of(text: str, file: str) -> str:
    """Give the council that a constitution is of; BadConstitution where it is none."""
    return parsed(text, line(file, "file's name")).council


@lru_cache(maxsize=64)
def parsed(text: str, file: str, *, kept: bool = False) -> "Constitution":
    """Read a constitution's text; BadConstitution, with every complaint, where it is none.

    What is `kept` was adopted: marks that an older version took are not judged again.
    """
    from workflow.constitution.reading import read_text  # no edition is read that is not there

    with as_kept() if kept else nullcontext():
        return read_text(text, file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition that a register has held, and when it was."""

    number: int
    """Its place in the constitution's own stream, from 1."""
    adopted: ConstitutionAdopted
    by: str
    """Who adopted it, as shown."""
    by_whom: str
    """Who adopted it, and how that was established where it is not plain."""
    established: str
    until: datetime | None
    """When another took its place, or it was withdrawn; None while it is in use."""


def editions(work: UnitOfWork, council: str) -> tuple[Edition, ...]:
    """Give every edition a register has held of a council's constitution, oldest first."""
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

"""What the notices published before a decision say, as they were recorded."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workflow.errors import JournalBroken
from workflow.model.notice import NoticeKind
from workflow.procedures.notices.events import NoticeGiven
from workflow.procedures.publication.events import Published, PublishedUnsigned
from workflow.register.journal import read
from workflow.register.journal_entry import stream_of
from workflow.register.ports import UnitOfWork

_PUBLIC: Final = ("matter", "maker", "documents", "copies", "reasons", "representations")
"""The parts of a notice that are for the public. Who was informed of it is not among them."""
_PUBLISHED: Final = (Published.name, PublishedUnsigned.name)


@dataclass(frozen=True, slots=True)
class GivenNotice:
    """A notice on a decision's record, with what it says."""

    event: NoticeGiven
    recorded_at: datetime
    erased: bool
    """Whether its text was erased."""
    says: Mapping[str, str]
    """What it says for the public, each part by its name; nothing once its text was erased."""


def notices_given(work: UnitOfWork, ref: str) -> tuple[GivenNotice, ...]:
    """Give the notices on a decision's record, in the order recorded; none of a decision that was
    ever published: the notices of that are behind it."""
    entries = work.journal.stream(stream_of(ref))
    if any(each.name in _PUBLISHED for each in entries):
        return ()
    found = list[GivenNotice]()
    for each in entries:
        if each.name != NoticeGiven.name:
            continue
        with suppress(JournalBroken):
            entry = read(each)
            assert isinstance(entry.event, NoticeGiven)
            erased = "particulars" in entry.erased
            says = {} if erased else dict(_parts(entry.event.particulars))
            found.append(GivenNotice(entry.event, entry.recorded_at, erased, says))
    return tuple(found)


def latest_of(notices: Sequence[GivenNotice], *kinds: NoticeKind) -> GivenNotice | None:
    """Give the notice of one of these kinds that was published last; None where there is none."""
    of_kind = [each for each in notices if each.event.kind in kinds]
    return max(of_kind, key=lambda each: each.event.published_at, default=None)


def _parts(particulars: Sequence[str]) -> Iterator[tuple[str, str]]:
    for each in particulars:
        name, _, text = each.partition(": ")
        if name in _PUBLIC and text:
            yield name, text

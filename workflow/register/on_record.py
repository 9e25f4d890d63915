"""What the record of a decision says that its row does not: who made it, and where it was
published."""

from collections.abc import Iterable

from workflow.procedures.corrections.events import PublicationVoided
from workflow.procedures.making.events import Signed
from workflow.procedures.publication.events import Published, PublishedUnsigned
from workflow.register.journal import ReadEntry


def makers_on_record(entries: Iterable[ReadEntry]) -> tuple[str, ...]:
    """Give who made a decision, by name: those who were named as its makers when it was signed,
    and whoever signed it as a decision maker. Nobody, where the record does not say."""
    named: tuple[str, ...] = ()
    for entry in entries:
        event = entry.event
        if isinstance(event, Signed):
            own = (entry.by,) if event.signer in event.makers else ()
            named = tuple(dict.fromkeys((*event.made_by, *own)))
    return named


def where_published(entries: Iterable[ReadEntry]) -> str | None:
    """Give where a decision is published; None for one that is not, or whose publication did not
    count."""
    where = None
    for entry in entries:
        if isinstance(entry.event, Published | PublishedUnsigned):
            where = entry.event.where
        elif isinstance(entry.event, PublicationVoided):
            where = None
    return where

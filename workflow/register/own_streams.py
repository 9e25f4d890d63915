"""The register's own streams of the journal, which are not about one decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workflow.errors import Invalid, NotFound
from workflow.register.journal_entry import stream_of
from workflow.register.ports import UnitOfWork
from workflow.register.stored import no_decision
from workflow.text import near_word_hint, reference

OWN: Final = {
    "people": "appointments",
    "calendar": "days entered, and lists of days adopted",
    "constitution": "editions of the constitution adopted and withdrawn",
    "erasures": "text erased",
    "reports": "reports made to council",
}
"""The register's own streams, one for each council, and what each holds."""
_SEE: Final = "See what there is: decisions journal streams"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterStream:
    """One of the register's own streams: how many entries it holds, and when the newest was
    recorded."""

    stream: str
    """Its name, as in people/salford."""
    holds: str
    """What it holds, in words."""
    entries: int
    """How many entries it has."""
    newest_at: datetime
    """When the newest was recorded."""


def named(text: str) -> str:
    """Give the stream of a decision by its reference, or one of the register's own by its name.
    Raises Invalid for any other text."""
    kind, slash, place = text.partition("/")
    if not slash:
        return stream_of(reference(text))
    if kind == "decision":
        return stream_of(reference(place))
    if kind not in OWN:
        raise Invalid(f"{text[:60]!a} is not a stream of the journal.", remedy=_SEE)
    return f"{kind}/{reference(place)}"


def must_be_of_a_decision(text: str) -> None:
    """Raise Invalid for one of the register's own streams: its text is not erased."""
    kind, slash, _ = text.partition("/")
    if slash and kind in OWN:
        raise Invalid(
            f"Text of {text[:60]} ({OWN[kind]}) is not erased: this version erases text of a "
            "decision's record only.",
            remedy="See what a decision's record has: decisions journal show REF",
        )


def must_hold(work: UnitOfWork, stream: str) -> None:
    """Raise NotFound, with the nearest name, for a stream that is empty; nothing is raised for that
    of a decision on the register."""
    kind, _, place = stream.partition("/")
    if kind not in OWN:
        try:
            work.decisions.get(place)
        except NotFound as wrong:
            raise no_decision(place, wrong.meant or _called(work, place)) from None
        return
    hint = near_word_hint(stream, work.journal.streams())
    raise NotFound(f"Nothing is on record in {stream}.", remedy=f"{hint}{_SEE}")


def _called(work: UnitOfWork, word: str) -> tuple[str, ...]:
    """Give the streams whose kind, or the first word of what they hold, is this word."""
    kinds = {kind for kind, holds in OWN.items() if word in (kind, holds.split()[0].strip(","))}
    return tuple(name for kind in sorted(kinds) for name in work.journal.streams(f"{kind}/"))


def kept(work: UnitOfWork) -> tuple[RegisterStream, ...]:
    """Give the register's own streams, by name."""
    streams = []
    for kind in sorted(OWN):
        for name in work.journal.streams(f"{kind}/"):
            newest = work.journal.latest(name)
            if newest is not None:
                streams.append(
                    RegisterStream(
                        stream=name,
                        holds=OWN[kind],
                        entries=newest.seq,
                        newest_at=newest.recorded_at,
                    )
                )
    return tuple(streams)

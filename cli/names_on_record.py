"""Who did what about a decision, by name, as its record has it: its row holds no names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cli.output import wrapped
from workflow.clock import stamped
from workflow.model.consent import ConsentAnswer
from workflow.text import in_line

if TYPE_CHECKING:
    from workflow.procedures.requests.events import RequestLodged
    from workflow.register.journal import ReadEntry


@dataclass(frozen=True, slots=True)
class NamesOnRecord:
    """Who asked for a call-in, who ruled, and who consented, by name."""

    asked: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Who asked, by the number of the request."""
    stated: "Mapping[int, RequestLodged]" = field(default_factory=dict)
    """The request as it was received, with its grounds in full, by its number."""
    ruled: "Mapping[int, ReadEntry]" = field(default_factory=dict)
    """The ruling, by the number of the request: the last, where there was another."""
    answered: Mapping[ConsentAnswer, str] = field(default_factory=dict)
    """Who gave an answer about consent, where anybody did."""
    settled: "ReadEntry | None" = None
    """The ruling on what was found after implementation."""


NO_NAMES = NamesOnRecord()
"""What is known of a decision whose record was not read."""


def names_on_record(entries: "Iterable[ReadEntry]") -> NamesOnRecord:
    """Give what a record says by name."""
    # wanted only where a record is read: a list of decisions loads no procedure
    from workflow.procedures.consents.events import ConsentAnswered
    from workflow.procedures.found_late.events import DisputeSettled
    from workflow.procedures.requests.events import (
        RequestAccepted,
        RequestLodged,
        RequestRejected,
        RequestSupported,
    )

    asked: dict[int, tuple[str, ...]] = {}
    stated: dict[int, RequestLodged] = {}
    ruled: dict[int, ReadEntry] = {}
    answered: dict[ConsentAnswer, str] = {}
    settled = None
    for entry in entries:
        event = entry.event
        if isinstance(event, RequestLodged | RequestSupported):
            asked[event.number] = asked.get(event.number, ()) + event.requested_by
            if isinstance(event, RequestLodged):
                stated[event.number] = event
        elif isinstance(event, RequestAccepted | RequestRejected):
            ruled[event.number] = entry
        elif isinstance(event, ConsentAnswered) and event.given_by is not None:
            answered[event.answer] = event.given_by
        elif isinstance(event, DisputeSettled):
            settled = entry
    return NamesOnRecord(asked, stated, ruled, answered, settled)


def ruling_line(entry: "ReadEntry") -> str:
    """Say who ruled, in what role, when and why."""
    reason = getattr(entry.event, "reason", "")
    who = f"{in_line(entry.by)}, {entry.role.label}"
    return wrapped(f"ruled by {who}, {stamped(entry.event.at)}: {reason}", "    ", "      ")

"""Who did what about a decision, by name, as its record has it: its row holds no names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cli.shown.fitting import wrapped
from workflow.clock import stamped
from workflow.errors import NotFound
from workflow.model.consent import ConsentAnswer
from workflow.text import in_line
from workflow.wording.proceedings import office_words

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.model.people import Appointment
    from workflow.procedures.requests.events import RequestLodged
    from workflow.procedures.requests.refused_events import RequestRefused
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
    refused: "Mapping[int, RequestRefused]" = field(default_factory=dict)
    """Each request that was refused, by its number among those."""
    answered: Mapping[ConsentAnswer, str] = field(default_factory=dict)
    """Who gave an answer about consent, where anybody did."""
    offices: Mapping[ConsentAnswer, str] = field(default_factory=dict)
    """The office in which somebody answered, with its committee."""
    settled: "ReadEntry | None" = None
    """The ruling on what was found after implementation."""
    made_by: tuple[str, ...] = ()
    """Who made it."""
    where: str | None = None
    """Where it is published."""
    voided: "tuple[ReadEntry, ...]" = ()
    """Each finding that a publication did not count."""
    ended: "ReadEntry | None" = None
    """That it was withdrawn, rescinded or superseded."""
    by_rule: bool = False
    """Whether nobody recorded its implementation: by the council's rule its effect counts so."""


NO_NAMES = NamesOnRecord()
"""What is known of a decision whose record was not read."""


def appointments_at(
    engine: "Engine", council: str, entries: "Iterable[ReadEntry]"
) -> "Sequence[Appointment]":
    """Give the appointments at a council, where a record tells of an office; else none."""
    from workflow.procedures.consents.events import ConsentAnswered

    if not any(isinstance(each.event, ConsentAnswered) for each in entries):
        return ()
    try:
        return engine.appointments.list(council)
    except NotFound:  # its constitution is on file no more; its decisions are shown all the same
        return ()


def names_on_record(
    entries: "Sequence[ReadEntry]", council: str, people: "Sequence[Appointment]" = ()
) -> NamesOnRecord:
    """Give what a record says by name; offices by the appointments at the council."""
    # wanted only where a record is read: a list of decisions loads no procedure
    from workflow.procedures.consents.events import ConsentAnswered
    from workflow.procedures.corrections.events import PublicationVoided, Superseded
    from workflow.procedures.found_late.events import DisputeSettled
    from workflow.procedures.holds.events import Withdrawn
    from workflow.procedures.implementation.events import Implemented, ImplementedByRule
    from workflow.procedures.making.imported import Imported
    from workflow.procedures.reconsideration.events import Rescinded
    from workflow.procedures.requests.events import (
        RequestAccepted,
        RequestLodged,
        RequestRejected,
        RequestSupported,
    )
    from workflow.procedures.requests.refused_events import RequestRefused
    from workflow.register.on_record import makers_on_record, where_published

    names: dict[int, tuple[str, ...]] = {}
    stated: dict[int, RequestLodged] = {}
    ruled: dict[int, ReadEntry] = {}
    refused: dict[int, RequestRefused] = {}
    answered: dict[ConsentAnswer, str] = {}
    offices: dict[ConsentAnswer, str] = {}
    voided: list[ReadEntry] = []
    settled, ended, by_rule = None, None, False
    for entry in entries:
        event = entry.event
        if isinstance(event, RequestLodged | RequestSupported):
            names[event.number] = names.get(event.number, ()) + event.requested_by
            if isinstance(event, RequestLodged):
                stated[event.number] = event
        elif isinstance(event, RequestAccepted | RequestRejected):
            ruled[event.number] = entry
        elif isinstance(event, RequestRefused):
            refused[event.number] = event
        elif isinstance(event, ConsentAnswered) and event.given_by is not None:
            answered[event.answer] = event.given_by
            offices[event.answer] = office_words(event.answer, council, people)
        elif isinstance(event, PublicationVoided):
            voided.append(entry)
        elif isinstance(event, Withdrawn | Rescinded | Superseded):
            ended = entry
        elif isinstance(event, DisputeSettled):
            settled = entry
        elif isinstance(event, Imported):
            at = event.implemented_at
            by_rule = at is not None and at == event.effective_at
        elif isinstance(event, ImplementedByRule | Implemented):
            by_rule = isinstance(event, ImplementedByRule)
    return NamesOnRecord(
        asked=names,
        stated=stated,
        ruled=ruled,
        refused=refused,
        answered=answered,
        offices=offices,
        settled=settled,
        made_by=makers_on_record(entries),
        where=where_published(entries),
        voided=tuple(voided),
        ended=ended,
        by_rule=by_rule,
    )


def ruling_line(entry: "ReadEntry") -> str:
    """Say who ruled, in what role, when and why."""
    reason = getattr(entry.event, "reason", "")
    who = f"{in_line(entry.by)}, {entry.role.label}"
    return wrapped(f"ruled by {who}, {stamped(entry.event.at)}: {reason}", "    ", "      ")


def office_lines(
    engine: "Engine", ref: str, entries: "Sequence[ReadEntry]"
) -> Mapping[int, Sequence[str]]:
    """Name the committee of each office in which consent was answered, where it has one, by the
    number of the entry."""
    answers = {each.seq: getattr(each.event, "answer", None) for each in entries}
    if not any(answers.values()):
        return {}
    council = engine.get(ref).council
    people = appointments_at(engine, council, entries)
    lines = {}
    for seq, answer in answers.items():
        if isinstance(answer, ConsentAnswer):
            office = office_words(answer, council, people)
            if office != answer.capacity.label:
                lines[seq] = [wrapped(f"office: {office}", "     ", "       ")]
    return lines

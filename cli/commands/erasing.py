"""The command that erases personal text, and what is shown of it before it goes."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.outcome import accepted
from cli.shown.output import note
from cli.typed import options
from cli.typed.asking import Yes, asks, confirmed
from workflow.clock import stamped
from workflow.errors import Invalid, NotFound, WorkflowError
from workflow.model.state import TERMINAL
from workflow.register.own_streams import must_be_of_a_decision
from workflow.wording.standing import standing_words

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.register.journal import ReadEntry

_MOST_NAMED = 8
"""Entries of one part that are named, where several have it."""


class _Held(NamedTuple):
    """Text that is kept beside an entry."""

    entry: "ReadEntry"
    text: Any
    """As it was sealed: a text, a list or a record."""


def journal_erase(
    ref: options.Ref,
    part: Annotated[str, typer.Option("--part", help="The part, as journal show names it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why. Do not repeat the text here.")],
    entry: Annotated[
        int | None,
        typer.Option(
            "--entry",
            min=1,
            help="The entry's number, as journal show has it. It may be left out if one entry only "
            "has that part.",
        ),
    ] = None,
    yes: Yes = False,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Erase personal text of a decision's record for good.

    A rehearsal shows the text that would go, and so does the question at a terminal.

    By: monitoring officer.

    Example: decisions journal erase HFD-042 --entry 5 --part requested_by --reason
    'Retention ended'
    """
    must_be_of_a_decision(ref)
    context = Context(person=person)
    engine, by = context.engine, context.by
    number = _only_entry(engine, ref, part) if entry is None else entry
    running = tuple(_still_running(engine, ref))
    held = _held(engine, ref, number, part)
    elsewhere = [] if held is None else list(_also_appointed(engine, ref, held))
    shown = (*(() if held is None else _going(held)), *running)
    outcome = confirmed(
        lambda rehearse: engine.journal.erase(ref, number, part, reason, by=by, dry_run=rehearse),
        f"{part} of {ref}, entry {number}, will be erased for good.",
        yes=yes,
        dry_run=dry_run,
        also=shown,
    )
    lingers = accepted(outcome, "Nothing is erased.", dry_run=dry_run).lingers or None

    def data() -> object:
        from workflow.answers.register import ErasedAnswer

        return ErasedAnswer(ref=ref, entry=number, part=part, erased=not dry_run, lingers=lingers)

    if dry_run:
        note(*shown)
    elif not asks(yes=yes, dry_run=dry_run):
        note(*running)
    outcome_words = "would be erased" if dry_run else "is erased"
    text = [f"{ref}, entry {number}: {part} {outcome_words}."]
    notes = [wrapped(each) for each in (lingers, *elsewhere) if each]
    return Answer(data=data, text=text, notes=notes)


def _only_entry(engine: "Engine", ref: str, part: str) -> int:
    """Give the entry that has a part, if one alone has it; else Invalid, with those that do."""
    having = [
        (stored, entry)
        for stored, entry in engine.journal.entries(ref)
        if part in (text.part for text in stored.texts)
    ]
    if not having:
        raise NotFound(
            f"No entry of {ref} has text called {part[:40]!a}, or it was erased before.",
            remedy=f"See the parts of each: decisions journal show {ref}",
        )
    if len(having) > 1:
        named = [f"{each.seq} ({each.event.words})" for _, each in having[:_MOST_NAMED]]
        more = " and more" if len(having) > _MOST_NAMED else ""
        raise Invalid(
            f"{len(having)} entries of {ref} have text called {part}: {', '.join(named)}{more}.",
            remedy=f"Say which: --entry {having[0][0].seq}",
        )
    return having[0][0].seq


def _held(engine: "Engine", ref: str, number: int, part: str) -> _Held | None:
    """Give an entry and the text of a part; None where it is not there, or cannot be read."""
    with suppress(WorkflowError, ValueError):
        for stored, entry in engine.journal.entries(ref):
            for text in stored.texts:
                if (stored.seq, text.part) == (number, part):
                    return _Held(entry, json.loads(text.text))
    return None


def _also_appointed(engine: "Engine", ref: str, held: _Held) -> Iterator[str]:
    """Say that the appointments are not erased, where somebody in the text is among them. It names
    nobody: what a script says may be kept."""
    with suppress(WorkflowError):
        council = engine.get(ref).council
        text = _in_words(held.text).casefold()
        people = engine.appointments.list(council)
        if any(_names(word, text) for each in people for word in (each.name, each.person)):
            see = f"decisions people list --all --council {council}"
            yield f"Appointments are not erased, and someone in this text is among them: {see}"


def _names(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) is not None


def _going(held: _Held) -> Iterator[str]:
    """Give the text that will go, in lines."""
    entry, text = held
    yield wrapped(f"Entry {entry.seq}: {entry.event.words}, {stamped(entry.event.at)}.", "  ", "  ")
    yield wrapped(f"The text: {_in_words(text)}", "  ", "    ")
    if isinstance(text, list) and len(text) > 1:
        yield f"  These {len(text)} go together: they are kept as one text."


def _still_running(engine: "Engine", ref: str) -> Iterator[str]:
    """Say of a decision whose life has not ended that its record is still needed."""
    with suppress(WorkflowError):
        decision = engine.get(ref)
        if decision.state not in TERMINAL:
            stands = standing_words(decision, engine.clock.now())
            mind = f"Mind: {ref} is still running ({stands}). Its record needs this to show"
            yield wrapped(f"{mind} who did what.", "  ", "        ")


def _in_words(value: Any) -> str:
    """Give sealed text as words: what is not said in it is left out."""
    if isinstance(value, list):
        return "; ".join(map(_in_words, value))
    if isinstance(value, dict):
        values = {name: each for name, each in value.items() if each not in (None, "", [], {})}
        return "; ".join(f"{n.replace('_', ' ')}: {_in_words(each)}" for n, each in values.items())
    return str(value)

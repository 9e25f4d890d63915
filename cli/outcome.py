"""How what was done to a decision, and what can be, is put into words and into JSON."""

from datetime import datetime

from cli.output import Manner, end_refused, kept, note, say, say_json, wrapped
from workflow.procedures.attempt import Refused, Taken
from workflow.register.journal import ReadEntry
from workflow.text import in_line
from workflow.wording.event_parts import event_parts
from workflow.wording.standing import standing_words


def finish(outcome: Taken | Refused, what: str, as_of: datetime, *, dry_run: bool) -> None:
    """Say what a step did, or end with every reason why it was refused."""
    if isinstance(outcome, Refused):
        raise end_refused(what, outcome.refusals)
    kept(dry_run)
    decision = outcome.decision
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    if Manner.as_json:
        from workflow.answers.outcome import outcome_answer

        say_json(outcome_answer(outcome, as_of, dry_run=dry_run))
        return
    events = ", ".join(entry.event.words for entry in outcome.entries)
    say(f"{decision.ref}: {events}.")
    say(f"  Stands: {standing_words(decision, as_of)}")
    if outcome.beside is not None:
        part = outcome.beside.decision
        say(
            f"{part.ref}: severed from it, {in_line(part.title)}",
            f"  Stands: {standing_words(part, as_of)}",
        )


def event_lines(entry: ReadEntry) -> list[str]:
    """Give what an entry tells beside its name, in lines."""
    return [
        wrapped(f"{label}: {words}", "     ", "       ")
        for label, words in event_parts(entry.event)
    ]

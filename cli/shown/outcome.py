"""How what was done to the register, or refused, is answered."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.output import end_refused, mark_kept, note
from workflow.procedures.attempt import Refused, Taken
from workflow.register.journal import ReadEntry
from workflow.text import in_line
from workflow.wording.event_parts import event_parts
from workflow.wording.standing import standing_words

Done = TypeVar("Done")


def accepted(outcome: Done | Refused, what: str, *, dry_run: bool) -> Done:
    """Give what was done, marked as kept unless it was rehearsed; or end with every reason why it
    was refused, and with what was."""
    if isinstance(outcome, Refused):
        if outcome.recorded is not None:
            mark_kept(dry_run)
        kept = None if dry_run else outcome.kept
        raise end_refused(what, outcome.refusals, kept, _kept_lines(outcome, dry_run=dry_run))
    mark_kept(dry_run)
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    return outcome


def _kept_lines(outcome: Refused, *, dry_run: bool) -> Iterator[str]:
    """Say that a request is on the record as refused, and what to do if it was typed wrongly."""
    if outcome.kept is None:
        return
    if dry_run:
        yield wrapped("This was a rehearsal. Otherwise the request is kept as refused.")
        return
    already = "" if outcome.recorded is not None else " already"
    yield wrapped(f"The request is on the record as refused{already}. It opens nothing.")
    yield wrapped(
        "If it was typed wrongly, give the command again with what is right: the record then says "
        f"that it was entered again. To see it: decisions show {outcome.ref}"
    )


def step_answer(
    outcome: Taken | Refused,
    what: str,
    as_of: datetime,
    warnings: Callable[[Taken], Iterable[str]] | None = None,
    *,
    dry_run: bool,
) -> Answer:
    """Answer what a step did, or end with every reason why it was refused."""
    taken = accepted(outcome, what, dry_run=dry_run)

    def data() -> object:
        from workflow.answers.outcome import outcome_answer

        return outcome_answer(taken, as_of, dry_run=dry_run)

    warned = () if warnings is None else warnings(taken)
    return Answer(data=data, text=_taken_lines(taken, as_of), warnings=warned)


def _taken_lines(taken: Taken, as_of: datetime) -> Iterator[str]:
    decision = taken.decision
    yield f"{decision.ref}: {', '.join(entry.event.words for entry in taken.entries)}."
    yield f"  Stands: {standing_words(decision, as_of)}"
    for entry in taken.entries:
        if permits := getattr(entry.event, "permits", ""):
            yield wrapped(f"Now: {permits}", "  ", "       ")
    if taken.beside is not None:
        part = taken.beside.decision
        yield f"{part.ref}: severed from it, {in_line(part.title)}"
        yield f"  Stands: {standing_words(part, as_of)}"


def event_lines(entry: ReadEntry) -> list[str]:
    """Give what an entry tells beside its name, in lines."""
    return [
        wrapped(f"{label}: {words}", "     ", "       ")
        for label, words in event_parts(entry.event)
    ]

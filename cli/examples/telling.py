"""Telling the life in a worked example as it goes: what was done or refused, and what is shown."""

from collections.abc import Callable, Iterator
from typing import Final

from cli.examples.reading import Example
from cli.examples.running import Run, Told
from cli.shown.fitting import columns, wrapped
from cli.shown.output import refusal_lines, say
from workflow.clock import spoken, spoken_day, stamped
from workflow.constitution.provisions.scrutiny import SCRUTINY_MEETS
from workflow.errors import Refusal
from workflow.explanation.renderers.month import month_lines
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.table import BY_NAME
from workflow.text import in_line
from workflow.wording.standing import standing_words

_SILENT: Final = {
    "call_in_request": "who may ask, and who rules on it",
    "scrutiny_meets": "by when scrutiny meets",
    "reconsidered_by": "by when the maker looks again",
    "reconsidered": "what a changed decision is",
}
"""What is looked for in a council's rules once a decision is called in, in words."""


def tell(example: Example, run: Run) -> Iterator[Told]:
    """Tell an example as it runs, and give each happening once it is told."""
    say(wrapped(example.title), "=" * min(columns(), len(example.title)))
    say(wrapped(f"Source: {example.source}", "", "  "))
    for each in run.told():
        _tell(each)
        for what in each.happening.shows:
            if each.decision is not None:
                say("", *SHOW[what](run, each.decision))
        for line in each.wrong:
            say(wrapped(f"NOT SO: {line}", "  ", "    "))
        yield each


def _tell(each: Told) -> None:
    happening, decision, outcome = each.happening, each.decision, each.outcome
    when = stamped(happening.at)
    if happening.recorded != happening.at:
        when += f" (recorded at {spoken(happening.recorded)})"
    say("", wrapped(f"{when}  {happening.says}".rstrip(), "", "  "))
    if isinstance(outcome, Refused):
        say(wrapped(f"Refused: {BY_NAME[outcome.step].cannot_on(outcome.ref)}", "  ", "    "))
        for refusal in outcome.refusals:
            say(*refusal_lines(refusal, "    "))
        return
    if happening.what != "look":
        say(wrapped(f"{_done(outcome).rstrip('.')}.", "  ", "    "))
    if decision is not None and decision.state not in (State.DRAFT, State.SIGNED):
        stands = standing_words(decision, happening.recorded)
        if isinstance(outcome, str) and decision.ref in outcome.partition(";")[0]:
            stands += ", with nobody's hand"
        say(wrapped(f"{decision.ref} stands: {stands}.", "  ", "    "))


def _done(outcome: Taken | str) -> str:
    if isinstance(outcome, str):
        return outcome
    return f"{outcome.decision.ref}: {', '.join(each.event.words for each in outcome.entries)}"


# -- what an example may show --


def _statement(run: Run, decision: Decision) -> Iterator[str]:
    statement = run.engine.statement(decision)
    made = "" if statement.made_on is None else f", {spoken_day(statement.made_on)}"
    yield f"  The written statement {statement.issue_reference or '(no reference)'}:"
    yield wrapped(statement.title, "    ")
    yield f"    {statement.body}{made}; {statement.kind} decision"


def _period(run: Run, decision: Decision) -> Iterator[str]:
    explained, window = run.engine.explain(decision.ref), decision.window
    if isinstance(explained, Refusal) or explained.period is None or window is None:
        yield "  No call-in period is counted for it."
        return
    yield "Why that day?"
    yield wrapped(f"Rule: {window.authority}", "  ", "        ")
    yield from (wrapped(window.authority.words, "        "), "")
    if explained.period.count is not None:
        yield from (f"  {line}" for line in month_lines(explained.period.count))
    printed = run.engine.statement(decision).printed_expiry
    if printed is None:
        yield "  No call-in expiry is printed on the statement to compare it with."
    elif printed == window.last_day:
        yield f"  The statement prints {spoken_day(printed)}: the computed day AGREES."
    else:
        sentences = (
            f"It DOES NOT AGREE: the statement prints {spoken_day(printed)}, and the computed "
            f"day is {spoken_day(window.last_day)}. A person should ask why."
        )
        yield wrapped(sentences, "  ")


def _record(run: Run, decision: Decision) -> Iterator[str]:
    yield f"On the record of {decision.ref}:"
    for entry in run.engine.history(decision.ref):
        role = "" if entry.role.value == "system" else f", {entry.role.label}"
        line = f"{entry.event.words} "
        yield f"  {entry.seq:>2}  {stamped(entry.event.at):<22} {line:<20}{in_line(entry.by)}{role}"
        because = getattr(entry.event, "because", None)
        if because:
            yield wrapped(f"{because} {getattr(entry.event, 'stated', '')}".rstrip(), "        ")


def _not_on_file(run: Run, decision: Decision) -> Iterator[str]:
    assert decision.window is not None
    in_use = run.engine.constitutions.in_use(run.example.council)
    rules = in_use.in_force_on(decision.window.counted_from)
    silent = [words for name, words in _SILENT.items() if name not in rules.provisions]
    if silent:
        sentence = f"Not on file for {rules.council_name}: {'; '.join(silent)}."
        if rules[SCRUTINY_MEETS] is None:
            sentence += " So no time limit runs: the decision waits until somebody acts."
        yield wrapped(sentence, "  ")


SHOW: Final[dict[str, Callable[[Run, Decision], Iterator[str]]]] = {
    "the statement": _statement,
    "the period": _period,
    "the record": _record,
    "what is not on file": _not_on_file,
}

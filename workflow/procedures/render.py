"""The table set out for reading: a diagram in Mermaid, and tables in Markdown. Nothing here adds
to what the rows say; the sentences of the guards are their own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from inspect import getdoc
from typing import Final

from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.constitution.jurisdiction import HOME, law_of
from workflow.model.people import Role
from workflow.model.state import TERMINAL, State
from workflow.procedures.shared import every_step
from workflow.procedures.step import Step, spoken
from workflow.procedures.table import TABLE
from workflow.text import joined

_MOST_ARROWS: Final = 3
"""A step from more states than this is told in a note: its arrows would hide the others."""
_MOST_LEADERS: Final = 2
"""An automatic step that follows more steps than this is only called automatic."""
_BREAK: Final = "<br>"

EVERY_STEP: Final = (every_step.not_in_the_future, every_step.in_order)
"""What every step must meet."""
FORWARD_STEPS: Final = (every_step.not_held,)
"""What a step that moves the decision forward must meet besides."""
TIMED_STEPS: Final = (every_step.late_entry_has_reason,)
"""What a step dated by when it was done must meet besides."""


def sentence(function: Callable[..., object]) -> str:
    """Give what a guard, or any function, says of itself: the first line of its docstring."""
    said = getdoc(function) or ""
    return said.split("\n\n", 1)[0].replace("\n", " ")


def sources(step: Step) -> str:
    """Say which states a step may be taken from."""
    return joined([state.label for state in step.source]) or "nothing yet"


def who(step: Step) -> str:
    """Say who may take a step."""
    return joined([role.label for role in step.by])


def _by_whom(step: Step) -> str:
    if step.automatic:
        if step.reverses_expiry:
            return " (in time, entered late)"
        refused = [each.on_terminal for each in TABLE if step.name == each.if_refused]
        if refused:
            return f" (automatic, if {joined(refused, 'or')} is refused)"
        after = [each.on_terminal for each in TABLE if step.name in each.then]
        return f" (after {joined(after)})" if len(after) <= _MOST_LEADERS else " (automatic)"
    return " (nightly job)" if Role.SYSTEM in step.by else ""


# -- the diagram --------------------------------------------------------------------------------


def mermaid(table: Sequence[Step] = TABLE) -> str:
    """Draw a table, or one procedure of it, as a Mermaid state diagram of the states it touches.

    Steps between the same two states share an arrow; one that may be taken from many states is
    told in a note instead.
    """
    touched = {state for step in table for state in _touched(step)}
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state.label}" as {state.value}' for state in State if state in touched]
    arrows: dict[str, list[str]] = {}
    for step in table:
        if len(step.source) <= _MOST_ARROWS:
            for arrow in _arrows(step):
                arrows.setdefault(arrow, []).append(f"{step.on_terminal}{_by_whom(step)}")
    lines += [f"    {arrow} : {', '.join(names)}" for arrow, names in arrows.items()]
    ends = [state for state in State if state in TERMINAL and state in touched]
    lines += [f"    {state.value} --> [*]" for state in ends]
    for place, notes in _notes(table).items():
        lines += [f"    note right of {place.value}", *(f"        {each}" for each in notes)]
        lines.append("    end note")
    return "\n".join(lines)


def overview(table: Sequence[Step] = TABLE) -> str:
    """Draw the steps that move a decision from one state to another, and no others."""
    return mermaid([step for step in table if step.target is not None])


_LIFE: Final[dict[State | None, tuple[tuple[str, ...], ...]]] = {
    None: (("new",),),
    State.DRAFT: (("sign",),),
    State.SIGNED: (("publish",),),
    State.PUBLISHED: (("open-call-in",),),
    State.CALL_IN_OPEN: (
        ("close", "implement"),
        ("call-in", "request-accept", "begin-call-in"),
    ),
    State.CALLED_IN: (("scrutiny-resolve", "implement"),),
}
"""The plain life: from each of six states, the steps to the next, one after another."""


def plain_life() -> str:
    """Draw the life of most decisions, in six states. What is rare is in `overview`."""
    rows = {step.name: step for step in TABLE}
    states = [state for state in State if state in _LIFE]
    names = [f'    state "{state.label}" as {state.value}' for state in states]
    lines = ["stateDiagram-v2", "    direction LR", *names]
    for source, ways in _LIFE.items():
        for way in ways:
            steps = [rows[verb] for verb in way]
            commands = [step.on_terminal for step in steps if not step.automatic] or ["at once"]
            (arrow,) = _arrows(replace(steps[-1], source=() if source is None else (source,)))
            lines.append(f"    {arrow} : {', '.join(commands)}")
    return "\n".join(lines)


def _touched(step: Step) -> Iterable[State]:
    yield from step.source
    if step.target is not None:
        yield step.target


def _arrows(step: Step) -> Iterable[str]:
    for source in step.source or (None,):
        start = "[*]" if source is None else source.value
        target = source if step.target is None else step.target
        yield f"{start} --> {'[*]' if target is None else target.value}"


def _notes(table: Sequence[Step]) -> dict[State, list[str]]:
    """Give the steps taken from many states, each told where it leads, or once where it stays."""
    notes: dict[State, list[str]] = {}
    staying: dict[tuple[State, ...], list[str]] = {}
    for step in table:
        if len(step.source) <= _MOST_ARROWS:
            continue
        if step.target is None:
            staying.setdefault(step.source, []).append(f"{step.on_terminal}{_by_whom(step)}")
        else:
            notes.setdefault(step.target, []).append(f"{step.on_terminal}, from {sources(step)}")
    for states, names in staying.items():
        place = State.CALL_IN_OPEN if State.CALL_IN_OPEN in states else states[0]
        where = joined([state.label for state in states])
        notes.setdefault(place, []).append(f"{joined(names, 'and')}, in {where}")
    return notes


# -- the tables ---------------------------------------------------------------------------------


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def markdown_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table in Markdown."""
    lines = [f"| {' | '.join(headings)} |", f"|{' --- |' * len(headings)}"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def cited(authority: Authority) -> str:
    """Give a citation, with its link where it has one."""
    return f"[{authority}]({authority.link})" if authority.link else str(authority)


def inputs_of(step: Step) -> tuple[str, ...]:
    """Give what a step asks for, each with the words that its form or command uses."""
    return tuple(
        f"`{field.name.replace('_', '-')}`: {field.metadata['help']}"
        for field in fields(step.inputs)
    )


def conditions(step: Step) -> tuple[str, ...]:
    """Give what must be so for a step, in its guards' own sentences."""
    held = [sentence(guard) for guard in step.guards]
    if step.when is not None:
        condition = sentence(step.when).removeprefix("Say whether ")
        held.append(f"Taken when {condition}")
    if not step.stopped_by_hold:
        held.append("It may be taken while the decision is held.")
    return tuple(held)


def _named(step: Step) -> str:
    """Give a step's name; of one that another command records, which that is."""
    name = spoken(step.name)
    by = "" if step.on_terminal == name else f" (recorded by `{step.on_terminal}`)"
    return f"`{name}`{by}"


def steps_table(table: Sequence[Step] = TABLE) -> str:
    """Give every step in Markdown: from, to, who, what it asks for, what must be so, the rule."""
    return markdown_table(
        ("Step", "From", "To", "Who", "Asks for", "What must be so", "Rule"),
        (
            (
                f"{_named(step)}{_BREAK}{step.says}",
                sources(step),
                "the same state" if step.target is None else step.target.label,
                who(step),
                _BREAK.join(inputs_of(step)) or "nothing",
                _BREAK.join(conditions(step)) or "nothing more",
                cited(step.under),
            )
            for step in table
        ),
    )


def elsewhere_table() -> str:
    """Give in Markdown what stands in each other nation in the place of England's rules."""
    nations = tuple(nation for nation in Nation if nation is not Nation.ENGLAND)
    english = (rule for rule, home in HOME.items() if home is Nation.ENGLAND)
    return markdown_table(
        ("In England", *(nation.label for nation in nations)),
        ((cited(rule), *(cited(law_of(each, rule)) for each in nations)) for rule in english),
    )


def states_table(table: Sequence[Step] = TABLE) -> str:
    """Give every state in Markdown: its words, what it means, and the steps from it."""
    return markdown_table(
        ("State", "In JSON", "It means", "Steps from here"),
        (
            (
                state.label,
                f"`{state.value}`",
                state.says,
                ", ".join(f"`{step.on_terminal}`" for step in table if state in step.source)
                or "none: life ends here",
            )
            for state in State
        ),
    )

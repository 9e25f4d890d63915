"""The pages made from the code are as the code has them now."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from support.pages.shell import DOCS, ROOT
from workflow.model.state import State
from workflow.procedures import render
from workflow.procedures.attempt import objections
from workflow.procedures.shared import every_step
from workflow.procedures.step import Step, spoken
from workflow.procedures.table import PROCEDURES, TABLE


def _generate(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", str(DOCS / "generate.py"), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_page_made_from_the_code_is_current() -> None:
    """`python docs/generate.py --check` finds nothing stale."""
    done = _generate("--check")
    assert done.returncode == 0, done.stderr + done.stdout


def test_a_stale_page_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A page that is missing or other than it should be is named."""
    monkeypatch.syspath_prepend(str(DOCS))
    import generate

    pages = generate.wanted()
    for path, text in pages.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    assert generate.stale() == []
    (tmp_path / "docs/reference/events.md").write_text("Something else", encoding="utf-8")
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    (tmp_path / "README.md").write_text(readme.replace("publish", "print", 30), encoding="utf-8")
    (tmp_path / "docs/reference/refusals.md").unlink()
    assert set(generate.stale()) == {
        "docs/reference/events.md",
        "docs/reference/refusals.md",
        "README.md",
    }


def arrows_of(drawn: str) -> dict[str, list[str]]:
    """Give what is said on each arrow of a diagram, one step after another."""
    lines = [line.strip() for line in drawn.splitlines() if "-->" in line and " : " in line]
    return {line.partition(" : ")[0]: line.partition(" : ")[2].split(", ") for line in lines}


def said_on(step: Step, arrows: dict[str, list[str]], place: str) -> bool:
    """Say whether a step has its name on the arrow from a place."""
    target = place if step.target is None else step.target.value
    said = arrows.get(f"{place} --> {target}", [])
    return any(re.sub(r" \(.*", "", each) == step.on_terminal for each in said)


@pytest.mark.parametrize("rows", PROCEDURES.values(), ids=list(PROCEDURES))
def test_the_diagram_has_an_arrow_for_each_row_and_source(rows: tuple[Step, ...]) -> None:
    """Each row of a procedure is drawn: by an arrow from each of its states, or in a note."""
    drawn = render.mermaid(rows)
    arrows, notes = arrows_of(drawn), drawn.partition("note right of")[2]
    for step in rows:
        if len(step.source) > 3:
            assert step.on_terminal in notes, step.name
            continue
        for place in [state.value for state in step.source] or ["[*]"]:
            assert said_on(step, arrows, place), (step.name, place)
    for state in {*(s for step in rows for s in step.source), *(step.target for step in rows)}:
        if state is not None:
            assert f'state "{state.label}" as {state.value}' in drawn


def test_the_overview_has_every_step_that_moves_a_decision() -> None:
    """The whole picture leaves out only the steps that leave the state as it is."""
    drawn = render.overview()
    for step in TABLE:
        moves = step.target is not None
        named = re.search(rf"(?<![\w-]){re.escape(step.on_terminal)}(?![\w-])", drawn)
        assert moves <= (named is not None), step.name
    for state in State:
        assert f'state "{state.label}" as {state.value}' in drawn


def test_the_plain_life_is_in_the_table() -> None:
    """Each way in the README's picture can be gone, step by step, and it has the six states."""
    rows = {step.name: step for step in TABLE}
    drawn, reached = render.plain_life(), set()
    for source, ways in render._LIFE.items():
        for way in ways:
            state = source
            for verb in way:
                assert state in rows[verb].source or (state is None and not rows[verb].source)
                state = rows[verb].target or state
            reached.add(state)
            start = "[*]" if source is None else source.value
            assert f"{start} --> {state.value} : " in drawn
    assert reached == {*render._LIFE, State.IMPLEMENTED} - {None}
    assert len(reached) == 6


def test_an_automatic_step_is_marked() -> None:
    """Steps that nobody takes are marked as such, and no others: by what they follow."""
    said = {
        each
        for rows in PROCEDURES.values()
        for names in arrows_of(render.mermaid(rows)).values()
        for each in names
    }
    marks = re.compile(r" \((after|automatic|in time)")
    marked = {each.partition(" (")[0] for each in said if marks.search(each)}
    automatic = {step.name for step in TABLE if step.automatic}
    # That one is taken from so many states that it is told in a note.
    assert marked == automatic - {"request-refuse"}
    if_refused = "if call-in, request support or request record-late is refused"
    note = f"request refuse (automatic, {if_refused}), in call-in open"
    assert note in render.mermaid(PROCEDURES["Requests to call in"])
    assert not automatic & said


def test_the_tables_have_every_row() -> None:
    """Each step and each state has its line, with its guards' own sentences."""
    steps, states = render.steps_table(), render.states_table()
    assert len(steps.splitlines()) == len(TABLE) + 2
    assert len(states.splitlines()) == len(State) + 2
    for step in TABLE:
        by = " (recorded by `close`)" if step.name == "lapse" else ""
        assert f"`{spoken(step.name)}`{by}<br>{step.says}" in steps
        for guard in (*step.needs, *step.checks):
            assert render.sentence(guard) in steps


def test_what_every_step_must_meet_is_told_in_full() -> None:
    """The page names each guard that the engine asks of every step, and no other."""
    asked = {name for name in objections.__code__.co_names if hasattr(every_step, name)}
    told = {
        guard.__name__ for guard in (*render.EVERY_STEP, *render.FORWARD_STEPS, *render.TIMED_STEPS)
    }
    assert told == asked, inspect.getsource(objections)

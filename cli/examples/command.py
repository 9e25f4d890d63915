"""The command that runs a worked example and tells the life as prose."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from cli.command import without_register
from cli.examples.reading import Example, read
from cli.examples.running import Run, Told
from cli.examples.telling import tell
from cli.exits import NOT_VERIFIED
from cli.shown.answer import Answer
from cli.shown.output import Invocation, say
from workflow.errors import Invalid
from workflow.procedures.attempt import Refused


@without_register
def example_run(
    files: Annotated[
        list[Path], typer.Argument(help="Worked examples, or folders of them.", metavar="FILE…")
    ],
) -> Answer:
    """Run worked examples, each on a register of its own, and tell each life in prose.

    If something is not as an example says, it is named, and the command ends with 7.

    Example: decisions example run tests/examples/
    """
    answers: list[dict[str, Any]] = []
    wrong = 0
    for path in _each(files):
        read_example = read(path)
        with TemporaryDirectory() as folder:
            run = Run(read_example, Path(folder) / "example.db")
            if answers and not Invocation.as_json:
                say("")
            lines = list(run.told() if Invocation.as_json else tell(read_example, run))
        answers.append(_plain(read_example, lines))
        wrong += sum(bool(each.wrong) for each in lines)
    if not wrong:
        return Answer(data=answers)
    not_so = f"{wrong} {'thing is' if wrong == 1 else 'things are'} not as the example has it."
    return Answer(data=answers, warnings=[not_so], code=NOT_VERIFIED)


def _each(files: list[Path]) -> list[Path]:
    """Give the files named, and those in the folders named, by name."""
    paths: list[Path] = []
    for path in files:
        inside = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        if not inside:
            raise Invalid(f"There is no worked example in {path}.", remedy="Name another folder.")
        paths += inside
    return paths


def _plain(read_example: Example, steps: list[Told]) -> dict[str, Any]:
    return {
        "file": read_example.file,
        "title": read_example.title,
        "source": read_example.source,
        "edges": list(read_example.edges),
        "holds": not any(each.wrong for each in steps),
        "happened": [
            {
                "what": each.happening.what,
                "at": each.happening.at.isoformat(),
                "refused": sorted({r.code for r in each.outcome.refusals})
                if isinstance(each.outcome, Refused)
                else [],
                "state": None if each.decision is None else each.decision.state.value,
                "wrong": each.wrong,
            }
            for each in steps
        ],
    }

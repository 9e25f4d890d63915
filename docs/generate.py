"""Write the pages that are made from the code, the list of commands, and the README's picture.

python docs/generate.py            writes them
python docs/generate.py --check    says which are stale, and exits 1 if any is
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cli import exits
from cli.command_list import COMMANDS
from command_list import command_list, every_command
from command_pages import commands_page
from constitution_page import constitution_page
from evidence_pages import councils_page, how_we_know_page
from inputs_list import inputs_list
from json_page import json_page
from label_pages import labels_page
from law_page import law_page
from python_page import python_page
from refusal_pages import refusals_page
from workflow.errors import WorkflowError
from workflow.model.json_data import sealed_names, stored_names
from workflow.model.people import Role
from workflow.procedures import render
from workflow.procedures.events import EVENTS
from workflow.procedures.step import Step
from workflow.procedures.table import PROCEDURES
from workflow.register.events import EVERY_NAME

ROOT = Path(__file__).resolve().parent.parent
MADE = "<!-- Made by docs/generate.py from the code: change that, not this. -->\n\n"
BEGIN, END = "<!-- diagram -->", "<!-- end of diagram -->"


def lifecycle_page() -> str:
    """The states, the steps, and what every step must meet."""
    roles = render.markdown_table(
        ("Role", "In a command", "What it is"),
        ((role.label, f"`{role.value}`", role.says) for role in Role),
    )
    common = [
        *(render.sentence(guard) for guard in render.EVERY_STEP),
        *(
            f"{render.sentence(guard)} (steps that move it forward)"
            for guard in render.FORWARD_STEPS
        ),
        *(f"{render.sentence(guard)} (steps dated by a person)" for guard in render.TIMED_STEPS),
        "It is taken in a role that may take it.",
    ]
    return (
        "# The states and the steps\n\n"
        "This page is for officers and programmers who need the exact rules of a step: from which\n"
        "states, by whom, under what law, and what it needs.\n\n"
        "One table in the code declares the steps. The engine, the commands, this page and the\n"
        "tests all read that table. A step that is not here cannot be taken. Where a name has a\n"
        "space, Python and JSON have a hyphen: `request accept` is `request-accept`.\n\n"
        f"```mermaid\n{render.overview()}\n```\n\n"
        "Steps that leave the state as it is are not in this picture. Each procedure below has a\n"
        "picture of its own, with all its steps.\n\n"
        "A step marked *automatic* is taken by the engine, at once and in the same transaction.\n"
        "The *nightly job* is [`decisions close`](../how-to/nightly-close.md).\n\n"
        f"## States\n\n{render.states_table()}\n\n"
        "A decision may also be *held*, in any state from which `hold` is a step. A hold is not a\n"
        "state: the decision keeps its state, and nothing moves forward until it is released.\n\n"
        "## Steps\n\n"
        + "".join(_procedure(*each) for each in PROCEDURES.items())
        + "## The rules of other nations\n\n"
        "The rules named above are England's. Elsewhere, refusals and the record cite these "
        "instead:\n\n"
        f"{render.elsewhere_table()}\n\n"
        "## What every step must meet\n\n" + "".join(f"- {line}\n" for line in common) + "\n"
        "A refusal gives every reason, not only the first.\n\n"
        f"## Roles\n\n{roles}\n"
    )


def _procedure(title: str, rows: Sequence[Step]) -> str:
    return (
        f"### {title}\n\n```mermaid\n{render.mermaid(rows)}\n```\n\n{render.steps_table(rows)}\n\n"
    )


def events_page() -> str:
    """What can be on a record."""
    register = tuple(kind for kind in EVERY_NAME.values() if kind not in EVENTS)
    return (
        "# Events\n\n"
        "This page is for programmers who read the journal or the outbox. It lists every event\n"
        "and what it holds.\n\n"
        "Each thing that happens is an event in the journal, in the past tense. Every event has\n"
        "`at`, the instant that counts in law, in UTC. A field marked *sealed* is kept beside the\n"
        "journal, so that it [can be erased](../how-to/erase-personal-text.md) while the journal\n"
        "still verifies. An entry also says who took the step, and by which `rules` it was\n"
        "judged. If those were in a file of your own, its path is sealed.\n\n"
        "## Events of a decision\n\n"
        f"{_events_table(EVENTS)}\n\n"
        "## Events of the register\n\n"
        f"{_events_table(register)}\n"
    )


def _events_table(kinds: Sequence[Any]) -> str:
    return render.markdown_table(
        ("Event", "What happened", "What it holds"),
        (
            (f"`{kind.name}`", render.sentence(kind), ", ".join(_fields(kind)) or "nothing more")
            for kind in kinds
        ),
    )


def _fields(kind: Any) -> list[str]:
    sealed = sealed_names(kind)
    names = [(name, stored) for name, stored in stored_names(kind).items() if name != "at"]
    return [f"`{stored}`" + (" (sealed)" if name in sealed else "") for name, stored in names]


def every_fault(kind: type[WorkflowError] = WorkflowError) -> list[type[WorkflowError]]:
    """Give every kind of fault there is, the general one first."""
    import workflow.store.faults  # noqa: F401  (it adds kinds of its own)

    found = [kind]
    for each in sorted(kind.__subclasses__(), key=lambda one: one.code):
        found += every_fault(each)
    return found


def exit_codes_page() -> str:
    """How a command can end."""
    faults: dict[int, list[str]] = {}
    for kind in every_fault():
        faults.setdefault(exits.code_for_fault(kind()), []).append(f"`{kind.code}`")
    rows = (
        (str(code), f"{said[0].upper()}{said[1:]}.", ", ".join(faults.get(code, [])))
        for code, said in exits.MEANINGS.items()
    )
    return (
        "# Exit codes\n\n"
        "This page is for whoever writes scripts and jobs. Every command ends with one of these\n"
        "codes. The last column lists the faults that end with the code. A refusal ends with 3,\n"
        "or with 4 if `not-authorised` is among its reasons. See [refusals and\n"
        "faults](refusals.md).\n\n"
        f"{render.markdown_table(('Code', 'Meaning', 'Faults'), rows)}\n\n"
        "- `may-implement` ends with 0 if the decision may be implemented, and 3 if it may not.\n"
        "- `close` and `calendar check` end with 8 if something needs a person.\n"
        "- `journal verify` and `db check` end with 7 if anything does not verify.\n"
        "- `conformance` ends with 7 if a notice that is explained differs.\n"
        "- `journal verify` ends with 7 on an empty register, because it may be the wrong file,\n"
        "  or an incomplete copy. `db check` only says so.\n"
    )


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/lifecycle.md": lifecycle_page,
    "docs/reference/commands.md": commands_page,
    "docs/reference/json.md": json_page,
    "docs/reference/refusals.md": lambda: refusals_page(every_fault()),
    "docs/reference/events.md": events_page,
    "docs/reference/labels.md": labels_page,
    "docs/reference/python.md": python_page,
    "docs/reference/exit-codes.md": exit_codes_page,
    "docs/reference/constitution-file.md": constitution_page,
    "docs/reference/councils.md": councils_page,
    "docs/explanation/how-we-know.md": how_we_know_page,
    "docs/explanation/the-law.md": law_page,
}


def readme() -> str:
    """The README, with its small picture as the table has it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"README.md has lost its markers: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n```mermaid\n{render.plain_life()}\n```\n{END}{after}"


def wanted() -> dict[str, str]:
    """Every page as it should be, by its path."""
    pages = {path: MADE + page() for path, page in PAGES.items()}
    return {
        **pages,
        "README.md": readme(),
        "cli/command_list.py": command_list(COMMANDS),
        "workflow/inputs.py": inputs_list(),
    }


def stale() -> list[str]:
    """The pages that are not as they should be."""
    return [
        path
        for path, text in wanted().items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text
    ]


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with --check say which are stale."""
    COMMANDS.clear()
    COMMANDS.update(every_command())  # the page of commands goes by the list as it is to be
    old = stale()
    if "--check" in arguments:
        for path in old:
            sys.stderr.write(f"{path} is stale: run python docs/generate.py\n")
        return 1 if old else 0
    pages = wanted()
    for path in old:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(pages[path], encoding="utf-8")
        sys.stdout.write(f"{path} is written.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

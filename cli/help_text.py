"""The help of a command: what it says of itself, and an example for each."""

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, Final

EXAMPLES: Final = {
    "list": "--open --due-by friday",
    "show": "HFD-042",
    "next": "HFD-042",
    "explain": "HFD-042",
    "history": "HFD-042",
    "may-implement": "HFD-042 --as-of tomorrow",
    "deadline": "--from today --days 4 --nation england",
    "demo": "--keep life.db",
}


def help_of(name: str, function: Callable[..., Any]) -> str:
    """Give the help of a command: for a step the table's words, else its own, and an example."""
    own = cleandoc(function.__doc__ or "")
    if name in EXAMPLES:
        return f"{own}\n\nExample: decisions {name} {EXAMPLES[name]}"
    if "Example:" in own:
        return own
    from workflow.procedures.table import OFFERED  # a command that only looks needs none of it

    steps = [step for step in OFFERED if step.on_terminal == name]
    if not steps:
        return own
    from cli.commands.steps import help_for

    return help_for(*steps)

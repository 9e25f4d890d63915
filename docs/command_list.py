"""The list of commands that help is made from, written from the table of steps and from what each
other command says of itself."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from inspect import cleandoc
from textwrap import wrap
from typing import Any

from cli.catalogue import EVERY_DAY, GROUPS, OWN, TOPICS
from workflow.procedures.table import OFFERED

_WIDTH = 88
_HEAD = '''\
"""Every command with its line of help, so that help need load nothing else. docs/generate.py makes
it from the table of steps and cli/catalogue.py: change those, not this."""

from typing import Final

COMMANDS: Final[dict[str, str]] = {
'''


def every_command() -> dict[str, str]:
    """Give each command with its line, in the order of the help."""
    return {name: _line(name) for name in _in_order()}


def command_list(commands: Mapping[str, str]) -> str:
    """Give the module that lists these commands."""
    return _HEAD + "".join(_entry(*each) for each in commands.items()) + "}\n"


def _in_order() -> Iterator[str]:
    steps = dict.fromkeys(step.on_terminal for step in OFFERED)
    for name in (*EVERY_DAY, *(each for names in TOPICS.values() for each in names)):
        if name in GROUPS:
            yield from (each for each in (*OWN, *steps) if each.startswith(f"{name} "))
        else:
            yield name


def _line(name: str) -> str:
    """Give a step's own line; of another command, the first paragraph that it says of itself."""
    step = next((each for each in OFFERED if each.on_terminal == name), None)
    if step is not None:
        return step.says
    module, _, function = OWN[name].partition(":")
    found: Any = getattr(import_module(module), function)
    return " ".join(cleandoc(found.__doc__).split("\n\n")[0].split())


def _entry(name: str, line: str) -> str:
    if len(name) + len(line) + 11 <= 100:
        return f'    "{name}": "{line}",\n'
    if len(line) <= 90:
        return f'    "{name}": (\n        "{line}"\n    ),\n'
    *parts, last = wrap(line, _WIDTH)
    text = "".join(f'        "{part} "\n' for part in parts)
    return f'    "{name}": (\n{text}        "{last}"\n    ),\n'

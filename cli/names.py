"""The names that the command line knows: commands, groups, and what each has within it."""

from cli.catalogue import EVERY_DAY, GROUPS, TOPICS
from cli.command_list import COMMANDS

TOP = (*EVERY_DAY, *(name for names in TOPICS.values() for name in names))
"""The commands and groups of the first page, in its order."""


def names_in(group: str) -> list[str]:
    """Give the names within a group, in the order of its help; with no group, those at the top."""
    if not group:
        return list(TOP)
    return [name.removeprefix(f"{group} ") for name in COMMANDS if name.startswith(f"{group} ")]


def line_of(name: str) -> str:
    """Give the line of help of a command or a group."""
    name = name.strip()
    return GROUPS[name] if name in GROUPS else COMMANDS[name]

"""The names that the command line knows: commands, groups, and what each has within it."""

from collections.abc import Sequence
from difflib import get_close_matches

from cli.catalogue import EVERY_DAY, GROUPS, TOPICS
from cli.command_list import COMMANDS
from cli.other_names import COMMANDS_CALLED, OPTIONS_CALLED

TOP = (*EVERY_DAY, *(name for names in TOPICS.values() for name in names))
"""The commands and groups of the first page, in its order."""


def names_in(group: str) -> list[str]:
    """Give the names within a group, in the order of its help; with no group, those at the top."""
    if not group:
        return list(TOP)
    return [name.removeprefix(f"{group} ") for name in COMMANDS if name.startswith(f"{group} ")]


def help_line(name: str) -> str:
    """Give the line of help of a command or a group."""
    name = name.strip()
    return GROUPS[name] if name in GROUPS else COMMANDS[name]


def nearest_names(typed: str, within: str = "") -> list[str]:
    """Give the commands and groups that a name was most likely meant for, the likeliest first, and
    never what was typed.

    A name within a group is looked for there, and then on the first page. Words in another order
    are known: `accept-request` was meant for `request accept`.
    """
    known = COMMANDS_CALLED.get(within, {}).get(typed.lower())
    if known:
        return list(known)
    if within:
        if near := get_close_matches(typed, names_in(within), n=3, cutoff=0.65):
            return [f"{within} {name}" for name in near]
        return get_close_matches(typed, [name for name in TOP if name != typed], n=3, cutoff=0.8)
    words, everything = _words(typed), list(dict.fromkeys((*TOP, *COMMANDS)))
    same = [name for name in COMMANDS if words == _words(name)]
    last = [name for name in COMMANDS if " " in name and typed == name.rpartition(" ")[2]]
    matches = same or last or get_close_matches(typed, everything, n=3, cutoff=0.8)
    if not matches and len(words) > 1:
        shared = {name: len(words & _words(name)) for name in everything}
        most = max(shared.values())
        matches = [name for name, number in shared.items() if number == most > 0]
    return (matches or get_close_matches(typed, everything, n=3, cutoff=0.65))[:3]


def option_meant(typed: str, flags: Sequence[str]) -> list[str]:
    """Give which of a command's options another was most likely meant for, the likeliest first."""
    called = [each for each in OPTIONS_CALLED.get(typed, ()) if each.partition(" ")[0] in flags]
    begun = [flag for flag in flags if flag.startswith(f"{typed}-")]
    names = [flag.removeprefix("--") for flag in flags]
    near = get_close_matches(typed.removeprefix("--"), names, n=2, cutoff=0.7)
    return called or begun or [f"--{name}" for name in near]


def _words(name: str) -> set[str]:
    """Give the words of a name, each without the s of a verb or of several."""
    return {word.removesuffix("s") for word in name.replace(" ", "-").split("-")}

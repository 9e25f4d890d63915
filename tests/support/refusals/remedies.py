"""Trying what a refusal says to do: each command in it is read by the command line itself and, with
its blanks filled in, is not refused for the same reason."""

import re
import shlex
from collections.abc import Iterable, Iterator
from enum import EnumType
from typing import Any

import typer

from cli.application import app
from support.terminal import Said, Terminal

BLANKS = {
    "PERSON": "a.newcomer",
    "NAME": "elm",
    "TEXT": "As it was",
    "DATE": "2018-12-14",
    "WHEN": "2018-10-18T09:00",
    "NUMBER": "1",
    "ROLE": "proper-officer",
}
"""What is written where the remedy, or the command's own help, has a word in capitals."""
WANTED = {
    "--conflict": "Cllr Elm; lives nearby; none granted",
    "--requested-by": "elm",
    "--grounds": "policy: It is against it.",
    "--superseded-by": "HFD-2018-900",
    "--day": "2018-11-30",
    "--by": "2018-12-14",
}
"""What is given where the kind of thing alone does not say it."""
PEOPLE = ("m.officer", "p.officer", "the.leader", "an.author", "c.executive", "f.officer")
ENDS = re.compile(r"; |: |\.? \(|\)|, with|, or |, and |, to | or --|\. (?=[A-Z])|\.$")
AND_SO_ON = "…"


def commands_in(remedy: str) -> Iterator[list[str]]:
    """Give each command that a remedy shows, as the words a shell makes of it."""
    _, *rest = re.split(r"(?<![\w-])decisions (?=[a-z])", remedy)
    for each in rest:
        yield shlex.split(ENDS.split(each, maxsplit=1)[0])


def does_not_work(terminal: Terminal, remedy: str, code: str) -> list[str]:
    """Give each command of a remedy that is not understood, or meets the same refusal again."""
    named = re.findall(r"--[a-z][a-z-]+", remedy)
    return [
        wrong
        for words in commands_in(remedy)
        for wrong in [_wrong_with(terminal, words, named, code)]
        if wrong
    ]


def _wrong_with(terminal: Terminal, words: list[str], named: list[str], code: str) -> str:
    command = _command(words)
    told = f"decisions {shlex.join(words)}: "
    if command is None:
        return f"{told}there is no such command"
    line = [*_filled(word for word in words if word != AND_SO_ON)]
    unknown = [word for word in line if word.startswith("--") and _option(command, word) is None]
    if unknown:
        return f"{told}there is no {unknown}"
    if AND_SO_ON in words:
        line += _asked_for(command, line)
    elif not any(word in named for word in words):
        line += _named(command, line, named)
    said = _run(terminal, line, command)
    if said.code == 2 and AND_SO_ON not in words:
        return f"{told}{said.err}"
    return f"{told}{said.err}" if f'"{code}"' in said.err + said.out and said.code else ""


def _filled(words: Iterable[str]) -> Iterator[str]:
    """Fill in the blanks of a command: by the option that one stands after, or by its own word."""
    before = ""
    for word in words:
        yield WANTED.get(before, BLANKS[word]) if word in BLANKS else word
        before = word


def _command(words: list[str]) -> Any:
    """Find a command as the command line does, through its groups; None if there is none."""
    found, within = typer.main.get_command(app), 0
    for word in words:
        if not hasattr(found, "get_command") or word.startswith("-"):
            break
        inner = found.get_command(None, word)  # type: ignore[arg-type]
        if inner is None:
            return found if within else None
        found, within = inner, within + 1
    return found


def _option(command: Any, flag: str) -> Any:
    if flag == "--help":
        return flag
    return next((each for each in command.params if flag in each.opts), None)


def _asked_for(command: Any, line: list[str]) -> list[str]:
    """Give what a command must have besides, where a remedy leaves that open."""
    more = list[str]()
    for each in command.params:
        flag = each.opts[-1]
        wanted = each.required or flag == "--requested-by"
        if wanted and flag.startswith("--") and flag not in line:
            more += [flag, _value(each)]
    return more


def _named(command: Any, line: list[str], named: list[str]) -> list[str]:
    """Give the options that the sentence names beside the command."""
    more = list[str]()
    for flag in named:
        option = _option(command, flag)
        if option is None or isinstance(option, str) or flag in line:
            continue
        more += [flag] if option.is_flag else [flag, _value(option)]
        break
    return more


def _value(option: Any) -> str:
    flag = option.opts[-1]
    kinds = option.type_descriptor.annotation
    choices = [each.value for each in kinds] if isinstance(kinds, EnumType) else []
    kind = (option.metavar or "TEXT").strip("<>[]").upper()
    return WANTED.get(flag) or str(choices[0] if choices else BLANKS.get(kind, "As it was"))


def _run(terminal: Terminal, line: list[str], command: Any) -> Said:
    """Run a command, to no effect, as whoever may give it."""
    if _option(command, "--as") is None:
        return terminal(*line)
    line = [*line, "--dry-run"] if _option(command, "--dry-run") else line
    for person in PEOPLE:
        said = terminal(*line, "--as", person, "--json")
        if said.code != 4:
            break
    return said

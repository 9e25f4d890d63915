"""Completing what is typed in a shell: commands, references, councils, states and roles.

It loads neither Typer nor SQLAlchemy, for a person waits. What it does not know, as the options of
a command and their choices, is left to Typer.
"""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from cli.catalogue import GROUPS, OWN
from cli.command_list import COMMANDS
from cli.names import names_in

Words = list[str]
_REF: Final = "reference"
_COUNCIL: Final = "council"
_COMMAND: Final = "command"
_STATE: Final = "state"
_ROLE: Final = "role"
OF_OPTIONS: Final = {
    "--council": _COUNCIL,
    "--state": _STATE,
    "--role": _ROLE,
    "--superseded-by": _REF,
}
"""What an option takes, where that is completed here."""
OF_COMMANDS: Final = {
    **dict.fromkeys((name for name in COMMANDS if name not in OWN), _REF),
    **dict.fromkeys(
        (
            "amend", "correct", "correct-materially", "close", "show", "next", "explain",
            "history", "may-implement", "diff", "irregular show", "journal show",
            "journal verify", "journal erase", "notice",
        ),
        _REF,
    ),
    **dict.fromkeys(
        (
            "constitution show", "constitution gaps", "constitution compare",
            "constitution editions", "constitution withdraw",
        ),
        _COUNCIL,
    ),
    "help": _COMMAND,
}  # fmt: skip
"""What the first word after a command is, where that is completed here: of a step, a reference."""
SEVERAL: Final = ("constitution compare", "help")
"""The commands that take more than one such word."""
_SWITCHES: Final = (
    "--json", "--csv", "--markdown", "--html", "--ics", "--atom", "--pdf", "--dry-run",
    "--traceback", "--no-pager", "--all", "--yes", "--anyone", "--overwrite",
)  # fmt: skip
"""Options that take nothing, so that what follows one is no answer to it."""
_HARMLESS: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*\Z")
"""What a shell takes for a word and nothing else: it reads what it is given again."""


class Reply(NamedTuple):
    """What a shell is told: the text that it reads, and the exit code."""

    text: str
    code: int = 0


def answer(environment: Mapping[str, str]) -> Reply | None:
    """Give a shell its suggestions for the word that is typed; None to leave it to Typer."""
    shell = environment.get("_DECISIONS_COMPLETE", "").removeprefix("complete_")
    form = _FORMS.get(shell)
    typed = _typed(shell, environment)
    if form is None or typed is None:
        return None
    words = completed(*typed)
    if words is None:
        return None
    return form([each for each in words if _HARMLESS.match(each)], environment)


def completed(words: Sequence[str], begun: str) -> Words | None:
    """Give what a word may go on to be, after those before it; None where that is not known."""
    if begun.startswith("-"):
        return None
    name, rest = _command(words)
    if name is None:
        return None if rest else _starting(begun, names_in(""))
    if name in GROUPS:
        return None if rest else _starting(begun, names_in(name))
    last = rest[-1] if rest else ""
    if last in OF_OPTIONS:
        kind: str | None = OF_OPTIONS[last]
    elif last.startswith("--") and last not in _SWITCHES:
        kind = None
    else:
        kind = OF_COMMANDS.get(name)
        if name not in SEVERAL and _has_its_word(rest):
            kind = None
    return None if kind is None else _KINDS[kind](begun, words)


def _command(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Give the command or group that is typed, and the words after it."""
    left = list(words)
    while left and left[0].startswith("-"):
        del left[: 2 if left[0] == "--constitutions" else 1]
    if not left:
        return None, []
    name = left.pop(0)
    if name in GROUPS and left:
        name = f"{name} {left.pop(0)}"
    return (name, left) if name in GROUPS or name in COMMANDS else (None, [name])


def _has_its_word(rest: Sequence[str]) -> bool:
    before = ""
    for each in rest:
        answers = before.startswith("--") and before not in _SWITCHES
        if not each.startswith("-") and not answers:
            return True
        before = each
    return False


def _starting(begun: str, names: Sequence[str]) -> Words:
    return [each for each in names if each.startswith(begun.lower())]


# -- what there is to complete ------------------------------------------------------------------


def _references(begun: str, words: Sequence[str]) -> Words:
    from cli.known_references import references
    from workflow.config import settings
    from workflow.errors import WorkflowError

    addresses = [after for flag, after in pairwise(words) if flag == "--db"]
    try:
        address = settings({"database": addresses[-1] if addresses else None})["database"].value
    except (WorkflowError, OSError):
        return []
    return references(address, begun) if address else []


def _councils(begun: str, _: Sequence[str]) -> Words:
    from workflow.config import settings
    from workflow.constitution.shipped import shipped
    from workflow.errors import WorkflowError

    names = set(shipped())
    try:
        own = settings({})["constitutions"].value
        names |= {each.stem for each in Path(own).glob("*.toml")} if own else set()
    except (WorkflowError, OSError):
        pass
    return _starting(begun, sorted(names))


def _states(begun: str, _: Sequence[str]) -> Words:
    from workflow.model.state import State

    return _starting(begun.replace("_", "-"), [each.value.replace("_", "-") for each in State])


def _roles(begun: str, _: Sequence[str]) -> Words:
    from workflow.model.people import APPOINTABLE

    return _starting(begun, [each.value for each in APPOINTABLE])


def _commands(begun: str, words: Sequence[str]) -> Words | None:
    _, *names = words
    if not names:
        return _starting(begun, names_in(""))
    return _starting(begun, names_in(names[0])) if names[0] in GROUPS else []


_KINDS: Final[dict[str, Callable[[str, Sequence[str]], Words | None]]] = {
    _REF: _references,
    _COUNCIL: _councils,
    _STATE: _states,
    _ROLE: _roles,
    _COMMAND: _commands,
}


# -- what a shell says, and is told -------------------------------------------------------------


def _typed(shell: str, environment: Mapping[str, str]) -> tuple[Words, str] | None:
    """Give the words before the one that is typed, and what is typed of it."""
    if shell == "bash":
        place = environment.get("COMP_CWORD", "")
        if not place.isdigit():
            return None
        words = _split(environment.get("COMP_WORDS", ""))
        before, at = words[1 : int(place)], words[int(place) : int(place) + 1]
        begun = at[0] if at else ""
    elif shell in ("powershell", "pwsh"):
        before = _split(environment.get("_TYPER_COMPLETE_ARGS", ""))[1:]
        begun = environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
        before = before[:-1] if begun else before
    else:
        line = environment.get("_TYPER_COMPLETE_ARGS", "")
        before = _split(line)[1:]
        begun = before.pop() if before and not line.endswith(" ") else ""
    if begun == "=" or (before and before[-1] == "="):  # bash takes --council=x apart
        begun = "" if begun == "=" else begun
        before = [each for each in before if each != "="]
    elif begun.startswith("--") and "=" in begun:
        return None
    return before, begun


def _split(line: str) -> Words:
    """Give a line in words, as a shell would; of a quote that is open, what there is."""
    for end in ("", "'", '"'):
        try:
            return shlex.split(line + end)
        except ValueError:
            continue
    return line.split()


def _for_bash(found: Sequence[str], _: Mapping[str, str]) -> Reply:
    return Reply("\n".join(found))


def _for_zsh(found: Sequence[str], _: Mapping[str, str]) -> Reply:
    quoted = "\n".join(f'"{each}"' for each in found)
    return Reply(f"_arguments '*: :(({quoted}))'" if found else "_files")


def _for_fish(found: Sequence[str], environment: Mapping[str, str]) -> Reply:
    """Fish asks first whether there is anything, by the exit code, and then what."""
    if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return Reply("", 0 if found else 1)
    return Reply("\n".join(found))


def _for_powershell(found: Sequence[str], _: Mapping[str, str]) -> Reply:
    """PowerShell is told a sentence beside each; an empty one would be an error."""
    return Reply("\n".join(f"{each}::: " for each in found))


_FORMS: Final[dict[str, Callable[[Sequence[str], Mapping[str, str]], Reply]]] = {
    "bash": _for_bash,
    "zsh": _for_zsh,
    "fish": _for_fish,
    "powershell": _for_powershell,
    "pwsh": _for_powershell,
}
"""How each shell is told."""

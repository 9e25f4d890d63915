"""How a command line that was not understood is answered: in our words, with what was meant."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from cli.names import nearest_names

_YES: Final = ("1", "true", "t", "yes", "y", "on")
_OTHERWISE: Final = {
    "version": "--version",
    "setup": "init",
    "notice": "explain --notice",
    "status": "show",
    "edit": "amend",
    "search": "list --find",
    "find": "list --find",
    "log": "history",
    "create": "new",
    "draft": "new",
    "delete": "withdraw",
    "policy": "constitution",
    "rules": "constitution",
}
"""What is asked for elsewhere under another name."""
_NO_COMMAND: Final = re.compile(r"No such command '(.+)'\.?$")
_CHOICES: Final = re.compile(r"'([^']+)'")


def wants_json(environment: Mapping[str, str]) -> bool:
    """Say whether the environment asks for answers in JSON."""
    return environment.get("DECISIONS_JSON", "").strip().lower() in _YES


def is_bare(wrong: Any) -> bool:
    """Say whether a command line was not understood because it names no command at all."""
    return type(wrong).__name__ == "NoArgsIsHelpError"


def reword(wrong: Any, given: Sequence[str], environment: Mapping[str, str]) -> None:
    """Have a usage error speak as we do, not as the library that reads the options."""
    said = getattr(wrong, "message", None)
    if not isinstance(said, str):
        return
    unknown = _NO_COMMAND.match(said)
    if unknown is not None and wrong.ctx is not None:
        within = " ".join(wrong.ctx.command_path.split()[1:])
        near = (
            [_OTHERWISE[unknown[1]]]
            if unknown[1] in _OTHERWISE
            else nearest_names(unknown[1], within)
        )
        hint = f" Did you mean {', '.join(f'{each!r}' for each in near)}?" if near else ""
        wrong.message = f"No such command '{unknown[1]}'.{hint}"
        return
    for pattern, words in _WORDS:
        found = re.search(pattern, said)
        if found is not None:
            wrong.message = words(_typed(wrong, given, environment), found)
            return


def _typed(wrong: Any, given: Sequence[str], environment: Mapping[str, str]) -> str:
    """Give what was given for the option that is refused, quoted; else "That"."""
    found: str | None = None
    option = getattr(wrong, "param", None)
    for place, word in enumerate(given):
        for flag in getattr(option, "opts", ()):
            if word == flag and place + 1 < len(given):
                found = given[place + 1]
            elif word.startswith(f"{flag}="):
                found = word.removeprefix(f"{flag}=")
    if found is None:
        found = environment.get(getattr(option, "envvar", None) or "")
    return "That" if found is None else f"{found[:60]!a}"


def _not_one_of(_: str, found: re.Match[str]) -> str:
    said, choices = found[1], _CHOICES.findall(found[1])
    near = get_close_matches(choices[0], choices[1:], n=1) if choices else []
    return said + (f" Did you mean '{near[0]}'?" if near else "")


_WORDS: Final[tuple[tuple[str, Callable[[str, re.Match[str]], str]], ...]] = (
    (r"Value error, (.*)", _not_one_of),
    (r"valid integer", lambda typed, _: f"{typed} is not a whole number."),
    (r"valid number", lambda typed, _: f"{typed} is not a number."),
    (
        r"greater than or equal to (\S+)",
        lambda typed, found: f"{typed} is too small: give {found[1]} or more.",
    ),
    (
        r"less than or equal to (\S+)",
        lambda typed, found: f"{typed} is too large: give {found[1]} or less.",
    ),
    (r"Input should be (.*)", lambda typed, found: f"{typed} will not do: it is to be {found[1]}."),
)
"""What the library says, and what we say."""

"""How a command line that was not understood is answered: in our words, with what was meant."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from cli.names import nearest_names, option_meant
from cli.other_names import TOO_MUCH

_YES: Final = ("1", "true", "t", "yes", "y", "on")
_NO_COMMAND: Final = re.compile(r"No such command '(.+)'\.?$")
_TOO_MUCH: Final = re.compile(r"Got unexpected extra argument\S* \((.*)\)", re.DOTALL)


_NO_AS: Final = (
    "This command takes no --as, for nobody acts by it: to read needs no role. The commands that "
    "record something take it."
)


def wants_json(environment: Mapping[str, str]) -> bool:
    """Say whether the environment asks for answers in JSON."""
    return environment.get("DECISIONS_JSON", "").strip().lower() in _YES


def is_bare(wrong: Any) -> bool:
    """Say whether a command line was not understood because it names no command at all."""
    return type(wrong).__name__ == "NoArgsIsHelpError"


def reword(wrong: Any, typed: Sequence[str], environment: Mapping[str, str]) -> None:
    """Have a usage error speak as we do, not as the library that reads the options."""
    message = getattr(wrong, "message", None)
    if not isinstance(message, str):
        return
    unknown = _NO_COMMAND.match(message)
    if unknown is not None and wrong.ctx is not None:
        within = " ".join(wrong.ctx.command_path.split()[1:])
        wrong.message = f"No such command '{unknown[1]}'.{_command_meant(unknown[1], within)}"
        return
    flag = getattr(wrong, "option_name", None)
    if type(wrong).__name__ == "NoSuchOption" and wrong.ctx is not None:
        if flag == "--as":
            wrong.message, wrong.possibilities = _NO_AS, None
            return
        known = {each: option for option in wrong.ctx.command.params for each in option.opts}
        near = option_meant(str(flag), [each for each in known if each.startswith("--")])
        wrong.message, wrong.possibilities = f"No such option: {flag}.{_asked(near)}", None
        return
    more = _TOO_MUCH.match(message)
    if more is not None and wrong.ctx is not None:
        hint = TOO_MUCH.get(" ".join(wrong.ctx.command_path.split()[1:]), "")
        wrong.message = f"{more[1]!a} is more than this command takes. {hint}".rstrip()
        return
    for pattern, words in _WORDS:
        match = re.search(pattern, message)
        if match is not None:
            wrong.message = words(_typed(wrong, typed, environment), match)
            return


def _command_meant(typed: str, within: str) -> str:
    """Say which commands may have been meant; or, of a reference in their place, where it goes."""
    if any(each.isdigit() for each in typed):
        told = f"decisions {within} COMMAND {typed}" if within else f"decisions COMMAND {typed}"
        return f" A reference comes after the command: {told}. To look: decisions show {typed}"
    return _asked(nearest_names(typed, within))


def _asked(near: Sequence[str]) -> str:
    return f" Did you mean {', '.join(f'{each!r}' for each in near)}?" if near else ""


def _typed(wrong: Any, typed: Sequence[str], environment: Mapping[str, str]) -> str:
    """Give what was given for the option that is refused, quoted; else "That"."""
    typed_option: str | None = None
    option = getattr(wrong, "param", None)
    for place, word in enumerate(typed):
        for flag in getattr(option, "opts", ()):
            if word == flag and place + 1 < len(typed):
                typed_option = typed[place + 1]
            elif word.startswith(f"{flag}="):
                typed_option = word.removeprefix(f"{flag}=")
    if typed_option is None:
        typed_option = environment.get(getattr(option, "envvar", None) or "")
    return "That" if typed_option is None else f"{typed_option[:60]!a}"


_WORDS: Final[tuple[tuple[str, Callable[[str, re.Match[str]], str]], ...]] = (
    (r"Value error, (.*)", lambda _, found: found[1]),
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

"""The command that shows the help of any other, and of what belongs to none."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

import typer

from cli.command import without_register
from cli.command_list import COMMANDS
from cli.exits import MEANINGS
from cli.shown.fitting import wrapped
from cli.shown.output import say, say_verbatim
from workflow.model.people import APPOINTABLE

_ENVIRONMENT, _EXIT_CODES, _ROLES = "environment", "exit-codes", "roles"
_NAMING: Final = (
    "Every option has a name in the environment: DECISIONS, the command and the option, in "
    "capitals and with underscores. An option on the command line is used before the "
    "environment. Set a switch to 1. These are the same "
    "for every command that has the option:"
)

_THE_OTHERS: Final = (
    "The other {number} belong to one command each: DECISIONS_NEW_TITLE is new --title. All of "
    "them: decisions help environment --all"
)


@without_register
def help_(
    context: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"A command, with its group; or {_ENVIRONMENT}, {_EXIT_CODES} or {_ROLES}.",
            metavar="[COMMAND]...",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Of the environment: the name of every option.")
    ] = False,
) -> None:
    """Show the help of a command or a group, the options' names in the environment, the exit
    codes, or what each role is.

    Example: decisions help request accept
    """
    if names == [_EXIT_CODES]:
        say(*(f"{code:>4}  {meaning}" for code, meaning in MEANINGS.items()))
        return
    if names == [_ROLES]:
        widest = max(len(role.value) for role in APPOINTABLE)
        follow = " " * (widest + 4)
        for role in APPOINTABLE:
            say(wrapped(f"{role.value:<{widest}}  {role.says}", "  ", follow))
        return
    if names == [_ENVIRONMENT]:
        _say_environment(context.find_root(), everything=everything)
        return
    command = _found(context.find_root(), names or [])
    say_verbatim(command.command.get_help(command))


def _found(root: Any, names: list[str]) -> Any:
    """Give the context of a command by its name; it is refused as ever where there is none."""
    command = root
    for name in names:
        inner = command.command.resolve_command(command, [name])[1]
        command = type(root)(inner, info_name=name, parent=command)
    return command


def _say_environment(root: Any, *, everything: bool) -> None:
    variables = list(_variables(root))
    say(wrapped(_NAMING), "")
    say(*dict.fromkeys(f"  {name}  {flag}" for name, flag, its_own in variables if not its_own))
    own = [f"  {name}  {flag}" for name, flag, its_own in variables if its_own]
    if everything:
        say("", wrapped("These belong to one command each:"), "", *own)
    else:
        say("", wrapped(_THE_OTHERS.format(number=len(own))))


def _variables(root: Any) -> Iterator[tuple[str, str, bool]]:
    """Give each name, the option it stands for, and whether that is the command's own."""
    for command in ("", *COMMANDS):
        own = f"DECISIONS_{command}_".upper().replace(" ", "_").replace("-", "_")
        for option in _found(root, command.split()).command.params:
            if option.envvar:
                is_own = bool(command) and option.envvar.startswith(own)
                flag = f"{command} {option.opts[-1]}" if is_own else option.opts[-1]
                yield option.envvar, flag, is_own

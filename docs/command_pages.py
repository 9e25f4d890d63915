"""The page of commands, made from the commands themselves: what each says under --help."""

import re
from typing import Any

import typer

from cli.application import app
from cli.names import TOP
from workflow.procedures.render import markdown_table

_SHARED = (
    "--db",
    "--json",
    "--csv",
    "--as",
    "--at",
    "--late-reason",
    "--as-of",
    "--expect-version",
    "--dry-run",
    "--traceback",
)
"""Options that many commands share, told once."""


def commands_page() -> str:
    """Give the page: the shared options, then each command."""
    root: Any = typer.main.get_command(app)
    context = root.context_class(root, info_name="decisions", **root.context_settings)
    shared: dict[str, str] = {}
    parts = [
        part
        for name in TOP
        for part in _command(root.get_command(context, name), name, context, shared)
    ]
    rows = [(f"`{flag}`", shared[flag]) for flag in _SHARED if flag in shared]
    return (
        "# Commands\n\n"
        "This page is for officers who look up a command. It has the same text as\n"
        "`decisions COMMAND --help`. Answers go to standard output and everything else to\n"
        "standard error. Every command ends with an [exit code](exit-codes.md).\n\n"
        "## Options that many commands share\n\n"
        "A command has those that it lists under *Also*.\n\n"
        f"{markdown_table(('Option', 'What it does'), rows)}\n\n"
        "Every option can also be set\n"
        "[in the environment](settings.md#options-in-the-environment): `decisions help\n"
        "environment` lists the names. `decisions --install-completion` makes your shell complete\n"
        "commands.\n\n" + "\n".join(parts)
    )


def _command(
    command: Any, name: str, parent: Any, shared: dict[str, str], level: int = 2
) -> list[str]:
    context = parent.command.context_class(command, info_name=name.split()[-1], parent=parent)
    heading = f"{'#' * level} {name}\n"
    if hasattr(command, "list_commands"):
        found = [heading, f"{_prose(command.help)}\n"]
        for each in command.list_commands(context):
            one = command.get_command(context, each)
            found += _command(one, f"{name} {each}", context, shared, level + 1)
        return found
    arguments, own, also = [], [], []
    for param in command.params:
        record = param.get_help_record(context)
        if record is None or "--help" in param.opts:
            continue
        flag = max(param.opts, key=len)
        if not flag.startswith("--"):
            arguments.append((param, record))
            continue
        if flag in _SHARED:
            also.append(f"`{flag}`")
            shared.setdefault(flag, _said(param))
        else:
            need = " *Required.*" if param.required else ""
            own.append((f"`{_shape(record)}`", _said(param) + need))
    parts = [heading, f"{_prose(command.help)}\n", f"```sh\n{_usage(name, arguments)}\n```\n"]
    parts += [f"`{_name(param)}`: {_said(param)}\n" for param, _ in arguments if _said(param)]
    if own:
        table = markdown_table(("Option", "What it is"), own)
        parts.append(f"{table}\n")
    if also:
        parts.append(f"Also: {', '.join(also)}.\n")
    return parts


def _name(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _usage(name: str, arguments: list[tuple[Any, Any]]) -> str:
    return " ".join(["decisions", name, *(_name(param) for param, _ in arguments), "[OPTIONS]"])


def _prose(text: str | None) -> str:
    paragraphs = [" ".join(part.split()) for part in (text or "").split("\n\n")]
    return "\n\n".join(
        f"Example: `{part.removeprefix('Example: ')}`" if part.startswith("Example: ") else part
        for part in paragraphs
    )


def _said(param: Any) -> str:
    return " ".join((param.help or "").split())


_PLAIN = {"int range": "NUMBER", "int": "NUMBER", "str": "TEXT", "path": "FILE"}


def _shape(record: tuple[str, str]) -> str:
    return re.sub(r"<([^>]*)>", lambda kind: _PLAIN.get(kind[1], kind[1]), record[0])

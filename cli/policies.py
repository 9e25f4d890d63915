"""The commands about councils' constitutions: policy list, show and check."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cli import options
from cli.exits import USAGE, Ended
from cli.opening import Opening
from cli.output import note, say, say_json, say_rows, wrapped
from workflow.clock import spoken_day
from workflow.model.files import text_of
from workflow.model.plain import to_plain
from workflow.policy.constitution import PROVISIONS, Constitution
from workflow.policy.provisions.provision import Provision
from workflow.policy.reading import parse

policy = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@policy.command("list")
def policy_list(
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """List the councils whose constitutions are on file.

    Example: decisions policy list
    """
    from workflow.engine import load_councils

    found = load_councils(Opening().constitutions).all()
    if as_json:
        say_json(
            [
                {
                    "council": each.council,
                    "name": each.name,
                    "nation": each.nation.value,
                    "source": each.source,
                }
                for each in found.values()
            ]
        )
        return
    say_rows(
        ("COUNCIL", "NAME", "NATION", "SINCE", "FILE"),
        [
            (
                each.council,
                each.name,
                each.nation.label,
                min(
                    (p.since.isoformat() for name in PROVISIONS for p in each.on(name)),
                    default="",
                ),
                each.source,
            )
            for each in found.values()
        ],
        as_csv=as_csv,
    )


@policy.command("show")
def policy_show(
    council: Annotated[str, typer.Argument(help="The council, by its short name.", metavar="NAME")],
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show what is on file of a council's constitution, each rule with its date and source.

    Example: decisions policy show herefordshire
    """
    from workflow.engine import load_councils

    found = load_councils(Opening().constitutions).named(council)
    if as_json:
        say_json(_constitution_plain(found))
        return
    say(f"{found.name} ({found.council}), {found.nation.label}", f"  File: {found.source}")
    if found.note:
        say(wrapped(f"Note: {found.note}", "  "))
    for name in PROVISIONS:
        label = name.replace("_", "-")
        provisions = found.on(name) or national_on(found, name)
        if not provisions:
            say("", f"  {label}: not on file")
        for provision in provisions:
            say("", f"  {label}, from {spoken_day(provision.since)} ({provision.basis.value})")
            if provision.value is None:
                say("    repealed")
            else:
                say(*_readable(to_plain(provision.value), "    "))
            say(wrapped(provision.authority.words, "    "))
            say(wrapped(f"Source: {provision.authority}", "    "))
            if provision.authority.link:
                say(f"    {provision.authority.link}")


def _readable(value: Any, indent: str) -> list[str]:
    """Give a provision's value in lines to be read; what it does not say is left out."""
    lines = []
    for name, each in value.items() if isinstance(value, dict) else ():
        label = name.replace("_", " ")
        if each is None or each in ([], "", False):
            continue
        if isinstance(each, list) and each and isinstance(each[0], dict) and "who" in each[0]:
            lines.append(indent + " and ".join(f"{one['number']} {one['who']}" for one in each))
        elif isinstance(each, list) and each and isinstance(each[0], dict):
            lines.append(f"{indent}{label}:")
            for item in each:
                inner = _readable(item, "")
                lines.append(wrapped("; ".join(inner), f"{indent}  - ", f"{indent}    "))
        else:
            lines.append(wrapped(f"{label}: {_said(each)}", indent, f"{indent}  "))
    return lines


def _said(value: Any) -> str:
    if isinstance(value, list):
        parts = (" or ".join(each) if isinstance(each, list) else str(each) for each in value)
        return ", ".join(parts)
    return "yes" if value is True else str(value)


def national_on(found: Constitution, name: str) -> tuple[Provision[Any], ...]:
    """Give what the law of the nation says on it, where the council itself says nothing."""
    return () if found.national is None else found.national.on(name)


def _constitution_plain(found: Constitution) -> dict[str, object]:
    return {
        "council": found.council,
        "name": found.name,
        "nation": found.nation.value,
        "prefix": found.prefix,
        "source": found.source,
        **{name: to_plain(found.on(name)) for name in PROVISIONS},
    }


@policy.command("check")
def policy_check(
    file: Annotated[Path, typer.Argument(help="A constitution file.", metavar="FILE")],
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Check a constitution file; each complaint names the file, the key and the cure.

    Example: decisions policy check herefordshire.toml
    """
    found, complaints = parse(text_of(file), str(file))
    if as_json:
        plain = [{"key": c.key, "problem": c.problem, "cure": c.cure} for c in complaints]
        say_json({"file": str(file), "good": found is not None, "complaints": plain})
    elif found is not None:
        say(f"{file}: {found.name} reads well.")
    for complaint in () if as_json else complaints:
        note(wrapped(str(complaint), "", "  "))
    if found is None:
        raise Ended(USAGE)

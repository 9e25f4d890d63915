"""The commands about councils' constitutions: policy list, show and check."""

from pathlib import Path
from typing import Annotated

import typer

from cli import options
from cli.exits import USAGE, Ended
from cli.opening import Opening
from cli.output import note, say, say_json, say_rows, wrapped
from workflow.clock import spoken_day
from workflow.model.files import text_of
from workflow.model.plain import canonical, to_plain
from workflow.policy.constitution import Constitution
from workflow.policy.reading import parse

policy = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_TABLES = ("call_in_period", "subject_to_call_in", "special_urgency", "implementation")


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
                    (p.since.isoformat() for name in _TABLES for p in getattr(each, name)),
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
    for name in _TABLES:
        label = name.replace("_", "-")
        provisions = getattr(found, name)
        if not provisions:
            say("", f"  {label}: not on file")
        for provision in provisions:
            say("", f"  {label}, from {spoken_day(provision.since)} ({provision.basis.value})")
            value = "repealed" if provision.value is None else canonical(to_plain(provision.value))
            say(wrapped(value, "    "))
            say(wrapped(provision.authority.words, "    "))
            say(wrapped(f"Source: {provision.authority}", "    "))
            if provision.authority.link:
                say(f"    {provision.authority.link}")


def _constitution_plain(found: Constitution) -> dict[str, object]:
    return {
        "council": found.council,
        "name": found.name,
        "nation": found.nation.value,
        "prefix": found.prefix,
        "source": found.source,
        **{name: to_plain(getattr(found, name)) for name in _TABLES},
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

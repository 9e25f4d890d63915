"""The commands that help to write a constitution file: a skeleton, and the schema for an editor."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.command import without_register
from cli.commands.constitution.arguments import today
from cli.context import Context
from cli.new_file import new_file
from cli.shown.output import mark_kept, note, say, say_json
from cli.typed.asking import ask
from cli.typed.date_options import PAST, day_option
from workflow.calendars.nations import Nation
from workflow.constitution.head import Body
from workflow.constitution.provisions.provision import Basis
from workflow.constitution.reading import parse
from workflow.errors import Invalid
from workflow.model.call_in_period import CountedFrom, TakesEffect, Unit
from workflow.text import line


@without_register
def constitution_schema() -> None:
    """Give the JSON Schema of a constitution file, by which an editor checks and completes it.

    Example: decisions constitution schema > constitution.schema.json
    """
    from workflow.constitution.schema import schema

    say_json(schema())


@without_register
def constitution_new(
    council: Annotated[
        str, typer.Argument(help="Its short name, as in borsetshire.", metavar="NAME")
    ],
    name: Annotated[str | None, typer.Option("--name", help="The council's full name.")] = None,
    nation: Annotated[
        str | None,
        typer.Option("--nation", help=f"{Nation.one_of()}."),
    ] = None,
    prefix: Annotated[
        str | None, typer.Option("--prefix", help="What references begin with, as in BOR.")
    ] = None,
    body: Annotated[
        Body,
        typer.Option("--body", help="What sort of body it is: the law differs."),
    ] = Body.COUNCIL,
    since: Annotated[
        Any,
        day_option("--from", "The day from which the rules hold; today, if left out.", PAST),
    ] = None,
    days: Annotated[
        int | None, typer.Option("--days", help="How many days a decision may be called in.")
    ] = None,
    unit: Annotated[Unit, typer.Option("--unit", help="What a day is.")] = Unit.WORKING,
    counted_from: Annotated[
        CountedFrom, typer.Option("--counted-from", help="The event they are counted from.")
    ] = CountedFrom.PUBLICATION,
    start_counts: Annotated[
        bool, typer.Option("--start-counts", help="The day of that event is itself day 1.")
    ] = False,
    request_by: Annotated[
        str | None,
        typer.Option(
            "--request-by",
            help="The hour on the last day, as in 17:00; otherwise the end of that day.",
        ),
    ] = None,
    takes_effect: Annotated[
        TakesEffect, typer.Option("--takes-effect", help="When it then takes effect.")
    ] = TakesEffect.AT_THE_END,
    basis: Annotated[
        Basis, typer.Option("--basis", help="How the rule on the period is known.")
    ] = Basis.CONSTITUTION,
    rule: Annotated[
        str,
        typer.Option(
            "--rule", help="Where the rule on the period is written: its number or heading."
        ),
    ] = "",
    link: Annotated[str, typer.Option("--link", help="Where it can be read.")] = "",
    words: Annotated[
        str, typer.Option("--words", help="What it says, in plain words of your own.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", help="The file to write.", metavar="FILE")
    ] = None,
) -> None:
    """Begin a constitution file: your answers, and every other table as comments to fill in.

    At a terminal, what you leave out is asked for. An existing file is never overwritten.

    Example: decisions constitution new borsetshire --name 'Borsetshire Council' --nation england
    --prefix BOR --days 5 --rule 'Part 4, rule 15' --words 'Five working days.'
    """
    from workflow.constitution.skeleton import Answers, skeleton

    if not (council.isascii() and council.replace("-", "").isalnum()):
        raise Invalid(f"{council!a} is no short name.", remedy="Use letters, digits and dashes.")
    _of_a_period(
        days,
        {
            "--unit": unit is not Unit.WORKING,
            "--counted-from": counted_from is not CountedFrom.PUBLICATION,
            "--start-counts": start_counts,
            "--request-by": request_by is not None,
            "--takes-effect": takes_effect is not TakesEffect.AT_THE_END,
            "--basis": basis is not Basis.CONSTITUTION,
            "--rule": bool(rule),
            "--link": bool(link),
            "--words": bool(words),
        },
    )
    text = skeleton(
        Answers(
            council=council,
            name=line(_given(name, "--name", "The council's full name"), "name"),
            nation=Nation.named(_given(nation, "--nation", "Its nation")),
            prefix=_given(prefix, "--prefix", "What references begin with"),
            body=body,
            since=since or today(),
            entries={}
            if days is None
            else {
                "call-in-period": {
                    "days": days,
                    "unit": unit.value,
                    "counted-from": counted_from.value,
                    "start-day-counts": start_counts,
                    "request-by": _hour(request_by),
                    "takes-effect": takes_effect.value,
                    "basis": basis.value,
                    "rule": rule,
                    "words": words,
                    **({"link": link} if link else {}),
                }
            },
        )
    )
    path = out or _place(council)
    _must_check(text, str(path))
    with new_file(path) as file:
        file.write(text)
    mark_kept(dry_run=False)
    say(f"{path} is begun.")
    note(f"Fill it in, and check it: decisions constitution check {path}")


def _of_a_period(days: int | None, entries: Mapping[str, bool]) -> None:
    """Refuse answers about a period that is not given: they would be in no file."""
    of_it = [flag for flag, is_given in entries.items() if is_given]
    if days is None and of_it:
        raise Invalid(
            f"{', '.join(of_it)}: that is of a period, and no period is given.",
            remedy="Give it: --days NUMBER; or leave the rest out.",
        )


def _must_check(text: str, name: str) -> None:
    """Refuse to begin a file that would not check: every complaint at once."""
    _, complaints = parse(text, name)
    if complaints:
        raise Invalid(
            " ".join(f"{each.key}: {each.problem} {each.cure}" for each in complaints),
            remedy="Mend the answers: decisions constitution new --help",
        )


def _given(answer: str | None, flag: str, question: str) -> str:
    if answer is None:
        answer = ask(question)
    if not answer or not answer.strip():
        raise Invalid(f"A new file needs {flag}.", remedy=f"Give it: {flag} '…'")
    return answer.strip()


def _hour(text: str | None) -> object:
    if text is None:
        return "end of day"
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise Invalid(f"{text!a} is no hour.", remedy="Give it as 17:00.") from None


def _place(council: str) -> Path:
    folders = Context().constitutions
    return Path(folders[0] if folders else ".") / f"{council}.toml"

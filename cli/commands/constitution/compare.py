"""Constitutions side by side: those of several councils, and two editions of one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cli.commands.constitution.arguments import On, constitution_of, today
from cli.context import Context
from cli.shown.answer import Answer, Listing, Table
from cli.shown.fitting import wrapped
from cli.shown.moved_dates import how_many_moved, moved_table, moved_text
from workflow.clock import spoken_day
from workflow.constitution.comparison import differences, heads
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions import PROVISIONS, table_named
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.wording import in_words
from workflow.errors import Invalid


def constitution_compare(
    councils: Annotated[list[str], typer.Argument(help="Two councils or more.", metavar="NAME...")],
    on: On = None,
) -> Listing:
    """Compare councils' rules side by side, as in force on one day.

    Example: decisions constitution compare salford hackney --on '3 June'
    """
    if len(councils) < 2:
        raise Invalid("One council cannot be compared.", remedy="Name two or more.")
    day: date = on or today()
    held = Context().councils()
    rules = [held.named(each).in_force_on(day) for each in dict.fromkeys(councils)]
    table = {
        name: [each.provisions.get(name) for each in rules]
        for name in PROVISIONS
        if any(name in each.provisions for each in rules)
    }
    names = [each.council for each in rules]
    rows = [
        (table_named(name).title, *(_side(provision) for provision in row))
        for name, row in table.items()
    ]

    def data() -> object:
        from workflow.answers.constitution import rules_compared

        return rules_compared(day, tuple(rules))

    notes = () if table else (f"Nothing is on file of any of them for {spoken_day(day)}.",)
    return Listing(
        data=data, table=Table(("RULE", *names), rows), text=_stacked(names, rows), notes=notes
    )


def _stacked(councils: list[str], rows: list[tuple[str, ...]]) -> Iterator[str]:
    wide = max(map(len, councils)) + 2
    alike = [(title, sides[0]) for title, *sides in rows if len(set(sides)) == 1]
    for title, *sides in rows:
        if len(set(sides)) > 1:
            yield title
            for council, side in zip(councils, sides, strict=True):
                yield wrapped(f"{council:<{wide}}{side}", "  ", " " * (wide + 4))
    if alike:
        yield from ("", "The same at each:")
    for title, side in alike:
        yield wrapped(f"{title}: {side}", "  ", "      ")


def _side(provision: Provision[object] | None) -> str:
    if provision is None:
        return "not on file"
    could_be = "".join(f"; could be: {in_words(each)}" for each in provision.other_rules)
    doubt = " (assumed)" if provision.assumed else " (unsure)" if provision.authority.unsure else ""
    return f"{in_words(provision.value)}{could_be}{doubt}"


def constitution_diff(
    old: Annotated[str, typer.Argument(help="A council on file, or a constitution file.")],
    new: Annotated[str, typer.Argument(help="Another, or the same council's as changed.")],
) -> Answer:
    """Say what differs between two constitutions, entry by entry.

    Example: decisions constitution diff herefordshire ./herefordshire.toml
    """
    context = Context()
    was, now = constitution_of(old, context), constitution_of(new, context)

    def data() -> object:
        from workflow.answers.edition import editions_compared

        return editions_compared(old, new, was, now)

    return Answer(data=data, text=list(difference_lines(was, now)) or ["They say the same."])


def difference_lines(was: Constitution, now: Constitution) -> Iterator[str]:
    """Give the lines that say what differs between two constitutions; none where nothing does."""
    for key, before, after in heads(was, now):
        yield f"[council] {key}: changed"
        yield f"  was: {before}"
        yield f"  is:  {after}"
    for each in differences(was, now):
        yield f"{table_named(each.name).title}, from {spoken_day(each.since)}: {each.change}"
        for side, provision in (("was", each.old), ("is", each.new)):
            if provision is not None and each.tells:
                yield wrapped(f"{side}: {'; '.join(_judged(provision))}", "  ", "       ")
            elif provision is not None:
                yield wrapped(f"{side}: {provision.authority}", "  ", "       ")


def _judged(provision: Provision[object]) -> Iterator[str]:
    """Give what decisions are judged by: the rule, its other readings, and the days it answers."""
    yield in_words(provision.value)
    yield from (f"could be: {in_words(each)}" for each in provision.other_rules)
    if provision.known_to is not None:
        yield f"known to {spoken_day(provision.known_to)}"
    if provision.before_assumed:
        yield "assumed before"


def constitution_impact(
    file: Annotated[
        Path, typer.Argument(help="The constitution file, as changed.", metavar="FILE")
    ],
) -> Listing:
    """Say what a changed constitution would do to open decisions and those of the past year.

    Nothing moves: a decision keeps the dates on its record.

    Example: decisions constitution impact ./herefordshire.toml
    """
    from workflow.constitution.reading import read

    looked_at, moved = Context().counting_engine.constitutions.impact(read(file))

    def data() -> object:
        from workflow.answers.moved import rules_impact_answer

        return rules_impact_answer(str(file), looked_at, moved)

    text: tuple[str | Table, ...] = (
        *moved_text(moved),
        f"Of the dates of {looked_at} decisions, {how_many_moved(moved)}",
        "Nothing has moved: a decision keeps the dates on its record.",
    )
    return Listing(data=data, table=moved_table(moved), text=text)

"""The commands that give decisions to other programs: as a sheet, and as lines of JSON."""

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, TextIO

import typer

from cli import options
from cli.context import Context
from cli.new_file import new_file
from cli.output import mark_kept, note
from cli.streams import as_file, can_still_write
from workflow.files.opening import shown
from workflow.register.facts import COLUMNS, DecisionFacts, to_cells, to_row

Out = Annotated[
    Path | None,
    typer.Option("--out", help="A file to write; standard output, if left out.", metavar="FILE"),
]
All = Annotated[bool, typer.Option("--all", help="For every council, whatever the settings say.")]


def export_csv(
    council: options.Council = None,
    every: All = False,
    out: Out = None,
    for_the_group: options.ForTheGroup = False,
) -> None:
    """Give every decision as a row: its state, its dates, and the rule they rest on.

    A cell that a spreadsheet would read as a formula begins with an apostrophe, which is not part
    of the value.

    Example: decisions export csv --council herefordshire --out decisions.csv
    """
    rows = _begun(Context(council=council), every)
    with _opened(out, for_the_group) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for facts in rows:
            writer.writerow(to_row(facts))
            if not can_still_write(file):
                break


def export_jsonl(
    council: options.Council = None,
    every: All = False,
    out: Out = None,
    for_the_group: options.ForTheGroup = False,
) -> None:
    """Give every decision as a line of JSON: the same facts as in the sheet.

    Example: decisions export jsonl --all
    """
    rows = _begun(Context(council=council), every)
    with _opened(out, for_the_group) as file:
        for facts in rows:
            file.write(json.dumps(to_cells(facts)) + "\n")
            if not can_still_write(file):
                break


def _begun(context: Context, every: bool) -> Iterable[DecisionFacts]:
    """Give the facts, the first of which is read: what is refused has no headings and no file."""
    facts = context.engine.reports.facts(None if every else context.settings["council"].value)
    return chain(list(islice(facts, 1)), facts)


@contextmanager
def _opened(out: Path | None, for_the_group: bool) -> Iterator[TextIO]:
    """Open a new file to write in, which is nobody else's, or standard output."""
    if out is None:
        with as_file() as file:
            yield file
        return
    from workflow.store.files import mode_in

    with new_file(out, mode_in(out.parent, shared=for_the_group)) as file:
        yield file
    mark_kept(dry_run=False)
    note(f"{shown(out)} is written.")

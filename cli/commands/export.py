"""The commands that give decisions to other programs: as a sheet, and as lines of JSON."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, TextIO

import typer

from cli.commands.listing import of_one_council
from cli.context import Context
from cli.new_file import new_file
from cli.shown.fitting import wrapped
from cli.shown.output import mark_kept, note
from cli.shown.streams import as_file, can_still_write
from cli.typed import options
from workflow.files.opening import shown
from workflow.register.facts import COLUMNS, DecisionFacts, to_cells, to_row

Out = Annotated[
    Path | None,
    typer.Option("--out", help="A file to write; standard output, if left out.", metavar="FILE"),
]
Overwrite = Annotated[
    bool,
    typer.Option(
        "--overwrite",
        help="Write over the file, if it is there. It stays as it is until the new one is whole.",
    ),
]


def export_csv(
    council: options.Council = None,
    every: options.EveryCouncil = False,
    out: Out = None,
    overwrite: Overwrite = False,
    for_the_group: options.ForTheGroup = False,
) -> None:
    """Give every decision as a row: its state, its dates, and the rule they rest on.

    A cell that a spreadsheet would read as a formula begins with an apostrophe, which is not part
    of the value.

    Example: decisions export csv --council herefordshire --out decisions.csv
    """
    written = _Written(Context(council=council), every)
    with _opened(out, overwrite, for_the_group, written) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for facts in written:
            writer.writerow(to_row(facts))
            if not can_still_write(file):
                break


def export_jsonl(
    council: options.Council = None,
    every: options.EveryCouncil = False,
    out: Out = None,
    overwrite: Overwrite = False,
    for_the_group: options.ForTheGroup = False,
) -> None:
    """Give every decision as a line of JSON: the same facts as in the sheet.

    Example: decisions export jsonl --all
    """
    written = _Written(Context(council=council), every)
    with _opened(out, overwrite, for_the_group, written) as file:
        for facts in written:
            file.write(json.dumps(to_cells(facts)) + "\n")
            if not can_still_write(file):
                break


class _Written:
    """The decisions that are exported, counted as they go."""

    def __init__(self, context: Context, every: bool) -> None:
        self.context = context
        self.council = None if every else context.settings["council"].value
        self.count = 0
        facts = context.engine.reports.facts(self.council)
        # The first is read here: what is refused has no headings and no file.
        self._facts = chain(list(islice(facts, 1)), facts)

    def __iter__(self) -> Iterator[DecisionFacts]:
        for number, facts in enumerate(self._facts, 1):
            self.count = number
            yield facts

    def __str__(self) -> str:
        many = f"{self.count:,} decision{'' if self.count == 1 else 's'}"
        if self.council is None:
            return f"{many} of every council."
        return f"{many} of {self.council}. Of every council: --all"


@contextmanager
def _opened(
    out: Path | None, overwrite: bool, for_the_group: bool, written: _Written
) -> Iterator[TextIO]:
    """Open a new file to write in, which is nobody else's, or standard output."""
    if out is None:
        with as_file() as file:
            yield file
        if scope := of_one_council(written.context, written.council):
            note(scope)
        return
    from workflow.store.files import mode_in

    mode = mode_in(out.parent, shared=for_the_group)
    with new_file(out, mode, overwrite=overwrite) as file:
        yield file
    mark_kept(dry_run=False)
    note(wrapped(f"{shown(out)} is written: {written}"))

"""A mapping begun for a sheet: what its columns are called, as far as their names are known."""

import json
import os
from collections.abc import Iterator

from workflow.files.csv_rows import opened
from workflow.files.encodings import UTF_8
from workflow.files.opening import shown
from workflow.importing.labels import field_of
from workflow.importing.spreadsheet.mapping import CALLED, FIELDS, NEEDED
from workflow.importing.statements.labels import key_of


def drafted_mapping(path: str | os.PathLike[str], encoding: str = UTF_8) -> str:
    """Give the text of a mapping for a sheet, to be completed by a person: each field of which a
    column's name is known, each that is not as a comment, and the columns left over."""
    with opened(path, encoding=encoding) as sheet:
        printed = [column for column in sheet.printed if column]
    dropped = [f"# {sheet.dropped}"] if sheet.dropped else []
    return "\n".join([*_lines(shown(path), printed), *dropped]) + "\n"


def _lines(name: str, printed: list[str]) -> Iterator[str]:
    known: dict[str, str] = {}
    for column in printed:
        field = "" if key_of(column) == "call in" else field_of(column)  # it may mean two things
        known.setdefault("identity" if field == "reference" else field, column)
    yield f"# How {name} is read. Complete it, and look at every line: a name may mislead."
    yield ""
    yield "# What the sheet is, in a line. The record of every decision names it."
    yield 'register = ""'
    yield "# Only if another sheet begins its numbers again from 1:"
    yield '# series = "2023"'
    yield "# Only if the sheet writes 3/4/2018 for 3 April:"
    yield "# day-first = true"
    yield ""
    yield "[columns]"
    used = set()
    for key, field in FIELDS.items():
        column = known.get(field, "")
        used.add(column)
        comment = "" if column or key in NEEDED else "# "
        yield f"{comment}{key} = {_quoted(column)}  # {CALLED[field]}"
    rest = [column for column in printed if column not in used]
    if rest:
        yield f"# Not read, but kept with each decision: {', '.join(map(_quoted, rest))}"
    yield ""
    yield "# The sheet's own words for yes and no, where they are others."
    yield "# [words.key]"
    yield '# yes = ["K"]'
    yield '# no = ["NK"]'
    yield ""
    yield "# What is so of every decision, and stands in no column."
    yield "# [always]"
    yield "# key = false"
    yield "# subject-to-call-in = true"
    yield '# decided-by = "Cabinet"'


def _quoted(text: str) -> str:
    """Give a text as TOML has it: JSON's strings are its basic ones."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

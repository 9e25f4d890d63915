"""A mapping begun for a sheet: what its columns are called, as far as their names are known."""

import json
import os
from typing import Final, NamedTuple

from workflow.files.csv_rows import opened
from workflow.files.encodings import LOOKED_AT, UTF_8, reads_as
from workflow.files.lines import AS_CSV
from workflow.files.opening import opened as opened_file
from workflow.files.opening import shown
from workflow.importing.labels import field_of
from workflow.importing.spreadsheet.mapping import CALLED, FIELDS, NEEDED
from workflow.importing.statements.labels import key_of

_DRAFT: Final = """\
# How {name} is read. Complete it, and look at every line: a name may mislead.

# What the sheet is, in a line. The record of every decision names it.
register = ""
{encoding}# Only if another sheet begins its numbers again from 1:
# series = "2023"
# Only if the sheet writes 3/4/2018 for 3 April:
# day-first = true

[columns]
{columns}

# The sheet's own words for yes and no, where they are others.
# [words.key]
# yes = ["K"]
# no = ["NK"]

# What is so of every decision, and stands in no column.
# [always]
# key = false
# subject-to-call-in = true
# decided-by = "Cabinet"
"""
_ENCODING: Final = """\
# The encoding that the sheet was saved in. Look at letters such as é and £.
encoding = "{}"
"""


class DraftedMapping(NamedTuple):
    """A mapping begun for a sheet."""

    text: str
    remarks: tuple[str, ...]
    """What was done to the sheet so that it could be read, each a sentence that names the file."""


def drafted_mapping(path: str | os.PathLike[str], encoding: str | None = None) -> DraftedMapping:
    """Begin a mapping for a sheet, to be completed by a person: each field of which a column's
    name is known, each that is not as a comment, and the columns left over.

    Where nobody says the sheet's encoding, the one it reads as is taken, and the mapping says so.
    """
    taken = encoding or _reads_as(path)
    said = "" if taken == UTF_8 else _ENCODING.format(taken)
    remarks: tuple[str, ...] = ()
    if said and encoding is None:
        remarks = (f"{shown(path)} is not text in UTF-8. It reads as {taken}: see the mapping.",)
    with opened(path, encoding=taken) as sheet:
        printed = [column for column in sheet.printed if column]
    known: dict[str, str] = {}
    for column in printed:
        field = "" if key_of(column) == "call in" else field_of(column)  # it may mean two things
        known.setdefault("identity" if field == "reference" else field, column)
    lines = []
    for key, field in FIELDS.items():
        column = known.get(field, "")
        comment = "" if column or key in NEEDED else "# "
        lines.append(f"{comment}{key} = {_quoted(column)}  # {CALLED[field]}")
    used = {known.get(field) for field in FIELDS.values()}
    rest = ", ".join(_quoted(column) for column in printed if column not in used)
    if rest:
        lines.append(f"# Not read, but kept with each decision: {rest}")
    dropped = f"# {sheet.dropped}\n" if sheet.dropped else ""
    text = _DRAFT.format(name=shown(path), encoding=said, columns="\n".join(lines))
    return DraftedMapping(text + dropped, remarks)


def _reads_as(path: str | os.PathLike[str]) -> str:
    with opened_file(path, cure=AS_CSV) as file:
        return reads_as(file.read(LOOKED_AT)) or UTF_8


def _quoted(text: str) -> str:
    """Give a text as TOML has it: JSON's strings are its basic ones."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

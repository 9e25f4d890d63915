"""What a council's own sheet calls things: a mapping, read from a TOML file a person wrote."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from workflow.errors import Invalid
from workflow.files.csv_rows import column_name
from workflow.files.encodings import UTF_8, encoding_named
from workflow.files.opening import shown, text_of
from workflow.files.toml import toml_of
from workflow.files.toml_table import Problem, TableReader
from workflow.importing.labels import NAMES
from workflow.text import line

FIELDS: Final = {
    "identity": "identity",
    "title": "title",
    "decided-by": "decided_by",
    "meeting": "meeting",
    "made-on": "made_on",
    "published-on": "published_on",
    "effective-from": "effective_from",
    "last-day": "last_day",
    "key": "is_key",
    "subject-to-call-in": "is_subject_to_call_in",
    "call-ins": "call_ins",
    "status": "status",
    "purpose": "purpose",
    "decision": "decision",
}
"""What a mapping calls each field, and the field."""
CALLED: Final = {"identity": "What the sheet knows it by", **NAMES}
"""What each field is, in words."""
NEEDED: Final = ("identity", "title", "made-on")
"""What a sheet must have a column for."""
FLAGS: Final = ("key", "subject-to-call-in")
_BLANKS: Final = frozenset({"", "-", "–", "—"})
_ALWAYS: Final = (*FLAGS, "decided-by")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMapping:
    """How one council's sheet is read."""

    register: str
    """What the sheet is, in the council's words: the record of each decision names it."""
    series: str = ""
    """What goes before what the sheet knows a decision by, where another begins again from 1."""
    day_first: bool
    """Whether it was said that 3/4/2018 is 3 April; where it was not, such a day is refused."""
    columns: Mapping[str, str]
    """Field to column, as the heading is written in the mapping."""
    words: Mapping[str, Mapping[str, bool]]
    """For a field that is yes or no, the sheet's own words, in small letters, and the answer."""
    encoding: str = UTF_8
    """The encoding that the sheet was saved in."""
    always: Mapping[str, str]
    """What is so of every decision and stands in no column: "yes" or "no", or a text."""


def read_mapping(path: str | os.PathLike[str]) -> SheetMapping:
    """Read a mapping; Invalid, with everything that is wrong with it, where it is none."""
    name, text = shown(path), text_of(path)
    try:
        data = toml_of(text)
    except Invalid as fault:
        raise Invalid(f"{name}: {fault}", remedy=fault.cure) from None
    complaints: list[Problem] = []
    head = TableReader(name, "", data, complaints)
    columns = _columns(_table(head, "columns"))
    mapping = SheetMapping(
        register=_line(head, "register", "what the sheet is, in a line", required=True),
        series=_line(head, "series", "what tells this sheet from others", required=False),
        encoding=_encoding(head),
        day_first=head.flag("day-first", required=False),
        columns=columns,
        words=_words(_table(head, "words")),
        always=_always(_table(head, "always"), columns),
    )
    head.refuse_others()
    if complaints:
        raise Invalid(
            "\n".join(map(str, complaints)),
            remedy=f"Fill in, or put right, these lines of {name}."
            if head.data.keys() & {"register", "columns"}
            else "To begin from one that fits the sheet: decisions import mapping FILE.csv",
        )
    return mapping


def _table(entry: TableReader, key: str) -> TableReader:
    """Give a table of the file, empty where it is left out."""
    entry.keys_read.add(key)
    value: Any = entry.data.get(key, {})
    if not isinstance(value, dict):
        entry.complain(key, f"{value!r} does not fit.", f"Write it as a table: [{key}].")
        value = {}
    place = f"{entry.place}.{key}" if entry.place else key
    return TableReader(entry.file, place, value, entry.complaints)


def _line(entry: TableReader, key: str, wanted: str, *, required: bool) -> str:
    text = entry.text(key, wanted, required=required)
    try:
        return line(text, key) if text else ""
    except Invalid as fault:
        entry.complain(key, str(fault), fault.cure)
        return ""


def _encoding(entry: TableReader) -> str:
    name = entry.text("encoding", "the encoding that the sheet was saved in", required=False)
    try:
        return encoding_named(name) if name else UTF_8
    except Invalid as fault:
        entry.complain("encoding", str(fault), fault.cure)
        return UTF_8


def _columns(entry: TableReader) -> dict[str, str]:
    columns: dict[str, str] = {}
    for key, field in FIELDS.items():
        if key in entry.data or key in NEEDED:
            wanted = f"the name of a column: {CALLED[field].lower()}"
            column = _line(entry, key, wanted, required=True)
            if column_name(column) in map(column_name, columns.values()):
                entry.complain(
                    key, f"{column} is named for another field too.", "Name it for one of them."
                )
            if column:
                columns[field] = column
    entry.refuse_others(FIELDS)
    return columns


def _words(entry: TableReader) -> dict[str, dict[str, bool]]:
    found = {FIELDS[key]: _answers(_table(entry, key)) for key in FLAGS}
    entry.refuse_others()
    return found


def _answers(entry: TableReader) -> dict[str, bool]:
    answers: dict[str, bool] = {}
    for answer in ("yes", "no"):
        entry.keys_read.add(answer)
        words = entry.data.get(answer, [])
        if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
            entry.complain(answer, f"{words!r} does not fit.", 'Give a list of words, as ["K"].')
            continue
        for word in map(plain_word, words):
            if word in _BLANKS:
                entry.complain(answer, "An empty cell says nothing.", "Leave that word out.")
            if answers.setdefault(word, answer == "yes") is not (answer == "yes"):
                entry.complain(answer, f"{word!r} is both yes and no.", "Keep one of the two.")
    entry.refuse_others()
    return answers


def _always(entry: TableReader, columns: Mapping[str, str]) -> dict[str, str]:
    always = {FIELDS[key]: "yes" if entry.flag(key) else "no" for key in FLAGS if key in entry.data}
    maker = _line(entry, "decided-by", "who decides", required=False)
    if maker:
        always["decided_by"] = maker
    entry.refuse_others(_ALWAYS)
    for key in _ALWAYS:
        if FIELDS[key] in always and FIELDS[key] in columns:
            entry.complain(key, "It has a column too.", "Keep one of the two.")
    return always


def plain_word(text: str) -> str:
    """Give a word of a sheet as it is looked up in a mapping."""
    return " ".join(text.casefold().split())

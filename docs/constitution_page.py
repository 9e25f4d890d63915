"""The page on the constitution file: its text, with what each key takes as the code declares it."""

from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Final

from workflow.constitution.head import Head
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.provisions.grounds import Ground
from workflow.constitution.provisions.provision import EntryFlags, EntrySource, KnownSpan
from workflow.constitution.provisions.request import Alternative
from workflow.constitution.schema import records_of
from workflow.files.declared_schema import properties, required
from workflow.files.takes import Schema
from workflow.model.people import Role
from workflow.procedures.render import markdown_table

MADE: Final = Path(__file__).with_name("made") / "constitution-file.md.in"
TOGETHER: Final = {"NoticeRule": "notices", "ConsentRule": "consents", "ReportRule": "reports"}
"""Records that several tables have, which the page tells of under one heading."""


def constitution_page() -> str:
    """Every table of a constitution file, and every key of each."""
    records: dict[str, tuple[type, ...]] = {
        table.record.__name__: records_of(key) for key, table in TABLES.items()
    }
    records |= {each.__name__: (each,) for each in (Head, PrintedWindow, Ground, Alternative)}
    return Template(MADE.read_text(encoding="utf-8")).substitute(
        {name: keys(*each) for name, each in records.items()},
        tables=_tables(),
        every_entry=keys(EntrySource, KnownSpan, EntryFlags),
    )


def _tables() -> str:
    return markdown_table(
        ("Table", "What it says", "Without it"),
        (
            (f"[`[[{key}]]`](#{TOGETHER.get(each.record.__name__, key)})", each.says, each.without)
            for key, each in TABLES.items()
        ),
    )


def keys(*records: type) -> str:
    """Give what each key of a table is, and what it takes."""
    needed = {key for record in records for key in required(record)}
    every = {key: schema for record in records for key, schema in properties(record).items()}
    return markdown_table(
        ("Key", "What it is"),
        ((f"`{key}`", " ".join(_told(each, key in needed))) for key, each in every.items()),
    )


def _told(schema: Schema, needed: bool) -> Iterator[str]:
    says = schema["description"]
    yield says
    words = schema.get("enum") or schema.get("items", {}).get("enum") or []
    if {"minimum", "maximum"} <= schema.keys():
        yield f"From {schema['minimum']:,} to {schema['maximum']:,}."
    if words and not set(words) <= {role.value for role in Role}:
        *others, last = (f"`{word}`" for word in words)
        yield f"{'Some of' if 'items' in schema else 'One of'} {', '.join(others)} or {last}."
    if not needed and "left out" not in says:
        yield "May be left out."

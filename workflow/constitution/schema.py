"""JSON Schema of a constitution file, made from the very declarations by which one is read."""

from typing import Final

from workflow.constitution.head import Head
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.evidence import EVIDENCE
from workflow.constitution.provisions.provision import EntryFlags, EntrySource, KnownSpan
from workflow.files.declared_schema import object_schema, properties, required
from workflow.files.takes import Schema

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def records_of(name: str) -> tuple[type, ...]:
    """Give the records whose keys are those of one table alone, by the name of the table."""
    record = TABLES[name].record
    return (record, EVIDENCE[record]) if record in EVIDENCE else (record,)


def schema() -> Schema:
    """Give the schema by which an editor checks and completes a constitution file."""
    shared = {**properties(EntrySource), **properties(KnownSpan)}
    referred: Schema = {key: {"$ref": f"#/$defs/{key}"} for key in shared}
    table_keys = {key: value for key, value in referred.items() if key not in properties(KnownSpan)}
    repeal = {
        "type": "object",
        "properties": {**table_keys, "repealed": properties(EntryFlags)["repealed"]},
        "required": [*required(EntrySource), "repealed"],
        "additionalProperties": False,
    }
    council = {**object_schema(Head), "description": "Which council the file is of."}
    tables: Schema = {}
    for name, table in TABLES.items():
        own = object_schema(*records_of(name))
        entry = {
            **own,
            "properties": {**referred, **own["properties"]},
            "required": [*required(EntrySource), *own["required"]],
        }
        items = {"anyOf": [entry, repeal]}
        tables[name] = {"type": "array", "description": table.says, "items": items}
    return {
        "$schema": DRAFT,
        "title": "A council's constitution, as far as council-decisions needs it",
        "type": "object",
        "properties": {"council": council, **tables},
        "required": ["council"],
        "additionalProperties": False,
        "$defs": shared,
    }

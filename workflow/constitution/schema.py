"""JSON Schema of a constitution file, learnt from the very functions that read one.

Each reader is run on a table that answers everything it is asked, and notes what that was. So the
schema cannot say other than the readers do.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Final, TypeVar

from workflow.constitution.constitution import Body
from workflow.constitution.provisions import READERS
from workflow.constitution.provisions.evidence import read_evidence
from workflow.constitution.provisions.provision import ASSUMED, Basis, Confidence
from workflow.constitution.tables import TABLES
from workflow.files.toml_table import END_OF_DAY, TableReader

E = TypeVar("E", bound=StrEnum)
Schema = dict[str, object]
DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_DAY: Final[Schema] = {"type": "string", "format": "date"}
_NEEDED: Final = ("from", "basis", "rule", "words")


@dataclass(slots=True)
class SchemaReader(TableReader):
    """A table that notes what it is asked, and answers so that the asking goes on."""

    schema: dict[str, Schema] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    _optional: set[str] = field(default_factory=set)

    def complain(self, key: str, problem: str, cure: str) -> None:
        """Note no complaint: nothing was given."""

    def refuse_others(self, also: Iterable[str] = ()) -> None:
        """Refuse nothing: nothing was given."""

    def has(self, key: str) -> bool:
        """Answer that every key is there, and note that it may be left out."""
        self._optional.add(key)
        return True

    def _note(self, key: str, schema: Schema, *, required: bool = True) -> None:
        self.schema[key] = schema
        if required and key not in self._optional and key not in self.required:
            self.required.append(key)

    def text(self, key: str, wanted: str, *, required: bool = True) -> str:
        """Note a text."""
        said = {"type": "string", "minLength": 1, "description": wanted}
        self._note(key, said, required=required)
        return key

    def whole(self, key: str, least: int, most: int) -> int:
        """Note a whole number."""
        self._note(key, {"type": "integer", "minimum": least, "maximum": most})
        return least

    words = text

    def flag(self, key: str, *, required: bool = True) -> bool:
        """Note true or false."""
        self._note(key, {"type": "boolean"}, required=required)
        return True

    def month_day(self, key: str) -> str:
        """Note a day of the year."""
        self._note(key, {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"})
        return "05-21"

    def hour(self, key: str) -> time | None:
        """Note an hour, or the end of the day."""
        hour = {"type": "string", "format": "time"}
        self._note(key, {"anyOf": [{"const": END_OF_DAY}, hour]})
        return None

    def day(self, key: str) -> date:
        """Note a date."""
        self._note(key, dict(_DAY))
        return date.min

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Note one of a few words."""
        self._note(key, {"enum": _words(choices)})
        return next(iter(choices))

    def choices(self, key: str, choices: type[E], *, required: bool = True) -> tuple[E, ...]:
        """Note a list of a few words."""
        self._note(key, _some(_words(choices)), required=required)
        return tuple(choices)

    def some_of(self, key: str, choices: type[E], may: Iterable[E]) -> tuple[E, ...]:  # noqa: ARG002
        """Note a list of the few that will do here."""
        allowed = tuple(may)
        self._note(key, _some(_words(allowed)))
        return allowed

    def lists(self, key: str, choices: type[E], may: Iterable[E]) -> tuple[tuple[E, ...], ...]:  # noqa: ARG002
        """Note a list of lists of the words that will do here."""
        inner = {**_some(_words(may)), "minItems": 1}
        self._note(key, {"type": "array", "items": inner, "minItems": 1})
        return ()

    def names(self, key: str, wanted: str) -> tuple[str, ...]:
        """Note a list of names."""
        name = {"type": "string", "minLength": 1}
        self._note(
            key, {"type": "array", "description": wanted, "items": name, "uniqueItems": True}
        )
        return ()

    def rows(self, key: str, wanted: str, *, may_be_empty: bool = False) -> list[TableReader]:
        """Note a list of tables, and ask on in one of them."""
        inner = SchemaReader(self.file, f"{self.place}.{key}", {}, [])
        least: Schema = {} if may_be_empty else {"minItems": 1}
        self._note(key, {"type": "array", **least, "description": wanted, "items": _Later(inner)})
        return [inner]


class _Later(dict[str, object]):
    """The schema of an inner table, which is known when its reader has asked."""

    def __init__(self, asking: SchemaReader) -> None:
        super().__init__()
        self.asking = asking


def _words(choices: Iterable[StrEnum]) -> list[str]:
    return [choice.value for choice in choices]


def _some(words: list[str]) -> Schema:
    return {"type": "array", "items": {"enum": words}, "uniqueItems": True}


def _object(asked: SchemaReader, more: Schema | None = None, needed: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": {**(more or {}), **asked.schema},
        "required": [*needed, *asked.required],
        "additionalProperties": False,
    }


def _settled(schema: Schema) -> Schema:
    items = schema.get("items")
    if not isinstance(items, _Later):
        return schema
    inner = items.asking
    inner.schema = {key: _settled(each) for key, each in inner.schema.items()}
    return {**schema, "items": _object(inner)}


_ONCE: Final = frozenset({"not-found", "settled-by"})
"""Keys that every table has, noted with the shared ones and not again for each."""


def _text(says: str) -> Schema:
    return {"type": "string", "minLength": 1, "description": says}


def _shared() -> Schema:
    return {
        "from": {**_DAY, "description": "The day it begins."},
        "basis": {"enum": _words(Basis), "description": "How it is known."},
        "title": _text("The Act or instrument; needed with national law."),
        "rule": _text("The number or heading of the rule, or what was read."),
        "link": _text("Where it can be read."),
        "read": {**_DAY, "description": "The day it was last read there."},
        "confidence": {"enum": _words(Confidence), "description": "How far it can be relied on."},
        "known-to": {**_DAY, "description": "The last day on which it is known to hold."},
        "before": {"const": ASSUMED, "description": "That it held before it began is assumed."},
        "not-found": _text("What was looked for and not found."),
        "settled-by": _text("What would settle it."),
        "words": _text("What it says, in plain words of your own."),
    }


def asked(name: str) -> SchemaReader:
    """Give what the reader of one table asks for, by the name of the table."""
    asking = SchemaReader("", name, {}, [])
    read_evidence(asking, READERS[name](asking))
    asking.schema = {key: _settled(each) for key, each in asking.schema.items() if key not in _ONCE}
    return asking


def schema() -> Schema:
    """Give the schema by which an editor checks and completes a constitution file."""
    shared: Schema = {key: {"$ref": f"#/$defs/{key}"} for key in _shared()}
    told = {key: value for key, value in shared.items() if key not in ("known-to", "before")}
    tables: Schema = {}
    for name in READERS:
        asking = asked(name)
        repeal = {
            "type": "object",
            "properties": {**told, "repealed": {"const": True}},
            "required": [*_NEEDED, "repealed"],
            "additionalProperties": False,
        }
        entry = {"anyOf": [_object(asking, shared, _NEEDED), repeal]}
        tables[name] = {"type": "array", "description": TABLES[name].says, "items": entry}
    return {
        "$schema": DRAFT,
        "title": "A council's constitution, as far as council-decisions needs it",
        "type": "object",
        "properties": {"council": _council(), **tables},
        "required": ["council"],
        "additionalProperties": False,
        "$defs": _shared(),
    }


def _council() -> Schema:
    return {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^[A-Za-z0-9-]+$"},
            "name": _text("The council's full name."),
            "nation": {"enum": ["england", "wales", "scotland", "northern-ireland"]},
            "prefix": {"type": "string", "pattern": "^[A-Za-z]{1,6}$"},
            "body": {"enum": _words(Body)},
            "begins": {**_DAY, "description": "The day on which the council came into being."},
            "note": _text("Anything worth saying."),
        },
        "required": ["id", "name", "nation", "prefix"],
        "additionalProperties": False,
    }

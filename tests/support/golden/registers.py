"""The golden registers: whole registers as earlier commits left them."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from workflow.model.json_data import field_names
from workflow.store.database import Database, make_engine

FOLDER = Path(__file__).parents[2] / "data" / "golden"
FILES = sorted(FOLDER.glob("*.sql"))


def golden(file: Path, folder: Path) -> str:
    """Give the address of a golden register, brought up to date."""
    address = folder / f"{file.stem}.db"
    with sqlite3.connect(address) as made:
        made.executescript(file.read_text(encoding="utf-8"))
    made.close()
    database = Database(make_engine(str(address)))
    database.upgrade()
    assert database.whole() == []
    database.close()
    return str(address)


def records_in(value: Any) -> Iterator[Any]:
    """Give every record in a value, itself among them."""
    if is_dataclass(value):
        yield value
        for name in field_names(type(value)):
            yield from records_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from records_in(each)


def kinds_in(hint: Any) -> Iterator[type]:
    """Give every kind of record, and of word, that a value of such a type may hold."""
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
        yield hint
    if is_dataclass(hint):
        hints: Mapping[str, Any] = get_type_hints(hint)
        for name in field_names(hint):  # type: ignore[arg-type]
            yield from kinds_in(hints[name])
    for arm in get_args(hint):
        yield from kinds_in(arm)

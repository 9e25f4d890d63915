"""Whether a refusal is whole sentences of the catalogue, with facts for values: a phrase that the
code put together could be said in no other language."""

import json
import re
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from workflow.errors import NotOnFile, Refusal
from workflow.model.refusal import RefusalKind, say
from workflow.procedures.table import BY_NAME

ROOT = Path(__file__).resolve().parents[3]
OPTION = re.compile(r"--[a-z][a-z-]*\Z")
STEPS = frozenset(step.on_terminal for step in BY_NAME.values())


@contextmanager
def refusals_made() -> Iterator[list[Refusal]]:
    """Give every refusal that is made meanwhile, as it stands in the end."""
    made = list[Refusal]()
    begin = Refusal.__init__

    def noted(self: Refusal, *given: Any, **named: Any) -> None:
        begin(self, *given, **named)
        made.append(self)

    with patch.object(Refusal, "__init__", noted):
        yield made


def not_facts(refusal: Refusal, on_file: frozenset[str]) -> list[tuple[str, object]]:
    """Give the values of a refusal that are no facts.

    A fact is a number, a day, an instant, a member of an enumeration, a record or a list of facts;
    or a text that somebody wrote: on the command line, in the register or in a council's file.
    """
    return [(name, value) for name, value in refusal.values.items() if not _is_fact(value, on_file)]


def _is_fact(value: object, on_file: frozenset[str]) -> bool:
    if isinstance(value, Enum | int | date):
        return True
    if isinstance(value, tuple):
        return all(_is_fact(each, on_file) for each in value)
    if is_dataclass(value):
        parts = (getattr(value, each.name) for each in fields(value))
        return all(each is None or _is_fact(each, on_file) for each in parts)
    return isinstance(value, str) and (value in on_file or OPTION.match(value) is not None)


def is_whole(refusal: Refusal) -> bool:
    """Say whether it is said by sentences of the catalogue alone; a rule that is not on file, and
    days that cannot be counted, say so in their own."""
    because = " ".join(say(each, refusal.values) for each in refusal.sentences)
    remedy = " ".join(say(each, refusal.values) for each in refusal.remedies)
    if not refusal.sentences:
        return refusal.code in (NotOnFile.code, "beyond-calendar")
    known = {*refusal.sentences, *refusal.remedies} <= catalogue()
    return known and (because, remedy) == (refusal.because, refusal.remedy)


@cache
def catalogue() -> frozenset[str]:
    """Give every sentence of the catalogues."""
    found = set[str]()
    for path in sorted((ROOT / "workflow").rglob("*refusals.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        found |= set(_sentences(list(vars(module).values())))
    return frozenset(found)


def _sentences(value: object) -> Iterator[str]:
    if isinstance(value, RefusalKind):
        yield from (value.because, value.remedy)
    elif isinstance(value, Mapping):
        yield from _sentences(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            yield from _sentences(each)
    elif isinstance(value, str):
        yield value


def written_down(register: Path, files: Iterable[Path], line: Sequence[str]) -> frozenset[str]:
    """Give every text that somebody wrote: in the register, in those files, and on the line."""
    found = {*line, *STEPS}
    with closing(sqlite3.connect(register)) as db:
        tables = [
            name for (name,) in db.execute("select name from sqlite_master where type='table'")
        ]
        for table in tables:
            for row in db.execute(f'select * from "{table}"'):
                found.update(_texts(row))
    for path in files:
        found.update(_texts(tomllib.loads(path.read_text(encoding="utf-8"))))
    return frozenset(found | {text.partition(":")[0].strip() for text in found})


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        if value.startswith(("[", "{")):
            yield from _texts(json.loads(value))
    elif isinstance(value, Mapping):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)

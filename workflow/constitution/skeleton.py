"""A council's constitution file to begin with: what was answered, and the rest as comments."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Final

from workflow.constitution.head import Body
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.provision import EntrySource
from workflow.constitution.schema import records_of
from workflow.files.declared_schema import object_schema, properties, required
from workflow.files.takes import END_OF_DAY, Schema

_WIDTH: Final = 98
_DAYS: Final = "made = 2024-05-13, published = 2024-05-14, effective-from = 2024-05-22"
_SHOWN: Final = {
    "windows": f'[{{ reference = "", {_DAYS} }}]',
    "irregular": f'[{{ reference = "", {_DAYS}, why = "" }}]',
    "could-be": "[]",
    "confidence": '"unsure"',
}
"""Examples of keys whose schema would give none that is of use."""
_OF_EVERY: Final = ("basis", "rule", "confidence", "not-found", "settled-by", "link", "words")
"""Keys that every table may have, in the order in which they are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known of a council when its file is begun."""

    council: str
    name: str
    nation: str
    prefix: str
    body: Body = Body.COUNCIL
    since: date
    """From when the rules are to hold."""
    entries: dict[str, dict[str, object]]
    """What was answered of some tables, key by key; the rest of each is given as comments."""


def skeleton(answers: Answers) -> str:
    """Give the text of a file: a head, the tables that were answered, and every other as comments
    with what it says, what follows without it, and each key with what it takes."""
    head = (
        ("id", answers.council),
        ("name", answers.name),
        ("nation", answers.nation),
        ("prefix", answers.prefix),
        *(() if answers.body is Body.COUNCIL else (("body", answers.body.value),)),
    )
    lines = [
        f"# {answers.name}.",
        "#",
        "# To fill in a table, take the mark and the space (# ) from its lines; lines that begin",
        "# with #: only explain. Leave out what you did not find: nothing stands in for it, and",
        "# the engine says what is not on file. Then check the file: decisions constitution check",
        "",
        "[council]",
        *(f"{key} = {_toml(value)}" for key, value in head),
    ]
    for name, table in TABLES.items():
        lines += ["", f"#: {table.title}: {table.says}", f"#: Without it: {table.without}"]
        entry = answers.entries.get(name)
        mark = "" if entry else "# "
        for line in _entry(name, answers.since, entry or {}):
            lines.append(line if line.startswith("#:") else mark + line)
    return "\n".join(lines) + "\n"


def _entry(name: str, since: date, values: dict[str, object]) -> Iterator[str]:
    yield f"[[{name}]]"
    yield f"from = {since.isoformat()}"
    own, shared = object_schema(*records_of(name)), properties(EntrySource)
    needed = {*own["required"], *required(EntrySource)}
    keys = {**own["properties"], **{key: shared[key] for key in _OF_EVERY}}
    for key, schema in keys.items():
        optional = key not in needed
        if key in values:
            yield f"{key} = {_toml(values[key])}"
        elif key in shared or not (values and optional):
            takes = f"{_takes(schema)}{' May be left out.' if optional else ''}"
            lines = wrap(takes, _WIDTH - len("#:   "), break_on_hyphens=False)
            yield from (f"#:   {line}" for line in lines)
            yield f"{'# ' if optional else ''}{key} = {_example(key, schema)}"


def _example(key: str, schema: Schema) -> str:
    """Give a value that the key would take."""
    if key in _SHOWN:
        return _SHOWN[key]
    match schema:
        case {"enum": [first, *_]}:
            return _toml(first)
        case {"type": "integer", "minimum": least}:
            return str(least)
        case {"type": "boolean"}:
            return "true"
        case {"anyOf": _}:
            return _toml(END_OF_DAY)
        case {"type": "array", "items": {"properties": dict(inner), "required": list(needed)}}:
            keys = needed or [key for key, each in inner.items() if each.get("type") == "integer"]
            wanted_keys = keys if needed else [key for key in keys if key == "members"]
            shown = ", ".join(f"{each} = {_example(each, inner[each])}" for each in wanted_keys)
            return f"[{{ {shown} }}]"
        case {"type": "array", "items": {"enum": list(words)}}:
            return f"[{_toml(words[-1 if key.startswith('not-') else 0])}]"
        case {"type": "array", "items": dict(inner)}:
            return f"[{_example(key, inner)}]"
        case {"pattern": _}:
            return _toml("05-21")
        case _:
            return _toml("")


def _takes(schema: Schema) -> str:
    """Say what a key is, and what it takes where that is not said."""
    says = schema["description"].replace("`", "")
    match schema:
        case {"enum": list(words)}:
            return f"{says} Give {_either(words)}."
        case {"type": "array", "items": {"enum": list(words)}}:
            return f"{says} Give a list of {_either(words)}."
        case {"type": "array", "items": {"type": "array", "items": {"enum": list(words)}}}:
            return f"{says} The roles are {_either(words)}."
        case {"type": "integer", "minimum": least, "maximum": most}:
            return f"{says} Give a whole number from {least} to {most}."
        case {"type": "boolean"}:
            return f"{says} Give true or false."
        case _:
            return str(says)


def _either(words: list[str]) -> str:
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} or {last}" if others else last


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return json.dumps(value, ensure_ascii=False)

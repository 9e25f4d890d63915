"""A council's constitution file to begin with: what was answered, and the rest as comments."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Final

from workflow.constitution.constitution import Body
from workflow.constitution.schema import Schema, asked
from workflow.constitution.tables import TABLES
from workflow.files.toml_table import END_OF_DAY

_WIDTH: Final = 98
_DAYS: Final = "made = 2024-05-13, published = 2024-05-14, effective-from = 2024-05-22"
_SHOWN: Final = {
    "windows": f'[{{ reference = "", {_DAYS} }}]',
    "irregular": f'[{{ reference = "", {_DAYS}, why = "" }}]',
    "could-be": "[]",
}
"""Examples of keys that take a list of tables of more than a word."""
_OF_EVERY: Final = (
    ("confidence", '"unsure" where the source is old, second hand, or can be read two ways'),
    ("not-found", "what was looked for and not found"),
    ("settled-by", "what would settle it"),
    ("link", "where it can be read"),
)
"""Keys that every table may have, each with what it takes."""


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
        "# the engine says what is not on file. Then check the file: decisions policy check",
        "",
        "[council]",
        *(f"{key} = {_toml(value)}" for key, value in head),
    ]
    for name, told in TABLES.items():
        lines += ["", f"#: {told.title}: {told.says}", f"#: Without it: {told.without}"]
        given = answers.entries.get(name)
        mark = "" if given else "# "
        for line in _entry(name, answers.since, given or {}):
            lines.append(line if line.startswith("#:") else mark + line)
    return "\n".join(lines) + "\n"


def _entry(name: str, since: date, given: dict[str, object]) -> Iterator[str]:
    yield f"[[{name}]]"
    yield f"from = {since.isoformat()}"
    asking = asked(name)
    for key, schema in asking.schema.items():
        optional = key not in asking.required
        if key in given:
            yield f"{key} = {_toml(given[key])}"
        elif not (given and optional):
            yield from wrap(
                f"{_takes(schema)}{' (may be left out)' if optional else ''}",
                _WIDTH,
                initial_indent="#:   ",
                subsequent_indent="#:   ",
            )
            yield f"{'# ' if optional else ''}{key} = {_example(key, schema)}"
    yield '#:   "constitution", "council page", "national law" or "inferred from notices"'
    yield f"basis = {_toml(given.get('basis', 'constitution'))}"
    yield "#:   the number or heading of the rule, or what was read"
    yield f"rule = {_toml(given.get('rule', ''))}"
    for key, takes in _OF_EVERY:
        usual = "unsure" if key == "confidence" else ""
        yield f"#:   {takes} (may be left out)"
        yield f"{'' if key in given else '# '}{key} = {_toml(given.get(key, usual))}"
    yield "#:   what it says, in plain words of your own"
    yield f"words = {_toml(given.get('words', ''))}"


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
            told = keys if needed else [key for key in keys if key == "members"]
            shown = ", ".join(f"{each} = {_example(each, inner[each])}" for each in told)
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
    """Say what a key takes."""
    match schema:
        case {"enum": list(words)}:
            return " or ".join(f'"{word}"' for word in words)
        case {"type": "integer", "minimum": least, "maximum": most}:
            return f"a whole number from {least} to {most}"
        case {"type": "boolean"}:
            return "true or false"
        case {"anyOf": _}:
            return f'an hour, as in 17:00:00, or "{END_OF_DAY}"'
        case {"type": "array", "items": {"enum": list(words)}}:
            return "a list of " + ", ".join(f'"{word}"' for word in words)
        case {"description": str(wanted)}:
            return wanted
        case {"type": "array", "items": {"type": "array"}}:
            return "a list of lists of offices: see the reference"
        case _:
            return "a day of the year"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return json.dumps(value, ensure_ascii=False)

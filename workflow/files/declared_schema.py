"""The JSON schema of a declared record, with the docstring of each key."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from textwrap import dedent

from workflow.files.declared import declared
from workflow.files.takes import Schema, Tables, Takes


@cache
def sentences(kind: type) -> dict[str, str]:
    """Give the docstring of each field of a record, or of each member of an enumeration."""
    (body,) = ast.parse(dedent(inspect.getsource(kind))).body
    assert isinstance(body, ast.ClassDef)
    return dict(_under(body.body))


def _under(lines: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for line, after in pairwise(lines):
        match line, after:
            case (
                ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]),
                ast.Expr(ast.Constant(str(said))),
            ):
                yield name, " ".join(said.split())


def properties(record: type) -> dict[str, Schema]:
    """Give the schema of each key of a record, with its docstring as the description."""
    schemas: dict[str, Schema] = {}
    for each in declared(record):
        for key in each.takes.keys:
            sentence = sentences(type(key)).get(key.name, "")
            schemas[key.value] = {**each.takes.schema(), "description": sentence}
        if not each.takes.keys:
            sentence = sentences(record).get(each.name, "")
            schemas[each.key] = {**_schema(each.takes), "description": sentence}
    return schemas


def _schema(takes: Takes) -> Schema:
    if takes.tables is None:
        return takes.schema()
    return {**takes.schema(), "items": object_schema(*takes.tables.records, within=takes.tables)}


def required(record: type) -> list[str]:
    """Give the keys of a record that may not be left out."""
    return [each.key for each in declared(record) if each.needed]


def object_schema(*records: type, within: Tables | None = None) -> Schema:
    """Give the schema of a table that holds the keys of these records and no others. `within` says
    which may be left out where it is a table of a list."""
    needed, partly = ((), False) if within is None else (within.needed, within.partly)
    must = [] if partly else [key for record in records for key in required(record)]
    return {
        "type": "object",
        "properties": {key: each for one in records for key, each in properties(one).items()},
        "required": [*must, *(key for key in needed if key not in must)],
        "additionalProperties": False,
    }

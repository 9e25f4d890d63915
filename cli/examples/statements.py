"""The statement of a decision that an example is about, and the constitution it brings with it."""

from datetime import date
from pathlib import Path
from typing import Any

from cli.examples.reading import Example, Subject
from workflow.constitution.constitution import Constitution
from workflow.constitution.reading import parse_plain
from workflow.errors import Invalid
from workflow.importing.statements.drafting import to_statement
from workflow.importing.statements.files import read_file
from workflow.model.statement import ConflictOfInterest, Statement, Urgency


def statement_of(subject: Subject, made_on: date, folder: Path) -> Statement:
    """Give a statement that is complete, with what the example, or the paper it names, says."""
    values: dict[str, Any] = {
        "title": "The decision",
        "body": "Cabinet",
        "kind": "non-key",
        "made_on": made_on,
        "decision": "To do as recommended.",
        "reasons": "As in the report.",
        "alternatives": (),
        "conflicts": (),
        "consultation": "As the constitution has it.",
        "attended": ("The Leader",),
    }
    own = dict(subject.statement)
    paper = own.pop("statement", None)
    if paper is not None:
        values |= on_paper(folder / paper)
    try:
        return Statement(**{**values, **fields_of(own)})
    except TypeError as wrong:
        raise Invalid(f"The decision {subject.called} cannot be read: {wrong}.") from None


def on_paper(path: Path) -> dict[str, Any]:
    """Give what a written statement says, field by field; nothing of what it leaves out."""
    read = to_statement(read_file(path))
    return {
        name: value
        for name in Statement.__dataclass_fields__
        if (value := getattr(read, name)) is not None
    }


def fields_of(values: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of a statement as the engine has them, from what a file says of them."""
    fields = _named(values)
    if isinstance(fields.get("urgency"), dict):
        fields["urgency"] = Urgency(**_named(fields["urgency"]))
    if "conflicts" in fields:
        fields["conflicts"] = tuple(
            ConflictOfInterest(**_named(each)) for each in fields["conflicts"]
        )
    for name in ("alternatives", "wards", "attended", "apologies"):
        if name in fields:
            fields[name] = tuple(fields[name])
    return fields


def _named(given: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in given.items()}


def constitution_of(example: Example) -> Constitution | None:
    """Give the constitution that the example brings with it, if it does; Invalid if it is bad."""
    if example.constitution is None:
        return None
    constitution, complaints = parse_plain(example.constitution, f"{example.file}: constitution")
    if constitution is None:
        raise Invalid("\n".join(str(complaint) for complaint in complaints))
    return constitution

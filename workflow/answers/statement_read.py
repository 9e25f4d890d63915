"""What was read in a written statement, as every face gives it."""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow.importing.statements.reading import Found, StatementReading


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReadAnswer:
    """What a written statement says, field by field; nothing in it is guessed."""

    found: Mapping[str, Found]
    """What was found, each with the line on which it begins."""
    missing: tuple[str, ...]
    """What was not found."""
    remarks: tuple[str, ...]
    """What a person should look at."""
    unused: tuple[tuple[str, str], ...]
    """Printed text that belongs to no field, by its label; under an empty label if it has none."""


def statement_read_answer(reading: StatementReading) -> StatementReadAnswer:
    """Give what a written statement says, field by field."""
    return StatementReadAnswer(
        found=reading.found,
        missing=reading.missing,
        remarks=reading.remarks,
        unused=reading.unused,
    )

"""Every version of a decision's written statement, and what differs between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from workflow.answer_fields import NOT_GIVEN
from workflow.errors import NotFound
from workflow.model.json_data import canonical, to_json_data
from workflow.model.statement import ERASED, Statement
from workflow.register.ports import UnitOfWork
from workflow.register.record import history


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementVersion:
    """The written statement as it read from one entry of the journal on."""

    number: int
    """Its number, as in `show` and `history`: the entry from which the statement reads like
    this."""
    event: str
    """What was done."""
    at: datetime
    """When it was done."""
    by: str
    """Who wrote it."""
    by_whom: str = field(metadata=NOT_GIVEN)
    """Who wrote it; in brackets, how that was established, if it rests on more than the
    register."""
    established: str
    """How it was established who they are."""
    statement: Statement = field(metadata=NOT_GIVEN)
    """The statement as it read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDifference:
    """One part of a statement that reads differently: None where nothing is said, and `[erased]`
    where the text of that version was erased."""

    part: str
    """The part of the statement."""
    before: str | None
    """As it read."""
    after: str | None
    """As it reads."""


def versions(work: UnitOfWork, ref: str) -> tuple[StatementVersion, ...]:
    """Give every version of a decision's statement, oldest first. Raises NotFound."""
    statements = []
    for entry in history(work, ref):
        statement = getattr(entry.event, "statement", None)
        if isinstance(statement, Statement):
            statements.append((entry, statement))
    return tuple(
        StatementVersion(
            number=entry.seq,
            event=entry.event.name,
            at=entry.event.at,
            by=entry.by,
            by_whom=entry.by_whom,
            established=entry.established,
            statement=statement,
        )
        for entry, statement in statements
    )


def numbered(
    versions: Sequence[StatementVersion], number: int, ref: str, newest: int
) -> StatementVersion:
    """Give the statement as it read at a version of the decision, of which `newest` is the last.
    Raises NotFound for a version that there was not."""
    if not versions or not versions[0].number <= number <= newest:
        raise NotFound(f"{ref} has no version {number}.", remedy=f"Its versions are 1 to {newest}.")
    return max((each for each in versions if each.number <= number), key=lambda each: each.number)


def differences(before: Statement, after: Statement) -> tuple[TextDifference, ...]:
    """Give each part that reads differently, in the order of a statement. Of a text that was
    erased nobody can say that a part reads the same: each part that the other has is given, and
    every part where both were erased."""
    return tuple(
        TextDifference(
            part=field.name.replace("_", " "),
            before=ERASED if before.is_erased else _words(getattr(before, field.name)),
            after=ERASED if after.is_erased else _words(getattr(after, field.name)),
        )
        for field in fields(Statement)
        if _differ(before, after, field.name)
    )


def _differ(before: Statement, after: Statement, part: str) -> bool:
    if before.is_erased or after.is_erased:
        kept = [getattr(each, part) for each in (before, after) if not each.is_erased]
        return not kept or kept[0] is not None
    return bool(getattr(before, part) != getattr(after, part))


def _words(value: Any) -> str | None:
    if value is None:
        return None
    if value == ():
        return "none, said expressly"
    plain = to_json_data(value)
    return plain if isinstance(plain, str) else canonical(plain)

"""Working out, for the decisions of an older register, when each next needs a person."""

from typing import Any, Final

from sqlalchemy import Connection, bindparam, inspect, select, update

from workflow.errors import JournalBroken
from workflow.model.attention import attention_at
from workflow.store.mapping import row_to_stored
from workflow.store.tables import DECISIONS

_PAGE: Final = 1_000
_SET: Final = (
    update(DECISIONS)
    .where(DECISIONS.c.ref == bindparam("at_ref"))
    .values(attention_at=bindparam("at"))
)


def fill(connection: Connection) -> None:
    """Set when each decision next needs a person, a thousand rows at a time. A row that cannot be
    read is left: `decisions journal verify` names it."""
    there = {each["name"] for each in inspect(connection).get_columns("cd_decisions")}
    columns = [each for each in DECISIONS.c if each.name in there]
    missing = dict.fromkeys(each.name for each in DECISIONS.c if each.name not in there)
    page = select(*columns).order_by(DECISIONS.c.ref).limit(_PAGE)
    rows = connection.execute(page).mappings().all()
    while rows:
        found = [(row["ref"], _at(missing | dict(row))) for row in rows]
        changes = [{"at_ref": ref, "at": at} for ref, at in found if at is not None]
        if changes:
            connection.execute(_SET, changes)
        if type(rows[-1]["ref"]) is not str:  # damaged, and sorted after all others
            return
        rows = connection.execute(page.where(DECISIONS.c.ref > rows[-1]["ref"])).mappings().all()


def _at(row: dict[str, Any]) -> Any:
    try:
        return attention_at(row_to_stored(row).decision)  # type: ignore[arg-type]
    except JournalBroken:
        return None

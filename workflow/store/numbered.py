"""The tables whose rows are numbered: appointments, council days, and runs of the close."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, Select, Table, func, select

from workflow.errors import JournalBroken
from workflow.store.rows import Rows


def of_council(table: Table, council: str) -> Select[Any]:
    """Give the query for a council's rows, in the order recorded."""
    return in_order(table).where(table.c.council == council)


def in_order(table: Table) -> Select[Any]:
    """Give the query for every row, in the order recorded."""
    return select(table).order_by(table.c.number)


def councils(rows: Rows, table: Table) -> Sequence[str]:
    """Give the name of every council that has rows."""
    return rows.texts(select(table.c.council).distinct())


def next_number(rows: Rows, table: Table, called: str) -> int:
    """Give the next free number; another transaction that asks waits for this one. `called` is the
    name it waits by."""
    rows.wait_for(called)
    return (rows.connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1


def damaged(what: str, row: RowMapping, columns: Sequence[str]) -> JournalBroken:
    """Give the error that says which columns of which row cannot be read, without what they
    hold."""
    number = row["number"] if type(row["number"]) is int else "?"
    return JournalBroken(
        f"The {what} with number {number} cannot be read: {', '.join(columns)}.",
        remedy="Check the journal: decisions journal verify",
    )

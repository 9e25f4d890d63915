"""Decisions that are over and done with, in any number, beside those that somebody must see to."""

from datetime import timedelta

from sqlalchemy import select

from support.registers import database
from workflow import METADATA, Engine

DECISIONS = METADATA.tables["cd_decisions"]


def copies(engine: Engine, ref: str, *, over: int, still_open: int = 0) -> None:
    """Copy the row of a decision that is open for call-in, as so many that are over, four to a day,
    and so many that are open too."""
    with database(engine).execution_options(cd_write=True).begin() as connection:
        found = connection.execute(select(DECISIONS).where(DECISIONS.c.ref == ref))
        row = dict(found.mappings().one())
        done = {
            "state": "implemented",
            "due_at": None,
            "attention_at": None,
            "effective_at": row["effective_from"],
        }
        days = [row["made_on"] - timedelta(days=n // 4) for n in range(over)]
        rows = [row | done | {"ref": f"OLD-{n:05d}", "made_on": day} for n, day in enumerate(days)]
        rows += [row | {"ref": f"OPEN-{n:03d}"} for n in range(still_open)]
        connection.execute(DECISIONS.insert(), rows)
        connection.exec_driver_sql("ANALYZE cd_decisions")

"""The provisions that a constitution may hold: for each a record, its words, and its table."""

from typing import Final

from workflow.constitution.provisions import (
    consent,
    council_ends,
    effect,
    grounds,
    notice,
    period,
    publication,
    report,
    request,
    scrutiny,
    separation,
    statement,
)
from workflow.constitution.provisions.table import Table

_MODULES: Final = (
    period,
    request,
    grounds,
    scrutiny,
    notice,
    consent,
    report,
    statement,
    publication,
    separation,
    effect,
    council_ends,
)
TABLES: Final[dict[str, Table[object]]] = {
    table.key: table
    for module in _MODULES
    for table in vars(module).values()
    if isinstance(table, Table)
}
"""Each table of a constitution file, by its name there, in the order in which they are shown."""
PROVISIONS: Final = tuple(table.name for table in TABLES.values())
"""The name of every provision in code, in the same order."""


def table_named(name: str) -> Table[object]:
    """Give a table by the name of its provision, as in "call_in_period"."""
    return TABLES[name.replace("_", "-")]

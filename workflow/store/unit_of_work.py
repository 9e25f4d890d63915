"""The register within one transaction: the class of each port, put together."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, RowMapping, func, select

from workflow.errors import WorkflowError
from workflow.register.extent import NewestEntry, RegisterExtent
from workflow.store.appointments import SqlAppointments
from workflow.store.days import SqlDays
from workflow.store.decisions import SqlDecisions
from workflow.store.due import SqlDue
from workflow.store.journal import SqlJournal
from workflow.store.outbox import SqlOutbox
from workflow.store.rows import Columns, Rows, tell_the_log
from workflow.store.runs import SqlRuns
from workflow.store.tables import DECISIONS, JOURNAL, REGISTER
from workflow.store.under_call_in import SqlUnderCallIn

_SIZES: Final = select(
    select(func.count()).select_from(DECISIONS).scalar_subquery().label("decisions"),
    select(func.count()).select_from(JOURNAL).scalar_subquery().label("entries"),
)
"""How many decisions and entries there are."""

_NEWEST: Final = (
    select(JOURNAL.c.stream, JOURNAL.c.seq, JOURNAL.c.recorded_at)
    .order_by(JOURNAL.c.recorded_at.desc(), JOURNAL.c.seq.desc(), JOURNAL.c.stream.desc())
    .limit(1)
)
"""The entry that was recorded last."""

_IDENTITY: Final = select(REGISTER)
"""Which register this is."""

_COLUMNS: Final = Columns(REGISTER)


class SqlUnitOfWork:
    """The register within one transaction on a SQLAlchemy connection."""

    __slots__ = (
        "appointments", "days", "decisions", "due", "journal", "outbox", "rows", "runs",
        "under_call_in",
    )  # fmt: skip

    def __init__(
        self, connection: Connection, skipped: Callable[[WorkflowError], None] = tell_the_log
    ) -> None:
        rows = Rows(connection, skipped)
        self.rows = rows
        self.journal = SqlJournal(rows)
        self.outbox = SqlOutbox(rows)
        self.decisions = SqlDecisions(rows, self.journal, self.outbox)
        self.due = SqlDue(rows)
        self.under_call_in = SqlUnderCallIn(rows)
        self.appointments = SqlAppointments(rows)
        self.days = SqlDays(rows)
        self.runs = SqlRuns(rows)

    def extent(self) -> RegisterExtent:
        """Give which register this is, how much it holds, and its newest entry."""
        sizes = self.rows.all(_SIZES)[0]
        newest = None
        for row in self.rows.all(_NEWEST):
            at = row["recorded_at"]
            seq = row["seq"] if type(row["seq"]) is int else 0
            newest = NewestEntry(str(row["stream"]), seq, at if isinstance(at, datetime) else None)
        identity, begun_at = self.known_by()
        return RegisterExtent(
            identity=identity,
            begun_at=begun_at,
            decisions=sizes["decisions"],
            entries=sizes["entries"],
            newest=newest,
        )

    def known_by(self) -> tuple[str | None, datetime | None]:
        """Give the permanent identity of this register, and when it was begun; None and None if
        they are lost."""
        return _identity_of(self.rows.all(_IDENTITY))


def _identity_of(rows: Sequence[RowMapping]) -> tuple[str | None, datetime | None]:
    """Give a register's identity and when it was begun; None and None where they cannot be
    read."""
    if len(rows) != 1 or _COLUMNS.amiss(rows[0]):
        return None, None
    try:
        return str(UUID(rows[0]["identity"])), rows[0]["begun_at"]
    except ValueError:
        return None, None

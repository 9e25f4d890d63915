"""The register within one transaction on a SQLAlchemy connection."""

from collections.abc import Callable

from sqlalchemy import Connection

from workflow.errors import WorkflowError
from workflow.store.decisions import DecisionRows
from workflow.store.due import DueRows
from workflow.store.registers import RegisterRows
from workflow.store.rows import tell_the_log
from workflow.store.streamed import StreamedRows


class SqlUnitOfWork(DecisionRows, DueRows, StreamedRows, RegisterRows):
    """The register within one transaction on a SQLAlchemy connection."""

    __slots__ = ("conn", "skipped")

    def __init__(
        self, connection: Connection, skipped: Callable[[WorkflowError], None] = tell_the_log
    ) -> None:
        self.conn = connection
        self.skipped = skipped

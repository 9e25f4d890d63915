"""The engine, as a host or a command uses it: the parts joined, and how it is opened."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.clock import Clock, SystemClock
from workflow.engine.acting import Acting
from workflow.engine.asking import Asking
from workflow.engine.constituting import Constituting
from workflow.engine.core import AfterCommit, Told
from workflow.engine.foreseeing import Foreseeing
from workflow.engine.keeping import Keeping
from workflow.engine.taking_in import TakingIn
from workflow.register.councils import load_councils

if TYPE_CHECKING:
    from workflow.store.host import Host


class Engine(Acting, Asking, Constituting, Foreseeing, Keeping, TakingIn):
    """One register, with the councils it serves. Every answer that says no is a value; only what
    cannot be answered raises WorkflowError."""

    def within(self, host: "Host", *, after_commit: AfterCommit | None = None) -> "Engine":
        """Give this engine on a host's own SQLAlchemy connection or session.

        It works within savepoints, and never commits, rolls back or closes what it is lent: what
        the host rolls back leaves nothing. Callbacks run after the host's commit only. Where it
        is not SQLAlchemy that commits, `after_commit` is what calls a function once that is done,
        as Django's `transaction.on_commit` does.
        """
        from workflow.store.host import HostTransaction

        lent = HostTransaction(host, after_commit)
        within = Engine(lent, self.councils, self.clock, self._told, lent.after_commit)
        lent.told = within._told
        return within

    def on_commit(self, tell: Told) -> None:
        """Have a function told of each step taken, once it is committed and never before.

        What it raises is logged and goes no further: the step has been taken.
        """
        self._told.append(tell)

    def dispose(self) -> None:
        """Let every connection go. No call-in period is closed, and the engine may be used again.

        Within a host nothing is let go: what is lent is the host's. A register in memory is gone.
        """
        self.transactions.dispose()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self.dispose()


def open_engine(
    address: str,
    *,
    clock: Clock | None = None,
    constitutions: Iterable[str | Path] = (),
    begins: bool = True,
) -> Engine:
    """Open a register: a file for SQLite, or postgresql://…; one begins in an empty SQLite file.

    `constitutions` are folders with councils' files of one's own; one for a council that is
    shipped takes its place. Raises Invalid for one that another could have written. With
    `begins=False` a file that holds no register is refused.
    """
    from workflow.store.database import Database, make_engine

    database = Database(make_engine(address), begins=begins)
    return Engine(database, load_councils(constitutions), clock or SystemClock())

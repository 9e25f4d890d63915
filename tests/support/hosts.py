"""What hosts do with the connections that they lend."""

from typing import Any

import pytest
from sqlalchemy import Engine as Database

from support.people import MAKER
from support.steps import must
from workflow import Engine


def withdraw(engine: Engine, host: Any, ref: str) -> None:
    """Withdraw a decision within a host's transaction."""
    must(engine.within(host).take(ref, "withdraw", by=MAKER, reason="No."))


def refuse_commits(own: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the database refuse the host's commits, as it does when the disk is full."""

    def refuse(_: Any) -> None:
        raise own.dialect.loaded_dbapi.OperationalError("database or disk is full")

    monkeypatch.setattr(own.dialect, "do_commit", refuse)

"""Within a host, what others write meanwhile is not told as tampering."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from support.registers import Postgres, breaking_in
from support.steps import drafted
from workflow import Engine
from workflow.errors import WorkflowError
from workflow.store.database import address as address_of


@pytest.mark.parametrize("level", ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_a_break_is_told_only_where_one_state_is_seen(
    postgres: Postgres, open_register: Callable[[str], Engine], level: Any
) -> None:
    """Elsewhere it is said how to ask; where nothing is amiss nothing is asked for."""
    name = postgres.copy()
    engine = open_register(postgres.address(name))
    ref = drafted(engine)
    own = create_engine(address_of(postgres.address(name)), isolation_level=level)
    with own.connect() as host:
        verified = engine.within(host).journal.verify()
        assert (verified.checked, verified.breaks) == (1, ())
    with breaking_in(engine) as connection:
        connection.execute(text("UPDATE cd_journal SET role = 'system'"))
    with own.connect() as host:
        if level == "READ COMMITTED":
            with pytest.raises(WorkflowError, match="READ COMMITTED") as refused:
                engine.within(host).journal.verify(ref)
            assert "engine.journal.verify()" in refused.value.cure
        else:
            assert engine.within(host).journal.verify(ref).breaks
    own.dispose()
    assert engine.journal.verify().breaks
    postgres.drop(name)

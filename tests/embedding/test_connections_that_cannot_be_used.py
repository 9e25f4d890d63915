"""What a host lends and cannot be used is called that, with the cure, and never comes raw."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine as Bound
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError, MissingGreenlet
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from support.people import OFFICER
from support.steps import drafted, signed
from workflow import Engine
from workflow.errors import WorkflowError
from workflow.store.database import address as address_of
from workflow.store.faults import translated


@pytest.fixture
def own(postgres_address: str) -> Iterator[Bound]:
    """A host's own engine on PostgreSQL, whose pool has one connection."""
    bound = create_engine(
        address_of(postgres_address), pool_size=1, max_overflow=0, pool_timeout=0.05
    )
    yield bound
    bound.dispose()


def _within(engine: Engine, host: Any) -> WorkflowError:
    with pytest.raises(WorkflowError) as refused:
        drafted(engine.within(host))
    return refused.value


def test_a_hosts_transaction_that_failed_is_called_that(
    postgres_engine: Engine, own: Bound
) -> None:
    """Its own statement failed before: it rolls back, and goes on."""
    with own.connect() as host:
        with pytest.raises(Exception, match="division by zero"):
            host.execute(text("SELECT 1/0"))
        fault = _within(postgres_engine, host)
        assert fault.code == "unusable-connection"
        assert "Roll back" in fault.cure
        host.rollback()
        assert drafted(postgres_engine.within(host))


def test_a_host_that_keeps_each_statement_by_itself_is_told_so(
    postgres_engine: Engine, own: Bound
) -> None:
    """In AUTOCOMMIT nothing could be undone."""
    with own.connect().execution_options(isolation_level="AUTOCOMMIT") as host:
        fault = _within(postgres_engine, host)
    assert fault.code == "unusable-connection"
    assert "AUTOCOMMIT" in str(fault)
    assert postgres_engine.list() == []


class _Base(DeclarativeBase):
    pass


class _Post(_Base):
    __tablename__ = "web_posts"
    number: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)


def test_a_session_whose_flush_failed_and_a_connection_that_is_closed_are_told_so(
    postgres_engine: Engine, own: Bound
) -> None:
    """Not raw, in SQLAlchemy's words about its own insides."""
    with own.begin() as host:
        _Base.metadata.create_all(host)
    with Session(own) as session:
        session.add_all([_Post(slug="same"), _Post(slug="same")])
        with pytest.raises(IntegrityError):
            session.flush()
        session.add(_Post(slug="another"))
        fault = _within(postgres_engine, session)
        assert (fault.code, "rolled back" in str(fault)) == ("unusable-connection", True)
    with own.connect() as host:
        within = postgres_engine.within(host)
        within.list()
    fault = _within(postgres_engine, host)
    assert (fault.code, "closed" in str(fault)) == ("unusable-connection", True)


def test_what_has_to_be_awaited_says_how(postgres_engine: Engine) -> None:
    """An asynchronous engine's connection used without run_sync."""
    with pytest.raises(WorkflowError) as refused, translated():
        raise MissingGreenlet("greenlet_spawn has not been called")
    assert "run_sync" in refused.value.cure


def test_a_pool_with_nothing_to_spare_is_told_to_try_again(
    postgres_engine: Engine, own: Bound
) -> None:
    """Another of the host's requests has its only connection."""
    with own.connect(), Session(own) as session, pytest.raises(WorkflowError) as refused:
        postgres_engine.within(session).list()
    assert refused.value.code == "busy"


def test_one_that_gave_way_to_another_is_told_to_try_again(
    postgres_engine: Engine, own: Bound
) -> None:
    """A host under SERIALIZABLE does its whole transaction again."""
    ref = signed(postgres_engine)
    with own.connect().execution_options(isolation_level="SERIALIZABLE") as host:
        within = postgres_engine.within(host)
        assert within.get(ref).version == 2
        postgres_engine.take(ref, "publish", by=OFFICER, where="offices")
        with pytest.raises(WorkflowError) as refused:
            within.take(ref, "publish", by=OFFICER, where="offices")
    assert refused.value.code == "busy"

"""What the tests of embedding share: a host's own engine, and what its callbacks were told."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import create_engine

from workflow import Engine, make_sqlite_safe
from workflow.store.database import address as address_of


@pytest.fixture
def own(address: str) -> Iterator[Database]:
    """A host's own SQLAlchemy engine on the register."""
    bound = make_sqlite_safe(create_engine(address_of(address)))
    yield bound
    bound.dispose()


@pytest.fixture
def told(engine: Engine) -> list[str]:
    """What the callback was told, in order."""
    heard: list[str] = []
    engine.on_commit(lambda taken: heard.append(f"{taken.step} {taken.decision.ref}"))
    return heard

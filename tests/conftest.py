"""What every test may ask for: a clock, and a register on either database."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from support.councils import COUNCILS
from support.fakes.register import MemoryRegister
from support.registers import Postgres, copied, let_go, start_postgres
from support.steps import MORNING, opened, published
from workflow import Engine, ManualClock
from workflow.engine import load_councils
from workflow.store.database import Database, make_engine

Opener = Callable[..., Engine]
# What is drawn, and how long it takes, says more of the machine than of the code.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
MEMORY = Path("/dev/shm")
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2**30:
    # Thousands of small registers are flushed at every step: the tests need not wait for a disk.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands at 09:00 in London on Thursday 18 October 2018."""
    return ManualClock(MORNING)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of this test process's own."""
    server = start_postgres()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with an empty register, to be copied."""
    file = tmp_path_factory.mktemp("ready") / "ready.db"
    database = Database(make_engine(str(file)))
    database.upgrade()
    database.close()
    return file


@pytest.fixture
def sqlite_address(ready_file: Path, tmp_path: Path) -> str:
    """The address of a fresh register in an SQLite file."""
    return copied(ready_file, tmp_path / "register.db")


@pytest.fixture
def postgres_address(postgres: Postgres) -> Iterator[str]:
    """The address of a fresh register in PostgreSQL."""
    name = postgres.lend()
    yield postgres.address(name)
    postgres.give_back(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> Any:
    """The address of a fresh register, once on each database."""
    kind = "sqlite" if request.param == "sqlite" else "postgres"
    return request.getfixturevalue(f"{kind}_address")


@pytest.fixture(params=["sqlite", "postgresql"])
def own_address(request: pytest.FixtureRequest, sqlite_address: str) -> Iterator[str]:
    """A register of the test's own, whose schema it may change."""
    if request.param == "sqlite":
        yield sqlite_address
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = postgres.copy()
    yield postgres.address(name)
    postgres.drop(name)


@pytest.fixture
def open_register(clock: ManualClock) -> Iterator[Opener]:
    """A way to open registers that are let go of when the test ends."""
    engines: list[Engine] = []

    def open_one(address: str, at: ManualClock | None = None) -> Engine:
        engines.append(opened(address, at or clock))
        return engines[-1]

    yield open_one
    for engine in engines:
        let_go(engine)


@pytest.fixture
def engine(address: str, open_register: Opener) -> Engine:
    """An engine on a fresh register, once on each database."""
    return open_register(address)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def any_engine(request: pytest.FixtureRequest, clock: ManualClock, open_register: Opener) -> Engine:
    """An engine on a fresh register: in memory, and on each database."""
    if request.param == "memory":
        return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)
    kind = "sqlite" if request.param == "sqlite" else "postgres"
    return open_register(request.getfixturevalue(f"{kind}_address"))


@pytest.fixture
def sqlite_engine(sqlite_address: str, open_register: Opener) -> Engine:
    """An engine on a fresh register in an SQLite file."""
    return open_register(sqlite_address)


@pytest.fixture
def postgres_engine(postgres_address: str, open_register: Opener) -> Engine:
    """An engine on a fresh register in PostgreSQL."""
    return open_register(postgres_address)


@pytest.fixture
def open_ref(engine: Engine) -> str:
    """A decision of Herefordshire whose call-in period is open, on `engine`."""
    return published(engine)

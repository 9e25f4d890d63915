"""Whatever is done, by whomever and whenever, the journal adds up to the register and no decision
moves but as the law allows."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from support.random_lives.life import Fresh, Life
from support.registers import Postgres, copied


@pytest.fixture
def fresh_file(ready_file: Path, tmp_path: Path) -> Fresh:
    """A way to have a fresh register in an SQLite file, as often as one is needed."""
    names = iter(range(1_000_000))
    last: list[Path] = []

    def fresh() -> str:
        for file in last[-1:]:
            for each in file.parent.glob(f"{file.name}*"):
                each.unlink()
        last.append(tmp_path / f"{next(names)}.db")
        return copied(ready_file, last[-1])

    return fresh


@pytest.fixture
def fresh_database(postgres: Postgres) -> Fresh:
    """A way to have a fresh register in PostgreSQL, as often as one is needed."""
    lent: list[str] = []

    def fresh() -> str:
        for name in lent[-1:]:
            postgres.give_back(name)
        lent.append(postgres.lend())
        return postgres.address(lent[-1])

    return fresh


def _live(fresh: Fresh, lives: int, steps: int, *phases: Phase) -> None:
    run_state_machine_as_test(
        lambda: Life(fresh()),
        settings=settings(
            max_examples=lives,
            stateful_step_count=steps,
            deadline=None,
            phases=phases or (Phase.reuse, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_random_lives_are_lawful_on_sqlite(fresh_file: Fresh) -> None:
    """Some dozens of registers, each lived with for thirty steps."""
    _live(fresh_file, lives=30, steps=30)


def test_random_lives_are_lawful_on_postgresql(fresh_database: Fresh) -> None:
    """Fewer, on the other database."""
    _live(fresh_database, lives=8, steps=25)


@pytest.mark.campaign
def test_many_random_lives_are_lawful_on_sqlite(fresh_file: Fresh) -> None:
    """The long campaign, run by hand: pytest -m campaign tests/replay -n 2"""
    _live(fresh_file, 2_000, 50, *Phase)


@pytest.mark.campaign
def test_many_random_lives_are_lawful_on_postgresql(fresh_database: Fresh) -> None:
    """The long campaign, run by hand, on the other database."""
    _live(fresh_database, 500, 50, *Phase)

"""The call-in periods of a register, read a page at a time: none is missed, and one that cannot be
read stops no other."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text

from support.registers import breaking_in
from support.steps import published
from workflow import Engine
from workflow.store import decisions

Opener = Callable[..., Engine]
LONG_AGO = date(2000, 1, 1)


def _read(engine: Engine) -> list[str]:
    with engine.transactions.reading() as work:
        return [each.ref for each in work.decisions.periods("herefordshire", LONG_AGO)]


@pytest.mark.parametrize("page", [1, 2, 3, 5, 2_000])
def test_every_period_is_read_once_whatever_the_page(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    refs = sorted(published(engine) for _ in range(5))
    monkeypatch.setattr(decisions, "_PAGE", page)
    assert _read(engine) == refs


@pytest.mark.parametrize("page", [1, 2, 3, 5])
def test_a_reference_that_cannot_be_read_at_the_end_of_a_page_hides_no_other(
    sqlite_address: str, open_register: Opener, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    """Only SQLite stores text that is not UTF-8."""
    engine = open_register(sqlite_address)
    refs = sorted(published(engine) for _ in range(5))
    monkeypatch.setattr(decisions, "_PAGE", page)
    with breaking_in(engine) as connection:
        broken = "UPDATE cd_decisions SET ref = CAST(ref || x'ff' AS TEXT) WHERE ref = :ref"
        connection.execute(text(broken), {"ref": refs[1]})
    assert _read(engine) == [each for each in refs if each != refs[1]]

"""Every attack on a register by someone who owns the database is found, and named."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, text

from support.registers import breaking_in
from support.steps import published
from workflow import Engine
from workflow.errors import JournalBroken
from workflow.register.journal import GENESIS, chained

_DATE = "2018-10-25 00:00:00+00:00"


def _say(statements: str) -> Callable[[Connection], None]:
    def strike(connection: Connection) -> None:
        for statement in statements.split(";"):
            connection.execute(text(statement))

    return strike


def _instant(connection: Connection, of: str) -> None:
    shown = "2018-10-25T00:00:00.000000Z" if connection.dialect.name == "sqlite" else _DATE
    connection.execute(text(of), {"instant": shown})


IT = "stream = 'decision/HFD-2018-001'"
ATTACKS: dict[str, tuple[Callable[[Connection], object], str, int]] = {
    "the words of an entry are edited": (
        _say(f"UPDATE cd_journal SET body = replace(body, 'offices', 'OFFICES') WHERE {IT}"),
        "Its words are not those that were recorded.",
        3,
    ),
    "an entry's words are emptied": (
        _say(f"UPDATE cd_journal SET body = '' WHERE {IT} AND seq = 2"),
        "Its words are not those that were recorded.",
        2,
    ),
    "a middle entry is deleted": (
        _say(
            f"DELETE FROM cd_texts WHERE {IT} AND seq = 2;"
            f"DELETE FROM cd_outbox WHERE {IT} AND seq = 2;"
            f"DELETE FROM cd_journal WHERE {IT} AND seq = 2"
        ),
        "It is missing; entry 3 comes next.",
        2,
    ),
    "the first entry is deleted": (
        _say(
            f"DELETE FROM cd_texts WHERE {IT} AND seq = 1;"
            f"DELETE FROM cd_outbox WHERE {IT} AND seq = 1;"
            f"DELETE FROM cd_journal WHERE {IT} AND seq = 1"
        ),
        "It is missing; entry 2 comes next.",
        1,
    ),
    "the tail is cut off": (
        _say(
            f"DELETE FROM cd_texts WHERE {IT} AND seq >= 4;"
            f"DELETE FROM cd_outbox WHERE {IT} AND seq >= 4;"
            f"DELETE FROM cd_journal WHERE {IT} AND seq >= 4"
        ),
        "entries are missing",
        3,
    ),
    "the whole journal of a decision is deleted": (
        _say(
            f"DELETE FROM cd_texts WHERE {IT};DELETE FROM cd_outbox WHERE {IT};"
            f"DELETE FROM cd_journal WHERE {IT}"
        ),
        "It has a row in the register, and no journal.",
        0,
    ),
    "a column of an entry is edited": (
        _say(f"UPDATE cd_journal SET role = 'author' WHERE {IT} AND seq = 3"),
        "Its role is not the one that was recorded.",
        3,
    ),
    "the time of an entry is edited": (
        lambda c: _instant(c, f"UPDATE cd_journal SET at = :instant WHERE {IT} AND seq = 3"),
        "Its at is not the one that was recorded.",
        3,
    ),
    "the time of recording is edited": (
        lambda c: _instant(
            c, f"UPDATE cd_journal SET recorded_at = :instant WHERE {IT} AND seq = 3"
        ),
        "Its recorded_at is not the one that was recorded.",
        3,
    ),
    "a link of the chain is edited": (
        _say(f"UPDATE cd_journal SET before = hash WHERE {IT} AND seq = 2"),
        "It is not chained to the entry before it.",
        2,
    ),
    "sealed text is edited": (
        _say(f"UPDATE cd_texts SET text = '\"Another\"' WHERE {IT} AND part = 'signatory'"),
        "Its signatory is not the text that was recorded.",
        2,
    ),
    "a salt is edited": (
        _say(f"UPDATE cd_texts SET salt = 'ff' WHERE {IT} AND part = 'by' AND seq = 3"),
        "Its by is not the text that was recorded.",
        3,
    ),
    "sealed text is added": (
        _say(
            f"INSERT INTO cd_texts SELECT stream, 3, 'late', salt, text FROM cd_texts "
            f"WHERE {IT} AND part = 'signatory'"
        ),
        "Its late is not the text that was recorded.",
        3,
    ),
    "the register's title is edited": (
        _say("UPDATE cd_decisions SET title = 'Another' WHERE ref = 'HFD-2018-001'"),
        "The register's row is not what the entries add up to.",
        4,
    ),
    "the register's deadline is edited": (
        lambda c: _instant(
            c, "UPDATE cd_decisions SET effective_from = :instant WHERE ref = 'HFD-2018-001'"
        ),
        "The register's row is not what the entries add up to.",
        4,
    ),
    "the register's state is edited": (
        _say("UPDATE cd_decisions SET state = 'called_in' WHERE ref = 'HFD-2018-001'"),
        "The register's row is not what the entries add up to.",
        4,
    ),
    "the register's version is edited": (
        _say("UPDATE cd_decisions SET version = 5 WHERE ref = 'HFD-2018-001'"),
        "entries are missing",
        4,
    ),
    "the register's flag of irregularities is set": (
        _say("UPDATE cd_decisions SET irregular = 1 WHERE ref = 'HFD-2018-001'"),
        "The register's row has another irregular.",
        4,
    ),
    "an event in the outbox is deleted": (
        _say(f"DELETE FROM cd_outbox WHERE {IT} AND seq = 2"),
        "Its event in the outbox is gone.",
        2,
    ),
    "what an event in the outbox says is changed": (
        _say(
            f"UPDATE cd_outbox SET cloud_event = replace(cloud_event, '.signed', '.x') WHERE {IT}"
        ),
        "Its event in the outbox is not what was recorded.",
        2,
    ),
    "the register's row is deleted": (
        _say("DELETE FROM cd_decisions WHERE ref = 'HFD-2018-001'"),
        "It has a journal, and no row in the register.",
        4,
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_found_and_named(engine: Engine, attack: str) -> None:
    """The break says which entry of which stream, and what is wrong with it; another decision
    beside it is not accused."""
    published(engine)
    beside = published(engine)
    verified = engine.journal.verify()
    count, breaks = verified.checked, verified.breaks
    assert (count, breaks) == (8, ())
    strike, problem, entry = ATTACKS[attack]
    with breaking_in(engine) as connection:
        strike(connection)
    verified = engine.journal.verify()
    breaks = verified.breaks
    assert {each.stream for each in breaks} == {"decision/HFD-2018-001"}
    assert (entry, True) in {(each.seq, problem in each.problem) for each in breaks}
    verified = engine.journal.verify(beside)
    assert (verified.checked, verified.breaks) == (4, ())


@pytest.mark.parametrize(
    ("column", "value"),
    [("period_rule", "'{'"), ("period_rule", "'[]'"), ("kind", "'odd'"), ("held_for", "'odd'")],
)
def test_a_row_that_cannot_be_read_is_said_to_be_broken(
    engine: Engine, open_ref: str, column: str, value: str
) -> None:
    """It is a fault of the register, and not a crash."""
    with breaking_in(engine) as connection:
        connection.execute(text(f"UPDATE cd_decisions SET {column} = {value}"))
    with pytest.raises(JournalBroken, match=open_ref):
        engine.get(open_ref)


def test_an_attacker_who_recomputes_a_whole_chain_is_not_found(
    engine: Engine, open_ref: str
) -> None:
    """The chain alone does not prove that nobody rewrote it all: its known limit, stated here."""
    with breaking_in(engine) as connection:
        before = GENESIS
        rows = connection.execute(text("SELECT seq, body FROM cd_journal ORDER BY seq")).all()
        for seq, body in rows:
            changed = body.replace("council offices", "a cellar")
            after = chained(before, changed)
            connection.execute(
                text("UPDATE cd_journal SET body = :b, before = :p, hash = :h WHERE seq = :s"),
                {"b": changed, "p": before, "h": after, "s": seq},
            )
            before = after
        connection.execute(text("UPDATE cd_decisions SET head = :h"), {"h": before})
    verified = engine.journal.verify()
    assert (verified.checked, verified.breaks) == (4, ())

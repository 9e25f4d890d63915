"""Triggers that keep the journal append-only, on either database."""

from typing import Any, Final

# On SQLite a REPLACE deletes rows without firing the triggers on DELETE, so it is stopped before
# it begins.
_SQLITE: Final = (
    """
    CREATE TRIGGER cd_journal_no_update BEFORE UPDATE ON cd_journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
    """
    CREATE TRIGGER cd_journal_no_delete BEFORE DELETE ON cd_journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
    """
    CREATE TRIGGER cd_journal_no_replace BEFORE INSERT ON cd_journal
    WHEN EXISTS (SELECT 1 FROM cd_journal WHERE stream = NEW.stream AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to: that entry is not unique'); END
    """,
    """
    CREATE TRIGGER cd_texts_only_erased BEFORE UPDATE ON cd_texts
    WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.stream <> OLD.stream
      OR NEW.seq <> OLD.seq OR NEW.part <> OLD.part
    BEGIN SELECT RAISE(ABORT, 'sealed text is erased or left alone'); END
    """,
    """
    CREATE TRIGGER cd_texts_no_delete BEFORE DELETE ON cd_texts
    BEGIN SELECT RAISE(ABORT, 'sealed text is erased or left alone'); END
    """,
    """
    CREATE TRIGGER cd_texts_no_replace BEFORE INSERT ON cd_texts
    WHEN EXISTS (
      SELECT 1 FROM cd_texts WHERE stream = NEW.stream AND seq = NEW.seq AND part = NEW.part
    )
    BEGIN SELECT RAISE(ABORT, 'sealed text is erased or left alone: it is not unique'); END
    """,
    """
    CREATE TRIGGER cd_decisions_no_delete BEFORE DELETE ON cd_decisions
    BEGIN SELECT RAISE(ABORT, 'a decision is withdrawn, and never deleted'); END
    """,
    """
    CREATE TRIGGER cd_decisions_no_replace BEFORE INSERT ON cd_decisions
    WHEN EXISTS (SELECT 1 FROM cd_decisions WHERE ref = NEW.ref)
    BEGIN SELECT RAISE(ABORT, 'a decision is never deleted: that reference is not unique'); END
    """,
)

_POSTGRES: Final = (
    """
    CREATE FUNCTION cd_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE FUNCTION cd_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.stream <> OLD.stream
         OR NEW.seq <> OLD.seq OR NEW.part <> OLD.part THEN
        RAISE EXCEPTION 'sealed text is erased or left alone'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER cd_journal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON cd_journal
    FOR EACH STATEMENT EXECUTE FUNCTION cd_refuse('the journal is only added to')
    """,
    """
    CREATE TRIGGER cd_texts_only_erased BEFORE UPDATE ON cd_texts
    FOR EACH ROW EXECUTE FUNCTION cd_only_erased()
    """,
    """
    CREATE TRIGGER cd_texts_no_delete BEFORE DELETE OR TRUNCATE ON cd_texts
    FOR EACH STATEMENT EXECUTE FUNCTION cd_refuse('sealed text is erased or left alone')
    """,
    """
    CREATE TRIGGER cd_decisions_no_delete BEFORE DELETE OR TRUNCATE ON cd_decisions
    FOR EACH STATEMENT EXECUTE FUNCTION cd_refuse('a decision is withdrawn, and never deleted')
    """,
)

_SQLITE_IDENTITY: Final = (
    """
    CREATE TRIGGER cd_register_no_update BEFORE UPDATE ON cd_register
    BEGIN SELECT RAISE(ABORT, 'a register keeps its identity'); END
    """,
    """
    CREATE TRIGGER cd_register_no_delete BEFORE DELETE ON cd_register
    BEGIN SELECT RAISE(ABORT, 'a register keeps its identity'); END
    """,
    """
    CREATE TRIGGER cd_register_no_replace BEFORE INSERT ON cd_register
    WHEN EXISTS (SELECT 1 FROM cd_register)
    BEGIN SELECT RAISE(ABORT, 'a register keeps its identity: that is not unique'); END
    """,
)

_POSTGRES_IDENTITY: Final = (
    """
    CREATE TRIGGER cd_register_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON cd_register
    FOR EACH STATEMENT EXECUTE FUNCTION cd_refuse('a register keeps its identity')
    """,
)

SQLITE: Final = (*_SQLITE, *_SQLITE_IDENTITY)
POSTGRES: Final = (*_POSTGRES, *_POSTGRES_IDENTITY)
"""Every trigger, and every function of a trigger, that a register of this version has."""


def guard_the_journal(op: Any) -> None:
    """Add the triggers that keep the journal and the decisions, through Alembic's operations."""
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(statement)


def guard_the_decisions(op: Any) -> None:
    """Add the triggers on the decisions again, after SQLite has made that table anew."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in _SQLITE:
            if "ON cd_decisions" in statement:
                op.execute(statement)


def guard_the_identity(op: Any) -> None:
    """Add the triggers that keep a register's identity as it is."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_IDENTITY if sqlite else _POSTGRES_IDENTITY:
        op.execute(statement)

"""Triggers that keep the journal append-only, on either database."""

from typing import Any, Final

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
    CREATE TRIGGER cd_decisions_no_delete BEFORE DELETE ON cd_decisions
    BEGIN SELECT RAISE(ABORT, 'a decision is withdrawn, and never deleted'); END
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


def guard_the_journal(op: Any) -> None:
    """Add the triggers, through Alembic's operations."""
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(statement)

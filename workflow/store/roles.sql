-- The two roles of a register in PostgreSQL, so that the program which keeps it cannot change
-- what it has recorded.
--
-- The owner makes and upgrades the tables; nobody works as the owner. The program works as another
-- role, which may read everything, add to the journal, change a decision's row, and erase sealed
-- text: it may delete nothing, empty nothing, and drop nothing. Run this as the owner, once the
-- tables are there and again after each `decisions db upgrade`:
--
--     createuser decisions_app --login --pwprompt
--     psql --set=app=decisions_app --file=roles.sql postgresql://owner@host/decisions
--
-- Then give the program postgresql://decisions_app@host/decisions. Where the tables are in a schema
-- of their own, give both addresses ?options=-csearch_path=SCHEMA.

REVOKE ALL ON
  cd_decisions, cd_journal, cd_texts, cd_outbox,
  cd_appointments, cd_calendar_days, cd_runs, cd_register, cd_alembic_version
FROM PUBLIC, :"app";
REVOKE ALL ON SEQUENCE cd_runs_number_seq FROM PUBLIC, :"app";

-- In the schema that holds the tables, whichever it is, the program's role may look, and nobody but
-- its owner may make anything. (\x3b is a semicolon, which would end the statement too early.)
SET council_decisions.app = :"app";
DO E'DECLARE
  kept text := (SELECT relnamespace::regnamespace FROM pg_class
                WHERE oid = ''cd_decisions''::regclass)\x3b
  app text := current_setting(''council_decisions.app'')\x3b
BEGIN
  EXECUTE format(''REVOKE CREATE ON SCHEMA %s FROM PUBLIC, %I'', kept, app)\x3b
  EXECUTE format(''GRANT USAGE ON SCHEMA %s TO %I'', kept, app)\x3b
END';
RESET council_decisions.app;

-- Which schema it is, and which register.
GRANT SELECT ON cd_alembic_version, cd_register TO :"app";

-- The record: only ever added to. Sealed text may lose its words, and nothing else of it changes.
GRANT SELECT, INSERT ON cd_journal, cd_texts, cd_outbox TO :"app";
GRANT UPDATE (salt, text) ON cd_texts TO :"app";

-- Where each decision stands: changed by guarded updates, never deleted, and never renamed.
GRANT SELECT, INSERT ON cd_decisions TO :"app";
GRANT UPDATE (
  kind, title, state, version, statement_version, head, last_at, made_on, signed_at, published_at,
  edition, period_rule, period_edition, counted_from, last_day, request_deadline,
  deadline_included, effective_from, calendar_hash, called_in_at, disputed_at, held_for, held_under,
  held_at, freed_at, effective_at, implemented_at, withdrawn_at,
  makers, signer, asked_at, superseded_at, due_at, proceedings, irregular,
  attention_at, refused_at
) ON cd_decisions TO :"app";

-- The smaller registers: an appointment is given its last day, a run how it ended.
GRANT SELECT, INSERT ON cd_appointments, cd_calendar_days, cd_runs TO :"app";
GRANT UPDATE (until) ON cd_appointments TO :"app";
GRANT UPDATE (council, started_at, finished_at, due, closed, left_over, faults, passed_over)
  ON cd_runs TO :"app";
GRANT USAGE ON SEQUENCE cd_runs_number_seq TO :"app";

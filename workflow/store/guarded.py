"""Whether the tables still have their guards: their checks, their keys and their triggers.

Alembic compares tables, columns, indexes and foreign keys. It does not compare these, which the
owner of a database would take away first in order to change what is recorded.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import CheckConstraint, Connection, inspect, text

from workflow.store.tables import METADATA
from workflow.store.triggers import POSTGRES, SQLITE

Found = Mapping[tuple[str, str], str]
"""How each guard of a kind is defined, by its table and its name."""

_CAST: Final = re.compile(r"::\s*(?:character varying|\w+)(?:\(\d+\))?(?:\[\])?")
_MEMBER: Final = (
    (r"=\s*any\s*\(*\s*array\s*\[", " in "),
    (r"<>\s*all\s*\(*\s*array\s*\[", " not in "),
)
_IN: Final = r'(?:(?:\w+|"[^"]+")\.)?'
_TRIGGER: Final = re.compile(
    rf"CREATE TRIGGER \w+ BEFORE (?P<events>[A-Z ]+) ON {_IN}\w+ "
    r"FOR EACH (?P<each>ROW|STATEMENT) "
    rf"EXECUTE FUNCTION {_IN}(?P<function>\w+)\((?P<said>.*)\)"
)
_FUNCTION: Final = re.compile(r"CREATE FUNCTION (\w+)\(\).*\$\$(.*)\$\$", re.DOTALL)
_MADE_ON: Final = re.compile(r"CREATE TRIGGER (\w+) .*? ON (\w+)", re.DOTALL)
_TABLES: Final = tuple(table.name for table in METADATA.sorted_tables)

_CONSTRAINTS: Final = text(
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE contype = :kind AND conrelid = to_regclass(:name)"
)
_TRIGGERS: Final = text(
    "SELECT tgname, tgisinternal, tgenabled, pg_get_triggerdef(pg_trigger.oid), prosrc "
    "FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgrelid = to_regclass(:name)"
)
_RULES: Final = text("SELECT rulename FROM pg_rewrite WHERE ev_class = to_regclass(:name)")
_HIDDEN: Final = text("SELECT row_security_active(to_regclass(:name))")


def differences(connection: Connection) -> list[str]:
    """Say every way in which the tables' guards differ from those they were made with."""
    if connection.dialect.name == "sqlite":
        return list(_in_sqlite(connection))
    return list(_in_postgresql(connection))


def _in_sqlite(connection: Connection) -> Iterable[str]:
    looked = inspect(connection)
    there = [name for name in _TABLES if looked.has_table(name)]
    checks: dict[tuple[str, str], str] = {}
    for name in there:
        for number, each in enumerate(looked.get_check_constraints(name)):
            checks[name, each["name"] or f"number {number + 1}"] = plain(each["sqltext"])
    yield from _compared("check", _checks(there), checks)
    keys = {(n, ""): _listed(looked.get_pk_constraint(n)) for n in there}
    yield from _compared("primary key", _keys(there), keys)
    # A trigger is kept with its table's name as whoever made it wrote that.
    kept = connection.exec_driver_sql("SELECT type, name, lower(tbl_name), sql FROM sqlite_master")
    rows = [row for row in kept if row[2] in METADATA.tables]
    triggers = {(on, name): _spaced(sql) for kind, name, on, sql in rows if kind == "trigger"}
    made = {_named(each): _spaced(each) for each in SQLITE}
    yield from _compared("trigger", made, triggers)
    for kind, name, _, sql in rows:
        if kind == "table" and name in there and ("--" in sql or "/*" in sql):
            yield f"The table {name} is not as it was made: something is commented out."


def _in_postgresql(connection: Connection) -> Iterable[str]:
    functions = {name: _spaced(body) for name, body in _bodies()}
    checks: dict[tuple[str, str], str] = {}
    keys: dict[tuple[str, str], str] = {}
    triggers: dict[tuple[str, str], str] = {}
    there = []
    for name in _TABLES:
        table = {"name": name}
        if connection.execute(text("SELECT to_regclass(:name)"), table).scalar() is None:
            continue
        there.append(name)
        for each, definition in connection.execute(_CONSTRAINTS, {**table, "kind": "c"}):
            checks[name, each] = plain(definition)
        for _, definition in connection.execute(_CONSTRAINTS, {**table, "kind": "p"}):
            keys[name, ""] = plain(definition).removeprefix("primary key ")
        for each, internal, enabled, definition, body in connection.execute(_TRIGGERS, table):
            if enabled not in ("O", "A"):
                yield f"A trigger of {name} is turned off: {each}."
            if not internal:
                triggers[name, each] = _trigger(definition, functions, _spaced(body))
        for (rule,) in connection.execute(_RULES, table):
            yield f"A rule was added on {name}: {rule}."
        if connection.execute(_HIDDEN, table).scalar():
            yield f"Rows of {name} may be hidden from this user by a row security policy."
    yield from _compared("check", _checks(there), checks)
    yield from _compared("primary key", _keys(there), keys)
    made = {_named(each): _trigger(_spaced(each)) for each in POSTGRES if _MADE_ON.search(each)}
    yield from _compared("trigger", made, triggers)
    if connection.exec_driver_sql("SHOW session_replication_role").scalar() != "origin":
        yield "Triggers are turned off for this user (session_replication_role)."


def _compared(kind: str, made: Found, there: Found) -> Iterable[str]:
    """Say what is missing, has changed, or was added."""
    for (table, name), definition in made.items():
        if (table, name) not in there:
            yield f"The {kind}{name and f' {name}'} on {table} is missing."
        elif there[table, name] != definition:
            yield f"The {kind}{name and f' {name}'} on {table} is not as it was made."
    for table, name in there:
        if (table, name) not in made:
            yield f"A {kind} was added on {table}: {name}."


def _checks(tables: Iterable[str]) -> Found:
    return {
        (name, str(each.name)): plain(str(each.sqltext))
        for name in tables
        for each in METADATA.tables[name].constraints
        if isinstance(each, CheckConstraint)
    }


def _keys(tables: Iterable[str]) -> Found:
    return {
        (name, ""): " , ".join(METADATA.tables[name].primary_key.columns.keys()) for name in tables
    }


def _listed(key: Any) -> str:
    return " , ".join(key["constrained_columns"])


def plain(condition: str) -> str:
    """Give a condition without the casts and brackets that a database adds to it."""
    said = _CAST.sub("", condition).lower().removeprefix("check")
    for pattern, word in _MEMBER:
        said = re.sub(pattern, word, said)
    return _spaced(re.sub(r'[()\[\]"]', " ", said).replace(",", " , "))


def _spaced(said: object) -> str:
    return " ".join(str(said).split())


def _named(made: str) -> tuple[str, str]:
    """Give the table and the name of one of our triggers."""
    found = _MADE_ON.search(made)
    assert found is not None
    return found[2], found[1]


def _trigger(made: str, functions: Mapping[str, str] | None = None, body: str = "") -> str:
    """Give what a PostgreSQL trigger does, in one form; or its text as it is, if it cannot be
    read or its function has another body."""
    match = _TRIGGER.fullmatch(made)
    if match is None or (functions is not None and functions.get(match["function"]) != body):
        return made
    events = sorted(match["events"].split(" OR "))
    return f"{events} {match['each']} {match['function']} {match['said']}"


def _bodies() -> Iterable[tuple[str, str]]:
    for each in POSTGRES:
        if found := _FUNCTION.search(each):
            yield found[1], found[2]

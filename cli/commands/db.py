"""The commands that set the database up, bring it up to date and check it."""

from contextlib import suppress

from cli import options
from cli.context import Context
from cli.exits import NOT_VERIFIED, Ended
from cli.extent import extent_told
from cli.output import kept, note, say, say_json
from workflow.errors import WorkflowError


def db_upgrade(
    for_the_group: options.ForTheGroup = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Set up the register's database, or bring it up to date. It begins one if there is none.

    Example: decisions db upgrade --db postgresql://decisions@localhost/decisions
    """
    before, after = Context(db=db, begins=True, shared=for_the_group).database.upgrade()
    kept(dry_run=False)
    if as_json:
        from workflow.answers.register import DatabaseUpgraded

        say_json(DatabaseUpgraded(before=before, after=after))
    else:
        say(f"At revision {after}" + ("." if before == after else f", from {before or 'nothing'}."))


def db_current(
    db: options.Db = None, as_json: options.Json = False, traceback: options.Traceback = False
) -> None:
    """Say which revision the register's database is at.

    Example: decisions db current
    """
    revision = Context(db=db).database.revision()
    if as_json:
        from workflow.answers.register import DatabaseRevision

        say_json(DatabaseRevision(revision=revision))
    else:
        say(revision or "not set up")


def db_check(
    db: options.Db = None, as_json: options.Json = False, traceback: options.Traceback = False
) -> None:
    """Check that the database is of this version, and complete. Exit 7 if it is not complete.

    It names each trigger, check or key that is missing, added or changed.

    Example: decisions db check
    """
    context = Context(db=db)
    database = context.database
    said = database.whole()
    extent = None
    # Where it is not whole, it may not be possible to count.
    with suppress(*([WorkflowError] if said else [])), database.reading() as work:
        extent = work.extent()
    if as_json:
        from workflow.answers.register import database_checked

        say_json(database_checked(database.revision(), said, context.place, extent))
    else:
        if not said:
            empty = extent is not None and not extent.entries
            whole = ". Its tables are whole, and hold nothing." if empty else ", and whole."
            say(f"At revision {database.revision()}{whole}")
        if extent is not None:
            say(*extent_told(context.place, extent))
    for problem in () if as_json else said:
        note(problem)
    if said:
        raise Ended(NOT_VERIFIED)

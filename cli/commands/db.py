"""The commands that set the database up, bring it up to date and check it."""

from contextlib import suppress

from cli.context import Context
from cli.exits import DONE, NOT_VERIFIED
from cli.shown.answer import Answer
from cli.shown.extent_lines import extent_lines
from cli.shown.output import mark_kept
from cli.typed import options
from workflow.errors import WorkflowError


def db_upgrade(for_the_group: options.ForTheGroup = False) -> Answer:
    """Set up the register's database, or bring it up to date. It begins one if there is none.

    Example: decisions db upgrade --db postgresql://decisions@localhost/decisions
    """
    before, after = Context(begins=True, shared=for_the_group).database.upgrade()
    mark_kept(dry_run=False)

    def data() -> object:
        from workflow.answers.register import DatabaseUpgraded

        return DatabaseUpgraded(before=before, after=after)

    since = "" if before == after else f", from {before or 'nothing'}"
    return Answer(data=data, text=[f"At revision {after}{since}."])


def db_current() -> Answer:
    """Say which revision the register's database is at.

    Example: decisions db current
    """
    revision = Context().database.revision()

    def data() -> object:
        from workflow.answers.register import DatabaseRevision

        return DatabaseRevision(revision=revision)

    return Answer(data=data, text=[revision or "not set up"])


def db_check() -> Answer:
    """Check that the database is of this version, and complete. Exit 7 if it is not complete.

    It names each trigger, check or key that is missing, added or changed.

    Example: decisions db check
    """
    context = Context()
    database = context.database
    problems = database.whole()
    extent = None
    # Where it is not whole, it may not be possible to count.
    with suppress(*([WorkflowError] if problems else [])), database.reading() as work:
        extent = work.extent()
    revision = database.revision()

    def data() -> object:
        from workflow.answers.register import database_checked

        return database_checked(revision, problems, context.place, extent)

    text = []
    if not problems:
        empty = extent is not None and not extent.entries
        whole = ". Its tables are whole, and hold nothing." if empty else ", and whole."
        text.append(f"At revision {revision}{whole}")
    if extent is not None:
        text += extent_lines(context.place, extent)
    return Answer(data=data, text=text, notes=problems, code=NOT_VERIFIED if problems else DONE)

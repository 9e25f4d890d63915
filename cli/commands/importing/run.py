"""How decisions of any other register are shown, and with --adopt imported."""

from cli.commands.importing.report import ImportReport
from cli.context import Context
from cli.exits import NEEDS_A_PERSON, Ended
from cli.output import end_refused, kept, note
from workflow.calendars.days import calendar_for
from workflow.constitution.constitution import Constitution
from workflow.importing import Source
from workflow.importing.read import AssessedPage, ReadThrough, pages_of
from workflow.model.people import Person
from workflow.procedures.attempt import Refused


def run_import(
    source: Source,
    context: Context,
    *,
    adopt: bool,
    dry_run: bool,
    as_json: bool,
    whole: bool = False,
) -> None:
    """Show what a register holds; with `adopt`, import it. Ends with 8 if a person must look.

    With `whole`, nothing is imported where any of it could not be read.
    """
    name = context.council_name()
    constitution = context.constitution(name)
    told = ImportReport(as_json, constitution.prefix)
    told.whole = whole
    by = context.by if adopt else None
    with _read_through(source, context, constitution) as pages:
        told.kept_out = pages.unread if whole and adopt else 0
        for page in pages:
            told.page(page)
            if by is not None and not told.kept_out:
                _import_page(context, page, by, told, dry_run)
            elif context.has_register():
                told.mind(context.engine.imports.differences(name, page.assessed))
    if adopt and dry_run:
        note("This was a rehearsal: nothing was kept.")
    kept(dry_run or not told.written)
    told.end(adopt=adopt)
    if told.needs_a_person:
        raise Ended(NEEDS_A_PERSON)


def _read_through(source: Source, context: Context, constitution: Constitution) -> ReadThrough:
    if context.has_register():
        return context.engine.imports.read(constitution.council, source)
    # There is nothing to look up, and none is begun.
    context.mind_no_register()
    calendar, now = calendar_for(constitution.nation), context.clock().now()
    return ReadThrough(pages_of(source, constitution, calendar, now), constitution.prefix)


def _import_page(
    context: Context, page: AssessedPage, by: Person, told: ImportReport, dry_run: bool
) -> None:
    name = context.council_name()
    outcome = context.engine.imports.write(name, page.assessed, by=by, dry_run=dry_run)
    if isinstance(outcome, Refused):
        raise end_refused("Nothing is imported.", outcome.refusals)
    told.wrote(outcome)

"""How decisions of any other register are shown, and with --adopt imported."""

from cli.commands.importing.report import ImportReport
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.output import end_refused, mark_kept, note
from workflow.calendars.days import calendar_for
from workflow.constitution.constitution import Constitution
from workflow.importing import Source
from workflow.importing.read import AssessedPage, ReadThrough, pages_of
from workflow.importing.write import ImportResult
from workflow.model.people import Person
from workflow.procedures.attempt import Refused


def run_import(
    source: Source,
    context: Context,
    *,
    adopt: bool,
    dry_run: bool,
    whole: bool = False,
    problems: bool = False,
) -> Answer:
    """Show what a register holds; with `adopt`, import it. Ends with 8 if a person must look.

    With `whole`, nothing is imported where any of it could not be read.
    """
    name = context.council_name()
    constitution = context.constitution(name)
    report = ImportReport(constitution.prefix, whole=whole, problems=problems)
    by = context.by if adopt else None
    with _read_through(source, context, constitution) as pages:
        report.kept_out = pages.unread if whole and adopt else 0
        for page in pages:
            if by is not None and not report.kept_out:
                known = _import_page(context, page, by, dry_run)
            elif context.has_register():
                known = context.engine.imports.compare(name, page.assessed)
            else:
                known = ImportResult((), (), ())
            report.tell(page, known)
    if adopt and dry_run:
        note("This was a rehearsal: nothing was kept.")
    mark_kept(dry_run or not report.written)
    return report.answer(adopt=adopt)


def _read_through(source: Source, context: Context, constitution: Constitution) -> ReadThrough:
    if context.has_register():
        return context.engine.imports.read(constitution.council, source)
    # There is nothing to look up, and none is begun.
    context.warn_no_register()
    calendar, now = calendar_for(constitution.nation), context.clock().now()
    return ReadThrough(pages_of(source, constitution, calendar, now), constitution.prefix)


def _import_page(context: Context, page: AssessedPage, by: Person, dry_run: bool) -> ImportResult:
    name = context.council_name()
    outcome = context.engine.imports.write(name, page.assessed, by=by, dry_run=dry_run)
    if isinstance(outcome, Refused):
        raise end_refused("Nothing is imported.", outcome.refusals)
    return outcome

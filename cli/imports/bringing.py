"""The one road by which decisions of any other register are shown, and with --adopt taken in."""

from cli.exits import NEEDS_A_PERSON, Ended
from cli.imports.told import Told
from cli.opening import Opening
from cli.output import end_refused, note
from workflow.calendars.days import calendar_for
from workflow.lifecycle.attempt import Refused
from workflow.listings import Source
from workflow.service.taken_in.reading import pages_of


def bring(source: Source, opening: Opening, *, adopt: bool, dry_run: bool, as_json: bool) -> None:
    """Show what a register holds; with `adopt`, take it in. Ends with 8 if a person must look."""
    name = opening.council_name()
    constitution = opening.constitution(name)
    told = Told(as_json, constitution.prefix)
    if adopt:
        _take_in(source, opening, name, told, dry_run)
    elif opening.has_register():
        for page in opening.engine.pages_of(name, source):
            told.page(page)
    else:  # there is nothing to look up, and none is begun
        calendar, now = calendar_for(constitution.nation), opening.clock().now()
        for page in pages_of(source, constitution, calendar, now):
            told.page(page)
    if adopt and dry_run:
        note("This was a rehearsal: nothing was kept.")
    told.end(adopt=adopt)
    if told.needs_a_person:
        raise Ended(NEEDS_A_PERSON)


def _take_in(source: Source, opening: Opening, name: str, told: Told, dry_run: bool) -> None:
    by = opening.actor(name)
    with opening.engine.read_through(name, source) as pages:
        told.minds(pages.unlike)
        for page in pages:
            told.page(page)
            outcome = opening.engine.take_in(
                name, page.assessed, by=by, left=pages.left, dry_run=dry_run
            )
            if isinstance(outcome, Refused):
                raise end_refused("Nothing is taken in.", outcome.refusals)
            told.wrote(outcome)

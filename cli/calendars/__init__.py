"""The commands about calendars, and the group they are found in."""

import typer

from cli.calendars.changing import calendar_impact, calendar_import
from cli.calendars.keeping import calendar_add, calendar_show
from cli.calendars.reaching import calendar_check, calendar_horizon

calendar = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for _name, _command in (
    ("show", calendar_show),
    ("add", calendar_add),
    ("import", calendar_import),
    ("check", calendar_check),
    ("impact", calendar_impact),
    ("horizon", calendar_horizon),
):
    calendar.command(_name)(_command)

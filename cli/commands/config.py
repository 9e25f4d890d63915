"""The commands that show the settings and write one."""

from typing import Annotated

import typer

from cli.command import without_register
from cli.context import Context
from cli.settings_file import (
    must_be_writable,
    overruled,
    settings_file,
    value_for,
    write_settings,
)
from cli.shown.answer import Answer, Table
from cli.shown.fitting import wrapped
from cli.shown.output import mark_kept
from cli.typed import options
from workflow import config
from workflow.config import KNOWN, Setting
from workflow.errors import NotYours
from workflow.files.opening import shown
from workflow.store.address import masked

System = Annotated[
    bool,
    typer.Option("--system", help="Write the machine's settings, for everyone; root's to do."),
]


@without_register
def config_set(
    key: Annotated[str, typer.Argument(help="The setting.", metavar="SETTING")],
    value: Annotated[str, typer.Argument(help="The new value.", metavar="VALUE")],
    system: System = False,
) -> Answer:
    """Write a setting to your own settings file: database, council, constitutions or templates.

    A path is stored in full. Nothing is written to the folder you are in.

    Example: decisions config set council salford
    """
    config.must_be_known(key)
    if key == "council":
        value = council_called(value)
    path = settings_file(system=system)
    value = value_for(key, value, system=system)
    must_not_be_final(key, value, system=system)
    must_be_writable(path)
    before = write_settings(path, {key: value})
    mark_kept(dry_run=False)
    was = before.get(key, value)
    return Answer(
        data={
            "name": key,
            "value": masked(value),
            "was": None if was is None else masked(was),
            "changed": key in before,
            "file": str(path),
        },
        text=[wrapped(setting_words(key, value, before), "", "  "), f"  In {shown(path)}"],
        warnings=overruled({key: value}),
    )


def setting_words(key: str, value: str, before: dict[str, str | None]) -> str:
    """Say what a setting is, and what it was."""
    if key not in before:
        return f"{key} is {masked(value)} already."
    was = before[key]
    return f"{key} is {masked(value)}" + ("." if was is None else f"; it was {masked(was)}.")


def council_called(name: str) -> str:
    """Give the short name of a council, by that or by its name; NotFound, with those near."""
    councils = Context().councils()
    found = councils.called(name.strip())
    return councils.named(name).council if found is None else found.council


def must_not_be_final(key: str, value: str, *, system: bool) -> None:
    """Raise NotYours where the machine's file says that nothing else may set it."""
    held = config.settings({})[key]
    if held.final and not system and held.value != value:
        raise NotYours(f'The setting "{key}" is final on this machine: {held.masked}.')


def config_show(
    origin: Annotated[
        bool, typer.Option("--origin", help="Say where each value came from.")
    ] = False,
    council: options.Council = None,
) -> Answer:
    """Show the settings, and with --origin where each came from.

    Example: decisions config show --origin
    """
    settings = Context(council=council).settings
    data = [
        {"name": each.name, "value": each.masked, "origin": each.origin, "final": each.final}
        for each in settings.values()
    ]
    rows = [
        (each.name, each.masked or "", *((_origin(each),) if origin else ()))
        for each in settings.values()
    ]
    headings = ("SETTING", "VALUE", "ORIGIN") if origin else ("SETTING", "VALUE")
    final = [each.name for each in settings.values() if each.final]
    notes = [f"Final on this machine: {', '.join(final)}."] if final else []
    if not origin:
        notes += (f"{known.variable}: {known.says}" for known in KNOWN)
    return Answer(data=data, text=[Table(headings, rows)], notes=notes)


def _origin(setting: Setting) -> str:
    return f"{setting.origin}; final on this machine" if setting.final else setting.origin

"""The commands that take in what a council has already, and the group they are found in."""

import typer

from cli.imports.roads import (
    import_csv,
    import_exported,
    import_mapping,
    import_moderngov,
    import_statement,
)

imports = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for _name, _command in (
    ("moderngov", import_moderngov),
    ("csv", import_csv),
    ("mapping", import_mapping),
    ("statement", import_statement),
    ("exported", import_exported),
):
    imports.command(_name)(_command)


@imports.callback()
def _group() -> None:
    """Take in decisions that another register had kept."""

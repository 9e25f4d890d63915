"""What the commands on constitutions are asked about: a council, a file, a day."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.context import Context
from cli.typed.date_options import COMING, day_option
from workflow.clock import SystemClock, london_day
from workflow.constitution.constitution import Constitution

Council = Annotated[str, typer.Argument(help="The council, by its short name.", metavar="NAME")]
CouncilOrFile = Annotated[
    str, typer.Argument(help="A council on file, or a constitution file.", metavar="NAME")
]
ConstitutionFile = Annotated[Path, typer.Argument(help="A constitution file.", metavar="FILE")]
On = Annotated[Any, day_option("--on", "As in force on this day.", COMING)]


def constitution_of(name: str, context: Context) -> Constitution:
    """Give the constitution of a file, where the name is a path, or of a council on file."""
    from workflow.constitution.reading import read

    if name.endswith(".toml") or "/" in name:
        return read(Path(name))
    return context.constitution(name)


def today() -> date:
    """Give the civil day in London."""
    return london_day(SystemClock().now())

"""The day that a question about a constitution is asked for."""

from datetime import date
from typing import Annotated, Any

import typer

from cli import reading
from workflow.clock import SystemClock, london_day

On = Annotated[
    Any,
    typer.Option(
        "--on", parser=reading.day_of_ours, help="As in force on this day.", metavar="DATE"
    ),
]


def today() -> date:
    """Give the civil day in London."""
    return london_day(SystemClock().now())

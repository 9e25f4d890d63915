"""The day that a question about a constitution is asked for."""

from datetime import date
from typing import Annotated, Any

from cli.dates import COMING, day_option
from workflow.clock import SystemClock, london_day

On = Annotated[
    Any,
    day_option("--on", "As in force on this day.", COMING),
]


def today() -> date:
    """Give the civil day in London."""
    return london_day(SystemClock().now())

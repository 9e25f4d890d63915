"""The table of steps. Everything that knows the steps learns them here: the machine, the guards,
the commands and their help, `next`, the diagram in the docs, and the tests of every cell."""

from typing import Final

from workflow.lifecycle.procedures import (
    endings,
    implementation,
    making,
    publication,
    requests,
    scrutiny,
    time,
)
from workflow.lifecycle.step import Step

TABLE: Final[tuple[Step, ...]] = (
    *making.ROWS,
    *publication.ROWS,
    *requests.ROWS,
    *scrutiny.ROWS,
    *time.ROWS,
    *implementation.ROWS,
    *endings.ROWS,
)

FIRST: Final = "draft"
BY_VERB: Final[dict[str, Step]] = {step.verb: step for step in TABLE}
OFFERED: Final[tuple[Step, ...]] = tuple(step for step in TABLE if not step.automatic)
"""The steps that somebody takes."""

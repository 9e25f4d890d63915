"""The table of steps. Everything that knows the steps learns them here: the machine, the guards,
the commands and their help, `next`, the diagram in the docs, and the tests of every cell."""

from typing import Final

from workflow.model.inputs import Inputs
from workflow.procedures.consents import steps as consents
from workflow.procedures.corrections import steps as corrections
from workflow.procedures.expiry import steps as expiry
from workflow.procedures.found_late import steps as found_late
from workflow.procedures.holds import steps as holds
from workflow.procedures.implementation import review_steps
from workflow.procedures.implementation import steps as implementation
from workflow.procedures.making import steps as making
from workflow.procedures.notices import steps as notices
from workflow.procedures.publication import steps as publication
from workflow.procedures.reconsideration import steps as reconsideration
from workflow.procedures.requests import ruling
from workflow.procedures.requests import steps as requests
from workflow.procedures.scrutiny import council
from workflow.procedures.scrutiny import steps as scrutiny
from workflow.procedures.severing import steps as severing
from workflow.procedures.step import Step

PROCEDURES: Final[dict[str, tuple[Step, ...]]] = {
    "Drafting and signing": making.ROWS,
    "Notices": notices.ROWS,
    "Consent": consents.ROWS,
    "Publication": publication.ROWS,
    "Requests to call in": requests.ROWS,
    "Rulings, and the call-in": ruling.ROWS,
    "Severing": severing.ROWS,
    "Scrutiny": scrutiny.ROWS,
    "Full council": council.ROWS,
    "Reconsideration": reconsideration.ROWS,
    "Periods and time limits that end": expiry.ROWS,
    "Found after the close": found_late.ROWS,
    "Implementation": implementation.ROWS,
    "Review after implementation": review_steps.ROWS,
    "Corrections": corrections.ROWS,
    "Holds and withdrawal": holds.ROWS,
}
"""The rows of each procedure, in the order in which a decision may meet them."""

TABLE: Final[tuple[Step, ...]] = tuple(step for rows in PROCEDURES.values() for step in rows)

FIRST: Final = "new"
BY_NAME: Final[dict[str, Step]] = {step.name: step for step in TABLE}
OFFERED: Final[tuple[Step, ...]] = tuple(step for step in TABLE if not step.automatic)
"""The steps that somebody takes."""
BY_INPUTS: Final[dict[type[Inputs], Step]] = {step.inputs: step for step in OFFERED}
"""The step that each record of inputs is for."""
REVERSALS: Final[tuple[Step, ...]] = tuple(step for step in TABLE if step.reverses_expiry)
"""The steps that undo what time alone had recorded, so that what was done in time can follow."""

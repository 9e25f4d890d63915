"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import engine_rule
from workflow.model.refusal import RefusalKind

SEVERING = engine_rule(
    "severing",
    "A statement of several decisions is severed only by a ruling that each part can stand alone; "
    "a part keeps the period it was published with.",
)


REFERENCE_TAKEN = RefusalKind(
    code="reference-taken",
    because="There is already a decision {part_ref}.",
    rule=SEVERING,
    remedy="Give another reference, or leave it out to use the next free one.",
)

NOTHING_SEVERED = RefusalKind(
    code="nothing-severed",
    because="{why}, so nothing is severed.",
    rule=SEVERING,
    remedy="Give the wording of each part: --stays and --part.",
)

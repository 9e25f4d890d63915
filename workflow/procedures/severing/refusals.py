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

GIVE_EACH_PART = "Give the wording of each part: --stays and --part."

ALL_OF_IT_STAYS = RefusalKind(
    code="nothing-severed",
    because="What stays is all that is decided now, so nothing is severed.",
    rule=SEVERING,
    remedy=GIVE_EACH_PART,
)

BOTH_PARTS_ALIKE = RefusalKind(
    code="nothing-severed",
    because="Both parts read the same, so nothing is severed.",
    rule=SEVERING,
    remedy=GIVE_EACH_PART,
)

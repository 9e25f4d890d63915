"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.model.refusal import RefusalKind

REVIEWS = engine_rule(
    "reviews after implementation",
    "A review looks at a decision that stands, and changes nothing of where it stands.",
)


DISPUTED = RefusalKind(
    code="disputed",
    because="Something was done in time, at {disputed_at}, that would have stopped {ref}. It was "
    "discovered after {ref} counted as implemented: decisions history {ref}",
    rule=MADE_NOT_IMPLEMENTED,
    remedy="Do nothing more until the monitoring officer has ruled. If the decision stands: "
    "decisions found-late settle-dispute {ref} --reason 'why'. If not: decisions supersede "
    "{ref} --superseded-by REF --reason 'why'",
)

REVIEW_OPEN_ALREADY = RefusalKind(
    code="review-open-already",
    because="A review was asked for at {asked}, and has not been concluded.",
    rule=REVIEWS,
    remedy="Conclude it: decisions review conclude {ref} --findings 'what'",
)

NO_REVIEW_OPEN = RefusalKind(
    code="no-review-open",
    because="{ref} has no open review.",
    rule=REVIEWS,
    remedy="Ask for one: decisions review ask {ref} …",
)

TOO_SOON = RefusalKind(
    code="not-yet-effective",
    because="{ref} takes effect at {effective_at}, after {at}.",
    rule=MADE_NOT_IMPLEMENTED,
    remedy="Wait until then.",
)

NOT_YET_EFFECTIVE = RefusalKind(
    code="not-yet-effective",
    because="{ref} took effect at {effective_at}, after {at}.",
    rule=MADE_NOT_IMPLEMENTED,
    remedy="Give the time when it was really implemented.",
)

"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.shared.refusals import recorded_already

LAPSED = engine_rule(
    "an outcome found late",
    "A body that acted within its time has acted, however late that is recorded: what the close "
    "recorded meanwhile gives way.",
)


HELD = engine_rule(
    "a hold found late",
    "A decision that was held in time has not taken effect, however late that is recorded: what "
    "the close recorded meanwhile gives way.",
)


DID_NOT_LAPSE = RefusalKind(
    code="did-not-lapse",
    because="{ref} did not take effect by a clock's running out.",
    rule=LAPSED,
    remedy="See how it took effect: decisions history {ref}",
)

NOT_IN_TIME = RefusalKind(
    code="not-in-time",
    because="It acted at {acted_at}; its time was from {start} to {end}.",
    rule=(COUNCILS_RULE, MADE_NOT_IMPLEMENTED),
    remedy="What was done out of time is noted, and changes nothing: decisions irregular note "
    "{ref} --kind ruled-late …",
)

NOT_DISPUTED = RefusalKind(
    code="not-disputed",
    because="Nothing that was found on {ref} awaits a ruling.",
    rule=LAPSED,
    remedy="See its record: decisions history {ref}",
)

HOLD_NOW = "Hold it from now: decisions hold {ref} …"
HAVE_IT_NOTED = (
    "It counts as implemented, and is not held: have it noted, decisions irregular note {ref} …, "
    "and ask the monitoring officer."
)

NOT_BY_TIME = RefusalKind(
    code="not-by-time",
    because="{ref} did not take effect by time alone.",
    rule=HELD,
    remedy=HOLD_NOW,
)

NOT_BY_TIME_AND_IMPLEMENTED = RefusalKind(
    code="not-by-time", because=NOT_BY_TIME.because, rule=HELD, remedy=HAVE_IT_NOTED
)

HELD_TOO_LATE = RefusalKind(
    code="not-held-in-time",
    because="It was made at {made_at}; the decision took effect at {effective_at}.",
    rule=HELD,
    remedy=HOLD_NOW,
)

HELD_TOO_LATE_AND_IMPLEMENTED = RefusalKind(
    code="not-held-in-time", because=HELD_TOO_LATE.because, rule=HELD, remedy=HAVE_IT_NOTED
)

HOLD_RECORDED = recorded_already(
    "The hold that was made at {made_at}, under {under}, is on the record of {ref} already.",
    "If there was another, give its own time and authority.",
)

OUTCOME_RECORDED = recorded_already(
    "That it had acted at {acted_at} is on the record of {ref} already.",
    "If it was found anew, say in --reason how.",
)

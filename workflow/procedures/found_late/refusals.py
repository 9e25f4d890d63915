"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from dataclasses import replace

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
    because="{ref} did not take effect because a time limit ran out.",
    rule=LAPSED,
    remedy="See how it took effect: decisions history {ref}",
)

NOT_IN_TIME = RefusalKind(
    code="not-in-time",
    because="It acted at {acted_at}, but its time limit ran from {start} to {end}.",
    rule=(COUNCILS_RULE, MADE_NOT_IMPLEMENTED),
    remedy="Note what was done out of time; it changes nothing: decisions irregular note {ref} "
    "--kind ruled-late …",
)

NOT_IN_TIME_FROM_THE_CALL_IN = replace(
    NOT_IN_TIME,
    because="It acted at {acted_at}, but its time limit ran from the call-in to {end}.",
)

NOT_DISPUTED = RefusalKind(
    code="not-disputed",
    because="{ref} has no dispute that awaits a ruling.",
    rule=LAPSED,
    remedy="See its record: decisions history {ref}",
)

HOLD_NOW = "Hold it from now: decisions hold {ref} …"
HAVE_IT_NOTED = (
    "It counts as implemented, so it cannot be held. Note the hold (decisions irregular note "
    "{ref} …) and ask the monitoring officer."
)

NOT_BY_TIME = RefusalKind(
    code="not-by-time",
    because="{ref} did not take effect because a deadline passed.",
    rule=HELD,
    remedy=HOLD_NOW,
)

NOT_BY_TIME_AND_IMPLEMENTED = RefusalKind(
    code="not-by-time", because=NOT_BY_TIME.because, rule=HELD, remedy=HAVE_IT_NOTED
)

HELD_TOO_LATE = RefusalKind(
    code="not-held-in-time",
    because="The hold was made at {made_at}. The decision took effect at {effective_at}.",
    rule=HELD,
    remedy=HOLD_NOW,
)

HELD_TOO_LATE_AND_IMPLEMENTED = RefusalKind(
    code="not-held-in-time", because=HELD_TOO_LATE.because, rule=HELD, remedy=HAVE_IT_NOTED
)

HOLD_RECORDED = recorded_already(
    "The record of {ref} already has the hold made at {made_at} under {under}.",
    "If there was another, give its own time and authority.",
)

OUTCOME_RECORDED = recorded_already(
    "The record of {ref} already says that the body acted at {acted_at}.",
    "If it was discovered again, say how in --reason.",
)

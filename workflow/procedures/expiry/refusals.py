"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.shared.refusals import RECOUNT

NO_COUNT = engine_rule(
    "a council that ends",
    "What would take effect once its council has ended is left to a person, and no rule is "
    "invented for it.",
)


ENDS_AFTER_COUNCIL = RefusalKind(
    code="ends-after-council",
    because="{end} Time alone does not bring it about: it is left to a person.",
    rule=COUNCILS_RULE,
    remedy="If it is to take effect then, keep its date: decisions deadline-review {ref} "
    "--outcome keep --reason 'why'. If not: decisions withdraw {ref} --reason 'why'",
)

NO_OTHER_COUNT = RefusalKind(
    code="no-other-count",
    because="{end} Its days count as they did: there is no date to move it to.",
    rule=NO_COUNT,
    remedy="Keep it, with a reason: decisions deadline-review {ref} --outcome keep --reason 'why'",
)

CLOCK_STILL_RUNS = RefusalKind(
    code="clock-still-runs",
    because="{who} {does} until {by_when}.",
    rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
    remedy="See what can be done now: decisions next {ref}",
)

NO_CLOCK_RUNS = RefusalKind(
    code="no-clock-runs",
    because="No clock runs on {ref}: it stays {state} until somebody acts.",
    rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
    remedy="See what can be done now: decisions next {ref}",
)

OUTCOME_NOT_RECORDED = RefusalKind(
    code="outcome-not-recorded",
    because="{who} acted at {found_at}, in time, and what it did is not recorded yet.",
    rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
    remedy="Record it: decisions next {ref}",
)

OVERDUE = RefusalKind(
    code="overdue",
    because="{who} had until {by_when}. {why}",
    rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
    remedy="Have it done, and record it: decisions next {ref}",
)

RECOUNT_LATER = RefusalKind(
    code="recount-later",
    because="The time limit on record ends at {was}. The calendar has changed since, and the "
    "same rule now gives {now}.",
    rule=RECOUNT,
    remedy="Keep or revise it, with a reason: decisions deadline-review {ref} --outcome keep "
    "--reason 'why' (or --outcome revise). It ends at {ends_at}.",
)

DEADLINE_AGREES = RefusalKind(
    code="deadline-agrees",
    because="Counted again, the deadline is still {still} or earlier.",
    rule=RECOUNT,
    remedy="Nothing to review: decisions explain {ref}",
)

"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.constitution.outlasts import OUTLASTS
from workflow.constitution.wording.readings import ENDED
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way
from workflow.model.time_limit import Awaited
from workflow.procedures.shared.refusals import RECOUNT

NO_COUNT = engine_rule(
    "a council that ends",
    "What would take effect once its council has ended is left to a person, and no rule is "
    "invented for it.",
)

BODIES = {
    Awaited.SCRUTINY: "Scrutiny",
    Awaited.RECONSIDERATION: "The decision maker",
    Awaited.COUNCIL: "Full council",
    Awaited.DIRECTION: "The direction",
}
"""Whose time limit it is."""

ENDS_AFTER_COUNCIL = each_way(
    RefusalKind(
        code="ends-after-council",
        because="{end} It does not take effect by itself: someone must decide.",
        rule=COUNCILS_RULE,
        remedy="If it should take effect then, keep its date: decisions deadline-review {ref} "
        "--outcome keep --reason 'why'. If not, withdraw it: decisions withdraw {ref} --reason "
        "'why'",
    ),
    "{end}",
    OUTLASTS,
)

NO_OTHER_COUNT = each_way(
    RefusalKind(
        code="no-other-count",
        because="{end} Counted again, its date is the same, so it cannot be revised.",
        rule=NO_COUNT,
        remedy="Keep it, with a reason: decisions deadline-review {ref} --outcome keep --reason "
        "'why'",
    ),
    "{end}",
    OUTLASTS,
)

TIME_LIMIT_STILL_RUNS = each_way(
    RefusalKind(
        code="clock-still-runs",
        because="<body has> until {by_when}.",
        rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
        remedy="See what can be done now: decisions next {ref}",
    ),
    "<body has>",
    {
        Awaited.SCRUTINY: "Scrutiny has",
        Awaited.RECONSIDERATION: "The decision maker has",
        Awaited.COUNCIL: "Full council has",
        Awaited.DIRECTION: "The direction lasts",
    },
)

NO_TIME_LIMIT_RUNS = RefusalKind(
    code="no-time-limit-runs",
    because="No time limit applies to {ref}. It stays {state} until somebody acts.",
    rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
    remedy="See what can be done now: decisions next {ref}",
)

OUTCOME_NOT_RECORDED = each_way(
    RefusalKind(
        code="outcome-not-recorded",
        because="{body} acted in time, at {acted_at}, but what it did has not been recorded.",
        rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
        remedy="Record it: decisions next {ref}",
    ),
    "{body}",
    BODIES | {Awaited.DIRECTION: "Scrutiny"},
)

GET_IT_DONE = "Get it done, and record it: decisions next {ref}"


def _overdue(why: str) -> dict[Awaited, RefusalKind]:
    kind = RefusalKind(
        code="overdue",
        because=f"{{body}} had until {{by_when}}. {why}",
        rule=(MADE_NOT_IMPLEMENTED, COUNCILS_RULE),
        remedy=GET_IT_DONE,
    )
    return each_way(kind, "{body}", BODIES)


OVERDUE = _overdue("By the council's rule the decision is held until that is resolved.")

OVERDUE_WHEN_RULED_VALID = _overdue(
    "A request was ruled valid only after that: the decision waits until it is heard."
)

OVERDUE_AND_OBJECTED_TO = _overdue(
    "Contrary to the framework and objected to by council, it does not take effect."
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
    remedy="There is nothing to review: decisions explain {ref}",
)


CALL_IN_OPEN = each_way(
    RefusalKind(
        code="call-in-open",
        because="Call-in is open until {ended}.",
        rule=COUNCILS_RULE,
        remedy="There is nothing to do before {effective_from}. The nightly close then records it.",
    ),
    "{ended}",
    ENDED,
)

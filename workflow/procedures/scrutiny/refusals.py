"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.shared.refusals import recorded_already

ACTED = engine_rule(
    "what a body did",
    "What a body did has its effect from when it did it, and not before what it had to hear.",
)


ADJOURNING = engine_rule(
    "adjourning",
    "A time limit is put off only to a later day, and only with consent that is recorded.",
)


CALL_IN_OPEN = RefusalKind(
    code="call-in-open",
    because="Others may still ask for it to be called in until {until}.",
    rule=COUNCILS_RULE,
    remedy="Record the outcome after that, with the time when it was reached: --acted-at INSTANT",
)

GIVE_ITS_TIME = (
    "Give the time of the meeting, after all that it had to hear; or leave --acted-at out."
)

NOT_IN_TIME = RefusalKind(
    code="not-in-time",
    because="It cannot have been done at {acted_at}: it could not be done before {since}.",
    rule=ACTED,
    remedy=GIVE_ITS_TIME,
)

NOT_THE_TIME_DISCOVERED = RefusalKind(
    code="not-in-time",
    because="It cannot have been done at {acted_at}: the outcome that was discovered is dated "
    "{since}.",
    rule=ACTED,
    remedy=GIVE_ITS_TIME,
)

IN_THE_FUTURE = RefusalKind(
    code="in-the-future",
    because="{acted_at} is later than {at}, when it is recorded.",
    rule=ACTED,
    remedy="Record it once it has been done.",
)

OUTCOME_NOT_ALLOWED = RefusalKind(
    code="outcome-not-allowed",
    because="The council's rule does not let scrutiny do this: {outcome}.",
    rule=COUNCILS_RULE,
    remedy="See what it may do: decisions constitution show {council}",
)

NOT_CONTRARY_TO_FRAMEWORK = RefusalKind(
    code="not-contrary-to-framework",
    because="Only a decision contrary to the budget or policy framework may be referred to "
    "council, and no advice that it is contrary is given.",
    rule=COUNCILS_RULE,
    remedy="Give the officer's advice with --advice, or refer the decision back to its maker.",
)

WITHIN_THE_FRAMEWORK = RefusalKind(
    code="within-the-framework",
    because="No officer has advised that it is contrary to the budget or policy framework. "
    "Council may object, but only its maker may change it.",
    rule=MADE_NOT_IMPLEMENTED,
    remedy="Record council's views: decisions council object {ref} …, or decisions council "
    "let-stand {ref} …",
)

DIRECTED_ALREADY = RefusalKind(
    code="directed-already",
    because="A direction was issued on {counted_from}. It lasts until {by_when}.",
    rule=COUNCILS_RULE,
    remedy="Have the decision reconsidered before then: decisions scrutiny refer-back {ref} …",
)

DIRECTION_TOO_LONG = RefusalKind(
    code="direction-too-long",
    because="It would last {days} days; the most is {most_days}.",
    rule=COUNCILS_RULE,
    remedy="Give --days {most_days}, or fewer.",
)

NO_TIME_LIMIT_RUNS = RefusalKind(
    code="no-time-limit-runs",
    because="No time limit applies to {ref}: the council's rule sets none here.",
    rule=ADJOURNING,
    remedy="There is nothing to put off. Record what was done when it has been done.",
)

NOT_PUT_OFF = RefusalKind(
    code="not-put-off",
    because="The time limit already runs until {by_when}.",
    rule=ADJOURNING,
    remedy="Give a day after {last_day}.",
)

MEETING_RECORDED = recorded_already(
    "The record of {ref} already has that meeting, of {at}.",
    "If there was another, give its own time: --at INSTANT --late-reason 'why'.",
)

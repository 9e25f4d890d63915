"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import REG_5, REG_9, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way
from workflow.procedures.shared.refusals import recorded_already

NOTICES = engine_rule(
    "notices on the record",
    "A notice is recorded once it has been published; one that comes before a decision is "
    "recorded before it is signed.",
)


IN_THE_FUTURE = RefusalKind(
    code="in-the-future",
    because="{published_at} has not come yet.",
    rule=NOTICES,
    remedy="Record the notice when it has been published.",
)

NOTICE_INCOMPLETE = RefusalKind(
    code="notice-incomplete",
    because="A {kind} must say more than this one does.",
    rule=(REG_9, COUNCILS_RULE),
    remedy="Give what the published notice says: {flags}. If it does not say this, publish it "
    "again.",
)

NOTICE_TOO_LATE = RefusalKind(
    code="notice-too-late",
    because="{ref} is {state}. A {kind} must come before the decision.",
    rule=NOTICES,
    remedy="Ask the monitoring officer. A decision made without notice must be made again.",
)

GENERAL = "; or --kind general-exception …"
ANSWER = (
    "; or have the consent answered that was asked (of {offices}): decisions consent give {ref} "
    "--purpose special-urgency …"
)
ASK = (
    "; or ask consent (of {offices}): decisions consent ask {ref} --purpose special-urgency "
    "--reason 'why'"
)
OTHER_WAYS = {
    (False, None): "",
    (False, True): ANSWER,
    (False, False): ASK,
    (True, None): GENERAL,
    (True, True): GENERAL + ANSWER,
    (True, False): GENERAL + ASK,
}
"""How else a key decision can be made than by notice of it: by whether there is a general
exception, and whether consent to special urgency has been asked, or None where no rule gives it."""

NOTICE_SHORT = each_way(
    RefusalKind(
        code="notice-short",
        because="The notice on record allows it to be made from {day}, but it is dated {made_on}. "
        "The {days} clear days between the two are counted as {unit} days here, not as "
        "{other_unit} days.",
        rule=COUNCILS_RULE,
        remedy="Make it on that day or later, or use another way. Record the notice: decisions "
        "advance-notice give {ref} --kind key-decision …<other ways>",
    ),
    "<other ways>",
    OTHER_WAYS,
)

NOTICE_OR_CONSENT = (
    "Record them: decisions advance-notice give {ref} --kind private-meeting …; or ask for "
    "consent: decisions consent ask {ref} --purpose private-meeting --reason 'why'"
)

PRIVATE_MEETING_NOT_NOTICED = RefusalKind(
    code="private-meeting-not-noticed",
    because="It was made in private, and the notices of that are not on record.",
    rule=(REG_5, COUNCILS_RULE),
    remedy=NOTICE_OR_CONSENT,
)

PRIVATE_MEETING_NOTICED_LATE = RefusalKind(
    code="private-meeting-not-noticed",
    because="It was made in private, and the notices of that are not both in time.",
    rule=(REG_5, COUNCILS_RULE),
    remedy=NOTICE_OR_CONSENT,
)

NO_NOTICE = each_way(
    RefusalKind(
        code="no-notice",
        because="It is a key decision, but no notice of it is on record and no urgency has been "
        "agreed.",
        rule=(REG_9, COUNCILS_RULE),
        remedy="Record the notice: decisions advance-notice give {ref} --kind key-decision "
        "…<other ways>",
    ),
    "<other ways>",
    OTHER_WAYS,
)

NOTICE_RECORDED = recorded_already(
    "The record of {ref} already has the {kind} published at {published_at}.",
    "If another was published, give its own time, place or wording.",
)

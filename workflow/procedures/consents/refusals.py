"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from dataclasses import replace

from workflow.authority import REG_11, engine_rule
from workflow.model.consent import ConsentReply
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way
from workflow.procedures.shared.refusals import WHY_BARRED, recorded_already
from workflow.procedures.shared.standing_refusals import NEXT

CONSENT = engine_rule(
    "consent",
    "Consent is asked before it is given, of each office in its order; one that is passed over "
    "is named with the reason; nobody who made a decision consents to its urgency.",
)


NOT_IN_OFFICE = RefusalKind(
    code="not-in-office",
    because="{given_by} is not on the register as {capacity} on {day}.",
    rule=CONSENT,
    remedy="Record the office: decisions people add PERSON --role {capacity.value} --council "
    "{council} (with --deputy for one who stands in)",
)

NOT_FOR_OTHERS = RefusalKind(
    code="not-for-others",
    because="{given_by}, as {capacity}, must answer in person, or an officer must record the "
    "answer.",
    rule=CONSENT,
    remedy="Answer for yourself, in the office you hold, or ask an officer to record it.",
)

CONSENT_TOO_LATE_ONCE_PUBLISHED = RefusalKind(
    code="consent-too-late",
    because="Consent must be given before the decision is published.",
    rule=CONSENT,
    remedy=NEXT,
)

CONSENT_TOO_LATE_ONCE_SIGNED = replace(
    CONSENT_TOO_LATE_ONCE_PUBLISHED,
    because="Consent must be given before the decision is made and signed.",
)

CONSENT_ASKED_ALREADY = RefusalKind(
    code="consent-asked-already",
    because="Consent to {purpose} was asked at {asked_at}.",
    rule=CONSENT,
    remedy="See who has answered: decisions show {ref}. To ask again anyway, say why with "
    "--setting-aside 'why'.",
)

CONSENT_NOT_ASKED = RefusalKind(
    code="consent-not-asked",
    because="No request for consent to {purpose} is waiting for an answer.",
    rule=CONSENT,
    remedy="Ask first: decisions consent ask {ref} --purpose {purpose.value} --reason 'why'",
)

NO_CONSENT_ASKED = replace(
    CONSENT_NOT_ASKED, because="No request for consent to anything is waiting for an answer."
)

CONSENT_NOT_AWAITED = RefusalKind(
    code="consent-not-asked",
    because="Consent to {purpose} was given at {granted_at}.",
    rule=CONSENT,
    remedy="Nothing more is needed: decisions show {ref}",
)

OFFICE_NOT_ASKED = RefusalKind(
    code="not-in-consent-order",
    because="The rule does not ask the {capacity}. It asks {offices}.",
    rule=(CONSENT, COUNCILS_RULE),
    remedy="Ask one of those: decisions people list --council {council}",
)

EARLIER_OFFICE_NOT_ASKED = RefusalKind(
    code="earlier-office-not-asked",
    because="The {waiting} must be asked first, and has neither answered nor been passed over.",
    rule=CONSENT,
    remedy="Ask them, or record why they cannot be asked: decisions consent skip {ref} --purpose "
    "{purpose.value} --capacity {waiting.value} --why unable-to-act --note 'what was tried'",
)

ANSWERED_ALREADY = each_way(
    RefusalKind(
        code="answered-already",
        because="The {capacity} <did> at {answered_at}.",
        rule=CONSENT,
        remedy="See who has answered: decisions show {ref}",
    ),
    "<did>",
    {
        ConsentReply.CONSENTED: "consented",
        ConsentReply.REFUSED: "refused",
        ConsentReply.SKIPPED: "was passed over",
    },
)

OFFICE_IS_HELD = RefusalKind(
    code="office-is-held",
    because="The office of {capacity} is not vacant: {holders} holds it.",
    rule=CONSENT,
    remedy="Ask them, or say why they could not be asked.",
)

CONSENT_AFTER_DECISION = RefusalKind(
    code="consent-after-decision",
    because="Consent would be given on {day}, after the decision was made on {made_on}.",
    rule=(REG_11, COUNCILS_RULE),
    remedy="Consent given afterwards does not count. The decision must be made again.",
)

OWN_DECISION = each_way(
    RefusalKind(
        code="own-decision",
        because="<why> Nobody who made a decision can consent to its urgency or exemption.",
        rule=CONSENT,
        remedy="Record that they are unable to act, and ask the next: decisions consent skip "
        "{ref} …",
    ),
    "<why>",
    WHY_BARRED,
)

REASON_WILL_NOT_DO = RefusalKind(
    code="reason-will-not-do",
    because="Under the rule, an office holder cannot be passed over because they could not be "
    "reached.",
    rule=CONSENT,
    remedy="Keep trying, or say why they are unable to act.",
)

NOT_TRIED_LONG_ENOUGH = RefusalKind(
    code="reason-will-not-do",
    because="An office holder who cannot be reached can be passed over only after {hours} hours.",
    rule=CONSENT,
    remedy="Keep trying, then give the hours with --hours.",
)

ASKING_AFRESH_RECORDED = recorded_already(
    "Consent to {purpose} was asked for again at {at}, and nobody has answered yet.",
    "If you are asking once more, say why.",
)

"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import REG_11, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.shared.refusals import recorded_already

CONSENT = engine_rule(
    "consent",
    "Consent is asked before it is given, of each office in its order; one that is passed over "
    "is named with the reason; nobody who made a decision consents to its urgency.",
)


NOT_IN_OFFICE = RefusalKind(
    code="not-in-office",
    because="{given_by} is not on the register as {capacity} on {day}.",
    rule=CONSENT,
    remedy="{near}Record the office: decisions people add PERSON --role {capacity.value} --council "
    "{council} (with --deputy for one who stands in)",
)

NOT_FOR_OTHERS = RefusalKind(
    code="not-for-others",
    because="{given_by}, as {capacity}, must answer in person, or an officer must record the "
    "answer.",
    rule=CONSENT,
    remedy="Answer for yourself, in the office you hold, or ask an officer to record it.",
)

CONSENT_TOO_LATE = RefusalKind(
    code="consent-too-late",
    because="{stands} Consent must be given before the decision is {before}.",
    rule=CONSENT,
    remedy="See what can be done now: decisions next {ref}",
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
    because="No request for consent to {consent_to} is waiting for an answer.",
    rule=CONSENT,
    remedy="Ask first: decisions consent ask {ref} --purpose {purpose.value} --reason 'why'",
)

CONSENT_NOT_AWAITED = RefusalKind(
    code="consent-not-asked",
    because="Consent to {purpose} was given at {granted_at}.",
    rule=CONSENT,
    remedy="Nothing more is needed: decisions show {ref}",
)

OFFICE_NOT_ASKED = RefusalKind(
    code="not-on-the-ladder",
    because="The rule does not ask the {capacity}. It asks {offices}.",
    rule=(CONSENT, COUNCILS_RULE),
    remedy="Ask one of those: decisions people list --council {council}",
)

EARLIER_OFFICE_NOT_ASKED = RefusalKind(
    code="rung-not-skipped",
    because="The {waiting} must be asked first, and has neither answered nor been passed over.",
    rule=CONSENT,
    remedy="Ask them, or record why they cannot be asked: decisions consent skip {ref} --purpose "
    "{purpose.value} --capacity {waiting.value} --why unable-to-act --note 'what was tried'",
)

ANSWERED_ALREADY = RefusalKind(
    code="answered-already",
    because="The {capacity} {answer} at {answered_at}.",
    rule=CONSENT,
    remedy="See who has answered: decisions show {ref}",
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

OWN_DECISION = RefusalKind(
    code="own-decision",
    because="{why} Nobody who made a decision can consent to its urgency or exemption.",
    rule=CONSENT,
    remedy="Record that they are unable to act, and ask the next: decisions consent skip {ref} …",
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

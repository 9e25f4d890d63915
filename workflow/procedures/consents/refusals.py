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
    remedy="Record the office: decisions people add PERSON --role {capacity.value} --council "
    "{council} (with --deputy for one who stands in)",
)

NOT_FOR_OTHERS = RefusalKind(
    code="not-for-others",
    because="{given_by}, as {capacity}: each answers in person, or an officer records it.",
    rule=CONSENT,
    remedy="Answer for yourself, in the office you hold; or ask an officer to record it.",
)

CONSENT_TOO_LATE = RefusalKind(
    code="consent-too-late",
    because="{because} Consent comes before it is {before}; afterwards it changes nothing.",
    rule=CONSENT,
    remedy="See what can be done now: decisions next {ref}",
)

CONSENT_ASKED_ALREADY = RefusalKind(
    code="consent-asked-already",
    because="Consent to {purpose} was asked at {asked_at}.",
    rule=CONSENT,
    remedy="See who has answered: decisions show {ref}; to ask afresh all the same, say why "
    "with --setting-aside 'why'.",
)

CONSENT_NOT_ASKED = RefusalKind(
    code="consent-not-asked",
    because="No consent to {what} awaits an answer.",
    rule=CONSENT,
    remedy="Ask it first: decisions consent ask {ref} --purpose {purpose.value} --reason 'why'",
)

CONSENT_NOT_AWAITED = RefusalKind(
    code="consent-not-asked",
    because="Consent to {purpose} was given at {granted_at}.",
    rule=CONSENT,
    remedy="Nothing more is wanted: decisions show {ref}",
)

NOT_ON_THE_LADDER = RefusalKind(
    code="not-on-the-ladder",
    because="The rule does not ask the {capacity}: it asks {offices}.",
    rule=(CONSENT, COUNCILS_RULE),
    remedy="Ask one of those: decisions people list --council {council}",
)

RUNG_NOT_SKIPPED = RefusalKind(
    code="rung-not-skipped",
    because="The {waiting} comes first, and has neither answered nor been passed over.",
    rule=CONSENT,
    remedy="Ask them; or record why not: decisions consent skip {ref} --purpose {purpose.value} "
    "--capacity {waiting.value} --why unable-to-act --note 'what was tried'",
)

ANSWERED_ALREADY = RefusalKind(
    code="answered-already",
    because="The {capacity} {given} at {at}.",
    rule=CONSENT,
    remedy="See who has answered: decisions show {ref}",
)

OFFICE_IS_HELD = RefusalKind(
    code="office-is-held",
    because="{holders} holds the office of {capacity}.",
    rule=CONSENT,
    remedy="Ask them, or give the reason why they could not be asked.",
)

CONSENT_AFTER_DECISION = RefusalKind(
    code="consent-after-decision",
    because="It would be given on {day}, after the decision was made on {made_on}.",
    rule=(REG_11, COUNCILS_RULE),
    remedy="Agreement after the event does not count: the decision is made again.",
)

OWN_DECISION = RefusalKind(
    code="own-decision",
    because="{why} Nobody who made a decision consents to its urgency or exemption.",
    rule=CONSENT,
    remedy="Record that they are unable to act, and ask the next: decisions consent skip {ref} …",
)

REASON_WILL_NOT_DO = RefusalKind(
    code="reason-will-not-do",
    because="The rule does not let someone be passed over because they cannot be reached.",
    rule=CONSENT,
    remedy="Go on trying; or say why they are unable to act.",
)

NOT_TRIED_LONG_ENOUGH = RefusalKind(
    code="reason-will-not-do",
    because="Someone who cannot be reached is passed over after {hours} hours.",
    rule=CONSENT,
    remedy="Go on trying, and give --hours.",
)

ASKING_AFRESH_RECORDED = recorded_already(
    "Consent to {purpose} was asked afresh at {at}, and nobody has answered yet.",
    "If it is to be asked afresh once more, say why.",
)

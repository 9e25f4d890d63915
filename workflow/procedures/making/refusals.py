"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import REG_11, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way
from workflow.procedures.shared.refusals import SIGNING

MAKERS_DO_NOT_CONSENT = engine_rule(
    "separation of duties",
    "Nobody who made a decision consents to its urgency, or to its exemption.",
)


SIGNED_TEXT = engine_rule("signed text", "What has been signed is never edited in place.")


SIGNED_FIRST = RefusalKind(
    code="signed-first",
    because="{council_name} signs a record before it is published.",
    rule=COUNCILS_RULE,
    remedy="Sign it first: decisions sign {ref} …",
)

SIGNED_ALREADY = RefusalKind(
    code="signed-already",
    because="{ref} was signed at {signed_at}.",
    rule=SIGNING,
    remedy="See it on the record: decisions history {ref}",
)

STATEMENT_FIRST = RefusalKind(
    code="statement-first",
    because="{ref} has no written statement yet, and nobody has agreed {ground}.",
    rule=COUNCILS_RULE,
    remedy="Sign it first, or ask for consent: decisions consent ask {ref} --purpose "
    "early-implementation --reason 'why'",
)

OWN_DECISION = RefusalKind(
    code="own-decision",
    because="The {capacity} made the decision, and had also consented that it could not wait.",
    rule=MAKERS_DO_NOT_CONSENT,
    remedy="The consent of someone who makes the decision does not count. Ask again, and record "
    "that they are unable to act: decisions consent ask {ref} … --setting-aside 'why'. For "
    "other ways: decisions next {ref}",
)

SIGNED_BEFORE_MADE = RefusalKind(
    code="signed-before-made",
    because="The decision is dated {made_on}, so it cannot be signed on {day}.",
    rule=COUNCILS_RULE,
    remedy="Sign it once it is made, or correct the date: decisions amend {ref} --made-on DATE",
)

RECORD_RULE = engine_rule(
    "written statements",
    "What is signed says what was decided and when, the reasons, the alternatives, and the "
    "conflicts declared, or expressly that there were none.",
)
THE_LAW = "the law on what the record of a decision says"


def _missing(code: str, because: str, add: str, *options: str) -> dict[bool, RefusalKind]:
    """Give a kind by whether the statement is public, so that it is corrected and not amended."""
    commands = "; or, if there were none: ".join(f"decisions <change> {each}" for each in options)
    remedy, rule = f"{add}: {commands}", (RECORD_RULE, THE_LAW)
    kind = RefusalKind(code=code, because=because, rule=rule, remedy=remedy)
    ways = {False: "amend {ref}", True: "correct {ref} --ruling 'why it is clerical'"}
    return each_way(kind, "<change>", ways)


DECISION_MISSING = _missing(
    "decision-missing",
    "The statement does not say what was decided.",
    "Add it",
    "--decision TEXT",
)
DATE_MADE_MISSING = _missing(
    "date-made-missing",
    "The statement does not say when the decision was made.",
    "Add it",
    "--made-on DATE",
)
REASONS_MISSING = _missing(
    "reasons-missing",
    "The statement gives no reasons.",
    "Add them",
    "--reasons TEXT",
)
ALTERNATIVES_MISSING = _missing(
    "alternatives-missing",
    "The statement does not give the alternatives considered and rejected, nor say "
    "that there were none.",
    "Add each",
    "--alternative TEXT",
    "--no-alternatives",
)
CONFLICTS_MISSING = _missing(
    "conflicts-missing",
    "The statement does not give the conflicts of interest declared, nor say that there were none.",
    "Add each",
    "--conflict TEXT",
    "--no-conflicts",
)
DISPENSATION_MISSING = _missing(
    "dispensation-missing",
    "There is no note of dispensation for the conflict declared by {members:and}.",
    "Give each with its note, or 'none granted'",
    "--conflict TEXT",
)
CONSULTATION_MISSING = _missing(
    "consultation-missing",
    "The statement does not give the consultation there was, nor say why there was none.",
    "Add it",
    "--consultation TEXT",
)
NAMES_MISSING = _missing(
    "names-missing",
    "The statement does not name the members who attended the meeting, or the member "
    "who decided alone.",
    "Name each",
    "--attended NAME",
)
APOLOGIES_MISSING = _missing(
    "apologies-missing",
    "The statement does not say who sent apologies, nor that nobody did.",
    "Name each",
    "--apology NAME",
    "--no-apologies",
)


def _urgency(code: str, because: str, do: str, options: str) -> RefusalKind:
    remedy = f"{do}: decisions amend {{ref}} {options}"
    return RefusalKind(code=code, because=because, rule=REG_11, remedy=remedy)


URGENCY_WITHOUT_REASON = _urgency(
    "urgency-without-reason",
    "Special urgency is claimed, but no reason is recorded.",
    "Record it",
    "--urgency-reason TEXT",
)
URGENCY_NOT_STATED = _urgency(
    "urgency-not-stated",
    "Special urgency was agreed, but the statement does not say so.",
    "Give the reason",
    "--urgency-reason TEXT",
)
URGENCY_WITHOUT_CONSENT = _urgency(
    "urgency-without-consent",
    "Special urgency is claimed, but the statement does not say who agreed, in what capacity and "
    "when.",
    "Record it",
    "--urgency-agreed-by NAME --urgency-capacity TEXT --urgency-agreed-on DATE",
)
URGENCY_AGREED_LATE = _urgency(
    "urgency-agreed-late",
    "Special urgency was agreed on {agreed_on}, after the decision was made on {made_on}.",
    "Agreement given afterwards does not count. Make it without special urgency",
    "--no-urgency",
)

WAS_SIGNED = "{ref} was signed at {signed_at}."
NOT_PUBLISHED_YET = "It is not published yet."

TEXT_IS_SIGNED = RefusalKind(
    code="text-is-signed",
    because="The signed text cannot be changed.",
    rule=SIGNED_TEXT,
    remedy="See what can be done now: decisions next {ref}",
)

TEXT_IS_SIGNED_UNPUBLISHED = RefusalKind(
    code="text-is-signed",
    because=TEXT_IS_SIGNED.because,
    rule=SIGNED_TEXT,
    remedy="Withdraw it and draft it again: decisions withdraw {ref} --reason 'why'",
)

TEXT_IS_PUBLISHED = RefusalKind(
    code="text-is-signed",
    because=TEXT_IS_SIGNED.because,
    rule=SIGNED_TEXT,
    remedy="If it is a clerical slip, correct the published text: decisions correct {ref} "
    "--ruling 'why it is clerical' …",
)

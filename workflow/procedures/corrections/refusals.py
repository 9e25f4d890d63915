"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import REG_18, engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.publication.refusals import HISTORY
from workflow.procedures.shared.refusals import recorded_already

TEXT = engine_rule(
    "published text",
    "Published text is never edited in place: a clerical slip is corrected in a new version and "
    "moves no date; a material one is published again, and its period begins anew.",
)


LINKS = engine_rule(
    "decisions that supersede",
    "A decision is superseded by another of the same council, that has been made and still stands.",
)


IRREGULAR = engine_rule(
    "irregularities",
    "What happened out of rule is recorded as it happened, with the rule it broke; recording it "
    "makes nothing lawful.",
)


NOTHING_CORRECTED = RefusalKind(
    code="nothing-corrected",
    because="The corrected text is the same as the text on record.",
    rule=TEXT,
    remedy="Give the text that should change: decisions correct --help",
)

TEXT_ERASED = RefusalKind(
    code="text-erased",
    because="The statement of {ref} was erased, so there is no text to correct.",
    rule=TEXT,
    remedy="See when it was erased, and why: decisions journal show erasures/{council}",
)

DAYS_OUT_OF_ORDER = RefusalKind(
    code="days-out-of-order",
    because="A decision must be made before it is published or takes effect, and must have been "
    "published before it was imported.",
    rule=HISTORY,
    remedy="Check its dates: decisions show {ref}",
)

PERIOD_STILL_RUNS = RefusalKind(
    code="period-still-runs",
    because="Counted from that day, its call-in period runs until {until}, but the record says "
    "that it is over.",
    rule=COUNCILS_RULE,
    remedy="Note this, and ask the monitoring officer: decisions irregular note {ref} --kind "
    "other …",
)

SIGNED_FIRST = RefusalKind(
    code="signed-first",
    because="{ref} was published before it was signed, and has not been signed since.",
    rule=TEXT,
    remedy="Sign it: decisions minutes sign {ref} …",
)

CANNOT_SUPERSEDE = RefusalKind(
    code="cannot-supersede",
    because="{ref} is {state}, so it cannot replace another decision.",
    rule=LINKS,
    remedy="See what can be done with it: decisions next {ref}",
)

DECIDE_ANEW = (
    "A later decision may change what is to be done from now on: decisions new --help. What is on "
    "record of this one stays."
)
"""What to do about an implemented decision, which is not superseded."""

NO_SUCH_DECISION = RefusalKind(
    code="no-such-decision",
    because="{superseded_by} is not another decision of {council} on record.",
    rule=LINKS,
    remedy="Record that decision first: decisions new --help",
)

TREATED_AS_KEY = RefusalKind(
    code="treated-as-key",
    because="{ref} was treated as a key decision.",
    rule=REG_18,
    remedy="See its notice: decisions show {ref}",
)

REPORT_REQUIRED_ALREADY = RefusalKind(
    code="report-required-already",
    because="A report is already required by {report_by}.",
    rule=REG_18,
    remedy="Record the report when it is made: decisions key-report submit {ref} …",
)

REPORT_DAY_PASSED = RefusalKind(
    code="report-day-passed",
    because="{report_by} has passed.",
    rule=REG_18,
    remedy="Give a day that leaves the executive a reasonable time.",
)

NO_REPORT_REQUIRED = RefusalKind(
    code="no-report-required",
    because="No report on {ref} is outstanding.",
    rule=REG_18,
    remedy="Record that one is required: decisions key-report require {ref} …",
)

IN_THE_FUTURE = RefusalKind(
    code="in-the-future",
    because="{happened_on} has not come yet.",
    rule=IRREGULAR,
    remedy="Note it when it has happened.",
)

SEE_OUTSTANDING = "See those outstanding: decisions irregular list"

NO_SUCH_IRREGULARITY = RefusalKind(
    code="not-outstanding",
    because="There is no irregularity {number} on {ref}.",
    rule=IRREGULAR,
    remedy=SEE_OUTSTANDING,
)

SETTLED_ALREADY = RefusalKind(
    code="not-outstanding",
    because="Irregularity {number} on {ref} was settled at {settled_at}.",
    rule=IRREGULAR,
    remedy=SEE_OUTSTANDING,
)

WHICH_IRREGULARITY = RefusalKind(
    code="not-outstanding",
    because="More than one irregularity on {ref} is outstanding: {numbers:and}.",
    rule=IRREGULAR,
    remedy="Say which: --number NUMBER. See them: decisions irregular show {ref}",
)

NOTHING_IRREGULAR = RefusalKind(
    code="nothing-irregular",
    because="No irregularity on {ref} is outstanding.",
    rule=IRREGULAR,
    remedy="There is nothing to settle: decisions irregular list",
)

ONCE_OVER = (
    "It came from another register. Correct it when its call-in period, and any call-in, is "
    "over. See what can be done now: decisions next {ref}"
)

VOID_IT = (
    "If the date on record is wrong, record the publication as void: decisions publication void "
    "{ref} --reason 'why'"
)
MADE_ON = "The date on which a decision was made cannot be corrected."
PUBLISHED_ON = "The date on which a decision was published cannot be corrected."

DAY_MADE_NOT_CORRECTED = RefusalKind(
    code="not-a-correction", because=MADE_ON, rule=TEXT, remedy=VOID_IT
)
DAY_PUBLISHED_NOT_CORRECTED = RefusalKind(
    code="not-a-correction", because=PUBLISHED_ON, rule=TEXT, remedy=VOID_IT
)
DAY_MADE_OF_ANOTHER_REGISTER = RefusalKind(
    code="not-a-correction", because=MADE_ON, rule=TEXT, remedy=ONCE_OVER
)
DAY_PUBLISHED_OF_ANOTHER_REGISTER = RefusalKind(
    code="not-a-correction", because=PUBLISHED_ON, rule=TEXT, remedy=ONCE_OVER
)

KIND_NOT_CORRECTED = RefusalKind(
    code="not-a-correction",
    because="A correction cannot change the kind of decision, its urgency, whether the meeting "
    "was private, the wards or the subject. They settle what must be done before it is signed, "
    "and who may call it in.",
    rule=TEXT,
    remedy="Withdraw the decision and make it again: decisions withdraw {ref} --reason 'why'",
)

KIND_OF_ANOTHER_REGISTER = RefusalKind(
    code="not-a-correction", because=KIND_NOT_CORRECTED.because, rule=TEXT, remedy=ONCE_OVER
)

IRREGULARITY_RECORDED = recorded_already(
    "Irregularity {number} on {ref}, of {happened_on}, already says this.",
    "If it happened more than once that day, say in --what how they differ.",
)

REPORT_RECORDED = recorded_already(
    "The record of {ref} already says that a report is required by {report_by}.",
    "If another is required, say why and by when.",
)

"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import engine_rule
from workflow.constitution.wording.readings import ENDED
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way
from workflow.procedures.consents.refusals import CONSENT

HISTORY = engine_rule(
    "imported history",
    "What was imported wrongly from another register is put right with both values on record; a "
    "period that still runs is counted anew, and one that is over stands.",
)


EXEMPTION_REASON_MISSING = RefusalKind(
    code="exemption-reason-missing",
    because="It is exempt from call-in, but its notice does not give the reason.",
    rule=(CONSENT, COUNCILS_RULE),
    remedy="Give the reason as the notice has it: --exemption-reason 'why'",
)

EXEMPTION_NOT_AGREED = RefusalKind(
    code="exemption-not-agreed",
    because="No consent to exemption from call-in is on record, so there is nothing to give a "
    "reason for.",
    rule=(CONSENT, COUNCILS_RULE),
    remedy="Leave out --exemption-reason, or get consent first: decisions consent ask {ref} "
    "--purpose exemption --reason 'why'",
)

NOT_ON_FILE = RefusalKind(
    code="not-on-file",
    because="Whether {council_name} lets {kind} decisions be called in is not on file.",
    rule=COUNCILS_RULE,
    remedy="See what is on file: decisions constitution show {council}; then add the kind, "
    "with its source.",
)

PERIOD_ALREADY_OVER = each_way(
    RefusalKind(
        code="period-already-over",
        because="The call-in period is counted from {counted_from}, and ended at {ended}, before "
        "publication. Nobody could have called it in.",
        rule=COUNCILS_RULE,
        remedy="Ask the monitoring officer; the decision may have to be made again.",
    ),
    "{ended}",
    ENDED,
)


WAS_PUBLISHED = "{ref} was published at {published_at}."

IMPORTED = RefusalKind(
    code="imported",
    because="{ref} was imported from another register, and was not published here.",
    rule=HISTORY,
    remedy="Correct what was imported wrongly: decisions correct {ref} --ruling 'why' …",
)


SIGNER_PUBLISHES = RefusalKind(
    code="signer-publishes",
    because="{actor} recorded its signature, so someone else must publish it.",
    rule=COUNCILS_RULE,
    remedy="Ask another proper officer: decisions people list --council {council}",
)

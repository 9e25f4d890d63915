"""Why a step here is refused: each with its sentence, its rule and what to do."""

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.model.refusal import COUNCILS_RULE, RefusalKind
from workflow.procedures.shared.refusals import recorded_already

OPINION_MISSING = RefusalKind(
    code="opinion-missing",
    because="The ground {ground} needs the opinion of a practising barrister or solicitor before "
    "the decision is reconsidered. None is recorded.",
    rule=COUNCILS_RULE,
    remedy="Record it: decisions request record-opinion {ref} --counsel NAME --opinion 'what "
    "it says'",
)

MAJORITY_NOT_REACHED = RefusalKind(
    code="majority-not-reached",
    because="{votes_for} of {votes} voted for it. It needs {percent} per cent, which rounded up "
    "is {votes_needed}.",
    rule=COUNCILS_RULE,
    remedy="Do not record it as decided. The decision stays where it is.",
)

VOTES_MISSING = RefusalKind(
    code="votes-missing",
    because="It needs {percent} per cent of the votes of those present and voting, and the votes "
    "are not given.",
    rule=COUNCILS_RULE,
    remedy="Give --votes-for and --votes-against.",
)

CONTRARY_TO_FRAMEWORK = RefusalKind(
    code="contrary-to-framework",
    because="An officer has advised that it is contrary to the budget or policy framework, and "
    "council has objected. Its maker cannot confirm it as it was.",
    rule=MADE_NOT_IMPLEMENTED,
    remedy="Bring it within the framework: decisions reconsideration change {ref} …; or rescind "
    "it: decisions reconsideration rescind {ref} …",
)

OPINION_RECORDED = recorded_already(
    "The record of {ref} already has that opinion, received at {at}.",
    "If there is another, record what that one says.",
)

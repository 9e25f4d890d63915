"""Why a request is not ruled valid: each way with its sentence, its rule and its remedy."""

from enum import Enum

from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way


class TooFew(Enum):
    """Why those who ask are too few."""

    ALL_COUNTED = "all of them are counted"
    NOT_ALL_COUNTED = "not all of them are counted as the rule asks"
    NOBODY_MAY = "nobody may ask"


TOO_FEW_ASK = each_way(
    RefusalKind(
        code="too-few-ask",
        because="Request {number} is from {asking:and}<enough>.",
        rule=COUNCILS_RULE,
        remedy="Record who joins it: decisions request support {ref} …; or reject it.",
    ),
    "<enough>",
    {
        TooFew.ALL_COUNTED: ". Needed: {needed:; or}",
        TooFew.NOT_ALL_COUNTED: ", counted as {counted:and}. Needed: {needed:; or}",
        TooFew.NOBODY_MAY: ". Nobody may ask about a decision of this sort",
    },
)

MEMBERSHIP_UNKNOWN = RefusalKind(
    code="membership-unknown",
    because="It needs a share of the members of {council_name}, and how many there are is not on "
    "file.",
    rule=COUNCILS_RULE,
    remedy="Add a [[membership]] table, with its source, to the council's file.",
)

NO_ALTERNATIVE_PROPOSED = RefusalKind(
    code="no-alternative-proposed",
    because="Request {number} proposes no other course.",
    rule=COUNCILS_RULE,
    remedy="Have it lodged again in time, with --alternative, or reject it.",
)

GROUND_USED_ALREADY = RefusalKind(
    code="ground-used-already",
    because="It has already been called in on {grounds}.",
    rule=COUNCILS_RULE,
    remedy="Reject it, with that reason.",
)

ASKED_TOO_OFTEN = RefusalKind(
    code="asked-too-often",
    because="One person may join at most {most} requests from {since}. Over that: {people}.",
    rule=COUNCILS_RULE,
    remedy="Have them withdraw: decisions request withdraw {ref} --requested-by NAME --reason "
    "'why'; or reject the request.",
)

SAME_ISSUE_ASKED = RefusalKind(
    code="same-issue-asked",
    because="The same matter ({issue_reference}) was asked about within {months} months, on "
    "{other_decisions}.",
    rule=COUNCILS_RULE,
    remedy="Reject it, with that reason.",
)

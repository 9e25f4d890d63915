"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from dataclasses import replace

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14, engine_rule
from workflow.constitution.wording.readings import ENDED, RECEIVED_IN_TIME
from workflow.model.refusal import COUNCILS_RULE, STEPS_RULE, RefusalKind, each_way
from workflow.procedures.shared.before_effect import IN_TIME
from workflow.procedures.shared.refusals import recorded_already
from workflow.procedures.shared.standing_refusals import AT, NEXT

REQUESTS = engine_rule(
    "requests and rulings",
    "A request is ruled on once; until then it may be joined, mended or withdrawn.",
)


ONCE = engine_rule(
    "called in once",
    "A decision that was called in and is done with is not called in again, unless the council's "
    "rule lets it be.",
)


REQUEST_PENDING = each_way(
    RefusalKind(
        code="request-pending",
        because="Request {number}, received <in time>, must be ruled on first.",
        rule=REQUESTS,
        remedy="Rule on it: decisions request accept {ref} --reason 'why', or decisions request "
        "reject {ref} --reason 'why'",
    ),
    "<in time>",
    RECEIVED_IN_TIME,
)

REQUESTS_PENDING = each_way(
    RefusalKind(
        code="request-pending",
        because="Requests {numbers:and}, received <in time>, must be ruled on first.",
        rule=REQUESTS,
        remedy="Rule on it: decisions request accept {ref} --request {number} --reason 'why', or "
        "decisions request reject {ref} --request {number} --reason 'why'",
    ),
    "<in time>",
    RECEIVED_IN_TIME,
)

HAD_NOT_ASKED = RefusalKind(
    code="had-not-asked",
    because="Not among those who made request {number}: {people}.",
    rule=REQUESTS,
    remedy="See who asked: decisions show {ref}",
)

GROUND_MISSPELT = RefusalKind(
    code="ground-misspelt",
    because="The council's list has no ground called {ground}.",
    rule=COUNCILS_RULE,
    remedy="Did you mean {nearest}? Give it by that name. If the request means something else, "
    "use other words.",
)

CERTIFICATE_MISSING = RefusalKind(
    code="certificate-missing",
    because="The ground {ground} needs a certificate from the {officer:or}. It has none.",
    rule=COUNCILS_RULE,
    remedy="Record it: decisions request certify {ref} --ground {ground!q} --certificate 'what "
    "it says'; or reject the request.",
)

NO_CERTIFICATE_NEEDED = RefusalKind(
    code="no-certificate-needed",
    because="Request {number} has no ground that still needs a certificate.",
    rule=(REQUESTS, COUNCILS_RULE),
    remedy="See which do: decisions constitution show {council}",
)

NONE_NEEDED_FOR_THAT_GROUND = RefusalKind(
    code="no-certificate-needed",
    because="Request {number} has no ground called {ground} that still needs a certificate.",
    rule=(REQUESTS, COUNCILS_RULE),
    remedy="See which do: decisions constitution show {council}",
)

GOES_ON_AS_CALL_IN = RefusalKind(
    code="goes-on-as-call-in",
    because="{ref} counts as implemented by a rule, but nobody has recorded carrying it out. A "
    "request received in time is treated as any other.",
    rule=IN_TIME,
    remedy="Record it as one: decisions call-in {ref} --received-at INSTANT --late-reason 'why' …",
)

CALLED_IN_ALREADY = RefusalKind(
    code="called-in-already",
    because="{ref} has already been called in, by a request received {received_at:received}.",
    rule=(COUNCILS_RULE, ONCE),
    remedy="See it on the record: decisions history {ref}",
)

OUT_OF_TIME = each_way(
    RefusalKind(
        code="out-of-time",
        because="The time for a call-in ended at {ended}.",
        rule=COUNCILS_RULE,
        remedy="If a request was received by then, record it with its time: decisions call-in "
        "{ref} --received-at INSTANT --late-reason 'why' …",
    ),
    "{ended}",
    ENDED,
)

BEFORE_PUBLICATION = RefusalKind(
    code="before-publication",
    because="It was received {received_at:received}, before the decision was published at "
    "{published_at}.",
    rule=REG_14,
    remedy="Ask for the request again, now that the decision is published.",
)

IN_THE_FUTURE = RefusalKind(
    code="in-the-future",
    because="The time received, {received_at}, is later than the time recorded, {at}.",
    rule=MADE_NOT_IMPLEMENTED,
    remedy="Record the request when it has been received.",
)

LATE_ENTRY_NEEDS_REASON = RefusalKind(
    code="late-entry-needs-reason",
    because="The period ended at {until}, and the request is being recorded at {now}.",
    rule=COUNCILS_RULE,
    remedy="Say why it is entered late: --late-reason 'why'",
)

EXEMPT_FROM_CALL_IN = each_way(
    RefusalKind(
        code="exempt-from-call-in",
        because="{ref} is not subject to call-in: it took effect at once<at>.",
        rule=STEPS_RULE,
        remedy="See why, on the record: decisions history {ref}",
    ),
    "<at>",
    AT,
)

IN_TIME_BUT_IMPLEMENTED = each_way(
    RefusalKind(
        code="in-time-but-implemented",
        because="The request was received <in time>, so it still counts. Once it is "
        "recorded, the decision must not be acted on.",
        rule=COUNCILS_RULE,
        remedy="Record it: decisions request record-late {ref} …; then ask the monitoring officer.",
    ),
    "<in time>",
    RECEIVED_IN_TIME,
)

SEE_REQUESTS = "See its requests: decisions show {ref}"
RECORD_ONE = "Record one: decisions call-in {ref} …"
NONE_WAITS = "{ref} has no request that awaits a ruling."
NOT_THERE = "{ref} has no request {number}."

REQUEST_RULED_ALREADY = RefusalKind(
    code="request-ruled-already",
    because="Request {number} on {ref} is {status}.",
    rule=REQUESTS,
    remedy=SEE_REQUESTS,
)

WHICH_REQUEST = RefusalKind(
    code="which-request",
    because="{ref} has {count} requests that this could be about.",
    rule=REQUESTS,
    remedy=f"Say which: --request NUMBER. {SEE_REQUESTS}",
)

NOTHING_LODGED = RefusalKind(
    code="no-such-request", because=NONE_WAITS, rule=REQUESTS, remedy=RECORD_ONE
)
NONE_AWAITS = RefusalKind(
    code="no-such-request", because=NONE_WAITS, rule=REQUESTS, remedy=SEE_REQUESTS
)
NO_REQUEST_OF_THAT_NUMBER_YET = RefusalKind(
    code="no-such-request", because=NOT_THERE, rule=REQUESTS, remedy=RECORD_ONE
)
NO_SUCH_REQUEST = RefusalKind(
    code="no-such-request", because=NOT_THERE, rule=REQUESTS, remedy=SEE_REQUESTS
)

LODGE_AGAIN = (
    "Have it lodged again in time, as --grounds 'NAME: particulars', or reject it. See the "
    "council's list: decisions constitution show {council}"
)

GROUND_NOT_LISTED = RefusalKind(
    code="ground-not-listed",
    because="None of the grounds of request {number} is on the council's list: {grounds}.",
    rule=COUNCILS_RULE,
    remedy=LODGE_AGAIN,
)

PARTICULARS_MISSING = RefusalKind(
    code="particulars-missing",
    because="No particulars are given for {grounds}.",
    rule=COUNCILS_RULE,
    remedy=LODGE_AGAIN,
)

RECEIVED_OUT_OF_TIME = each_way(
    RefusalKind(
        code="out-of-time",
        because="It was received {received_at:received}. The time for a call-in ended at {ended}.",
        rule=COUNCILS_RULE,
        remedy="See how that day was counted: decisions explain {ref}",
    ),
    "{ended}",
    ENDED,
)

IN_QUESTION = "That deadline is itself in question."
"""Said before what to do about the deadline."""

NOT_PUBLISHED = RefusalKind(
    code="not-published",
    because="It can be called in once it is published.",
    rule=STEPS_RULE,
    remedy=NEXT,
)

PERIOD_IS_OVER = {
    by_reading: replace(
        kind,
        remedy="If the request was received by then, give its time: decisions call-in {ref} "
        "--received-at INSTANT --late-reason 'why' …",
    )
    for by_reading, kind in OUT_OF_TIME.items()
}

PERIOD_IS_OVER_AND_IMPLEMENTED = {
    by_reading: replace(
        kind,
        remedy="If the request was received by then, give its time: decisions request record-late "
        "{ref} --received-at INSTANT --late-reason 'why' …",
    )
    for by_reading, kind in OUT_OF_TIME.items()
}

ASKED_AGAIN = "If they have asked again since, give the time when that was received."

REQUEST_RECORDED = recorded_already(
    "Request {number} on {ref}, by the same people on the same grounds and received "
    "{received_at:received}, is already on the record: it is {status}.",
    ASKED_AGAIN,
)

LATE_REQUEST_RECORDED = recorded_already(
    "That request on {ref}, by the same people on the same grounds and received "
    "{received_at:received}, is already on the record.",
    ASKED_AGAIN,
)

SUPPORT_RECORDED = recorded_already(
    "The record of {ref} already says that these people joined request {number}, by what was "
    "received {received_at:received}.",
    "If they have joined again since, give the time when that was received.",
)

WITHDRAWAL_RECORDED = recorded_already(
    "The record of {ref} already says that these people withdrew from request {number} at {at}.",
    "If this is about another request, say which: --request NUMBER.",
)

"""What may be done from each state, by whom, and where it leads: written by hand, as the law and
the design have it. It is not made from the table."""

from workflow.model.people import Role
from workflow.model.state import State

A, M, P = Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER
MO, FO, HP = Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.HEAD_OF_PAID_SERVICE
MB, S = Role.MEMBER, Role.SYSTEM
OFFICES = {
    Role.SCRUTINY_CHAIR,
    Role.SCRUTINY_VICE_CHAIR,
    Role.CHAIR_OF_COUNCIL,
    Role.VICE_CHAIR_OF_COUNCIL,
    HP,
}

DRAFT, SIGNED, OPEN = State.DRAFT, State.SIGNED, State.CALL_IN_OPEN
CALLED_IN, BACK, COUNCIL = State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL
EFFECTIVE, DONE = State.EFFECTIVE, State.IMPLEMENTED
GONE, SUPERSEDED = State.WITHDRAWN, State.SUPERSEDED
LIVE = (DRAFT, SIGNED, OPEN, CALLED_IN, BACK, COUNCIL, EFFECTIVE)
PUBLISHED = (OPEN, CALLED_IN, BACK, COUNCIL, EFFECTIVE, DONE)
ASKED_ABOUT = (OPEN, CALLED_IN, BACK, COUNCIL)

Cells = dict[tuple[State | None, str], tuple[set[Role], State]]


def staying(verb: str, roles: set[Role], *states: State) -> Cells:
    """Give the cells of a step that leaves a decision in the state it was in."""
    return {(state, verb): (roles, state) for state in states}


def leading(verb: str, roles: set[Role], to: State, *states: State) -> Cells:
    """Give the cells of a step that leads to one state from several."""
    return {(state, verb): (roles, to) for state in states}


# State, step: who may take it, and where it leads when nothing else stands in the way.
MAKING: Cells = {
    (None, "draft"): ({A, M, P}, DRAFT),
    (DRAFT, "amend"): ({A, M, P}, DRAFT),
    (DRAFT, "sign"): ({M, P}, SIGNED),
    (SIGNED, "publish"): ({P}, OPEN),
    **staying("give-notice", {P, MO}, DRAFT, SIGNED, *PUBLISHED),
    **staying("ask-consent", {A, M, P}, DRAFT, SIGNED),
    **staying("give-consent", {P, MO, Role.SCRUTINY_CHAIR}, DRAFT, SIGNED),
    **staying("refuse-consent", {P, MO, Role.SCRUTINY_CHAIR}, DRAFT, SIGNED),
    **staying("skip-consent", {P, MO}, DRAFT, SIGNED),
}
REQUESTS: Cells = {
    (OPEN, "call-in"): ({P, MO, MB}, OPEN),
    (CALLED_IN, "call-in"): ({P, MO, MB}, CALLED_IN),
    (BACK, "call-in"): ({P, MO, MB}, BACK),
    (COUNCIL, "call-in"): ({P, MO, MB}, COUNCIL),
    (EFFECTIVE, "call-in"): ({P, MO, MB}, OPEN),
    (DONE, "note-request"): ({P, MO}, DONE),
    **staying("support-request", {P, MO, MB}, OPEN, CALLED_IN, BACK, COUNCIL),
    **staying("certify-ground", {P, MO, HP, FO}, OPEN, CALLED_IN, BACK, COUNCIL),
    (OPEN, "accept-request"): ({P, MO, HP}, CALLED_IN),
    (CALLED_IN, "accept-request"): ({P, MO, HP}, CALLED_IN),
    (BACK, "accept-request"): ({P, MO, HP}, BACK),
    (COUNCIL, "accept-request"): ({P, MO, HP}, COUNCIL),
    **staying("reject-request", {P, MO, HP}, OPEN, CALLED_IN, BACK, COUNCIL),
    **staying("withdraw-request", {P, MO, MB}, OPEN, CALLED_IN, BACK, COUNCIL),
}
SCRUTINY: Cells = {
    (CALLED_IN, "meet"): ({P, MO}, CALLED_IN),
    (CALLED_IN, "direct"): ({P, MO}, CALLED_IN),
    (CALLED_IN, "adjourn"): ({P, MO}, CALLED_IN),
    (BACK, "adjourn"): ({P, MO}, BACK),
    (COUNCIL, "adjourn"): ({P, MO}, COUNCIL),
    (CALLED_IN, "resolve"): ({P, MO}, EFFECTIVE),
    (CALLED_IN, "refer-back"): ({P, MO}, BACK),
    (CALLED_IN, "refer-to-council"): ({P, MO}, COUNCIL),
    (CALLED_IN, "record-opinion"): ({P, MO}, CALLED_IN),
    (BACK, "record-opinion"): ({P, MO}, BACK),
    (COUNCIL, "council-objects"): ({P, MO}, BACK),
    (COUNCIL, "council-lets-stand"): ({P, MO}, EFFECTIVE),
    (COUNCIL, "council-decides"): ({P, MO}, SUPERSEDED),
    (BACK, "confirm"): ({M, P}, EFFECTIVE),
    (BACK, "change"): ({M, P}, SIGNED),
    (OPEN, "rescind"): ({M, P}, GONE),
    (BACK, "rescind"): ({M, P}, GONE),
    (EFFECTIVE, "rescind"): ({M, P}, GONE),
}
TIME: Cells = {
    (OPEN, "close"): ({S, P}, EFFECTIVE),
    (CALLED_IN, "lapse"): ({S, P}, EFFECTIVE),
    (BACK, "lapse"): ({S, P}, EFFECTIVE),
    (OPEN, "review-deadline"): ({P, MO}, OPEN),
    (CALLED_IN, "review-deadline"): ({P, MO}, CALLED_IN),
    (BACK, "review-deadline"): ({P, MO}, BACK),
    (COUNCIL, "review-deadline"): ({P, MO}, COUNCIL),
}
AFTERWARDS: Cells = {
    (EFFECTIVE, "implement"): ({A, P}, DONE),
    (EFFECTIVE, "find-hold"): ({MO, FO, P}, OPEN),
    (DONE, "find-hold"): ({MO, FO, P}, DONE),
    (DONE, "settle-dispute"): ({MO}, DONE),
    **staying("sever", {P, MO}, OPEN, CALLED_IN),
    **staying("ask-review", {P, MO}, EFFECTIVE, DONE),
    **staying("conclude-review", {P, MO}, EFFECTIVE, DONE),
    **staying("correct", {P, MO}, *PUBLISHED),
    **leading("correct-materially", {P, MO}, SIGNED, OPEN, EFFECTIVE),
    **leading("void-publication", {P, MO}, SIGNED, OPEN, EFFECTIVE),
    **leading("supersede", {M, P, MO}, SUPERSEDED, SIGNED, *ASKED_ABOUT, EFFECTIVE),
    **staying("require-report", {P, MO}, *PUBLISHED),
    **staying("report-to-council", {M, P}, *PUBLISHED),
    **staying("note-irregularity", {P, MO}, DRAFT, SIGNED, *PUBLISHED),
    **staying("resolve-irregularity", {MO}, DRAFT, SIGNED, *PUBLISHED),
}
ENDINGS: Cells = {
    **leading("withdraw", {M, P}, GONE, *LIVE),
    **staying("hold", {MO, FO, P}, *LIVE),
    **staying("release", {MO, FO, P}, *LIVE),
}
MAY: Cells = {**MAKING, **REQUESTS, **SCRUTINY, **TIME, **AFTERWARDS, **ENDINGS}

# In the table, but something of the decision stands in the way: who may try, and what is said.
LATE, UNASKED = "consent-too-late", "consent-not-asked"
STOPPED: dict[tuple[State, str], tuple[set[Role], tuple[str, ...]]] = {
    (COUNCIL, "lapse"): ({S, P}, ("overdue",)),
    (DRAFT, "act-early"): ({A, P}, ("not-on-file",)),
    (DRAFT, "publish-unsigned"): ({P}, ("signed-first",)),
    (EFFECTIVE, "find-outcome"): ({P, MO}, ("did-not-lapse",)),
    (DONE, "find-outcome"): ({P, MO}, ("did-not-lapse",)),
    (DONE, "supersede"): ({M, P, MO}, ("is-implemented",)),
    **{(state, "sign-minutes"): ({M, P}, ("signed-already",)) for state in PUBLISHED},
    **{(state, "ask-consent"): ({A, M, P}, (LATE,)) for state in PUBLISHED},
    **{(state, "give-consent"): ({P, MO, *OFFICES}, (LATE, UNASKED)) for state in PUBLISHED},
    **{(state, "refuse-consent"): ({P, MO, *OFFICES}, (LATE, UNASKED)) for state in PUBLISHED},
    **{(state, "skip-consent"): ({P, MO}, (LATE, UNASKED)) for state in PUBLISHED},
}

# In the table, but each office answers for itself: the cells have the chair of scrutiny's answer.
OTHERS: dict[tuple[State | None, str], set[Role]] = {
    (state, verb): OFFICES - {Role.SCRUTINY_CHAIR}
    for state in (DRAFT, SIGNED)
    for verb in ("give-consent", "refuse-consent")
}

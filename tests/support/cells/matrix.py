"""What may be done from each state, by whom, and where it leads: written by hand, as the law and
the design say. It is not made from the table of steps, so that it can check it."""

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
    (None, "new"): ({A, M, P}, DRAFT),
    (DRAFT, "amend"): ({A, M, P}, DRAFT),
    (DRAFT, "sign"): ({M, P}, SIGNED),
    (SIGNED, "publish"): ({P}, OPEN),
    **staying("advance-notice-give", {P, MO}, DRAFT, SIGNED, *PUBLISHED),
    **staying("consent-ask", {A, M, P}, DRAFT, SIGNED),
    **staying("consent-give", {P, MO, Role.SCRUTINY_CHAIR}, DRAFT, SIGNED),
    **staying("consent-refuse", {P, MO, Role.SCRUTINY_CHAIR}, DRAFT, SIGNED),
    **staying("consent-skip", {P, MO}, DRAFT, SIGNED),
}
REQUESTS: Cells = {
    (OPEN, "call-in"): ({P, MO, MB}, OPEN),
    (CALLED_IN, "call-in"): ({P, MO, MB}, CALLED_IN),
    (BACK, "call-in"): ({P, MO, MB}, BACK),
    (COUNCIL, "call-in"): ({P, MO, MB}, COUNCIL),
    (EFFECTIVE, "call-in"): ({P, MO, MB}, OPEN),
    (DONE, "request-record-late"): ({P, MO}, DONE),
    **staying("request-support", {P, MO, MB}, OPEN, CALLED_IN, BACK, COUNCIL),
    **staying("request-certify", {P, MO, HP, FO}, OPEN, CALLED_IN, BACK, COUNCIL),
    (OPEN, "request-accept"): ({P, MO, HP}, CALLED_IN),
    (CALLED_IN, "request-accept"): ({P, MO, HP}, CALLED_IN),
    (BACK, "request-accept"): ({P, MO, HP}, BACK),
    (COUNCIL, "request-accept"): ({P, MO, HP}, COUNCIL),
    **staying("request-reject", {P, MO, HP}, OPEN, CALLED_IN, BACK, COUNCIL),
    **staying("request-withdraw", {P, MO, MB}, OPEN, CALLED_IN, BACK, COUNCIL),
}
SCRUTINY: Cells = {
    (CALLED_IN, "scrutiny-meet"): ({P, MO}, CALLED_IN),
    (CALLED_IN, "scrutiny-direct"): ({P, MO}, CALLED_IN),
    (CALLED_IN, "scrutiny-adjourn"): ({P, MO}, CALLED_IN),
    (BACK, "scrutiny-adjourn"): ({P, MO}, BACK),
    (COUNCIL, "scrutiny-adjourn"): ({P, MO}, COUNCIL),
    (CALLED_IN, "scrutiny-resolve"): ({P, MO}, EFFECTIVE),
    (CALLED_IN, "scrutiny-refer-back"): ({P, MO}, BACK),
    (CALLED_IN, "scrutiny-refer-to-council"): ({P, MO}, COUNCIL),
    (CALLED_IN, "request-record-opinion"): ({P, MO}, CALLED_IN),
    (BACK, "request-record-opinion"): ({P, MO}, BACK),
    (COUNCIL, "council-object"): ({P, MO}, BACK),
    (COUNCIL, "council-let-stand"): ({P, MO}, EFFECTIVE),
    (COUNCIL, "council-decide"): ({P, MO}, SUPERSEDED),
    (BACK, "reconsideration-confirm"): ({M, P}, EFFECTIVE),
    (BACK, "reconsideration-change"): ({M, P}, SIGNED),
    (OPEN, "reconsideration-rescind"): ({M, P}, GONE),
    (BACK, "reconsideration-rescind"): ({M, P}, GONE),
    (EFFECTIVE, "reconsideration-rescind"): ({M, P}, GONE),
}
TIME: Cells = {
    (OPEN, "close"): ({S, P}, EFFECTIVE),
    (CALLED_IN, "lapse"): ({S, P}, EFFECTIVE),
    (BACK, "lapse"): ({S, P}, EFFECTIVE),
    (OPEN, "deadline-review"): ({P, MO}, OPEN),
    (CALLED_IN, "deadline-review"): ({P, MO}, CALLED_IN),
    (BACK, "deadline-review"): ({P, MO}, BACK),
    (COUNCIL, "deadline-review"): ({P, MO}, COUNCIL),
}
AFTERWARDS: Cells = {
    (EFFECTIVE, "implement"): ({A, P}, DONE),
    (EFFECTIVE, "found-late-record-hold"): ({MO, FO, P}, OPEN),
    (DONE, "found-late-record-hold"): ({MO, FO, P}, DONE),
    (DONE, "found-late-settle-dispute"): ({MO}, DONE),
    **staying("sever", {P, MO}, OPEN, CALLED_IN),
    **staying("review-ask", {P, MO}, EFFECTIVE, DONE),
    **staying("review-conclude", {P, MO}, EFFECTIVE, DONE),
    **staying("correct", {P, MO}, *PUBLISHED),
    **leading("correct-materially", {P, MO}, SIGNED, OPEN, EFFECTIVE),
    **leading("publication-void", {P, MO}, SIGNED, OPEN, EFFECTIVE),
    **leading("supersede", {M, P, MO}, SUPERSEDED, SIGNED, *ASKED_ABOUT, EFFECTIVE),
    **staying("key-report-require", {P, MO}, *PUBLISHED),
    **staying("key-report-submit", {M, P}, *PUBLISHED),
    **staying("irregular-note", {P, MO}, DRAFT, SIGNED, *PUBLISHED),
    **staying("irregular-resolve", {MO}, DRAFT, SIGNED, *PUBLISHED),
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
    (DRAFT, "implement-early"): ({A, P}, ("not-on-file",)),
    (DRAFT, "minutes-publish"): ({P}, ("signed-first",)),
    (EFFECTIVE, "found-late-record-outcome"): ({P, MO}, ("did-not-lapse",)),
    (DONE, "found-late-record-outcome"): ({P, MO}, ("did-not-lapse",)),
    (DONE, "supersede"): ({M, P, MO}, ("is-implemented",)),
    **{(state, "minutes-sign"): ({M, P}, ("signed-already",)) for state in PUBLISHED},
    **{(state, "consent-ask"): ({A, M, P}, (LATE,)) for state in PUBLISHED},
    **{(state, "consent-give"): ({P, MO, *OFFICES}, (LATE, UNASKED)) for state in PUBLISHED},
    **{(state, "consent-refuse"): ({P, MO, *OFFICES}, (LATE, UNASKED)) for state in PUBLISHED},
    **{(state, "consent-skip"): ({P, MO}, (LATE, UNASKED)) for state in PUBLISHED},
}

# In the table, but each office answers for itself: the cells have the chair of scrutiny's answer.
OTHERS: dict[tuple[State | None, str], set[Role]] = {
    (state, verb): OFFICES - {Role.SCRUTINY_CHAIR}
    for state in (DRAFT, SIGNED)
    for verb in ("consent-give", "consent-refuse")
}

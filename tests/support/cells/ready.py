"""What each cell needs so that its step can be taken: a request that awaits a ruling, a time
limit that runs, a hold to release, or the rules of the council that has every provision."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from support.councils import made_up
from support.inputs import DETAILS
from support.statements import BEFORE_THE_END, ENDS_AT, SIGNED_AT, STATEMENT
from support.states import EVERY_STATE, SEATS, Rules, recording, someone, taken
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.constitution.reading import parse
from workflow.model.decision import Decision
from workflow.model.people import Appointment, Role
from workflow.model.state import State
from workflow.procedures.table import BY_NAME

ASKED_ABOUT = (
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.REFERRED_BACK,
    State.REFERRED_TO_COUNCIL,
)
AWAITED = ASKED_ABOUT[1:]
LONG_AFTER = ENDS_AT + timedelta(days=90)
"""When every time limit has run out."""
CHAIR = Appointment(
    number=1,
    council="herefordshire",
    person="a.chair",
    name="Cllr A Chair",
    role=Role.SCRUTINY_CHAIR,
    since=date(2018, 1, 1),
)
ANYONE = '["proper-officer", "monitoring-officer", "head-of-paid-service", "finance-officer"]'
ON_PAPER = {"requested_by": ("someone",)}


def everything() -> Rules:
    """Give the rules of the council that has every provision, and any of four who certify."""
    source = made_up().source
    toml = Path(source).read_text(encoding="utf-8")
    found, complaints = parse(toml.replace('["head-of-paid-service"]', ANYONE), source)
    assert found is not None, complaints
    rules = Rules(found)
    rules.appointments = (CHAIR, *SEATS)
    return rules


def closed_on(day: date, rules: Rules) -> Rules:
    """Give the same rules with one day closed since."""
    known = {"known_at": SIGNED_AT, "recorded_at": SIGNED_AT, "entered_by": "someone"}
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    row = CouncilDay(day=day, kind=DayKind.CLOSURE, **said, **known)
    again = Rules(rules.constitution, calendar_for(Nation.ENGLAND, [row]))
    again.appointments = rules.appointments
    return again


EVERYTHING = everything()
RECORDING = recording()
ONLY_MONITORING = someone(Role.MONITORING_OFFICER)


def lodged(decision: Decision, rules: Rules = RECORDING, **more: Any) -> Decision:
    """Give the decision with one more request on it, received in time."""
    asked = replace(DETAILS["call-in"], **{**ON_PAPER, **more})
    at = max(BEFORE_THE_END, decision.last_at)
    return taken("call-in", decision, at, asked, rules=rules)


def with_a_clock(state: State) -> Decision:
    """Give a decision in this state with a time limit, by the rules that say everything."""
    given: dict[str, Any] = {"requested_by": (), "electors": 150, "grounds": ("policy: Because.",)}
    opened = lodged(EVERY_STATE[State.CALL_IN_OPEN], EVERYTHING, **given)
    rules = {"rules": EVERYTHING, "actor": ONLY_MONITORING}
    called = taken("request-accept", opened, BEFORE_THE_END, DETAILS["request-accept"], **rules)
    verb = {
        State.REFERRED_BACK: "scrutiny-refer-back",
        State.REFERRED_TO_COUNCIL: "scrutiny-refer-to-council",
    }
    if state is State.CALLED_IN:
        return called
    return taken(verb[state], called, BEFORE_THE_END, DETAILS[verb[state]], **rules)


def instant_of(state: State, verb: str) -> datetime | None:
    """Give the instant at which a cell is tried, where it is not its state's own."""
    if verb == "close" and state is State.CALL_IN_OPEN:
        return ENDS_AT
    return LONG_AFTER if verb == "lapse" and state in AWAITED else None


def details_for(verb: str, role: Role, state: State | None) -> Any:
    """Give what a step is given by someone in this role: a member speaks for that member only."""
    details = DETAILS[verb]
    if verb in ("consent-ask", "consent-give", "consent-refuse", "consent-skip"):
        return replace(details, purpose="exemption") if state is State.SIGNED else details
    if verb == "request-withdraw" and state in AWAITED:
        details = replace(details, request=2)
    own = role is Role.MEMBER and verb in ("call-in", "request-support", "request-withdraw")
    return replace(details, **ON_PAPER) if own else details


def _asked_consent(decision: Decision, state: State) -> Decision:
    asked = details_for("consent-ask", Role.AUTHOR, state)
    return taken("consent-ask", decision, decision.last_at, asked, rules=EVERYTHING)


def ready(state: State | None, verb: str) -> tuple[Decision | None, dict[str, Any]]:
    """Give the decision that a cell is tried on, and by what rules."""
    more: dict[str, Any] = {"rules": RECORDING}
    if state is None:
        return None, more
    decision = EVERY_STATE[state]
    if verb in ("request-support", "request-accept", "request-reject") and state in ASKED_ABOUT:
        name = ("Cllr E",) if verb == "request-support" else ("someone",)
        return lodged(decision, requested_by=name), more
    if verb == "request-withdraw" and state in ASKED_ABOUT:
        return lodged(decision), more
    if verb == "request-certify" and state in ASKED_ABOUT:
        given = {"requested_by": (), "electors": 150, "grounds": ("relevant matters",)}
        return lodged(decision, EVERYTHING, **given), {"rules": EVERYTHING}
    if verb in ("scrutiny-adjourn", "lapse") and state in AWAITED:
        return with_a_clock(state), more
    if verb == "deadline-review" and state in ASKED_ABOUT:
        if state is State.CALL_IN_OPEN:
            return decision, {"rules": closed_on(date(2018, 10, 24), RECORDING)}
        return with_a_clock(state), {"rules": closed_on(date(2018, 10, 30), RECORDING)}
    if verb in ("scrutiny-direct", "scrutiny-refer-to-council", "reconsideration-change"):
        return decision, {"rules": EVERYTHING}
    if verb.startswith("consent-"):
        asked = verb != "consent-ask" and state in (State.DRAFT, State.SIGNED)
        decision = _asked_consent(decision, state) if asked else decision
        unmade = {"text": replace(STATEMENT, made_on=None)} if state is State.DRAFT else {}
        return decision, {"rules": EVERYTHING, **unmade}
    return _with_what_comes_first(decision, state, verb), more


FIRST = {
    "release": "hold",
    "review-conclude": "review-ask",
    "key-report-submit": "key-report-require",
    "found-late-settle-dispute": "found-late-record-hold",
    "irregular-resolve": "irregular-note",
}


def _with_what_comes_first(decision: Decision, state: State, verb: str) -> Decision:
    """Give the decision once the step was taken without which this one means nothing."""
    first = FIRST.get(verb)
    if first is None or state not in BY_NAME[first].source:
        return decision
    return taken(first, decision, decision.last_at, DETAILS[first], rules=RECORDING)

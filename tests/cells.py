"""A decision in every state, by the pure part alone, and what each step may be given."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import at_hour, start_of_day
from workflow.lifecycle.attempt import Refused, Taken, attempt
from workflow.model import details as asks
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.people import Actor, Role
from workflow.model.state import State
from workflow.model.statement import Conflict, Statement, Urgency
from workflow.policy.case import Case
from workflow.policy.constitution import Constitution, InForce
from workflow.policy.reading import parse, shipped

REF = "HFD-2018-042"
MADE_ON = date(2018, 10, 18)
SIGNED_AT = at_hour(MADE_ON, datetime(2018, 1, 1, 15).time())
LAST_DAY = date(2018, 10, 24)
ENDS_AT = start_of_day(date(2018, 10, 25))

STATEMENT = Statement(
    title="Ofsted inspection: action plan",
    body="Cabinet",
    kind=Kind.NON_KEY,
    made_on=MADE_ON,
    decision="That the plan be approved.",
    reasons="As in the report.",
    alternatives=(),
    conflicts=(
        Conflict(member="Cllr A", interest="A school governor", dispensation="none granted"),
    ),
)
URGENT = Urgency(
    reason="The plan is due before a period could end.",
    agreed_by="Cllr B",
    capacity="chair of the relevant scrutiny committee",
    agreed_on=MADE_ON,
)


def constitution(council: str = "herefordshire") -> Constitution:
    """Read a constitution that is shipped."""
    path = next(path for path in shipped() if path.stem == council)
    found, complaints = parse(Path(path).read_text(encoding="utf-8"), str(path))
    assert found is not None, complaints
    return found


class Rules:
    """A council's rules, with a calendar of one's choosing."""

    def __init__(
        self, constitution_: Constitution | None = None, calendar: Calendar | None = None
    ) -> None:
        self.constitution = constitution_ or constitution()
        self._calendar = calendar or calendar_for(Nation.ENGLAND)

    def in_force_on(self, day: date) -> InForce:
        return self.constitution.in_force_on(day)

    def calendar(self, known_before: datetime | None = None) -> Calendar:
        return self._calendar


RULES = Rules()


def recording(rules: Rules | None = None) -> Rules:
    """Give rules under which implementation is a step of its own."""
    text = (rules or RULES).constitution.source
    toml = Path(text).read_text(encoding="utf-8").replace("recorded = false", "recorded = true")
    found, complaints = parse(toml, text)
    assert found is not None, complaints
    return Rules(found)


def someone(*roles: Role) -> Actor:
    return Actor(person="someone", roles=frozenset(roles), established="a test")


EVERYONE = someone(*Role)


def case(decision: Decision | None, at: datetime, details: Any, **more: Any) -> Case:
    given = {
        "decision": decision,
        "text": STATEMENT,
        "details": details,
        "actor": EVERYONE,
        "at": at,
        "now": at,
        "rules": RULES,
        **more,
    }
    return Case(**given)


def taken(
    verb: str, decision: Decision | None, at: datetime, details: Any, **more: Any
) -> Decision:
    """Take a step that must be taken, and give the decision after it."""
    outcome = attempt(verb, case(decision, at, details, **more), REF)
    assert isinstance(outcome, Taken), outcome
    return outcome.decision


def refused(
    verb: str, decision: Decision | None, at: datetime, details: Any, **more: Any
) -> Refused:
    """Attempt a step that must be refused, and give the refusal."""
    outcome = attempt(verb, case(decision, at, details, **more), REF)
    assert isinstance(outcome, Refused), outcome
    return outcome


def codes(outcome: Refused) -> list[str]:
    return [refusal.code for refusal in outcome.refusals]


BEFORE_THE_END = ENDS_AT - timedelta(hours=12)
DETAILS: dict[str, Any] = {
    "draft": asks.Draft(council="herefordshire", statement=STATEMENT),
    "amend": asks.Amend(statement=STATEMENT),
    "sign": asks.Sign(signatory="The Leader"),
    "publish": asks.Publish(where="the council's website"),
    "call-in": asks.CallIn(
        requested_by=("Cllr C",), grounds="Consultation", received_at=BEFORE_THE_END
    ),
    "note-request": asks.CallIn(
        requested_by=("Cllr C",), grounds="Consultation", received_at=BEFORE_THE_END
    ),
    "resolve": asks.Resolve(outcome=asks.Outcome.UPHELD, reason="The plan was noted."),
    "close": asks.Nothing(),
    "review-deadline": asks.ReviewDeadline(outcome=asks.Review.REVISE, reason="A closure"),
    "implement": asks.Implement(evidence="The plan was sent."),
    "withdraw": asks.Because(reason="Overtaken"),
    "hold": asks.Hold(
        on_account_of=asks.Holder.MONITORING_OFFICER, under="LGHA 1989 s.5A", reason="A report"
    ),
    "release": asks.Because(reason="Considered"),
}


def in_every_state() -> dict[State, Decision]:
    """Give a decision in every state in which one can rest."""
    rules = {"rules": recording()}
    draft = taken("draft", None, SIGNED_AT, DETAILS["draft"])
    signed = taken("sign", draft, SIGNED_AT, DETAILS["sign"])
    opened = taken("publish", signed, SIGNED_AT, DETAILS["publish"], **rules)
    called = taken("call-in", opened, BEFORE_THE_END, DETAILS["call-in"])
    effective = taken("close", opened, ENDS_AT, DETAILS["close"], **rules)
    done = taken("implement", effective, ENDS_AT, DETAILS["implement"], **rules)
    gone = taken("withdraw", opened, BEFORE_THE_END, DETAILS["withdraw"])
    found = {each.state: each for each in (draft, signed, opened, called, effective, done, gone)}
    assert set(found) == set(State) - {State.PUBLISHED}
    return found


EVERY_STATE = in_every_state()
OPEN_BY_RULE = taken("publish", EVERY_STATE[State.SIGNED], SIGNED_AT, DETAILS["publish"])
"""One in its period, at a council that records no implementation of its own."""


def instant_in(state: State | None) -> datetime:
    """Give an instant at which a decision in this state is looked at."""
    later = (State.CALLED_IN, State.EFFECTIVE, State.IMPLEMENTED)
    return ENDS_AT if state in later else BEFORE_THE_END

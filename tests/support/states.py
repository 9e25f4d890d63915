"""A decision in every state, made without a register, and what each step may be given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from support.councils import constitution, made_up
from support.inputs import DETAILS
from support.refusals.facts import is_whole
from support.statements import (
    BEFORE_THE_END,
    ENDS_AT,
    REF,
    SIGNED_AT,
    STATEMENT,
)
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.constitution.constitution import Constitution, InForce
from workflow.constitution.reading import parse
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.people import Actor, Appointment, Role
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken, attempt
from workflow.procedures.case import Case, OnRecord


class Rules:
    """A council's rules, with a calendar of one's choosing."""

    def __init__(
        self, constitution_: Constitution | None = None, calendar: Calendar | None = None
    ) -> None:
        self.constitution = constitution_ or constitution()
        self._calendar = calendar or calendar_for(Nation.ENGLAND)
        self.appointments: Sequence[Appointment] = ()

    @property
    def nation(self) -> Nation:
        return self.constitution.nation

    def in_force_on(self, day: date) -> InForce:
        return self.constitution.in_force_on(day)

    def people(self) -> Sequence[Appointment]:
        return self.appointments

    def decision(self, ref: str) -> Decision | None:
        """Give another decision, signed; none is called NONE."""
        return None if ref == "NONE" else replace(EVERY_STATE[State.SIGNED], ref=ref)

    def last_before_time(self, ref: str) -> datetime | None:
        return None

    def last_by(self, ref: str, instant: datetime) -> datetime | None:
        return None

    def on_record(self, ref: str, *kinds: type[Event]) -> Sequence[OnRecord]:
        return ()

    def joined(self, who: str, since: datetime, until: datetime, ref: str) -> int:
        return 0

    def requests_on_issue(
        self, issue: str, since: datetime, until: datetime, ref: str
    ) -> Sequence[str]:
        return ()

    def calendar(self, known_before: datetime | None = None) -> Calendar:
        return self._calendar


RULES = Rules()


def everything_on_file() -> Rules:
    """Give the rules of the council whose constitution says everything."""
    return Rules(made_up())


def recording(rules: Rules | None = None) -> Rules:
    """Give rules under which implementation is a step of its own."""
    text = (rules or RULES).constitution.source
    toml = Path(text).read_text(encoding="utf-8").replace("recorded = false", "recorded = true")
    found, complaints = parse(toml, text)
    assert found is not None, complaints
    return Rules(found)


def someone(*roles: Role) -> Actor:
    return Actor(person="someone", roles=frozenset(roles), established="a test")


def seat(person: str, role: Role, of: str = "", **more: Any) -> Appointment:
    """Give a seat that a person holds at the council of the cells, since long before."""
    since = more.pop("since", date(2018, 1, 1))
    return Appointment(
        number=1, council="herefordshire", person=person, name=f"Cllr {person}", role=role,
        since=since, of=of, **more,
    )  # fmt: skip


SEATS = (
    seat("someone", Role.MEMBER),
    seat("chair", Role.SCRUTINY_CHAIR),
    seat("chair", Role.MEMBER),
    seat("ash", Role.SCRUTINY_MEMBER),
    seat("ash", Role.MEMBER),
    seat("beech", Role.SCRUTINY_MEMBER),
    seat("beech", Role.MEMBER),
    seat("cedar", Role.MEMBER, "Dunmore"),
    seat("elm", Role.MEMBER),
    seat("fir", Role.MEMBER),
    seat("the.leader", Role.EXECUTIVE_MEMBER),
    seat("the.leader", Role.MEMBER),
    seat("hazel", Role.EXECUTIVE_MEMBER),
    seat("hazel", Role.MEMBER),
    seat("oak", Role.CO_OPTEE),
    seat("pine", Role.CO_OPTEE),
    seat("yew", Role.MEMBER, until=date(2018, 9, 30)),
)
"""Who sits at the council of the cells."""


EVERYONE = someone(*Role)
MAKER = Actor(person="the.leader", roles=frozenset({Role.DECISION_MAKER}), established="a test")


def case(decision: Decision | None, at: datetime, details: Any, **more: Any) -> Case:
    given = {
        "decision": decision,
        "text": STATEMENT,
        "inputs": details,
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
    """Attempt a step that must be refused, in whole sentences, and give the refusal."""
    outcome = attempt(verb, case(decision, at, details, **more), REF)
    assert isinstance(outcome, Refused), outcome
    assert all(is_whole(each) for each in outcome.refusals), outcome
    return outcome


def codes(outcome: Refused) -> list[str]:
    return [refusal.code for refusal in outcome.refusals]


def in_every_state() -> dict[State, Decision]:
    """Give a decision in every state in which one can rest."""
    rules = {"rules": recording()}
    asked = {"rules": everything_on_file()}
    draft = taken("new", None, SIGNED_AT, DETAILS["new"])
    signed = taken("sign", draft, SIGNED_AT, DETAILS["sign"], actor=MAKER)
    opened = taken("publish", signed, SIGNED_AT, DETAILS["publish"], **rules)
    lodged = taken("call-in", opened, BEFORE_THE_END, DETAILS["call-in"])
    called = taken("request-accept", lodged, BEFORE_THE_END, DETAILS["request-accept"])
    back = taken("scrutiny-refer-back", called, BEFORE_THE_END, DETAILS["scrutiny-refer-back"])
    council = taken(
        "scrutiny-refer-to-council",
        called,
        BEFORE_THE_END,
        DETAILS["scrutiny-refer-to-council"],
        **asked,
    )
    decided = taken("council-decide", council, ENDS_AT, DETAILS["council-decide"])
    effective = taken("close", opened, ENDS_AT, DETAILS["close"], **rules)
    done = taken("implement", effective, ENDS_AT, DETAILS["implement"], **rules)
    gone = taken("withdraw", opened, BEFORE_THE_END, DETAILS["withdraw"])
    lives = (draft, signed, opened, called, back, council, decided, effective, done, gone)
    found = {each.state: each for each in lives}
    assert set(found) == set(State) - {State.PUBLISHED}
    return found


EVERY_STATE = in_every_state()
OPEN_BY_RULE = taken("publish", EVERY_STATE[State.SIGNED], SIGNED_AT, DETAILS["publish"])
"""One in its period, at a council that records no implementation of its own."""


def instant_in(state: State | None) -> datetime:
    """Give an instant at which a decision in this state is looked at."""
    later = (
        State.CALLED_IN,
        State.REFERRED_BACK,
        State.REFERRED_TO_COUNCIL,
        State.SUPERSEDED,
        State.EFFECTIVE,
        State.IMPLEMENTED,
    )
    return ENDS_AT if state in later else BEFORE_THE_END

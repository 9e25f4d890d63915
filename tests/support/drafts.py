"""Drafts of decisions before they are made: notices given, consent asked and answered."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from support.inputs import DETAILS
from support.requests import GULL, OFFICER, Asked, rules
from support.statements import SIGNED_AT, STATEMENT
from support.states import EVERY_STATE, SEATS, Rules, codes, refused, seat, someone, taken
from workflow.clock import LONDON
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.people import Appointment, Role
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.procedures.attempt import Refused
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent, SkipConsent
from workflow.procedures.making.inputs import Draft
from workflow.procedures.notices.inputs import GiveNotice

AUTHOR = someone(Role.AUTHOR)
DRAFT = EVERY_STATE[State.DRAFT]
MATTER, MAKER = "The plan", "Cabinet: Cllrs A, B and C"
SAYS: dict[str, dict[str, Any]] = {
    "key-decision": {
        "matter": MATTER,
        "maker": MAKER,
        "decide_from": date(2018, 10, 18),
        "documents": "none",
        "copies": "from the offices",
    },
    "general-exception": {"matter": MATTER, "informed": "The chair of scrutiny"},
    "private-meeting": {"matter": MATTER, "reasons": "It names a child."},
    "private-meeting-further": {
        "matter": MATTER,
        "reasons": "It names a child.",
        "representations": "None.",
    },
    "reasons": {"reasons": "A flood."},
}
"""What the law asks each kind of notice to say, and no more."""


def noon(day: date) -> datetime:
    """Give noon in London on a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)


def said(kind: Kind = Kind.KEY, **changes: Any) -> Statement:
    """Give the statement of a key decision, changed so."""
    return replace(STATEMENT, kind=kind, **changes)


def drafted(kind: Kind = Kind.KEY, **changes: Any) -> Decision:
    """Give a draft of a key decision, written long before it is made."""
    draft = Draft(council="herefordshire", statement=said(kind, **changes))
    return taken("new", None, noon(date(2018, 8, 1)), draft)


def notice(kind: str, published: datetime, **changes: Any) -> GiveNotice:
    """Give a notice of this kind that says everything required, except for what is changed."""
    given = {"kind": kind, "published_at": published, "where": "the website", **SAYS[kind]}
    return GiveNotice(**{**given, **changes})


def noticed(decision: Decision, kind: str, published: date, by: Rules = GULL) -> Decision:
    """Record a notice on the day it is published."""
    given, at = notice(kind, noon(published)), noon(published)
    return taken("advance-notice-give", decision, at, given, rules=by, actor=OFFICER)


def signed(decision: Decision, by: Rules = GULL, **changes: Any) -> Decision:
    """Sign a key decision on the day it was made, or one whose statement differs so."""
    text = said(decision.kind, **changes)
    at = max(SIGNED_AT, decision.last_at)
    return taken("sign", decision, at, DETAILS["sign"], rules=by, text=text)


def not_signed(decision: Decision, by: Rules = GULL, **changes: Any) -> Refused:
    """Try to sign a key decision on the day it was made, and be refused."""
    text = said(decision.kind, **changes)
    return refused("sign", decision, SIGNED_AT, DETAILS["sign"], rules=by, text=text)


def asked(
    decision: Decision, purpose: str, at: datetime, by: Rules = GULL, **more: Any
) -> Decision:
    """Ask consent for a purpose."""
    given = AskConsent(purpose=purpose, reason="A flood.")  # type: ignore[arg-type]
    return taken("consent-ask", decision, at, given, rules=by, actor=AUTHOR, **more)


def answer(purpose: str, capacity: str, by: str, note: str = "By email.") -> AnswerConsent:
    """Give an answer, in a capacity, by the name of who answers."""
    given: dict[str, Any] = {"purpose": purpose, "capacity": capacity, "given_by": by}
    return AnswerConsent(**given, note=note)


def passing(purpose: str, capacity: str, why: str, hours: int | None = None) -> SkipConsent:
    """Give that an office was passed over, and why."""
    given: dict[str, Any] = {"purpose": purpose, "capacity": capacity, "why": why, "hours": hours}
    return SkipConsent(**given, note="Rang at nine.")


# -- offices, and their answers --

CHAIRS = (
    seat("a.chair", Role.SCRUTINY_CHAIR),
    seat("c.chair", Role.CHAIR_OF_COUNCIL),
    seat("v.chair", Role.VICE_CHAIR_OF_COUNCIL),
    seat("s.deputy", Role.SCRUTINY_VICE_CHAIR),
    seat("stand.in", Role.CHAIR_OF_COUNCIL, deputy=True),
    seat("was.chair", Role.SCRUTINY_CHAIR, until=date(2018, 9, 30)),
)


def with_seats(*seats: Appointment) -> Asked:
    """Give the rules of the council that has every provision, with these people in office too."""
    found = rules()
    found.appointments = (*SEATS, *seats)
    return found


BY = with_seats(*CHAIRS)
KEY = drafted()
URGENCY, EXEMPTION = "special-urgency", "exemption"
BEFORE = noon(date(2018, 10, 15))
"""A few days before the decision is made."""
CHAIR, COUNCIL = ("scrutiny-chair", "a.chair"), ("chair-of-council", "c.chair")


def consented(
    decision: Decision, purpose: str, office: tuple[str, str], at: Any = BEFORE, by: Rules = BY
) -> Decision:
    """Record that an office holder consents."""
    given = answer(purpose, *office)
    return taken("consent-give", decision, at, given, rules=by, actor=OFFICER)


def not_consented(
    decision: Decision, purpose: str, office: tuple[str, str], at: Any = BEFORE, **more: Any
) -> Refused:
    """Try to record that an office holder consents, and be refused."""
    given = {"rules": BY, "actor": OFFICER, **more}
    return refused("consent-give", decision, at, answer(purpose, *office), **given)


def passed_over(
    decision: Decision,
    purpose: str,
    office: str,
    why: str,
    hours: int | None = None,
    by: Rules = BY,
) -> Decision:
    given = passing(purpose, office, why, hours)
    return taken("consent-skip", decision, BEFORE, given, rules=by, actor=OFFICER)


def not_passed_over(
    decision: Decision,
    purpose: str,
    office: str,
    why: str,
    hours: int | None = None,
    by: Rules = BY,
) -> list[str]:
    given = passing(purpose, office, why, hours)
    return codes(refused("consent-skip", decision, BEFORE, given, rules=by, actor=OFFICER))


ASKED = asked(KEY, URGENCY, BEFORE, BY)
"""A key decision whose urgency the chair of scrutiny was asked about, and has not answered."""

EXEMPT = asked(drafted(Kind.NON_KEY), EXEMPTION, BEFORE, BY)
"""One that is not key, with consent asked to exempt it from call-in."""


# -- other nations --

EARLY = "early-implementation"
AFTERWARDS = """
[[written-statement]]
from = 2010-01-01
signed-after-effect = true
basis = "constitution"
rule = "Standing orders, rule 9"
words = "Minutes are published first, and signed at a later meeting."

[[direction]]"""
"""What a council's file says where its records are signed afterwards."""

NOTICE = """
[[key-decision-notice]]
from = 2010-01-01
days = 28
unit = "calendar"
basis = "constitution"
rule = "Standing orders, rule 4"
words = "Notice of a key decision is published 28 clear days before it is made."
"""


def in_nation(nation: str, more: str = "[[direction]]") -> Asked:
    """Give the rules of a council in another nation, with its seats."""
    moved = ('nation = "england"', f'nation = "{nation}"')
    found = rules("gullshire", moved, ("[[direction]]", more))
    found.appointments = BY.appointments
    return found


WALES, SCOTLAND = in_nation("wales"), in_nation("scotland", AFTERWARDS)

"""What is drawn at random in a life: who acts, on which decision, when, and with what statement."""

from datetime import datetime, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from support.councils import (
    DUSKSHIRE,
    FENSHIRE,
    GULLSHIRE,
    HEREFORDSHIRE,
    LARKSHIRE,
    TWINSHIRE,
    WEALDSHIRE,
)
from support.people import AUTHOR, FINANCE, MAKER, MONITORING, OFFICER, someone
from support.statements import a_statement
from support.steps import MORNING
from workflow import ConflictOfInterest, Kind, Role, State, Urgency
from workflow.model.holder import Holder
from workflow.procedures.expiry.inputs import Review
from workflow.procedures.scrutiny.inputs import Meeting, ScrutinyOutcome

PEOPLE: Final = (AUTHOR, MAKER, OFFICER, MONITORING, FINANCE)
EVERYONE: Final = someone("every.one", *(role for role in Role if role is not Role.SYSTEM))
_AS_EVER: Final = (HEREFORDSHIRE, LARKSHIRE, GULLSHIRE, WEALDSHIRE, FENSHIRE)
COUNCILS: Final = (*_AS_EVER, TWINSHIRE, DUSKSHIRE)
BY_PETITION: Final = (GULLSHIRE, WEALDSHIRE)
"""The councils whose rule says who may ask: there it is electors that ask, in number or too few."""
MOST: Final = 8
"""Decisions in one register."""
ASKING: Final = ("call-in", "request-support", "request-withdraw")
RULING: Final = ("request-accept", "request-accept", "request-reject")
SCRUTINY: Final = (
    "scrutiny-meet",
    "scrutiny-adjourn",
    "scrutiny-direct",
    "scrutiny-resolve",
    "scrutiny-refer-back",
    "scrutiny-refer-to-council",
    "request-record-opinion",
)
LOOKING_AGAIN: Final = (
    "council-object",
    "council-let-stand",
    "council-decide",
    "reconsideration-confirm",
    "reconsideration-change",
)
VERBS: Final = (
    "amend",
    "sign",
    "publish",
    "scrutiny-resolve",
    "close",
    "lapse",
    "implement",
    "deadline-review",
    "hold",
    "release",
    *ASKING,
    *RULING,
    *SCRUTINY,
    *LOOKING_AGAIN,
    "reconsideration-rescind",
)
STOPS: Final = ("hold", "release", "release", "deadline-review", "deadline-review", "withdraw")
NEXT: Final = {
    State.DRAFT: "sign",
    State.SIGNED: "publish",
    State.CALLED_IN: "scrutiny-resolve",
    State.REFERRED_BACK: "reconsideration-confirm",
    State.REFERRED_TO_COUNCIL: "council-object",
    State.EFFECTIVE: "implement",
}

numbers = st.integers(min_value=0, max_value=MOST - 1)
actors = st.sampled_from((*PEOPLE, EVERYONE, EVERYONE))
back = st.one_of(
    st.none(),
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=12)),
    st.sampled_from([timedelta(seconds=30), timedelta(days=-1)]),
)
statements = st.builds(
    lambda kind, urgent, conflict, complete: {
        "kind": kind,
        "urgency": Urgency(
            reason="A flood.", agreed_by="A Chair", capacity="Chair", agreed_on=MORNING.date()
        )
        if urgent
        else None,
        "conflicts": (
            ConflictOfInterest(member="Cllr C", interest="A lease", dispensation=conflict),
        )
        if conflict is not None
        else (),
        "reasons": "Because." if complete else None,
    },
    st.sampled_from([Kind.NON_KEY] * 3 + list(Kind)),
    st.sampled_from([False] * 5 + [True]),
    st.sampled_from([None, None, None, "none granted", ""]),
    st.sampled_from([True] * 5 + [False]),
)
_GROUND = {"Consultation": "Consultation", "policy": "policy: It is against the plan."}


def given(
    verb: str,
    council: str,
    now: datetime,
    *,
    received: timedelta = timedelta(0),
    keep: bool = False,
    said: dict[str, Any] | None = None,
    few: bool = False,
) -> dict[str, Any]:
    """Give what a step is given, at that council and at that instant."""
    who: dict[str, Any] = {"requested_by": ("Cllr A",)}
    if council in BY_PETITION:
        who = {"electors": 10 if few else 150}
    votes = {"reason": "They were asked.", "votes_for": 9, "votes_against": 1}
    told: dict[str, dict[str, Any]] = {
        "amend": {"statement": a_statement(**(said or {}))},
        "sign": {"signatory": "The Leader"},
        "publish": {"where": "offices"},
        "call-in": {**who, "grounds": _GROUND["policy"], "received_at": now - received},
        "request-record-late": {**who, "grounds": "Consultation", "received_at": now - received},
        "request-support": {"requested_by": ("Cllr B",), "received_at": now - received},
        "request-accept": {"reason": "In time."},
        "request-reject": {"reason": "It will not do."},
        "request-withdraw": {"reason": "Satisfied."},
        "scrutiny-meet": {
            "meeting": Meeting.INQUORATE if keep else Meeting.QUORATE,
            "note": "Noted.",
        },
        "scrutiny-adjourn": {
            "until": (now + timedelta(days=30)).date(),
            "consent": "The Leader",
            "reason": "A witness.",
        },
        "scrutiny-direct": {"days": 9, "reason": "Under review."},
        "scrutiny-refer-back": {"concerns": "Nobody was asked."},
        "scrutiny-refer-to-council": {"concerns": "Over budget.", "advice": "It is contrary."},
        "council-object": {"views": "Look again."},
        "council-let-stand": {"views": "Noted."},
        "council-decide": {"decision": "No charge.", "reason": "Not budgeted."},
        "request-record-opinion": {"counsel": "A KC", "opinion": "It has merit."},
        "reconsideration-confirm": votes,
        "reconsideration-change": {"decision": "For a year.", **votes},
        "reconsideration-rescind": votes,
        "scrutiny-resolve": {"outcome": ScrutinyOutcome.UPHELD, "reason": "Noted."},
        "implement": {"evidence": "Done."},
        "deadline-review": {
            "outcome": Review.KEEP if keep else Review.REVISE,
            "reason": "The calendar changed.",
        },
        "close": {},
        "lapse": {},
        "hold": {"on_account_of": Holder.COURT, "under": "An order", "reason": "Stay."},
        "release": {"reason": "Over."},
        "withdraw": {"reason": "Overtaken."},
    }
    return told[verb]

"""What a life is dealt: who acts, on which decision, when, and with what statement."""

from datetime import timedelta
from typing import Final

from building import AUTHOR, FINANCE, MAKER, MONITORING, MORNING, OFFICER, someone
from hypothesis import strategies as st

from workflow import Conflict, Kind, Role, State, Urgency

PEOPLE: Final = (AUTHOR, MAKER, OFFICER, MONITORING, FINANCE)
EVERYONE: Final = someone("every.one", *(role for role in Role if role is not Role.SYSTEM))
MOST: Final = 4
"""Decisions in one register."""
VERBS: Final = (
    "amend",
    "sign",
    "publish",
    "call-in",
    "resolve",
    "close",
    "implement",
    "review-deadline",
    "hold",
    "release",
    "call-in",
    "review-deadline",
)
STOPS: Final = ("hold", "release", "release", "review-deadline", "review-deadline", "withdraw")
NEXT: Final = {
    State.DRAFT: "sign",
    State.SIGNED: "publish",
    State.CALLED_IN: "resolve",
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
        "conflicts": (Conflict(member="Cllr C", interest="A lease", dispensation=conflict),)
        if conflict is not None
        else (),
        "reasons": "Because." if complete else None,
    },
    st.sampled_from([Kind.NON_KEY] * 3 + list(Kind)),
    st.sampled_from([False] * 5 + [True]),
    st.sampled_from([None, None, None, "none granted", ""]),
    st.sampled_from([True] * 5 + [False]),
)

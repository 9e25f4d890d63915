"""A draft of a key decision of which notice was given: it says one thing, and the draft another."""

from datetime import date, datetime
from typing import Any

from support.people import OFFICER
from support.steps import drafted, must
from workflow import Engine, Kind
from workflow.clock import LONDON

MONTH_BEFORE = datetime(2018, 9, 3, 10, 0, tzinfo=LONDON)
NOTICE: dict[str, Any] = {
    "kind": "key-decision",
    "published_at": MONTH_BEFORE,
    "where": "the council website",
    "matter": "A plan for schools",
    "maker": "Cabinet: Cllrs A, B and C",
    "decide_from": date(2018, 10, 25),
    "documents": "The report of the director.",
    "copies": "From the council offices; others as they come, on request.",
}
SECRET: dict[str, Any] = {
    "title": "canary-title",
    "body": "canary-body",
    "decision": "canary-decision",
    "reasons": "canary-reasons",
    "alternatives": ("canary-alternative",),
    "consultation": "canary-consultation",
    "attended": ("canary-attended",),
    "purpose": "canary-purpose",
    "kind": Kind.KEY,
}


def noticed(engine: Engine, **changes: Any) -> str:
    """Draft a key decision, and record the notice of it; give its reference."""
    ref = drafted(engine, **SECRET)
    given = {**NOTICE, **changes}
    given = {name: value for name, value in given.items() if value is not None}
    must(engine.take(ref, "advance-notice-give", by=OFFICER, **given))
    return ref

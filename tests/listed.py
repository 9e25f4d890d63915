"""A decision of another register, as it might be read off one of its pages."""

from datetime import date
from typing import Any

from workflow.engine import Engine
from workflow.importing import ListedDecision
from workflow.importing.assess import assess
from workflow.model.people import Actor


def a_listed(**more: Any) -> ListedDecision:
    """Give a decision of Herefordshire's as its register lists it, ended long ago."""
    given: dict[str, Any] = {
        "source": "list.html",
        "title": "Ofsted action plan",
        "identity": "5038",
        "site": "https://councillors.example",
        "decided_by": "Cabinet",
        "made_on": date(2018, 3, 6),
        "published_on": date(2018, 3, 6),
        "effective_from": date(2018, 3, 13),
        "is_key": False,
        "is_subject_to_call_in": True,
        "call_ins": 0,
        "decision": "That the plan be approved.",
        "raw": (("Decision Maker", "Cabinet"),),
    }
    return ListedDecision(**{**given, **more})


def import_listed(
    engine: Engine, by: Actor, *listed: ListedDecision, council: str = "herefordshire"
) -> Any:
    """Assess decisions as they are listed, and import them."""
    calendar = engine.calendars.of(council)
    constitution, now = engine.councils.named(council), engine.clock.now()
    found = tuple(assess(each, constitution, calendar, now) for each in listed)
    return engine.imports.write(council, found, by=by)

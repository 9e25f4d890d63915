"""Complete statements, and the days of the call-in period of a decision made on 18 October 2018."""

from datetime import date, datetime, timedelta
from typing import Any

from workflow.clock import at_hour, start_of_day
from workflow.model.kind import Kind
from workflow.model.statement import ConflictOfInterest, Statement, Urgency

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
        ConflictOfInterest(
            member="Cllr A", interest="A school governor", dispensation="none granted"
        ),
    ),
    consultation="Head teachers were asked.",
    attended=("Cllr A", "Cllr B"),
    apologies=(),
)
URGENT = Urgency(
    reason="The plan is due before a period could end.",
    agreed_by="Cllr B",
    capacity="chair of the relevant scrutiny committee",
    agreed_on=MADE_ON,
)
BEFORE_THE_END = ENDS_AT - timedelta(hours=12)


def a_statement(**changes: Any) -> Statement:
    """Give a statement that says everything the law asks for."""
    said: dict[str, Any] = {
        "title": "Ofsted action plan",
        "body": "Cabinet",
        "kind": Kind.NON_KEY,
        "made_on": date(2018, 10, 18),
        "decision": "To approve the plan.",
        "reasons": "It answers the inspection.",
        "alternatives": ("To do nothing.",),
        "conflicts": (),
        "consultation": "Head teachers were asked.",
        "attended": ("Cllr A",),
    }
    return Statement(**{**said, **changes})

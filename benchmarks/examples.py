"""What the benchmarks work on: one complete statement, and who acts on it."""

from datetime import date

from workflow.model.kind import Access, Kind
from workflow.model.people import Actor, Role
from workflow.model.statement import ConflictOfInterest, Statement, Urgency

MADE_ON = date(2018, 10, 18)

STATEMENT = Statement(
    title="Action plan in response to the inspection of children's services",
    body="Cabinet",
    kind=Kind.NON_KEY,
    made_on=MADE_ON,
    decision="That the action plan be approved, and sent to the inspectorate by the due date.",
    reasons="A written response to the findings is required within seventy working days.",
    alternatives=("To send no plan: rejected, as one is required.",),
    conflicts=(),
    purpose="To approve the plan.",
    access=Access.OPEN,
)

# Nothing is left out, so that every guard has something to look at.
URGENT_STATEMENT = Statement(
    title=STATEMENT.title,
    body=STATEMENT.body,
    kind=STATEMENT.kind,
    made_on=MADE_ON,
    decision=STATEMENT.decision,
    reasons=STATEMENT.reasons,
    alternatives=STATEMENT.alternatives,
    conflicts=(
        ConflictOfInterest(
            member="Cllr A", interest="School governor", dispensation="None granted"
        ),
    ),
    purpose=STATEMENT.purpose,
    access=STATEMENT.access,
    urgency=Urgency(
        reason="The plan is due before a period could run.",
        agreed_by="Cllr B",
        capacity="Chair of scrutiny",
        agreed_on=MADE_ON,
    ),
)

OFFICER = Actor(
    person="p.officer",
    name="P Officer",
    roles=frozenset({Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER}),
    established="appointment 3",
)

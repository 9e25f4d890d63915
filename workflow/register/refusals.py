"""Why an act on the register is refused: each way with its sentence, rule and remedy."""

from workflow.authority import engine_rule
from workflow.model.refusal import RefusalKind

KEEPING = engine_rule(
    "keeping the register",
    "Appointments are recorded, and editions of the constitution adopted, by the monitoring "
    "officer; days are entered by the proper officer or the monitoring officer. While a council "
    "has no monitoring officer in office, anyone with the database may record appointments; and "
    "while nothing is on file of its constitution, adopt the first edition.",
)


OF_ANOTHER_COUNCIL = RefusalKind(
    code="of-another-council",
    because="{by} acts at {council}, and this is of {council_2}.",
    rule=KEEPING,
    remedy="Let whoever holds the role there act: decisions people list --council {council_2}",
)

ALREADY_RECORDED = RefusalKind(
    code="already-recorded",
    because="{name} ({person}) is {role}{of} at {council} from {since}{until} already, by "
    "appointment {number}.",
    rule=KEEPING,
    remedy="Nothing is to be recorded again: decisions people list --all --council {council}. "
    "If it is to end on another day: decisions people end {number} --until DATE "
    "--reason 'why' --council {council}",
)

ALREADY_RECORDED_2 = RefusalKind(
    code="already-recorded",
    because="Appointment {number}, of {name}, ends on {until} already.",
    rule=KEEPING,
    remedy="Nothing is to be recorded again: decisions people list --all --council {council}",
)

LAST_MONITORING_OFFICER = RefusalKind(
    code="last-monitoring-officer",
    because="{name} is the only monitoring officer on file after that day.",
    rule=KEEPING,
    remedy="Record the successor first: decisions people add PERSON --role monitoring-officer "
    "--council {council}",
)

TEXT_STILL_NEEDED = RefusalKind(
    code="text-still-needed",
    because="{ref} is {state}, and its statement is what it rests on.",
    rule=KEEPING,
    remedy="Erase it when the decision has been implemented or withdrawn.",
)

NOT_AUTHORISED = RefusalKind(
    code="not-authorised",
    because="{who} does not act as {may} today at {council}.",
    rule=KEEPING,
    remedy="Ask the {may}: decisions people list --council {council}",
)

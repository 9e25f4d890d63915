"""Why an act on the register is refused: each way with its sentence, rule and remedy."""

from workflow.authority import engine_rule
from workflow.model.refusal import RefusalKind, each_way

KEEPING = engine_rule(
    "keeping the register",
    "Appointments are recorded, and editions of the constitution adopted, by the monitoring "
    "officer; days are entered by the proper officer or the monitoring officer. While a council "
    "has no monitoring officer in office, anyone with the database may record appointments; and "
    "while nothing is on file of its constitution, adopt the first edition.",
)


OF_ANOTHER_COUNCIL = RefusalKind(
    code="of-another-council",
    because="{by} acts at {council}, but this belongs to {other_council}.",
    rule=KEEPING,
    remedy="Ask someone who holds the role there: decisions people list --council {other_council}",
)

ALREADY_RECORDED = each_way(
    RefusalKind(
        code="already-recorded",
        because="{name} ({person}) is already {role}<of and until>, by appointment {number}.",
        rule=KEEPING,
        remedy="You need not record it again: decisions people list --all --council {council}. If "
        "it should end on another day: decisions people end {number} --until DATE --reason 'why' "
        "--council {council}",
    ),
    "<of and until>",
    {
        (False, False): " at {council} from {since}",
        (False, True): " at {council} from {since} until {until}",
        (True, False): " of {of} at {council} from {since}",
        (True, True): " of {of} at {council} from {since} until {until}",
    },
)
"""By whether it is of a ward or a committee, and whether it has a last day."""

ENDS_ALREADY = RefusalKind(
    code="already-recorded",
    because="Appointment {number}, of {name}, already ends on {until}.",
    rule=KEEPING,
    remedy="You need not record it again: decisions people list --all --council {council}",
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
    because="{ref} is {state}, so its statement is still needed.",
    rule=KEEPING,
    remedy="Change the statement so that it leaves out what must go, then erase the earlier "
    "version: decisions amend {ref} --help for a draft, decisions correct {ref} --help once it is "
    "published. Or wait until the decision has been implemented or withdrawn.",
)

IT_MAY_COME_BACK = RefusalKind(
    code="text-still-needed",
    because="{ref} counts as implemented by a rule alone. A request that was received in time may "
    "still be entered, and the decision would then rest on its statement.",
    rule=KEEPING,
    remedy="Correct the statement so that it leaves out what must go, then erase the earlier "
    "version: decisions correct {ref} --help",
)

NOT_AUTHORISED = each_way(
    RefusalKind(
        code="not-authorised",
        because="{who} does not act as {may:or} today at {council}.",
        rule=KEEPING,
        remedy="Ask <them>: decisions people list --council {council}",
    ),
    "<them>",
    {True: "{holders}", False: "the {may:or}"},
)
"""By whether those who hold such a role are named."""

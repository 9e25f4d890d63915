"""Why someone cannot ask for a call-in: each way with its sentence, its rule and its remedy."""

from dataclasses import replace

from workflow.authority import engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way
from workflow.procedures.shared.refusals import WHY_BARRED

ASKING = engine_rule(
    "who asks for a call-in",
    "Each person who asks is known to the register, sits on the day, and is counted once; nobody "
    "who made a decision asks for it to be called in.",
)

SIGNATORY_UNKNOWN = RefusalKind(
    code="signatory-unknown",
    because="The register has nobody with a seat by the name of {people:or}.",
    rule=COUNCILS_RULE,
    remedy="Give the name they are appointed under (decisions people list --council "
    "{council}), or record the seat: decisions people add PERSON --role member --name NAME "
    "--council {council}",
)

SIGNATORY_UNCLEAR = RefusalKind(
    code="signatory-unclear",
    because="The register has more than one person with a seat by the name of {people:or}.",
    rule=COUNCILS_RULE,
    remedy="Give the login of the one who is meant: decisions people list --council {council}",
)

SIGNATORY_DEPARTED = RefusalKind(
    code="signatory-departed",
    because="{people} held no seat any longer on {day}.",
    rule=COUNCILS_RULE,
    remedy="See the dates of each seat: decisions people list --all --council {council}",
)

SIGNATORY_NOT_YET_APPOINTED = RefusalKind(
    code="signatory-not-yet-appointed",
    because="{people} held no seat yet on {day}, as it is entered here: from {since}.",
    rule=COUNCILS_RULE,
    remedy="If the seat began earlier, record that: decisions people add {person} --role "
    "{role.value} --since DATE --council {council}",
)

SIGNATORY_INELIGIBLE = RefusalKind(
    code="signatory-ineligible",
    because="The council's rule does not count these people for this decision: {people}.",
    rule=COUNCILS_RULE,
    remedy="See who may ask: decisions constitution show {council}",
)

SIGNED_TWICE = RefusalKind(
    code="signed-twice",
    because="Named more than once: {people}. A person is counted once, and two logins under one "
    "name count as one.",
    rule=ASKING,
    remedy="Name each person once. If two people share a name, give each a name of their own on "
    "the register: decisions people add PERSON …",
)

NOT_FOR_OTHERS = RefusalKind(
    code="not-for-others",
    because="{people} must ask in person, or an officer must record it.",
    rule=ASKING,
    remedy="Name only yourself. The others join with: decisions request support {ref} …",
)

NOT_FOR_THOSE_UNNAMED = replace(
    NOT_FOR_OTHERS, because="Others must ask in person, or an officer must record it."
)

SIGNATORY_MADE_IT = each_way(
    RefusalKind(
        code="signatory-made-it",
        because="<why> Nobody who made a decision can ask for it to be called in.",
        rule=ASKING,
        remedy="Leave {name} out.",
    ),
    "<why>",
    WHY_BARRED,
)

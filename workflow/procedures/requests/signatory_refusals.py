"""Why someone cannot ask for a call-in: each way with its sentence, its rule and its remedy."""

from workflow.authority import engine_rule
from workflow.model.refusal import COUNCILS_RULE, RefusalKind

ASKING = engine_rule(
    "who asks for a call-in",
    "Each person who asks is known to the register, sits on the day, and is counted once; nobody "
    "who made a decision asks for it to be called in.",
)

SIGNATORY_UNKNOWN = RefusalKind(
    code="signatory-unknown",
    because="{people}: no one person of that name holds, or has held, a seat on the register.",
    rule=COUNCILS_RULE,
    remedy="Give the name they are appointed under (decisions people list --council {council}), "
    "or record the seat: decisions people add PERSON --role member --name NAME "
    "--council {council}",
)

SIGNATORY_DEPARTED = RefusalKind(
    code="signatory-departed",
    because="{people}: no seat was held on {day}.",
    rule=COUNCILS_RULE,
    remedy="See from when until when each seat is held: decisions people list --all "
    "--council {council}",
)

SIGNATORY_INELIGIBLE = RefusalKind(
    code="signatory-ineligible",
    because="{people}: the council's rule does not count them for this decision.",
    rule=COUNCILS_RULE,
    remedy="See who may ask: decisions policy show {council}",
)

SIGNED_TWICE = RefusalKind(
    code="signed-twice",
    because="{people}: a person is counted once, and two logins under one name as one.",
    rule=ASKING,
    remedy="Name each person once. Two people of one name are given names on the register that "
    "tell them apart: decisions people add PERSON …",
)

NOT_FOR_OTHERS = RefusalKind(
    code="not-for-others",
    because="{people}: each asks in person, or an officer records it.",
    rule=ASKING,
    remedy="Name yourself only; the others join with: decisions request support {ref} …",
)

SIGNATORY_MADE_IT = RefusalKind(
    code="signatory-made-it",
    because="Who made a decision does not ask for it to be called in. {why}",
    rule=ASKING,
    remedy="Leave {given} out.",
)

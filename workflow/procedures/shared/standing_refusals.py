"""Where a decision stands, as the reason why a step is not open from there."""

from workflow.authority import MADE_NOT_IMPLEMENTED, Authority, engine_rule
from workflow.constitution.wording.readings import ENDED, RECEIVED_IN_TIME
from workflow.model.refusal import COUNCILS_RULE, STEPS_RULE, RefusalKind, each_way
from workflow.model.state import State

TABLE = engine_rule(
    "the table of steps", "A decision moves only by the steps in the table, in their order."
)


NOT_DRAFTED = RefusalKind(
    code="not-drafted",
    because="There is no draft yet.",
    rule=TABLE,
    remedy="Draft it first: decisions new --help",
)

CLOSE_NOT_RECORDED = RefusalKind(
    code="close-not-recorded",
    because="The time for {awaits} has run out, and that is not recorded yet.",
    rule=COUNCILS_RULE,
    remedy="Record it: decisions close",
)

CALL_IN_OPEN = each_way(
    RefusalKind(
        code="call-in-open",
        because="Call-in is open until {ended}.",
        rule=COUNCILS_RULE,
        remedy="Wait until {ended}. To see how that was counted: decisions explain {ref}",
    ),
    "is open until {ended}",
    {way: f"is open until {said}" for way, said in ENDED.items()},
)

PERIOD_NOT_CLOSED = each_way(
    RefusalKind(
        code="close-not-recorded",
        because="Call-in ended at {ended}, and that is not recorded yet.",
        rule=COUNCILS_RULE,
        remedy="Record it: decisions close",
    ),
    "{ended}",
    ENDED,
)

REQUEST_AWAITS_RULING = each_way(
    RefusalKind(
        code="request-awaits-ruling",
        because="A request that it be called in, received <in time>, awaits a ruling.",
        rule=COUNCILS_RULE,
        remedy="See the request, and who may rule on it: decisions next {ref}",
    ),
    "<in time>",
    RECEIVED_IN_TIME,
)

NEXT = "See what can be done now: decisions next {ref}"


AT = {True: " at {at}", False: ""}
RECEIVED = {True: " {at:received}", False: ""}
"""Since when, by whether that is on record."""


def _is(code: str, because: str, rule: Authority | str = STEPS_RULE) -> dict[bool, RefusalKind]:
    kind = RefusalKind(code=code, because=because, rule=rule, remedy=NEXT)
    for at, ways in (("<at>", AT), ("<received>", RECEIVED)):
        if at in because:
            return each_way(kind, at, ways)
    return {False: kind}


STANDS = {
    State.DRAFT: _is("is-draft", "{ref} is still a draft."),
    State.SIGNED: _is("is-signed", "{ref} is signed, and not yet published."),
    State.PUBLISHED: _is("is-published", "{ref} is published."),
    State.CALLED_IN: _is(
        "is-called-in",
        "{ref} was called in<received>, and is before scrutiny.",
        MADE_NOT_IMPLEMENTED,
    ),
    State.REFERRED_BACK: _is(
        "is-referred-back",
        "{ref} was referred back: its maker is to look again.",
        MADE_NOT_IMPLEMENTED,
    ),
    State.REFERRED_TO_COUNCIL: _is(
        "is-referred-to-council",
        "{ref} was referred to full council, which is to look at it.",
        MADE_NOT_IMPLEMENTED,
    ),
    State.EFFECTIVE: _is("is-effective", "{ref} took effect<at>."),
    State.IMPLEMENTED: _is("is-implemented", "{ref} was implemented<at>."),
    State.WITHDRAWN: _is("is-withdrawn", "{ref} was withdrawn<at>."),
    State.SUPERSEDED: _is("is-superseded", "{ref} was superseded<at>."),
}
"""Where a decision stands, as the reason why a step is not open from there; by whether it is on
record since when."""

IT_STANDS = {
    kind.because: f"It{kind.because.removeprefix('{ref}')}"
    for kinds in STANDS.values()
    for kind in kinds.values()
}
"""The same, after a sentence that names the decision already."""

CARRIED_OUT = (
    "It was carried out, and that is not undone. Note what was done in time, and ask the "
    "monitoring officer: decisions irregular note {ref} --kind other …"
)
"""What to do about an implemented decision that was not carried out by a rule alone."""

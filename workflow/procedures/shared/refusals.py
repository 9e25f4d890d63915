"""Why a step here is refused: each way with its sentence, its rule and its remedy."""

from workflow.authority import MADE_NOT_IMPLEMENTED, Authority, engine_rule
from workflow.model.refusal import COUNCILS_RULE, STEPS_RULE, RefusalKind
from workflow.model.state import State

SIGNING = engine_rule(
    "signing", "A record is signed once; where it is published unsigned, it is signed afterwards."
)


RECOUNT = engine_rule(
    "a calendar that changed",
    "When a day is closed after a deadline was published, the deadline is not moved silently: a "
    "person keeps or revises it.",
)


TIMES = engine_rule(
    "times on the record",
    "Nothing is dated in the future or before what came first; a late entry keeps both times "
    "and says why.",
)


HOLDS = engine_rule(
    "holds",
    "A decision held on account of the monitoring officer, the chief finance officer or a court "
    "moves nowhere until it is released; the authority for it is on the record.",
)


ONCE = engine_rule(
    "recorded once",
    "What was received or done once is recorded once: a request by the same people, on the same "
    "grounds and received at the same instant, is the request that stands on the record.",
)
"""The rule by which what is sent again is refused."""


TABLE = engine_rule(
    "the table of steps", "A decision moves only by the steps in the table, in their order."
)


ACTED_ON_ALREADY = RefusalKind(
    code="acted-on-already",
    because="{ref} was carried out at {acted_at}, by consent.",
    rule=SIGNING,
    remedy="Sign its statement: decisions sign {ref} …",
)

RECOUNT_LATER = RefusalKind(
    code="recount-later",
    because="The deadline on record is {was}. The calendar has changed since, and the same "
    "rule now gives {now}.",
    rule=RECOUNT,
    remedy="Keep or revise it, with a reason: decisions deadline-review {ref} --outcome keep "
    "--reason 'why' (or --outcome revise)",
)

COUNCIL_ENDED = RefusalKind(
    code="council-ended",
    because="{council_name} ended {when_ended}.",
    rule=COUNCILS_RULE,
    remedy="If it was done before that day, say when: --at INSTANT --late-reason 'why'. If not, "
    "it is for the council that took its place. See which are on file: decisions constitution list",
)

CLOCK_IN_DOUBT = RefusalKind(
    code="clock-in-doubt",
    because="The clock says {now}. That is past the end of the published bank holidays, {end}.",
    rule=TIMES,
    remedy="If the clock is wrong, put it right. If it is right, enter the bank holidays of "
    "later years first: decisions calendar import FILE",
)

IN_THE_FUTURE = RefusalKind(
    code="in-the-future",
    because="{at} has not come yet.",
    rule=TIMES,
    remedy="Record the step when it has happened.",
)

LATE_ENTRY_NEEDS_REASON = RefusalKind(
    code="late-entry-needs-reason",
    because="It happened at {at} and is being recorded at {now}.",
    rule=TIMES,
    remedy="Say why it is entered late: --late-reason 'why'",
)

OUT_OF_ORDER = RefusalKind(
    code="out-of-order",
    because="{at} is before the last entry on its record: {entry}, at {last_entry_at}.",
    rule=TIMES,
    remedy="A step is dated no earlier than the one recorded before it: give {last_entry_at} or "
    "later, or leave out --at. An entry cannot be dated again. If this did happen earlier, say so "
    "on its record: decisions irregular note {ref} --help",
)

OUT_OF_ORDER_UNPUBLISHED = RefusalKind(
    code="out-of-order",
    because=OUT_OF_ORDER.because,
    rule=TIMES,
    remedy="A step is dated no earlier than the one recorded before it: give {last_entry_at} or "
    "later, or leave out --at. An entry cannot be dated again. If {entry} happened earlier too, "
    "withdraw this record and enter the decision anew, every step with --at and --late-reason. "
    "First: decisions withdraw {ref} --reason 'Entered with the wrong dates'; then decisions new …",
)

SIGNER_PUBLISHES = RefusalKind(
    code="signer-publishes",
    because="{actor} recorded its signature, so someone else must publish it.",
    rule=COUNCILS_RULE,
    remedy="Ask another proper officer: decisions people list --council {council}",
)

HELD = RefusalKind(
    code="held",
    because="{ref} has been held since {held_at} on account of the {holder}, under {held_under}.",
    rule="the authority that was given for the hold",
    remedy="When the hold is lifted: decisions release {ref} --reason 'why'",
)

NOT_HELD = RefusalKind(
    code="not-held",
    because="{ref} is not held.",
    rule=HOLDS,
    remedy="See what can be done now: decisions next {ref}",
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

CALL_IN_OPEN = RefusalKind(
    code="call-in-open",
    because="Call-in is open until {ended}.",
    rule=COUNCILS_RULE,
    remedy="See how that day was counted: decisions explain {ref}",
)

PERIOD_NOT_CLOSED = RefusalKind(
    code="close-not-recorded",
    because="Call-in ended at {ended}, and that is not recorded yet.",
    rule=COUNCILS_RULE,
    remedy="Record it: decisions close",
)

REQUEST_AWAITS_RULING = RefusalKind(
    code="request-awaits-ruling",
    because="A request that it be called in, received {received}, awaits a ruling.",
    rule=COUNCILS_RULE,
    remedy="See the request, and who may rule on it: decisions next {ref}",
)

OUT_OF_ORDER_AHEAD = RefusalKind(
    code="out-of-order",
    because=OUT_OF_ORDER.because,
    rule=TIMES,
    remedy="If that was dated by a clock that was wrong, say so: --late-reason 'why'. See what is "
    "on its record: decisions history {ref}",
)

HELD_ALREADY = RefusalKind(
    code="held-already",
    because=HELD.because,
    rule=HELD.rule,
    remedy=HELD.remedy,
)

NEXT = "See what can be done now: decisions next {ref}"


def _is(code: str, because: str, rule: Authority | str = STEPS_RULE) -> RefusalKind:
    return RefusalKind(code=code, because=because, rule=rule, remedy=NEXT)


STANDS = {
    State.DRAFT: _is("is-draft", "{ref} is still a draft."),
    State.SIGNED: _is("is-signed", "{ref} is signed, and not yet published."),
    State.PUBLISHED: _is("is-published", "{ref} is published."),
    State.CALLED_IN: _is(
        "is-called-in", "{ref} was called in{at}, and is before scrutiny.", MADE_NOT_IMPLEMENTED
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
    State.EFFECTIVE: _is("is-effective", "{ref} took effect{at}."),
    State.IMPLEMENTED: _is("is-implemented", "{ref} was implemented{at}."),
    State.WITHDRAWN: _is("is-withdrawn", "{ref} was withdrawn{at}."),
    State.SUPERSEDED: _is("is-superseded", "{ref} was superseded{at}."),
}
"""Where a decision stands, as the reason why a step is not open from there."""


def recorded_already(because: str, unless: str) -> RefusalKind:
    """Give the kind for what stands on the record, with what to do unless it is the same."""
    remedy = f"You need not record it again: decisions show {{ref}}. {unless}"
    return RefusalKind(code="already-recorded", because=because, rule=ONCE, remedy=remedy)


ROLES = engine_rule("who may take a step", "Each step is taken in a role that may take it.")

SEPARATION = engine_rule(
    "separation of duties",
    "Whoever made a decision does not rule on a request to call it in, certify one, ask for one, "
    "or exempt the decision.",
)

NOT_AUTHORISED = RefusalKind(
    code="not-authorised",
    because="{actor} {roles_held}. Only the {may} may do this.",
    rule=(ROLES, COUNCILS_RULE),
    remedy="Ask {holders}, or have the appointment recorded: decisions people add "
    "PERSON --role ROLE",
)

NOT_AUTHORISED_AT = RefusalKind(
    code="not-authorised",
    because=NOT_AUTHORISED.because,
    rule=NOT_AUTHORISED.rule,
    remedy=f"{NOT_AUTHORISED.remedy} --council {{council}}",
)

OWN_DECISION = RefusalKind(
    code="own-decision",
    because="{why} Nobody who made a decision may take part in ruling on it.",
    rule=SEPARATION,
    remedy="Ask another who may: decisions people list --council {council}",
)

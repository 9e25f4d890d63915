"""Why a step of any procedure is refused: each way with its sentence, its rule and its remedy."""

from dataclasses import replace
from enum import Enum

from workflow.authority import engine_rule
from workflow.model.holder import Holder
from workflow.model.refusal import COUNCILS_RULE, RefusalKind, each_way

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

EFFECT_LATER = replace(
    RECOUNT_LATER,
    because="The effect on record is from {was}. The calendar has changed since, and the same rule "
    "now gives {now}.",
)

COUNCIL_ENDED = each_way(
    RefusalKind(
        code="council-ended",
        because="{council_name} ended on {ended_on}<successors>.",
        rule=COUNCILS_RULE,
        remedy="If it was done before that day, say when: --at INSTANT --late-reason 'why'. If "
        "not, it is for the council that took its place. See which are on file: decisions "
        "constitution list",
    ),
    "<successors>",
    {
        0: "",
        1: ", and {successors:and} takes its place",
        2: ", and {successors:and} take its place",
    },
)
"""By how many councils take its place: none on file, one, or more."""

CLOCK_IN_DOUBT = RefusalKind(
    code="clock-in-doubt",
    because="The clock says {now}. That is past the end of the published bank holidays, {end}.",
    rule=TIMES,
    remedy="If the clock is wrong, put it right. If it is right, enter the bank holidays of "
    "later years first: decisions calendar import FILE --adopt",
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

IN_WORDS = {True: "its {entry}", False: "entry {number}"}
"""How an entry is called: by what it records, or else by its number."""


def _out_of_order(remedy: str) -> dict[bool, RefusalKind]:
    because = "{at} is before the last entry on its record: <entry>, at {last_entry_at}."
    kind = RefusalKind(code="out-of-order", because=because, rule=TIMES, remedy=remedy)
    return each_way(kind, "<entry>", IN_WORDS)


GIVE_LATER = (
    "A step is dated no earlier than the one recorded before it: give {last_entry_at} or later, or "
    "leave out --at. An entry cannot be dated again. "
)

OUT_OF_ORDER = _out_of_order(
    f"{GIVE_LATER}If this did happen earlier, say so on its record: decisions irregular note "
    "{ref} --help"
)

OUT_OF_ORDER_UNPUBLISHED = _out_of_order(
    f"{GIVE_LATER}If <entry> happened earlier too, withdraw this record and enter the decision "
    "anew, every step with --at and --late-reason. First: decisions withdraw {ref} --reason "
    "'Entered with the wrong dates'; then decisions new …"
)

OUT_OF_ORDER_AHEAD = _out_of_order(
    "If that was dated by a clock that was wrong, say so: --late-reason 'why'. See what is on its "
    "record: decisions history {ref}"
)


HELD = each_way(
    RefusalKind(
        code="held",
        because="{ref} has been held since {held_at} on account of <holder>, under {held_under}.",
        rule="the authority that was given for the hold",
        remedy="When the hold is lifted: decisions release {ref} --reason 'why'",
    ),
    "<holder>",
    {
        Holder.MONITORING_OFFICER: "the monitoring officer",
        Holder.FINANCE_OFFICER: "the finance officer",
        Holder.COURT: "the court",
    },
)
HELD_ALREADY = {holder: replace(kind, code="held-already") for holder, kind in HELD.items()}

NOT_HELD = RefusalKind(
    code="not-held",
    because="{ref} is not held.",
    rule=HOLDS,
    remedy="See what can be done now: decisions next {ref}",
)


def recorded_already(because: str, unless: str) -> RefusalKind:
    """Give the kind for what stands on the record, with what to do unless it is the same."""
    remedy = f"You need not record it again: decisions show {{ref}}. {unless}"
    return RefusalKind(code="already-recorded", because=because, rule=ONCE, remedy=remedy)


ROLES = engine_rule("who may take a step", "Each step is taken in a role that may take it.")

MAKERS_DO_NOT_RULE = engine_rule(
    "separation of duties",
    "Whoever made a decision does not rule on a request to call it in, certify one, ask for one, "
    "or exempt the decision.",
)


def _not_authorised(at: str, them: str, option: str) -> dict[tuple[bool, bool], RefusalKind]:
    kind = RefusalKind(
        code="not-authorised",
        because="{actor} <who> may do this.",
        rule=(ROLES, COUNCILS_RULE),
        remedy=f"Ask {them}, or have the appointment recorded: decisions people add PERSON "
        f"--role ROLE{option}",
    )
    ways = {
        (True, True): "acts as {roles_held}. Only the {may:or}",
        (True, False): "acts as {roles_held}. Only the engine itself",
        (False, True): f"holds no role {at}today. Only the {{may:or}}",
        (False, False): f"holds no role {at}today. Only the engine itself",
    }
    return each_way(kind, "<who>", ways)


_SOMEONE = "someone in that role"

NOT_AUTHORISED = _not_authorised("", _SOMEONE, "")
"""By whether the one who acts holds a role, and whether anybody may take the step."""

NOT_AUTHORISED_AT = {
    (*case, is_held): kind
    for is_held, them in ((False, _SOMEONE), (True, "{holders}"))
    for case, kind in _not_authorised("at {council} ", them, " --council {council}").items()
}
"""The same, at a council; and by whether anybody there holds such a role."""


class WhyBarred(Enum):
    """Why a person takes no part in what is done about a decision."""

    MADE_IT = "made it"
    MAY_HAVE_MADE_IT = "may have made it"


WHY_BARRED = {
    WhyBarred.MADE_IT: "{person} made {ref}, and takes no part in this.",
    WhyBarred.MAY_HAVE_MADE_IT: "Who made {ref} is not on its record, and {person} is a decision "
    "maker: that it was another cannot be shown.",
}

OWN_DECISION = each_way(
    RefusalKind(
        code="own-decision",
        because="<why> Nobody who made a decision may take part in ruling on it.",
        rule=MAKERS_DO_NOT_RULE,
        remedy="Ask another who may: decisions people list --council {council}",
    ),
    "<why>",
    WHY_BARRED,
)

DID_YOU_MEAN = "Did you mean {near:or}?"
"""Said before a remedy, where others have names alike."""

FIRST = "First: {first:; then}"
"""What to do, where other steps come first."""

IF_DONE_BEFORE = "If it was done before that, say when: --at INSTANT --late-reason 'why'."
"""Said before a remedy, where what was done before time alone brought effect is entered late."""

UPGRADE = (
    "Once the government has published that year's bank holidays, enter them: decisions calendar "
    "import FILE --adopt; or upgrade council-decisions."
)
"""What helps where the calendar of a council on the register does not reach."""

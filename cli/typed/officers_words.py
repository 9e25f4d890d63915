"""What officers call the words of each fixed list: data, by the list's name in code. A word that
could mean two of them is never guessed: what each means is said."""

from collections.abc import Mapping
from typing import Final

_URGENT: Final = (
    "That may be special-urgency (the decision cannot wait for notice) or exemption (it is not to "
    "be called in)."
)
_CHAIR: Final = (
    "That may be scrutiny-chair, who chairs a scrutiny committee, or chair-of-council, who "
    "presides over the council."
)
_LEADS: Final = (
    "A mayor, leader or cabinet member who makes decisions is decision-maker; one who only sits on "
    "the cabinet is executive-member."
)
_BY_AN_OFFICER: Final = (
    "A decision by an officer is officer-key where it is key, and officer-non-key where it is not."
)
_PART_TWO: Final = (
    "That may be exempt (Schedule 12A: the public may be kept out) or confidential (the law "
    "forbids it to be disclosed)."
)

ALSO_CALLED: Final[Mapping[str, Mapping[str, str]]] = {
    "Access": {"public": "open", "part 1": "open"},
    "ReportSubject": {
        "urgency": "special-urgency",
        "urgent": "special-urgency",
        "exemption": "exemptions",
        "exempt": "exemptions",
        "call-in": "call-ins",
        "requests": "call-ins",
        "published late": "late",
    },
    "DayKind": {
        "closed": "closure",
        "bank holiday": "holiday",
        "open again": "reopened",
        "moved": "withdrawn",
    },
    "Holder": {
        "MO": "monitoring-officer",
        "chief finance officer": "finance-officer",
        "CFO": "finance-officer",
        "section 151 officer": "finance-officer",
        "section 151": "finance-officer",
        "s151 officer": "finance-officer",
        "s151": "finance-officer",
        "judge": "court",
    },
    "Kind": {
        "key decision": "key",
        "non-key decision": "non-key",
        "not key": "non-key",
        "officer key decision": "officer-key",
        "officer non-key decision": "officer-non-key",
    },
    "Meeting": {
        "not quorate": "inquorate",
        "no quorum": "inquorate",
        "canceled": "cancelled",
        "not held": "cancelled",
    },
    "NoticeKind": {
        "key": "key-decision",
        "exception": "general-exception",
        "private": "private-meeting",
        "further": "private-meeting-further",
    },
    "Purpose": {
        "exempt": "exemption",
        "call-in exemption": "exemption",
        "private": "private-meeting",
    },
    "Role": {
        "MO": "monitoring-officer",
        "PO": "proper-officer",
        "chief executive": "head-of-paid-service",
        "chief exec": "head-of-paid-service",
        "HOPS": "head-of-paid-service",
        "section 151 officer": "finance-officer",
        "section 151": "finance-officer",
        "s151 officer": "finance-officer",
        "s151": "finance-officer",
        "CFO": "finance-officer",
        "councillor": "member",
        "Cllr": "member",
        "elected member": "member",
        "scrutiny chairman": "scrutiny-chair",
        "chairman of scrutiny": "scrutiny-chair",
        "scrutiny councillor": "scrutiny-member",
        "scrutiny": "scrutiny-member",
        "chairman of council": "chair-of-council",
        "vice-chairman of council": "vice-chair-of-council",
    },
    "ScrutinyOutcome": {"NFA": "no-further-action", "uphold": "upheld"},
    "State": {
        "open": "call_in_open",
        "open to call-in": "call_in_open",
        "in force": "effective",
        "in effect": "effective",
        "drafts": "draft",
        "referred to full council": "referred_to_council",
    },
    "Unit": {
        "working days": "working",
        "clear working days": "clear-working",
        "calendar days": "calendar",
    },
    "WhySkipped": {
        "unable": "unable-to-act",
        "ill": "unable-to-act",
        "away": "unable-to-act",
        "uncontactable": "not-contactable",
        "unreachable": "not-contactable",
    },
}
"""What each list's words are called besides: by an officer's word, the one that it means."""

TWO_MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "Access": dict.fromkeys(("private", "part 2", "part two", "restricted"), _PART_TWO),
    "Irregular": {
        "late": "That may be published-late, consent-late or ruled-late: say what was late.",
        "notice": "That may be notice-short or notice-wrong: say what was wrong with it.",
    },
    "Kind": dict.fromkeys(("officer", "officer decision", "delegated"), _BY_AN_OFFICER),
    "Purpose": dict.fromkeys(("urgency", "urgent"), _URGENT),
    "Role": {
        **dict.fromkeys(
            (
                "mayor", "city mayor", "deputy mayor", "deputy city mayor", "leader",
                "deputy leader", "leader of the council", "cabinet", "cabinet member",
                "executive", "portfolio holder", "lead member", "executive mayor",
            ),
            _LEADS,
        ),
        **dict.fromkeys(("chair", "chairman", "chairperson"), _CHAIR),
        **dict.fromkeys(
            ("vice-chair", "vice chairman"),
            "That may be scrutiny-vice-chair or vice-chair-of-council.",
        ),
        **dict.fromkeys(
            ("officer", "statutory officer", "director"),
            "Say which office it is: proper-officer, monitoring-officer, finance-officer or "
            "head-of-paid-service; who only writes reports is author.",
        ),
    },
    "State": {
        "call-in": "That may be call-in-open (it may be called in) or called-in (it was).",
        "referred": "That may be referred-back (to its maker) or referred-to-council.",
    },
    "Unit": {"clear days": "Say which days: clear-working, or calendar."},
}  # fmt: skip
"""Words that could mean two of a list, each with the message for it."""

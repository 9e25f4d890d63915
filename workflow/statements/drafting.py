"""A statement that was read, made into a draft's: nothing is added to what the paper says."""

import re
from typing import Final

from workflow.errors import Invalid
from workflow.model.kind import Access, Kind
from workflow.model.statement import Statement
from workflow.statements.reading import Reading

_NONE: Final = re.compile(
    r"(none|nil|none (were |was )?declared|there were none|no (declarations|conflicts)"
    r"( of interest)?( were| was)?( made| declared)?)\.?\Z",
    re.IGNORECASE,
)
_NEEDED: Final = {"title": "its title", "body": "who decided", "kind": "what kind it is"}


def to_statement(reading: Reading) -> Statement:
    """Give the statement to draft from; Invalid where its title, maker or kind was not found.

    "None" in so many words is taken as "none, said expressly". A declaration of interest in other
    words is left for a person to enter, member by member: it is not taken apart here.
    """
    lacking = [what for field, what in _NEEDED.items() if reading.text(field) is None]
    if lacking:
        raise Invalid(
            f"The statement does not say {', '.join(lacking)}, so no draft can be made of it.",
            remedy="Draft it by hand: decisions new --help",
        )
    access = reading.text("access")
    return Statement(
        title=reading.text("title") or "",
        body=reading.text("body") or "",
        kind=Kind(reading.text("kind") or ""),
        made_on=reading.day("made_on"),
        decision=reading.text("decision"),
        reasons=reading.text("reasons"),
        alternatives=_alternatives(reading.text("options")),
        conflicts=() if _says_none(reading.text("conflicts")) else None,
        purpose=reading.text("purpose"),
        access=None if access is None else Access(access),
        issue_reference=reading.text("issue_reference"),
        printed_expiry=reading.day("call_in_expiry"),
    )


def still_to_say(reading: Reading) -> tuple[str, ...]:
    """Give what a person still has to say before such a draft can be signed."""
    conflicts = reading.text("conflicts")
    lacking = [
        field
        for field in ("made_on", "decision", "reasons", "options", "conflicts")
        if field in reading.missing
    ]
    if conflicts is not None and not _says_none(conflicts):
        lacking.append("conflicts")
    return tuple(lacking)


def _says_none(text: str | None) -> bool:
    return text is not None and _NONE.match(text.strip()) is not None


def _alternatives(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    return () if _says_none(text) else (text,)

"""What a decision of another register is known by here: the same whatever it was read from."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple

from workflow.importing.certainty import STANDS
from workflow.importing.merging import another, shortens
from workflow.importing.records import ListedDecision, Register
from workflow.text import LINE

_MARKS: Final = {
    Register.MODERNGOV: "MG",
    Register.SHEET: "SH",
    Register.STATEMENT: "WS",
    Register.EXPORT: "EX",
}
"""What stands in a reference for where the decision comes from."""
MARK: Final = f"-{_MARKS[Register.EXPORT]}-"
"""What stands before the reference that another register exported a decision under."""
_MOST: Final = 40
_DIGEST: Final = 8
_ODD: Final = re.compile(r"[^A-Za-z0-9]+")
_PLAIN: Final = {
    Register.MODERNGOV: re.compile(r"[A-Za-z0-9]+(?:=[0-9]+)?"),
    **dict.fromkeys(
        (Register.SHEET, Register.STATEMENT, Register.EXPORT),
        re.compile(r"[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*"),
    ),
}
"""An identity of which nothing is lost: a stroke in it becomes a dot, and no dot is in it."""


def reference_of(prefix: str, listed: ListedDecision) -> str:
    """Give the reference a decision has here, as in HFD-MG-13567: the same for the same decision,
    whatever it was read from. One that does not fit is told apart by a digest. Empty where nothing
    says which decision it is: two of those are not one."""
    identity = listed.identity
    if not identity:
        return ""
    if listed.register is Register.MODERNGOV:
        identity = identity.removeprefix("ID=")
    fits = _PLAIN[listed.register].fullmatch(identity) is not None
    kept = identity.replace("=", "-").replace("/", ".")
    known = kept if fits else _ODD.sub("-", identity).strip("-")
    ref = f"{prefix}-{_MARKS[listed.register]}-{known}"
    if fits and len(ref) <= _MOST:
        return ref
    digest = sha256(identity.encode()).hexdigest()[:_DIGEST]
    return f"{ref[: _MOST - _DIGEST - 1].rstrip('-.')}-{digest}"


class FactsRead(NamedTuple):
    """What any two readings of one decision should have in common, where both have it."""

    register: str
    day_of_decision: date | None
    day_of_publication: date | None
    day_of_effect: date | None = None
    last_day_for_call_in: date | None = None
    key: bool | None = None
    subject_to_call_in: bool | None = None
    call_ins: int | None = None
    status: str = ""
    title: str = ""


def reading_of(read: ListedDecision) -> FactsRead:
    """Give what a reading has of that; a title as it fits here."""
    return FactsRead(
        register=read.site,
        day_of_decision=read.made_on,
        day_of_publication=read.published_on,
        day_of_effect=read.effective_from,
        last_day_for_call_in=read.last_day,
        key=read.is_key,
        subject_to_call_in=read.is_subject_to_call_in,
        call_ins=read.call_ins,
        status="" if read.status.casefold() in STANDS else read.status.casefold(),
        title=read.title[:LINE],
    )


def fuller(first: FactsRead, again: FactsRead) -> FactsRead:
    """Give what the first has, and where it has nothing what the other has."""
    lacking = [name for name in FactsRead._fields if getattr(first, name) in (None, "")]
    return first._replace(**{name: getattr(again, name) for name in lacking})


def unlike(first: FactsRead, again: FactsRead) -> Iterator[str]:
    """Say in what two readings of a decision differ: another …: this, and that."""
    titles = (first.title, again.title)
    if shortens(*titles) or shortens(*reversed(titles)):
        again = again._replace(title=first.title)
    for name, was, now in zip(FactsRead._fields, first, again, strict=True):
        if was not in (None, "") and now not in (None, "") and was != now:
            yield another(name, was, now)

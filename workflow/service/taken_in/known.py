"""What a decision of another register is known by here: the same whatever it was read from."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple

from workflow.listings.merging import shortens
from workflow.listings.records import Listed, Register
from workflow.model.events import TakenIn
from workflow.model.text import LINE

_MARKS: Final = {
    Register.MODERNGOV: "MG",
    Register.SHEET: "SH",
    Register.STATEMENT: "WS",
    Register.EXPORT: "EX",
}
"""What stands in a reference for where the decision comes from."""
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


def reference_of(prefix: str, listed: Listed) -> str:
    """Give the reference a decision has here, as in HFD-MG-13567: the same for the same decision,
    whatever it was read from. One that does not fit is told apart by a digest."""
    identity = listed.identity
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


class Reading(NamedTuple):
    """What any two readings of one decision should have in common."""

    site: str
    made_on: date | None
    title: str


def reading_of(read: Listed | TakenIn) -> Reading:
    """Give what a reading has of that; a title as it fits here."""
    return Reading(read.site, read.made_on, read.title[:LINE])


def unlike(first: Reading, again: Reading) -> Iterator[str]:
    """Say in what two readings of a decision differ: another …: this, and that."""
    titles = (first.title, again.title)
    if shortens(*titles) or shortens(*reversed(titles)):
        again = again._replace(title=first.title)
    for what, was, now in zip(("register", "day of decision", "title"), first, again, strict=True):
        if was and now and was != now:
            yield f"another {what}: {was}, and now {now}"

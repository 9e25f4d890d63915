"""One decision out of two pages: its entry in a list, and its own page."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from workflow.clock import spoken_day
from workflow.files.cells import shown
from workflow.importing.labels import NAMES
from workflow.importing.records import ListedDecision

_Value = str | date | bool | int | None
_NOTHING: Final = (None, "")
_SHOWN: Final = 80
_SETTLED: Final = (*(name for name in NAMES if name != "dated"), "site", "reference", "link")
"""The fields of which either page may say what the other does not."""


def are_one(entry: ListedDecision, own: ListedDecision) -> bool:
    """Say whether an entry and a page speak of the same decision of the same register."""
    same_site = not entry.site or not own.site or entry.site == own.site
    return bool(entry.identity) and entry.identity == own.identity and same_site


def merged(entry: ListedDecision, own: ListedDecision) -> ListedDecision:
    """Give one decision out of two: its own page is followed wherever it says anything.

    Where the two disagree, a doubt names both values.
    """
    doubts = [*entry.doubts, *own.doubts]
    lacking: dict[str, Any] = {}
    for name in _SETTLED:
        ours, theirs = getattr(own, name), getattr(entry, name)
        if ours in _NOTHING:
            lacking[name] = theirs
        elif name in NAMES and theirs not in _NOTHING and not _agree(ours, theirs):
            doubts.append(
                f"{NAMES[name]}: the list has {_spoken(theirs)}, and the decision's own page has "
                f"{_spoken(ours)}, which was followed."
            )
    dated = own.dated or entry.dated
    days = {own.made_on or entry.made_on, own.published_on or entry.published_on} - {None}
    if dated is not None and days:
        if dated not in days:
            doubts.append(
                f"{NAMES['dated']}: the list has {_spoken(dated)}, which is neither date on the "
                "decision's own page."
            )
        dated = None
    return replace(
        own,
        **lacking,
        source=f"{entry.source} and {own.source}",
        heading=entry.heading,
        around=tuple(dict.fromkeys((*entry.around, *own.around))),
        unused=tuple(dict.fromkeys((*entry.unused, *own.unused))),
        standing=entry.standing,
        dated=dated,
        documents=tuple(dict.fromkeys((*own.documents, *entry.documents))),
        raw=(*entry.raw, *own.raw),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _agree(ours: _Value, theirs: _Value) -> bool:
    """Say whether two values are one; a list may cut a text short, with dots."""
    if not isinstance(ours, str) or not isinstance(theirs, str):
        return ours == theirs
    return shortens(theirs, ours)


def shortens(text: str, of: str) -> bool:
    """Say whether a text is another, or is that cut short with dots."""
    whole, other = (" ".join(each.split()).casefold() for each in (of, text))
    short = other.removesuffix("…").removesuffix("...").rstrip()
    return whole == other or (short != other and whole.startswith(short))


def another(what: str, was: object, now: object) -> str:
    """Say in what two readings of one decision are not alike: another …: this, and now that."""
    return f"another {what.replace('_', ' ')}: {_told(was)}, and now {_told(now)}"


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return spoken_day(value)
    if isinstance(value, tuple):
        value = "; ".join(str(getattr(each, "member", each)) for each in value) or "none"
    text = " ".join(str(value).split()) if value not in (None, "") else "nothing"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _spoken(value: _Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else shown(str(value))

"""One decision out of two pages: its entry in a list, and its own page."""

from dataclasses import replace
from datetime import date

from workflow.files.cells import shown
from workflow.importing.labels import NAMES
from workflow.importing.records import ListedDecision

_Value = str | date | bool | int | None


def are_one(entry: ListedDecision, own: ListedDecision) -> bool:
    """Say whether an entry and a page speak of the same decision of the same register."""
    same_site = not entry.site or not own.site or entry.site == own.site
    return bool(entry.identity) and entry.identity == own.identity and same_site


def merged(entry: ListedDecision, own: ListedDecision) -> ListedDecision:
    """Give one decision out of two: its own page is followed wherever it says anything.

    Where the two disagree, a doubt names both values.
    """
    doubts = [*entry.doubts, *own.doubts]

    def settle(name: str, ours: _Value, theirs: _Value) -> None:
        """Doubt a value of which the list has another."""
        if ours not in (None, "") and theirs not in (None, "") and not _agree(ours, theirs):
            doubts.append(
                f"{NAMES[name]}: the list has {_spoken(theirs)}, and the decision's own page has "
                f"{_spoken(ours)}, which was followed."
            )

    settle("title", own.title, entry.title)
    settle("decided_by", own.decided_by, entry.decided_by)
    settle("meeting", own.meeting, entry.meeting)
    settle("made_on", own.made_on, entry.made_on)
    settle("published_on", own.published_on, entry.published_on)
    settle("effective_from", own.effective_from, entry.effective_from)
    settle("last_day", own.last_day, entry.last_day)
    settle("is_key", own.is_key, entry.is_key)
    settle("is_subject_to_call_in", own.is_subject_to_call_in, entry.is_subject_to_call_in)
    settle("call_ins", own.call_ins, entry.call_ins)
    settle("status", own.status, entry.status)
    settle("purpose", own.purpose, entry.purpose)
    settle("decision", own.decision, entry.decision)
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
        source=f"{entry.source} and {own.source}",
        title=own.title or entry.title,
        site=own.site or entry.site,
        reference=own.reference or entry.reference,
        heading=entry.heading,
        around=tuple(dict.fromkeys((*entry.around, *own.around))),
        unused=tuple(dict.fromkeys((*entry.unused, *own.unused))),
        standing=entry.standing,
        decided_by=own.decided_by or entry.decided_by,
        meeting=own.meeting or entry.meeting,
        made_on=own.made_on or entry.made_on,
        published_on=own.published_on or entry.published_on,
        effective_from=own.effective_from or entry.effective_from,
        last_day=own.last_day or entry.last_day,
        dated=dated,
        is_key=_first(own.is_key, entry.is_key),
        is_subject_to_call_in=_first(own.is_subject_to_call_in, entry.is_subject_to_call_in),
        call_ins=entry.call_ins if own.call_ins is None else own.call_ins,
        status=own.status or entry.status,
        purpose=own.purpose or entry.purpose,
        decision=own.decision or entry.decision,
        documents=tuple(dict.fromkeys((*own.documents, *entry.documents))),
        link=own.link or entry.link,
        raw=(*entry.raw, *own.raw),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _first(ours: bool | None, theirs: bool | None) -> bool | None:
    return theirs if ours is None else ours


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


def _spoken(value: _Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else shown(str(value))

"""What a page or a paper says of its own fate: heeded, or left for a person, with the words."""

import re
from collections.abc import Iterator
from typing import Final

from workflow.importing.label_words import OTHER
from workflow.importing.labels import FLAGS, LONG, field_of
from workflow.importing.records import ListedDecision
from workflow.importing.statements.fate_words import NONE
from workflow.importing.statements.labels import key_of
from workflow.importing.statements.telling import Telling, attached_in, told_in

_PROSE: Final = frozenset({"purpose", "decision", "reasons", "options", "conflicts"})
"""What a written statement's running text is kept under."""
_OF_OTHERS: Final = re.compile(
    r"\b(?:background|documents?|papers?|implications?|consult\w*|appendi\w+|attachments?|reasons?|"
    r"options?|alternatives?|interests?|report|contact|wards?|divisions?)\b"
)
"""Labels under which other matters than the decision itself are spoken of."""
_ATTACHMENTS: Final = re.compile(r"\b(?:documents?|papers?|appendi\w+|attachments?|attached)\b")
"""Labels under which the papers that go with a decision are named."""
_LOOKED_AT: Final = 5_000
_SHORT: Final = 200
"""Characters of a cell that says one thing; running text may speak of other matters."""
_ALONE: Final = 60
"""Characters of a paragraph that says no more than that there is no call-in."""
_SHOWN: Final = 160
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}(?:[ -]+[A-Z]{2,})*\b")
_ENDS: Final = re.compile(
    r"\b(?:called[ -]?in|withdrawn|rescinded|revoked|quashed|superseded|overturned|cancelled|"
    r"suspended|referred back|on hold|deferred|postponed)\W*$",
    re.IGNORECASE,
)
_URGENT_TITLE: Final = re.compile(
    r"^\W*urgent\b\W*[:(–—-]|[(\[]\W*urgent|\burgent decision|[:–—-]\W*urgent\W*$|special urgency",
    re.IGNORECASE,
)
_TITLE: Final = "in its title"
_UNCERTAIN: Final = "what became of it is not certain"
_AFFIRMED: Final = frozenset({"yes", "y", "true"})


def why_fated(listed: ListedDecision) -> str:
    """Say that something printed may tell of a call-in, a withdrawal, a draft or the like, or that
    there is no call-in where one is counted; empty where nothing does."""
    if listed.instants is not None:  # a register kept here says where it stands
        return ""
    return next(filter(None, _told_of(listed)), "")


def _told_of(listed: ListedDecision) -> Iterator[str]:
    flag = listed.is_subject_to_call_in
    yield _of_title(listed.title, flag)
    for around in filter(None, (listed.heading, *listed.around)):
        telling = told_in(around)
        if telling.fate or telling.unmade or telling.in_prose:
            yield _left(telling, around, "above or beside it")
        yield _on_call_in(telling, around, "above or beside it", flag)
    for doubt in listed.doubts:
        telling = told_in(doubt)
        if telling.fate:
            yield f"“{_as_printed(telling.fate, doubt)}” is printed, and {_UNCERTAIN}"
    for document in listed.documents:
        yield _attached(document.name, "attached")
    for label, text in listed.raw:
        if _ATTACHMENTS.search(key_of(label)):
            yield _attached(text, f"printed under {label!a}")
        if text != listed.title:
            yield _of_label(label, text, flag)
    for label, text in listed.unused:
        yield _of_unused(label, text, flag)


def _attached(name: str, where: str) -> str:
    """Say that a paper that goes with it tells of a request for call-in."""
    if not attached_in(name[:_LOOKED_AT]):
        return ""
    return f"“{_cut(name)}” is {where}, and {_UNCERTAIN}"


def _of_title(title: str, flag: bool | None) -> str:
    telling = told_in(title)
    marks = " ".join(_BRACKETS.findall(title))
    capitals = "" if title.isupper() else "; ".join(_CAPITALS.findall(title))
    marked = told_in(marks), told_in(capitals)
    if (
        telling.called_in
        or telling.banner
        or (_ENDS.search(title) and (telling.fate or telling.unmade))
        or any(each.fate or each.unmade for each in marked)
    ):
        return _left(
            next((t for t in (telling, *marked) if t.fate or t.unmade), telling), title, _TITLE
        )
    if telling.not_subject and flag is not False:
        return f"“{_cut(title)}” is its title, which says that it is not subject to call-in"
    if _URGENT_TITLE.search(title) and flag is None:
        return f"“{_cut(title)}” is its title, and whether it may be called in is not certain"
    if telling.unclear or (telling.alone and flag is not False):
        return f"“{_cut(title)}” is its title, and what it says of call-in is not certain"
    return ""


def _of_label(label: str, text: str, flag: bool | None) -> str:
    """Say what anything that is printed under a label means for the decision."""
    where = f"under {label!a}" if label else "under no label"
    field = field_of(label)
    key = key_of(label)
    if label in _PROSE or field in LONG - {OTHER} or not label or _OF_OTHERS.search(key):
        for part in filter(None, text.split("\n\n")):
            telling = told_in(part)
            if telling.in_prose:
                return _left(telling, part, where)
            alone = telling.alone and len(part) <= _ALONE
            if (telling.not_subject or alone) and flag is not False:
                return _on_call_in(telling, part, where, flag)
        return ""
    label_tells = told_in("" if _is_none(text) else label)
    telling = told_in(text)
    if label_tells.fate:
        return _left(label_tells, f"{label}: {text}", where)
    if telling.in_prose or (telling.fate and len(text) <= _SHORT):
        return _left(telling, text, where)
    if telling.alone and flag is not False and field not in FLAGS:
        return _on_call_in(telling, text, where, flag)
    if telling.not_subject and flag is not False:
        return _on_call_in(telling, text, where, flag)
    return ""


def _of_unused(label: str, text: str, flag: bool | None) -> str:
    """Say what text that is read for no field means: its label may speak of call-in or urgency."""
    label_tells, telling = told_in(label), told_in(text)
    where = f"under {label!a}" if label else "under no label"
    plain = text.casefold().strip(" .")
    if label and (label_tells.unclear or label_tells.subject or label_tells.not_subject):
        sure = (label_tells.subject and plain in _AFFIRMED and flag is not False) or (
            flag is False and _is_none(text)
        )
        if not sure:
            return f"“{_cut(text)}” is printed {where}, and what it says of call-in is not certain"
    if label and label_tells.urgent and flag is None and not _is_none(text):
        return f"“{_cut(text)}” is printed {where}, and whether it may be called in is not certain"
    if len(text) > _SHORT or _OF_OTHERS.search(key_of(label)):
        return ""
    if telling.unmade and (telling.banner or label_tells.unmade):
        return _left(telling, text, where)
    return _on_call_in(telling, text, where, flag)


def _on_call_in(telling: Telling, text: str, where: str, flag: bool | None) -> str:
    if telling.not_subject and flag is not False:
        return f"“{_cut(text)}” is printed {where}: it says that it is not subject to call-in"
    if telling.urgent and flag is None:
        return f"“{_cut(text)}” is printed {where}, and whether it may be called in is not certain"
    if telling.unclear or (telling.alone and flag is not False):
        return f"“{_cut(text)}” is printed {where}, and what it says of call-in is not certain"
    return ""


def _left(told: Telling, said: str, where: str) -> str:
    words = told.fate or told.in_prose or told.unmade
    line = f"“{_as_printed(words, said)}” is printed {where}, and {_UNCERTAIN}"
    return line if _as_printed(words, said) == said else f"{line}: “{_cut(said)}”"


def _as_printed(words: str, said: str) -> str:
    """Give words of a text as they stand in it."""
    loose = r"[\s-]*".join(map(re.escape, re.split(r"[\s-]+", words)))
    found = re.search(loose, said, re.IGNORECASE)
    return found[0] if found else words


def _is_none(text: str) -> bool:
    return text.casefold().strip(" .") in NONE


def _cut(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else folded[: _SHOWN - 1].rstrip() + "…"

"""In what a decision that was imported is not as it is read now: every field that is printed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from shlex import quote
from typing import Final, NamedTuple

from workflow.clock import london_day
from workflow.importing.certainty import STANDS
from workflow.importing.labels import field_of
from workflow.importing.merging import another, shortens
from workflow.importing.records import ListedDecision, Register
from workflow.importing.statements.dates import read_day
from workflow.importing.statements.labels import FIELDS, key_of
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.statement import STATEMENT_FIELDS, Statement
from workflow.procedures.making.imported import Imported
from workflow.register.facts import facts_of, to_cells
from workflow.register.journal import ReadEntry
from workflow.text import LINE

_NO_MAKER: Final = "not printed"
_GIVEN: Final = ("published on (given", "kind (given")
_NOT_COMPARED: Final = frozenset(
    {"heading of the list", "printed beside it", "calendar_hash", "edition", "ref", "council"}
)
_WHOLE: Final = (Register.SHEET, Register.STATEMENT, Register.EXPORT)
"""What shows all it has of a decision wherever it shows it: what is not there was taken away."""
_OF_A_PAPER: Final = frozenset(
    name.replace("_", " ") for name in FIELDS if not name.startswith(("signed", "signatory"))
)
"""What is compared as the parts of a written statement."""
_SAYS: Final = {"published_at": "published_on", "kind": "is_key", "body": "decided_by"}
"""What says more of a field than its value here does: another value of it is told once."""
_OPTIONS: Final = {
    "title": "--title",
    "decided_by": "--body",
    "made_on": "--made-on",
    "published_on": "--published-on",
}
"""The options of a correction, by what they change."""


class _Known(NamedTuple):
    """What is compared by its value, and not by the words it was printed in."""

    register: object = None
    title: object = None
    made_on: object = None
    published_on: object = None
    is_key: object = None
    decided_by: object = None
    decision: object = None
    purpose: object = None


_CALLED: Final = {
    "made_on": "day of decision",
    "published_on": "day of publication",
    "is_key": "key",
    "decided_by": "decision maker",
}


def changes(record: Sequence[ReadEntry], decision: Decision, now: ListedDecision) -> Iterator[str]:
    """Say in what a decision, by its record and as it stands, is not as it is read now: another …:
    this, and now that. What was corrected here since to read so is none."""
    entry = record[0]
    first = entry.event
    assert isinstance(first, Imported)
    imported = _as_imported(first, first.statement)
    stands = _stands(record, decision)
    labels = set()
    for field, was, held, read in zip(_Known._fields, imported, stands, _read(now), strict=True):
        if "" in (was, read) or None in (was, read) or _alike(was, read) or _alike(held, read):
            continue
        labels.add(field)
        yield another(_CALLED.get(field, field), was, read)
    if now.statement is not None and "statement" not in entry.erased:
        yield from _of_paper(first.statement, _latest(record, first), now.statement, labels)
    if "raw" not in entry.erased:
        yield from _as_printed(first, decision, now, stands, labels)


def correction(
    record: Sequence[ReadEntry], decision: Decision, now: ListedDecision
) -> Iterator[str]:
    """Give the command by which a decision is corrected to be as it is read now: none where what
    differs is nothing that a correction changes."""
    stands, read = _stands(record, decision), _read(now)
    options = []
    for field, option in _OPTIONS.items():
        held, wanted = getattr(stands, field), getattr(read, field)
        if wanted not in (None, "") and not _alike(held, wanted):
            options.append(f"{option} {quote(str(wanted))}")
    if now.is_key not in (None, stands.is_key):
        kind = Kind.of(is_officers=decision.kind.is_officers, is_key=now.is_key is True)
        options.append(f"--kind {kind}")
    if options:
        yield f"decisions correct {decision.ref} {' '.join(options)} --ruling 'WHY'"


def _stands(record: Sequence[ReadEntry], decision: Decision) -> _Known:
    """Give what a decision has as it stands."""
    first = record[0].event
    assert isinstance(first, Imported)
    return _as_imported(first, _latest(record, first))._replace(
        title=decision.title,
        made_on=decision.made_on,
        published_on=_day(decision.published_at),
        is_key=decision.kind.is_key,
    )


def _latest(record: Sequence[ReadEntry], first: Imported) -> Statement:
    """Give the text of a decision as it now reads."""
    texts = [each.event.statement for each in record if hasattr(each.event, "statement")]
    return texts[-1] if texts else first.statement


def _as_imported(first: Imported, text: Statement) -> _Known:
    body = "" if text.is_erased or text.body == _NO_MAKER else text.body
    return _Known(
        register=first.site,
        title=first.title,
        made_on=first.made_on,
        published_on=_day(first.published_at),
        is_key=first.kind.is_key,
        decided_by=body,
        decision=text.decision or "",
        purpose=text.purpose or "",
    )


def _read(now: ListedDecision) -> _Known:
    return _Known(
        register=now.site,
        title=now.title[:LINE],
        made_on=now.made_on,
        published_on=now.published_on,
        is_key=now.is_key,
        decided_by=(now.decided_by or now.meeting)[:LINE],
        decision=now.decision,
        purpose=now.purpose,
    )


def _day(instant: datetime | None) -> date | None:
    return None if instant is None else london_day(instant)


def _alike(was: object, now: object) -> bool:
    """Say whether two values are one; a list may cut a text short, with dots."""
    if not isinstance(was, str) or not isinstance(now, str):
        return was == now
    return shortens(was, now) or shortens(now, was)


def _of_paper(
    first: Statement, latest: Statement, now: Statement, labels: set[str]
) -> Iterator[str]:
    """Say in what a written statement reads otherwise."""
    for name in STATEMENT_FIELDS:
        was, held, read = (getattr(each, name) for each in (first, latest, now))
        if read in (was, held) or name in labels or _SAYS.get(name) in labels:
            continue
        labels.add(name)
        yield another(name, was, read)


def _as_printed(
    first: Imported, decision: Decision, now: ListedDecision, stands: _Known, labels: set[str]
) -> Iterator[str]:
    """Say what is printed otherwise under any label, where no value of its own was compared."""
    before, after = _by_label(first.raw), _by_label(now.raw)
    here = to_cells(facts_of(decision)) if now.register is Register.EXPORT else {}
    fields, reads = dict(now.read_for), _read(now)
    for label in dict.fromkeys((*before, *after)):
        name, is_read = after.get(label, before.get(label, ("", ())))[0], label in after
        if now.register is Register.STATEMENT and label in _OF_A_PAPER:
            continue
        if label in _NOT_COMPARED or label.startswith(_GIVEN) or label.endswith("_london"):
            continue
        if now.register not in _WHOLE and not (label in before and is_read):
            continue
        was, read = before.get(label, ("", ()))[1], after.get(label, ("", ()))[1]
        field = fields.get(name) or _field(now.register, name)
        if _same(was, read, field) or field in labels or _SAYS.get(field) in labels:
            continue
        if field in _Known._fields and _alike(getattr(reads, field), getattr(stands, field)):
            continue
        if read and str(here.get(name)) == read[-1]:
            continue
        yield another(name, "; ".join(was), "; ".join(read))


def _field(register: Register, label: str) -> str:
    """Give the field that a label stands for: itself, where this engine wrote it."""
    return label if register is Register.EXPORT else field_of(label)


def _by_label(raw: Sequence[tuple[str, str]]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Give what is printed under each label, by the label's words."""
    values: dict[str, tuple[str, tuple[str, ...]]] = {}
    for label, text in raw:
        key = key_of(label) or label
        printed, texts = values.get(key, (label, ()))
        values[key] = (printed, tuple(dict.fromkeys((*texts, text))))
    return values


def _same(was: Sequence[str], now: Sequence[str], field: str) -> bool:
    first, again = ({_plain(each) for each in texts} for texts in (was, now))
    if first == again or (first and again and (first <= again or again <= first)):
        return True
    return field == "status" and all(each in STANDS for each in again)


def _plain(text: str) -> str | date:
    """Give a text as it is compared: a day, whatever way it is written; else its words."""
    return read_day(text)[0] or " ".join(text.casefold().split())

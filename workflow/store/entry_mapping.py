"""Entries of the journal to rows and back."""

from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import RowMapping

from workflow.register.journal_entry import JournalEntry, SealedText
from workflow.store.rows import Columns
from workflow.store.tables import JOURNAL

Row = RowMapping

_NAMES: Final = tuple(JOURNAL.c.keys())
_values = attrgetter(*_NAMES)


def entry_to_row(entry: JournalEntry) -> dict[str, Any]:
    """Give the journal's row of an entry."""
    return dict(zip(_NAMES, _values(entry), strict=True))


def row_to_entry(row: Row, texts: tuple[SealedText, ...]) -> JournalEntry:
    """Give the entry of a row of the journal, with its sealed text. `unreadable` names what is
    damaged; nothing is raised."""
    amiss = _OF_JOURNAL.amiss(row)
    held = {name: _STAND_INS[name] if name in amiss else row[name] for name in _STAND_INS}
    whole = all(_is_text(each) for each in texts)
    kept = texts if whole else tuple(each for each in texts if _is_text(each))
    return JournalEntry(**held, texts=kept, unreadable=amiss if whole else (*amiss, "sealed text"))


def _is_text(kept: SealedText) -> bool:
    return type(kept.part) is str and type(kept.salt) is str and type(kept.text) is str


_NO_TIME: Final = datetime(1, 1, 1, tzinfo=UTC)
_OF_JOURNAL: Final = Columns(JOURNAL)
_STAND_INS: Final[dict[str, Any]] = {
    "stream": "?",
    "seq": 0,
    "name": "?",
    "at": _NO_TIME,
    "recorded_at": _NO_TIME,
    "role": "?",
    "body": "",
    "before": "",
    "hash": "",
}
"""What stands in an entry for a value that cannot be read."""

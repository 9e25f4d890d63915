"""The rows of the journal's entries in the database, and the text kept beside them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, select, update

from workflow.register.journal_entry import JournalEntry, SealedText
from workflow.register.ports import JournalPort
from workflow.store.entry_mapping import entry_to_row, row_to_entry
from workflow.store.rows import OnRows
from workflow.store.tables import JOURNAL, TEXTS

_ADD_ENTRIES: Final = insert(JOURNAL)
_ADD_TEXTS: Final = insert(TEXTS)

_STREAM: Final = (
    select(JOURNAL).where(JOURNAL.c.stream == bindparam("wanted")).order_by(JOURNAL.c.seq)
)
"""A stream, oldest entry first."""

_LATEST: Final = (
    select(JOURNAL)
    .where(JOURNAL.c.stream == bindparam("wanted"))
    .order_by(JOURNAL.c.seq.desc())
    .limit(1)
)
"""The last entry of a stream."""

_TEXTS: Final = select(TEXTS).where(
    TEXTS.c.stream == bindparam("wanted"), TEXTS.c.text.is_not(None)
)
"""The sealed text of a stream that has not been erased."""

_TEXTS_OF_ONE: Final = _TEXTS.where(TEXTS.c.seq == bindparam("at"))
"""The sealed text of one entry."""

_STREAMS: Final = select(JOURNAL.c.stream).distinct().order_by(JOURNAL.c.stream)
"""The name of every stream."""

_NEWEST: Final = select(func.max(JOURNAL.c.recorded_at))
"""When the newest entry was recorded."""

_ERASE: Final = (
    update(TEXTS)
    .where(
        TEXTS.c.stream == bindparam("wanted"),
        TEXTS.c.seq == bindparam("at"),
        TEXTS.c.part == bindparam("which"),
        TEXTS.c.text.is_not(None),
    )
    .values(salt=None, text=None)
)
"""Erase one sealed text for good."""


class SqlJournal(OnRows, JournalPort):
    """The journal, in `cd_journal` and `cd_texts`."""

    def stream(self, name: str) -> Sequence[JournalEntry]:
        texts: dict[int, list[SealedText]] = {}
        for row in self._rows.all(_TEXTS, {"wanted": name}):
            sealed = SealedText(row["part"], row["salt"], row["text"])
            texts.setdefault(row["seq"], []).append(sealed)
        rows = self._rows.all(_STREAM, {"wanted": name})
        return [row_to_entry(row, tuple(texts.get(row["seq"], ()))) for row in rows]

    def latest(self, stream: str) -> JournalEntry | None:
        latest = self._rows.all(_LATEST, {"wanted": stream})
        if not latest:
            return None
        seq = latest[0]["seq"] if type(latest[0]["seq"]) is int else 0
        kept = self._rows.all(_TEXTS_OF_ONE, {"wanted": stream, "at": seq})
        return row_to_entry(
            latest[0], tuple(SealedText(row["part"], row["salt"], row["text"]) for row in kept)
        )

    def streams(self, under: str = "") -> Sequence[str]:
        names = _STREAMS
        if under:
            names = names.where(JOURNAL.c.stream.startswith(under, autoescape=True))
        return self._rows.texts(names)

    def newest_recorded(self, by: datetime) -> datetime | None:
        return self._rows.instant(_NEWEST.where(JOURNAL.c.recorded_at <= by))

    def append(self, entry: JournalEntry) -> None:
        self.add([entry])

    def add(self, entries: Sequence[JournalEntry]) -> None:
        """Write entries, and the text kept beside them."""
        self._rows.write(_ADD_ENTRIES, [entry_to_row(entry) for entry in entries])
        texts = list(_text_rows(entries))
        if texts:
            self._rows.write(_ADD_TEXTS, texts)

    def erase(self, stream: str, seq: int, part: str) -> bool:
        connection = self._rows.connection
        if self._rows.dialect == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        place = {"wanted": stream, "at": seq, "which": part}
        return connection.execute(_ERASE, place).rowcount == 1


def _text_rows(entries: Iterable[JournalEntry]) -> Iterable[dict[str, Any]]:
    for entry in entries:
        for text in entry.texts:
            yield {
                "stream": entry.stream,
                "seq": entry.seq,
                "part": text.part,
                "salt": text.salt,
                "text": text.text,
            }

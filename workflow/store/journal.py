"""The journal's rows, and the text kept beside them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from workflow.service.journal import SealedText, Sheet
from workflow.store.mapping import row_to_sheet, sheet_to_row
from workflow.store.tables import JOURNAL, OUTBOX, TEXTS

_ADD_SHEETS: Final = insert(JOURNAL)
_ADD_TEXTS: Final = insert(TEXTS)


class JournalRows:
    """The journal, within one transaction. It is only ever added to."""

    conn: Connection

    def stream(self, name: str) -> Sequence[Sheet]:
        """Give a stream of the journal, oldest first, with its sealed text."""
        return self._sheets([name]).get(name, [])

    def _sheets(self, names: Sequence[str]) -> dict[str, list[Sheet]]:
        texts: dict[tuple[str, int], list[SealedText]] = {}
        kept = select(TEXTS).where(TEXTS.c.stream.in_(names), TEXTS.c.text.is_not(None))
        for row in self.conn.execute(kept):
            sealed = SealedText(row.part, row.salt, row.text)
            texts.setdefault((row.stream, row.seq), []).append(sealed)
        sheets: dict[str, list[Sheet]] = {}
        rows = select(JOURNAL).where(JOURNAL.c.stream.in_(names)).order_by(JOURNAL.c.seq)
        for found in self.conn.execute(rows).mappings():
            place = (found["stream"], found["seq"])
            sheet = row_to_sheet(found, tuple(texts.get(place, ())))
            sheets.setdefault(sheet.stream, []).append(sheet)
        return sheets

    def streams(self) -> Sequence[str]:
        """Give the name of every stream of the journal."""
        names = select(JOURNAL.c.stream).distinct().order_by(JOURNAL.c.stream)
        return list(self.conn.execute(names).scalars())

    def append(self, sheet: Sheet) -> None:
        """Write a sheet of a stream that is not a decision's."""
        self.add_sheets([sheet])

    def add_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Write sheets, and the text kept beside them."""
        self.conn.execute(_ADD_SHEETS, [sheet_to_row(sheet) for sheet in sheets])
        texts = list(_text_rows(sheets))
        if texts:
            self.conn.execute(_ADD_TEXTS, texts)

    def erase(self, stream: str, seq: int, part: str) -> bool:
        """Erase sealed text for good; say whether there was any."""
        place = (TEXTS.c.stream == stream, TEXTS.c.seq == seq, TEXTS.c.part == part)
        gone = update(TEXTS).where(*place, TEXTS.c.text.is_not(None)).values(salt=None, text=None)
        return self.conn.execute(gone).rowcount == 1

    def outbox(self) -> Sequence[str]:
        """Give every event in the outbox, as CloudEvents in JSON, by stream and number."""
        events = select(OUTBOX.c.cloud_event).order_by(OUTBOX.c.stream, OUTBOX.c.seq)
        return list(self.conn.execute(events).scalars())


def _text_rows(sheets: Iterable[Sheet]) -> Iterable[dict[str, Any]]:
    for sheet in sheets:
        for text in sheet.texts:
            yield {
                "stream": sheet.stream,
                "seq": sheet.seq,
                "part": text.part,
                "salt": text.salt,
                "text": text.text,
            }

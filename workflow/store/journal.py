"""The journal's rows, and the text kept beside them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Dialect, Insert, Update, bindparam, insert, select, update

from workflow.register.journal_entry import JournalEntry, SealedText
from workflow.store.entry_mapping import row_to_sheet, sheet_to_row
from workflow.store.rows import Rows as Reading
from workflow.store.tables import JOURNAL, OUTBOX, TEXTS

Rows = Sequence[dict[str, Any]]
Schemas = tuple[tuple[str | None, str | None], ...]
"""In which schema of a host's the tables are, where it says so (schema_translate_map)."""

_ADD_SHEETS: Final = insert(JOURNAL)
_ADD_TEXTS: Final = insert(TEXTS)


class _Prepared:
    """A statement in a database's own words, and how its values are put to the driver.

    It is made once: SQLAlchemy would look the type of every value up again, and that takes longer
    than the writing.
    """

    __slots__ = ("_order", "_put", "words")

    def __init__(
        self, statement: Insert | Update, dialect: Dialect, schemas: Schemas | None = None
    ) -> None:
        how: dict[str, Any] = {}
        if schemas is not None:
            how = {"schema_translate_map": dict(schemas), "render_schema_translate": True}
        made = statement.compile(dialect=dialect, **how)
        put = {
            name: bound.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bound in made.binds.items()
        }
        self.words = made.string
        self._put = [(name, putting) for name, putting in put.items() if putting is not None]
        self._order = itemgetter(*made.positiontup) if made.positiontup else None

    def values(self, rows: Rows) -> list[Any]:
        """Give the values of these rows, as the driver takes them."""
        for name, putting in self._put:
            for row in rows:
                row[name] = putting(row[name])
        return list(rows if self._order is None else map(self._order, rows))


_LATEST = (
    select(JOURNAL)
    .where(JOURNAL.c.stream == bindparam("wanted"))
    .order_by(JOURNAL.c.seq.desc())
    .limit(1)
)


_prepared = lru_cache(maxsize=256)(_Prepared)


class JournalRows(Reading):
    """The journal, within one transaction. It is only ever added to."""

    def _write(self, statement: Insert | Update, rows: Rows) -> int:
        """Run a statement for these rows, of which nobody else has need; say how many it met."""
        elsewhere = self.conn.get_execution_options().get("schema_translate_map")
        schemas = tuple(elsewhere.items()) if elsewhere else None
        prepared = _prepared(statement, self.conn.dialect, schemas)
        done = self.conn.exec_driver_sql(
            prepared.words,
            prepared.values(rows),
            execution_options={"preserve_rowcount": True},
        )
        return done.rowcount

    def stream(self, name: str) -> Sequence[JournalEntry]:
        """Give a stream of the journal, oldest first, with its sealed text."""
        return self._sheets([name]).get(name, [])

    def _sheets(self, names: Sequence[str]) -> dict[str, list[JournalEntry]]:
        texts: dict[tuple[str, int], list[SealedText]] = {}
        kept = select(TEXTS).where(TEXTS.c.stream.in_(names), TEXTS.c.text.is_not(None))
        for row in self.rows(kept):
            sealed = SealedText(row["part"], row["salt"], row["text"])
            texts.setdefault((row["stream"], row["seq"]), []).append(sealed)
        sheets: dict[str, list[JournalEntry]] = {}
        rows = select(JOURNAL).where(JOURNAL.c.stream.in_(names)).order_by(JOURNAL.c.seq)
        for found in self.rows(rows):
            place = (found["stream"], found["seq"])
            sheet = row_to_sheet(found, tuple(texts.get(place, ())))
            sheets.setdefault(found["stream"], []).append(sheet)
        return sheets

    def latest(self, stream: str) -> JournalEntry | None:
        """Give the last sheet of a stream, with its sealed text; None where nothing is in it."""
        latest = self.rows(_LATEST, {"wanted": stream})
        if not latest:
            return None
        seq = latest[0]["seq"] if type(latest[0]["seq"]) is int else 0
        place = (TEXTS.c.stream == stream, TEXTS.c.seq == seq)
        kept = self.rows(select(TEXTS).where(*place, TEXTS.c.text.is_not(None)))
        return row_to_sheet(
            latest[0], tuple(SealedText(row["part"], row["salt"], row["text"]) for row in kept)
        )

    def streams(self, under: str = "") -> Sequence[str]:
        """Give the name of every stream of the journal, or of those whose names begin so."""
        names = select(JOURNAL.c.stream).distinct().order_by(JOURNAL.c.stream)
        if under:
            names = names.where(JOURNAL.c.stream.startswith(under, autoescape=True))
        return self.values(names)

    def append(self, sheet: JournalEntry) -> None:
        """Write a sheet of a stream that is not a decision's."""
        self.add_sheets([sheet])

    def add_sheets(self, sheets: Sequence[JournalEntry]) -> None:
        """Write sheets, and the text kept beside them."""
        self._write(_ADD_SHEETS, [sheet_to_row(sheet) for sheet in sheets])
        texts = list(_text_rows(sheets))
        if texts:
            self._write(_ADD_TEXTS, texts)

    def erase(self, stream: str, seq: int, part: str) -> bool:
        """Erase sealed text for good; say whether there was any."""
        if self.conn.dialect.name == "sqlite":
            self.conn.exec_driver_sql("PRAGMA secure_delete=ON")
        place = (TEXTS.c.stream == stream, TEXTS.c.seq == seq, TEXTS.c.part == part)
        gone = update(TEXTS).where(*place, TEXTS.c.text.is_not(None)).values(salt=None, text=None)
        return self.conn.execute(gone).rowcount == 1

    def outbox_streams(self) -> Sequence[str]:
        """Give the name of every stream that has events in the outbox."""
        return self.values(select(OUTBOX.c.stream).distinct())

    def outbox_of(self, stream: str) -> Mapping[int, str]:
        """Give the events in the outbox for a stream, as CloudEvents in JSON, by number."""
        events = select(OUTBOX.c.seq, OUTBOX.c.cloud_event).where(OUTBOX.c.stream == stream)
        return {row["seq"]: row["cloud_event"] for row in self.rows(events)}

    def outbox(self) -> Sequence[str]:
        """Give every event in the outbox, as CloudEvents in JSON, by stream and number."""
        events = select(OUTBOX.c.cloud_event).order_by(OUTBOX.c.stream, OUTBOX.c.seq)
        return self.values(events)


def _text_rows(sheets: Iterable[JournalEntry]) -> Iterable[dict[str, Any]]:
    for sheet in sheets:
        for text in sheet.texts:
            yield {
                "stream": sheet.stream,
                "seq": sheet.seq,
                "part": text.part,
                "salt": text.salt,
                "text": text.text,
            }

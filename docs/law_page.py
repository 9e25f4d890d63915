"""The page on the law: its text, and the tables of what was read where and on which day."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from string import Template

from workflow.clock import spoken_day
from workflow.constitution.audit.law_read import LawRead, Sort, law_read
from workflow.constitution.audit.watched import WATCHED
from workflow.procedures.render import cited, markdown_table

MADE = Path(__file__).with_name("made") / "the-law.md.in"
ANY_DAY = date(2026, 11, 30)
"""Ages are not on the page, so that it is the same on every day."""


def law_page() -> str:
    """Every provision and citation of the law, with where it is and when it was last read."""
    rows = law_read(ANY_DAY)
    held = [row for row in rows if row.sort is Sort.PROVISION and not row.disapplied]
    days = [row.read for row in rows if row.read is not None and row.sort is not Sort.NOT_ON_FILE]
    return Template(MADE.read_text(encoding="utf-8")).substitute(
        newest=spoken_day(max(days)),
        oldest=spoken_day(min(days)),
        provisions=_table(held),
        citations=_table(row for row in rows if row.sort is Sort.CITATION),
        watched=_watched(),
    )


def _table(rows: Iterable[LawRead]) -> str:
    return markdown_table(
        ("Whose", "Of what", "Where", "From", "Last read", "Not known"),
        (
            (
                row.of,
                f"{row.what}.",
                f"[{row.title}, {row.rule}]({row.link})",
                "" if row.since is None else row.since.isoformat(),
                _read(row.read, unsure=row.unsure),
                row.unknown,
            )
            for row in rows
        ),
    )


def _watched() -> str:
    return markdown_table(
        ("Whose", "Of what", "Where", "What was read", "Last read", "Not known", "What would tell"),
        (
            (
                each.of,
                f"{each.what}.",
                cited(each.authority).replace(" (an unsure reading)", ""),
                each.authority.words,
                _read(each.authority.read, unsure=each.authority.unsure),
                each.unknown,
                each.settled_by,
            )
            for each in WATCHED
        ),
    )


def _read(day: date | None, *, unsure: bool) -> str:
    said = "never" if day is None else day.isoformat()
    return f"{said}, *unsure*" if unsure else said

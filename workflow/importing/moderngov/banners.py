"""Headings, banners and notes that stand around a decision, and tell what became of it."""

from dataclasses import dataclass, field
from typing import Final

from workflow.importing.labels import field_of
from workflow.importing.page_lines import PageLine
from workflow.importing.statements.telling import told_in

_LOOKED_AT: Final = 2_000
"""Characters of a line that are looked at: a banner or a heading is shorter."""


def tells(text: str, *, heads: bool = False) -> bool:
    """Say whether a text tells of the fate of the decisions it stands by; `heads` says that it is
    a heading, which speaks of nothing else."""
    told = told_in(text[:_LOOKED_AT])
    if told.in_prose or told.not_subject or told.alone:
        return True
    return heads and bool(told.fate or told.unmade or told.unclear or told.urgent)


def is_link(line: PageLine) -> bool:
    """Say whether a line is a link and nothing else, as in a menu."""
    return any(link.text == line.whole for link in line.links)


def banners_of(lines: tuple[PageLine, ...], title: str) -> tuple[str, ...]:
    """Give what tells of the fate of the one decision of a page, outside of its labels."""
    banners = [title] if told_in(title[:_LOOKED_AT]).in_prose else []
    for line in lines:
        named = line.names or (line.label and field_of(line.label)) or line.prose
        if not named and not is_link(line) and tells(line.whole, heads=bool(line.level)):
            banners.append(line.whole)
    return tuple(dict.fromkeys(banners))


@dataclass(slots=True)
class Trail:
    """The headings one stands under while a page is gone down, and the notes since the last."""

    _headings: dict[int, str] = field(default_factory=dict)
    _notes: list[str] = field(default_factory=list)

    def pass_by(self, line: PageLine) -> None:
        """Take note of a line."""
        if not line.whole or line.prose:
            return
        if line.level:
            self._headings = {
                lv: heading for lv, heading in self._headings.items() if lv < line.level
            }
            self._headings[line.level] = line.whole
            self._notes = []
        elif not is_link(line) and tells(line.whole):
            self._notes.append(line.whole)

    @property
    def around(self) -> list[str]:
        """What tells of the decisions that come next."""
        return [said for said in self._headings.values() if tells(said, heads=True)] + self._notes

    @property
    def level(self) -> int:
        """The level of the lowest heading one stands under; 0 for none."""
        return max(self._headings, default=0)

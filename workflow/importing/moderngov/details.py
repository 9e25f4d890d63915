"""The page of one decision: its title, and its labels with their values."""

from collections.abc import Sequence
from typing import Final

from workflow.importing.addresses import Home, followable
from workflow.importing.character_references import times_encoded
from workflow.importing.label_words import OTHER
from workflow.importing.labels import PAGE_TITLES
from workflow.importing.moderngov.banners import banners_of
from workflow.importing.page_lines import PageLine, PageText
from workflow.importing.pairs import Pair, are_marked, heads_a_value, pairs_of
from workflow.importing.records import ListedDecision
from workflow.importing.statements.labels import key_of
from workflow.importing.values import listed_of, printable, without_reference

_FEWEST: Final = 3
"""Different labels that must be known on a page for it to be a decision's."""
_LOWEST: Final = 3
"""The lowest level of a heading that may be a title."""
_FEWEST_AT_HOME: Final = 1
"""The same, where the page's own address says that it is one."""


def details_of(page: PageText, home: Home) -> list[Pair]:
    """Give the labels of a page of one decision; none where it is no such page."""
    pairs = pairs_of(page.lines, marked=are_marked(page.lines))
    known = {pair.field for pair in pairs} - {"", OTHER, "title"}
    enough = _FEWEST_AT_HOME if home.identity else _FEWEST
    return _of_the_decision(pairs) if len(known) >= enough else []


def read_details(pairs: list[Pair], page: PageText, home: Home, source: str) -> ListedDecision:
    """Read the page of one decision; Invalid where a hidden character stands in it."""
    pairs = list(pairs)
    doubts: list[str] = []
    if page.cut:
        lost = pairs.pop()
        doubts.append(
            f"{printable(lost.label) or 'No label'}: the page breaks off in it, so it was not read."
        )
    printed = _title(page.lines) or next((p.text for p in pairs if p.field == "title"), "")
    title, reference = without_reference(printed)
    if not title:
        doubts.append("Title: none was found.")
    short = [title, *(pair.text for pair in pairs if not pair.prose)]
    known = ListedDecision(
        source=source,
        title=title,
        identity=home.identity or reference,
        site=home.site,
        reference=reference,
        link=followable(home.address, home) if home.identity and home.site else "",
        around=banners_of(page.lines, "" if printed and printed in page.title else page.title),
        raw=(("", printed),) if printed else (),
        doubts=tuple(doubts),
    )
    return listed_of(title, pairs, known, home, times_encoded(short))


def _of_the_decision(pairs: Sequence[Pair]) -> list[Pair]:
    """Leave out what stands before the first label and after the last: it frames the page."""
    return [pair for pair in pairs if pair.label or pair.prose]


def _title(lines: Sequence[PageLine]) -> str:
    """Give the heading marked as the title, or else the last one above the first label."""
    named = [line.whole for line in lines if line.names and line.whole]
    if named:
        return named[0]
    above: list[str] = []
    for line in lines:
        if above and (line.label or heads_a_value(line)):
            break
        heads = line.level and line.whole and not line.prose and not heads_a_value(line)
        if heads and line.level > _LOWEST:
            break
        if heads and key_of(line.whole) not in PAGE_TITLES:
            above.append(line.whole)
    return above[-1] if above else ""

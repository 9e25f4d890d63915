"""Lists of decisions printed one below another: a link at the head, and labels under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workflow.errors import Invalid
from workflow.importing.addresses import Home, is_of_one
from workflow.importing.character_references import times_encoded
from workflow.importing.labels import TELLING, field_of
from workflow.importing.moderngov.banners import Trail, tells
from workflow.importing.moderngov.tables import Gathered, titled
from workflow.importing.page_lines import Link, PageLine, PageText
from workflow.importing.pairs import Pair, are_marked, heads_a_value, pairs_of
from workflow.importing.statements.dates import is_day
from workflow.importing.values import heading_of

_DATED: Final = re.compile(r"(?P<day>[0-9][^-–—]{5,30}?) [-–—] (?P<title>\S.*)", re.DOTALL)


@dataclass(slots=True, kw_only=True)
class ListEntry:
    """One decision of such a list: the line at its head, and the lines under it."""

    head: PageLine
    link: Link
    heading: str
    level: int = 0
    """The level of that heading."""
    around: list[str] = field(default_factory=list)
    below: list[PageLine] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


def entries_of(page: PageText) -> list[ListEntry]:
    """Give the entries of a page, in order; only those with a known label under them are taken."""
    entries: list[ListEntry] = []
    heading = ""
    is_open = False
    trail = Trail()
    for line in page.lines:
        link = None if line.prose else _head(line)
        if link is not None:
            around = [text for text in trail.around if text != heading]
            entries.append(
                ListEntry(head=line, link=link, heading=heading, level=trail.level, around=around)
            )
            is_open = True
        elif line.level and not line.prose and not heads_a_value(line):
            if is_open and line.level > entries[-1].level and tells(line.whole, heads=True):
                entries[-1].around.append(line.whole)
                continue
            heading = heading_of(line.whole) or heading
            is_open = False
            trail.pass_by(line)
        elif is_open:
            entries[-1].below.append(line)
        else:
            trail.pass_by(line)
    marked = are_marked(page.lines)
    for entry in entries:
        entry.pairs = pairs_of(entry.below, marked=marked)
    return [entry for entry in entries if any(pair.field in TELLING for pair in entry.pairs)]


def read_entries(entries: Sequence[ListEntry], page: PageText, home: Home, source: str) -> Gathered:
    """Read the entries of a page; the last of a page that breaks off is not read."""
    gathered = Gathered()
    times = times_encoded(entry.link.text for entry in entries)
    for number, entry in enumerate(entries, 1):
        where = f"Entry {number} of “{entry.heading}”" if entry.heading else f"Entry {number}"
        if page.cut and number == len(entries):
            gathered.unread.append(f"{where}: the page breaks off in it.")
            continue
        link, pairs = _parted(entry)
        pairs += entry.pairs
        head = Pair(label="", field="", texts=[_printed(entry)])
        try:
            listed = titled(link, pairs, head, home, source, times, entry.heading, entry.around)
            gathered.listed.append(listed)
        except Invalid as fault:
            gathered.unread.append(f"{where}: {fault}")
    return gathered


def _printed(entry: ListEntry) -> str:
    """Give all that is printed at the head, where its link may run over several lines."""
    whole, link = entry.head.whole, entry.link.text
    return whole if link in whole else f"{link} {whole}".strip()


def _head(line: PageLine) -> Link | None:
    for link in line.links:
        if link.text and is_of_one(link.address):
            return link
    return None


def _parted(entry: ListEntry) -> tuple[Link, list[Pair]]:
    """Part the date before a title from it, and the status after the link."""
    link, pairs = entry.link, []
    dated = _DATED.fullmatch(link.text)
    if dated and is_day(dated["day"]):
        pairs.append(_derived("Date", "dated", [dated["day"]]))
        link = Link(dated["title"], link.address, link.hidden)
    before, _, after = entry.head.whole.partition(entry.link.text)
    if not pairs and is_day(before.rstrip(" -–—")):
        pairs.append(_derived("Date", "dated", [before.rstrip(" -–—")]))
    status = after.strip(" -–—()")
    if status and not field_of(status):
        pairs.append(_derived("Status", "status", [status]))
    return link, pairs


def _derived(label: str, field: str, texts: list[str]) -> Pair:
    return Pair(label=label, field=field, texts=texts, derived=True)

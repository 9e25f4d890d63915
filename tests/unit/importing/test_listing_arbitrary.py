"""Whatever it is given, the reader answers or refuses; it never breaks, and it invents nothing."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from support.register_pages import DATA
from workflow.errors import Invalid
from workflow.importing import ListedDecision, PageKind, SourceRead, read_page
from workflow.importing.labels import LABELS
from workflow.text import clean

PAGES = sorted(path.read_text(encoding="utf-8") for path in DATA.glob("[dl]*s*.html")
               if "1252" not in path.name)  # fmt: skip
SCRAPS = [
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "<th>", "<p>", "</p>", "<br>", "<h2>", "<h3>",
    "</h3>", "<li>", "<dt>", "<dd>", "<b>", "</b>", "<span class=mgLabel>", "</span>", ": ",
    "&amp;",
    "&#8238;", "&lt;b&gt;", "<a href='ieDecisionDetails.aspx?ID=5'>", "</a>", " ref: 5",
    "1 May 2024",
    "31/12/2023", "Yes", "Not for call-in", "<div class=mgWordPara>", "</div>", "\u200b",
    "<caption>",
    "Decisions published", "No matching decisions", "<a href='documents/s1/x.pdf'>", "<", ">", "'",
    "<html>", "</html>", "<script>", "</script>", "<title>", "<select>", "\n",
]  # fmt: skip
pagelike = st.lists(
    st.sampled_from(SCRAPS) | st.sampled_from(sorted(LABELS)) | st.text(max_size=8), max_size=60
).map("".join)


def plain(text: str) -> str:
    """Undo every reference, however often it was encoded, and keep letters and digits alone."""
    while (undone := html.unescape(text)) != text:
        text = undone
    return re.sub(r"\W", "", text)


def check(content: bytes) -> None:
    try:
        found = read_page(content, "page.html")
    except Invalid as fault:
        said = f"{fault} {fault.cure}"
        found = None
    if found is None:
        assert said.isprintable()
        return
    assert found.kind is not PageKind.NOTHING
    assert len(found.listed) == 1 or found.kind is PageKind.LIST
    for listed in found.listed:
        check_listed(listed, found)


def check_listed(listed: ListedDecision, found: SourceRead) -> None:
    printed = " ".join(f"{a} {b}" for a, b in listed.raw)
    for text in (listed.title, listed.decided_by, listed.status, listed.purpose, listed.decision):
        assert plain(text) in plain(printed), (text, printed)
        assert clean(text, "text") == text
    for text in (*listed.doubts, *found.unread):
        assert text.endswith(".")
        assert text.isprintable()
    for day in (listed.made_on, listed.published_on, listed.effective_from, listed.dated):
        assert day is None or str(day.day) in printed
    assert listed.title or listed.doubts


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    check(content)


@given(pagelike)
def test_any_heap_of_tags_and_labels_is_read_or_refused(text: str) -> None:
    check(text.encode(errors="ignore"))


@given(
    st.sampled_from(PAGES),
    st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 60), pagelike), max_size=3),
)
def test_a_page_cut_and_patched_anywhere_is_read_or_refused(
    page: str, cuts: list[tuple[int, int, str]]
) -> None:
    for start, length, patch in cuts:
        page = page[:start] + patch + page[start + length :]
    check(page.encode(errors="ignore"))

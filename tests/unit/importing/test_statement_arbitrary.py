"""Whatever it is given, the reader answers or refuses; it never breaks, and adds no words."""

import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.timing import at_once
from workflow.errors import Invalid
from workflow.importing.statements import FIELDS, StatementReading, read_statement
from workflow.importing.statements.labels import BARE_DATE, LABELS

DATA = Path(__file__).parents[2] / "data" / "statements"
LABELLED = sorted(phrase for phrase, label in LABELS.items() if label.field != BARE_DATE)
SCRAPS = [
    "Written statement of a non-key decision Cabinet", "Record of officer decision", "Date",
    "18 October 2018", "30 February 2018", "Open", "Exempt", "That: it be done.", "Part exempt",
    "Cabinet Information about cabinet is here", "Signed", "I50027300", "\uf0b7", "•", "1.",
    "ſ", "K",
    "\t", "\t\t", ":", ": ", "  ", "\n", "\n\n", "\r\n", "\f", "\u00a0", "\u00ad", "\ufeff",
]  # fmt: skip
formlike = st.lists(
    st.sampled_from(SCRAPS) | st.sampled_from(LABELLED).map(str.capitalize) | st.text(max_size=12),
    max_size=40,
).map("".join)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


def read_or_refuse(text: str) -> StatementReading | None:
    try:
        return read_statement(text)
    except Invalid:
        return None


def check(text: str) -> None:
    reading = read_or_refuse(text)
    if reading is None:
        return
    order = [field for field in FIELDS if field in reading.found]
    assert list(reading.found) == order
    assert reading.missing == tuple(field for field in FIELDS if field not in reading.found)
    source = unicodedata.normalize("NFKC", text.replace("\u00ad", ""))
    joined = re.sub(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u2060\ufeff]", "", source)
    lines = re.split("\r\n|\r|\n", text)
    for field, found in reading.found.items():
        assert 1 <= found.line <= len(lines)
        if isinstance(found.value, str) and field not in ("kind", "access"):
            assert all(word in source or word in joined for word in words(found.value)), field
            assert found.value == " ".join(found.value.split()) != ""


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text)


@given(formlike)
def test_any_heap_of_labels_and_scraps_is_read_or_refused_and_adds_no_words(text: str) -> None:
    check(text)


@given(
    st.sampled_from(
        ["lost-labels.txt", "rows.txt", "colons.txt", "columns.txt", "alone.txt", "sentence.txt"]
    ),
    st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 40), formlike), max_size=3),
)
def test_a_statement_cut_and_patched_anywhere_adds_no_words(
    name: str, cuts: list[tuple[int, int, str]]
) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    for start, length, patch in cuts:
        text = text[:start] + patch + text[start + length :]
    check(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Date ", "Date\t", "Date\n", "Date: ", "\t", " ", "\t \n", "Reason for the\n", ":", " - ",
        "Call-in expiry date (decisions are not\n", "Title: x\n", "Declarations of\t", "1. ", "• ",
        "a\u0315\u0316", "\u0315\u0316", "\u00ad ", "\u00ad\n", "18 October 2018 ", "18/10/2018\n",
        "Written statement of a ", "Written statement of a key decision A\n", "Signed: x Date ",
        "Page 1 of ", "Open\n", "\f", "\r", "Cabinet Information about ", "(" , "That\n", "\ufdfa",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "Written statement of a key decision Cabinet\n", "Signed: "])
def test_a_million_characters_of_anything_are_soon_read_or_refused(head: str, unit: str) -> None:
    text = (head + unit * (1_000_000 // len(unit)))[:1_000_000]
    with at_once():
        read_or_refuse(text)
        read_or_refuse(text[:100_000])


@pytest.mark.parametrize("label", ["Alternative options considered", "Conflicts of interest"])
def test_a_long_answer_is_soon_read(label: str) -> None:
    """Whether a value is "None" is asked at each line below it, and no longer once it is long."""
    text = f"{label}\n" + "a line that goes on\n" * 16_000
    with at_once():
        read_or_refuse(text)


def calls(text: str) -> int:
    """Count the calls that reading a text takes."""
    count = 0

    def tally(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        read_or_refuse(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    ["Date\n", "Title: x\n", "Signed: x\nDate: 1 May 2018\n", "Recommendation: x\nDecision: y\n",
     "Reason for the\n", "x\n", "Written statement of a key decision Cabinet\nSigned: x\n",
     "Purpose\nx. y\n", "Body: Cabinet\n", "18 October 2018\nOpen\n", "\n", "A flag\n\n"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["Date: x\n", "Written statement of a key decision Cabinet\n"])
def test_four_times_the_lines_take_about_four_times_the_work(head: str, unit: str) -> None:
    read_or_refuse(head)
    assert calls(head + unit * 1_600) < 5 * calls(head + unit * 400)


def test_no_text_is_longer_than_a_million_characters_or_twenty_thousand_lines() -> None:
    for text in ("Title: x " * 200_000, "Title: x\n" * 20_001):
        with pytest.raises(Invalid, match="no written statement has"):
            read_statement(text)

"""The one file of labels' words can be relied on: nothing in it is lost, and all of it is found."""

from collections import Counter

from workflow.importing.label_words import GIVING_WAY, OTHER, PRINTED
from workflow.importing.labels import LABELS as ON_PAGES
from workflow.importing.labels import NAMES
from workflow.importing.statements.labels import BARE_DATE, FIELDS, key_of
from workflow.importing.statements.labels import LABELS as ON_STATEMENTS

TABLES = (PRINTED, GIVING_WAY)
WORDS = [
    " ".join(each.split())
    for table in TABLES
    for said in table.values()
    for each in said.split(";")
]


def test_no_words_stand_twice() -> None:
    """The second place would silently take them from the first."""
    assert [words for words, times in Counter(WORDS).items() if times > 1] == []


def test_words_are_written_as_a_label_is_looked_up() -> None:
    assert [words for words in WORDS if key_of(words) != words] == []


def test_each_field_is_one_that_its_reader_knows() -> None:
    pages = {field for table in TABLES for field, _ in table} - {""}
    statements = {field for table in TABLES for _, field in table} - {""}
    assert pages == {*NAMES, "reference", "documents", OTHER}
    assert statements == {*FIELDS, BARE_DATE, OTHER} - {"exempt_when_urgent"}


def test_words_are_found_by_the_readers_that_they_are_for() -> None:
    assert (ON_PAGES["date of decision"], ON_STATEMENTS["date of decision"].field) == (
        "made_on",
        "made_on",
    )
    assert (ON_PAGES["decision made"], ON_STATEMENTS["decision made"].field) == (
        "made_on",
        "decision",
    )
    assert "dyddiad" not in ON_STATEMENTS
    assert "signed by" not in ON_PAGES

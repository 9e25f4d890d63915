"""The glossary takes a reader from the words of the code to the law's, and to where they are."""

import re

import pytest

from support.pages.shell import DOCS, ROOT

TEXT = (DOCS / "glossary.md").read_text(encoding="utf-8")
WORDS = re.findall(r"^\| `(\w+)` \| .+ \| `(workflow/\S+\.py)` \|$", TEXT, re.MULTILINE)
FOLDERS = re.findall(r"^\| `(workflow/\S+/)` \| .+ \|$", TEXT, re.MULTILINE)


def test_every_folder_of_the_engine_has_its_line() -> None:
    """A newcomer finds what each room is about, and no room that is gone."""
    rooms = {
        f"{path.parent.relative_to(ROOT).as_posix()}/"
        for place in ("workflow", "workflow/procedures")
        for path in (ROOT / place).glob("*/__init__.py")
    }
    assert sorted(FOLDERS) == sorted(rooms)


@pytest.mark.parametrize(("word", "module"), WORDS, ids=[word for word, _ in WORDS])
def test_a_word_of_the_code_is_where_the_glossary_says(word: str, module: str) -> None:
    assert re.search(rf"^(?:class |def )?{word}\b", (ROOT / module).read_text("utf-8"), re.M) or (
        module.endswith(f"/{word}.py")
    )


def test_words_are_in_their_order() -> None:
    """A word is looked up by its first letter."""
    words = [word for word, _ in WORDS]
    assert len(words) > 30
    assert words == sorted(words, key=str.lower)


def test_a_word_in_italics_is_explained() -> None:
    """A reader is not sent to a word that is not there."""
    law, _, code = TEXT.partition("## The words of the code\n")
    for word in re.findall(r"\*([^*|\n]+)\*", code.partition("| --- |")[2]):
        assert word.lower().rstrip("s") in law.lower(), word

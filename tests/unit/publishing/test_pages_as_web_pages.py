"""The two pages as web pages, read as the standard of HTML has it: whole, without scripts, and with
a table that a screen reader can follow."""

from typing import Any

import html5lib
import pytest

from support.councils import HEREFORDSHIRE
from support.noticed import noticed
from support.steps import published
from workflow import Engine
from workflow.answers.as_html import as_html

NASTY = "<script>alert('x')</script> & \"quoted\" </td></table> {{ 7 * 7 }}"
PAGES = ("open_for_call_in", "forward_plan")


def read(engine: Engine, which: str) -> Any:
    """Read a page strictly: what the standard calls an error is one."""
    text = as_html(getattr(engine.publishing, which)(HEREFORDSHIRE))
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("which", PAGES)
def test_a_page_is_in_english_with_one_heading_and_no_script(
    sqlite_engine: Engine, which: str
) -> None:
    published(sqlite_engine, title=NASTY, body=NASTY)
    noticed(sqlite_engine, matter=NASTY, copies=NASTY)
    page = read(sqlite_engine, which)
    assert page.get("lang") == "en-GB"
    assert words(page.find(".//title")).endswith("Herefordshire Council")
    assert len(page.findall(".//h1")) == 1
    assert page.findall(".//script") == []
    assert [each for each in page.iter() for name in each.attrib if name.startswith("on")] == []
    for name in ("src", "href"):
        assert [each for each in page.iter() if each.get(name)] == []
    assert NASTY in words(page)


@pytest.mark.parametrize("which", PAGES)
def test_each_cell_of_the_table_is_under_a_heading_and_beside_a_reference(
    sqlite_engine: Engine, which: str
) -> None:
    refs = {
        "open_for_call_in": [published(sqlite_engine), published(sqlite_engine)],
        "forward_plan": [noticed(sqlite_engine)],
    }
    (table,) = read(sqlite_engine, which).findall(".//table")
    assert words(table.find("caption"))
    headings = table.findall("thead/tr/th")
    assert {each.get("scope") for each in headings} == {"col"}
    rows = table.findall("tbody/tr")
    assert [words(row.find("th[@scope='row']")) for row in rows] == refs[which]
    for row in rows:
        assert len(row) == len(headings)


@pytest.mark.parametrize("which", PAGES)
def test_with_nothing_to_tell_there_is_no_table_and_that_is_said(
    sqlite_engine: Engine, which: str
) -> None:
    page = read(sqlite_engine, which)
    assert page.findall(".//table") == []
    assert any(words(each).startswith(("No decision", "There is no")) for each in page.iter("p"))


def test_a_web_page_that_is_wrong_is_found_wrong() -> None:
    """The reader is as strict as these tests rest on."""
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse("<!DOCTYPE html><table><p></table>")

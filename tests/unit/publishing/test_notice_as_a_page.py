"""The notice as a web page and as a PDF file, read by others' readers."""

import sys
from ctypes.util import find_library
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from lxml import html as reader
from pypdf import PdfReader

from support.steps import opened, published
from workflow import Engine, ManualClock
from workflow.answers.as_html import as_html
from workflow.answers.as_markdown import as_markdown
from workflow.answers.as_pdf import as_pdf
from workflow.errors import Invalid, Refusal
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.text import notice_text

TYPED = "<script>alert(1)</script> & <img src=x onerror=y>"
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
needs_pango = pytest.mark.skipif(
    find_library("pango-1.0") is None, reason="Pango is not on this machine"
)
TURNED = "\u202e\u2066\u200f"


@pytest.fixture
def notice(sqlite_engine: Engine) -> DecisionNotice:
    """The notice of a published decision."""
    found = sqlite_engine.publishing.notice(published(sqlite_engine))
    assert not isinstance(found, Refusal)
    return found


def test_a_page_has_its_language_title_and_headings_in_order(notice: DecisionNotice) -> None:
    page = reader.document_fromstring(as_html(notice))
    assert page.get("lang") == "en-GB"
    assert notice.ref in str(page.findtext(".//title"))
    assert [each.text for each in page.iter("h1")] == ["Ofsted action plan"]
    headings = [str(each.text) for each in page.iter("h2")]
    assert headings[:2] == ["Decision", "Reasons for the decision"]
    assert headings[-2:] == ["Call-in", "How to ask for a call-in"]
    assert {each.tag for each in page.iter()}.isdisjoint({"script", "link", "iframe", "img"})


def test_it_says_until_when_and_how_to_ask(notice: DecisionNotice) -> None:
    """Nothing is made up where the council's file does not say where a request is sent."""
    for told in (as_html(notice), as_markdown(notice), " ".join(notice_text(notice).split())):
        assert "until the end of Wednesday 24 October 2018" in told
        assert "Ask Herefordshire Council where to send it." in told
    assert any("file does not say where a request is sent" in each for each in notice.beside)


def test_a_file_that_names_an_office_and_no_address_lacks_the_address() -> None:
    engine = opened("sqlite:///:memory:", ManualClock(datetime(2024, 6, 13, 8, tzinfo=UTC)))
    made_on = date(2024, 6, 13)
    found = engine.publishing.notice(published(engine, "gloucestershire", made_on=made_on))
    assert isinstance(found, DecisionNotice)
    assert found.how_to_ask is not None
    assert "to the Chief Executive. Ask Gloucestershire" in found.how_to_ask.words
    assert any("and no address" in each for each in found.beside)


def test_what_was_typed_has_no_effect(notice: DecisionNotice) -> None:
    """Markup stands as it was typed; what turns the direction of text is not passed on."""
    bad: dict[str, Any] = dict.fromkeys(
        ("title", "maker", "decision", "reasons"), f"{TYPED}{TURNED} end"
    )
    told = as_html(replace(notice, **bad, alternatives=(TYPED,)))
    page = reader.document_fromstring(told)
    assert {each.tag for each in page.iter()}.isdisjoint({"script", "img"})
    assert TYPED in str(page.find(".//h1").text)
    for form in (told, as_markdown(replace(notice, **bad)), notice_text(replace(notice, **bad))):
        assert not set(TURNED) & set(form)
    assert "<script" not in as_markdown(replace(notice, **bad))


@needs_pango
def test_a_pdf_has_structure_title_and_language(notice: DecisionNotice) -> None:
    made = PdfReader(BytesIO(as_pdf(as_html(notice))))
    root = made.trailer["/Root"].get_object()
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert made.metadata is not None
    assert made.metadata.title == f"{notice.ref}: Ofsted action plan – Herefordshire Council"
    assert {"/H1", "/H2", "/P"} <= set(_tags(root["/StructTreeRoot"]))
    text = " ".join(page.extract_text() for page in made.pages)
    places = [text.index(each) for each in ("Ofsted action plan", "Reasons", "Call-in")]
    assert places == sorted(places)


def _tags(node: Any) -> list[str]:
    """Give the tag of everything in a structure tree."""
    node = node.get_object()
    if isinstance(node, list):
        return [tag for each in node for tag in _tags(each)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (_tags(node["/K"]) if "/K" in node else [])


@needs_pango
def test_nothing_is_fetched_for_a_pdf(notice: DecisionNotice) -> None:
    logo = replace(notice, logo="https://borsetshire.invalid/logo.png", logo_alt="Arms")
    with pytest.raises(Invalid, match=r"would have to be fetched.*borsetshire"):
        as_pdf(as_html(logo))
    assert b"%PDF" in as_pdf(as_html(replace(logo, logo=DOT)))
    with pytest.raises(Invalid, match=r"would have to be fetched.*file: arms\.png"):
        as_pdf('<html lang="en-GB"><title>A</title><img src="arms.png" alt="Arms"></html>')
    link = as_pdf('<html lang="en-GB"><title>A</title><a href="here.html">A</a></html>')
    assert b"%PDF" in link


@needs_pango
def test_a_page_that_cannot_be_set_out_is_refused_in_words() -> None:
    """A template of one's own may nest as deep as it likes."""
    with pytest.raises(Invalid, match="cannot be set out as a PDF file"):
        as_pdf(f'<html lang="en-GB"><title>A</title>{"<div>" * 2000}</html>')


def test_where_pango_or_the_library_is_missing_it_is_said(
    notice: DecisionNotice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Invalid, match="WeasyPrint and Pango") as missing:
        as_pdf(as_html(notice))
    assert "apt install libpango-1.0-0" in missing.value.cure

"""Markdown of an explanation: its form, and that nothing said in it can break out of it."""

from datetime import date

import pytest

from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.explanation.deadline import by_numbers
from workflow.explanation.deadline_document import document
from workflow.explanation.document import Citation, Document, Section, Sentence, Warned
from workflow.explanation.renderers.markdown import markdown, safe
from workflow.model.call_in_period import Unit


def of(*blocks: Sentence | Warned | Citation) -> str:
    return markdown(Document((Section("x", "Heading", blocks),)))


def test_days_are_a_table_with_their_numbers_or_why_not() -> None:
    found = by_numbers(start=date(2026, 12, 24), days=1, nation=Nation.ENGLAND)
    written = markdown(document(found))
    assert written.startswith("## Why 1 working day from Thu 24 Dec 2026 ends on Tue 29 Dec 2026\n")
    assert (
        "\n| Day | Number | Why it is not counted |\n| --- | --- | --- |\n"
        "| Thu 24 Dec 2026 |  | the day it is counted from |\n"
        "| Fri 25 Dec 2026 |  | Christmas Day (bank holiday) |\n"
        "| Sat 26 Dec 2026 |  | Saturday |\n"
        "| Sun 27 Dec 2026 |  | Sunday |\n"
        "| Mon 28 Dec 2026 |  | Boxing Day, substitute day (bank holiday) |\n"
        "| Tue 29 Dec 2026 | 1 |  |\n"
    ) in written
    assert "**Last day: Tue 29 Dec 2026.**" in written


def test_one_days_words_are_not_of_many() -> None:
    many = by_numbers(start=date(2026, 12, 1), days=2, nation=Nation.WALES, unit=Unit.CLEAR_WORKING)
    assert document(many).sections[0].heading == (
        "Why 2 clear working days from Tue 1 Dec 2026 end on Thu 3 Dec 2026"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", r"a \| b"),
        ("two\nlines\r\nof it", "two lines of it"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("A & B", "A &amp; B"),
        ("[here](javascript:x)", r"\[here\](javascript:x)"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("> not a quotation", "&gt; not a quotation"),
        ("back\\slash", r"back\\slash"),
        ("bell\x07 and \u202eturned", "bell and turned"),
        ("=== no rule", r"\=== no rule"),
        ("{% include x %} and {{ x }}: 50%", r"\{\% include x %\} and \{\{ x \}\}: 50%"),
    ],
)
def test_what_was_typed_is_only_text(text: str, written: str) -> None:
    assert safe(text) == written
    assert of(Sentence(text)) == f"## Heading\n\n{written}\n"


def test_a_warning_stands_out() -> None:
    assert of(Warned("Mind it.")) == "## Heading\n\n> **Mind it.**\n"


def cited(link: str, **more: bool) -> str:
    return of(Citation(Authority(title="T [1]", rule="r", words="W.", link=link, **more)))


def test_a_citation_has_its_link_and_its_words() -> None:
    assert cited("https://a.uk/b?c=1&d=2", unsure=True) == (
        "## Heading\n\n**Rule:** [T \\[1\\], r (an unsure reading)](<https://a.uk/b?c=1&d=2>)\n\n"
        "> W.\n"
    )


@pytest.mark.parametrize("link", ["javascript:alert(1)", "", "data:text/html,x"])
def test_what_is_no_address_of_the_web_is_no_link(link: str) -> None:
    assert "](" not in cited(link)


def test_an_address_cannot_end_its_own_link() -> None:
    assert (
        cited("https://a.uk/>)x y\n|")
        .splitlines()[2]
        .endswith("](<https://a.uk/%3E%29x%20y%0A%7C>)")
    )


def test_the_edition_follows_the_rule() -> None:
    rule = Authority(title="T", rule="r", words="W.")
    assert of(Citation(rule, "c/2018-01-01/ab")).endswith("**Edition:** c/2018-01-01/ab\n")

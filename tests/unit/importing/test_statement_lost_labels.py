"""The form whose upper labels a PDF lost is read by its fixed order, and only while that holds."""

from datetime import date
from pathlib import Path

import pytest

from workflow.importing.statements import FIELDS, StatementReading, read_file, read_statement

FORM = Path(__file__).parents[2] / "data" / "statements" / "lost-labels.txt"
UPPER = ("title", "made_on", "access", "purpose", "decision")


def lines() -> list[str]:
    return FORM.read_text(encoding="utf-8").split("\n")


def read(changed: dict[int, str | None]) -> StatementReading:
    """Read the form with some lines, by number, put otherwise or (None) left out."""
    kept = [changed.get(number, line) for number, line in enumerate(lines(), 1)]
    return read_statement("\n".join(line for line in kept if line is not None))


def test_every_field_but_the_one_left_empty_is_found() -> None:
    reading = read_file(FORM)
    assert reading.missing == ("conflicts",)
    values = {field: found.value for field, found in reading.found.items()}
    assert values == {
        "issue_reference": "I50027300",
        "kind": "non-key",
        "body": "Cabinet",
        "title": "Reply to the inspectors on children's services (ILACS) and the plan that goes"
        " with it",
        "made_on": date(2018, 10, 18),
        "access": "open",
        "purpose": "To hear what the inspectors found between 4 June 2018 and 22 June 2018. To"
        " settle the council's reply, which is wanted by 25 October 2018, and who will see that it"
        " is kept.",
        "decision": "That: (a) the draft reply be strengthened as Cabinet thinks right; and (b)"
        " with those changes, it be sent by 25 October 2018.",
        "reasons": "The report gives them. Papers are at"
        " http://democracy.example.gov.uk/mglssue.aspx?lld=50027300",
        "options": "1. Nothing else was open to the council.",
        "call_in_expiry": date(2018, 10, 24),
        "exempt_when_urgent": True,
        "signatory": "Leader of the Council (Councillor AB Example)",
        "signed_on": date(2018, 10, 18),
    }


def test_each_value_is_given_with_its_line() -> None:
    found = read_file(FORM).found
    assert [found[field].line for field in FIELDS if field in found] == [
        3, 5, 5, 7, 9, 10, 11, 12, 14, 15, 17, 17, 19, 19,
    ]  # fmt: skip


def test_the_legend_at_the_foot_is_not_a_declaration_of_interest() -> None:
    remarks = read_file(FORM).remarks
    assert remarks == (
        "“Declarations of interest (see • below)” on line 16 has nothing written under it.",
    )


@pytest.mark.parametrize(
    "changed",
    [
        {9: None},
        {10: None},
        {9: "18 October 2018 in the morning"},
        {10: "Open to all"},
        {10: "Part exempt"},
        {8: "18 October 2018"},
        {11: "Open"},
        {11: f"19 October 2018\n{lines()[10]}"},
        {9: lines()[9], 10: lines()[8]},
        {9: f"{lines()[8]}\nHereford"},
        {5: "Written statement of a non-key decision"},
        {5: None},
    ],
)
def test_without_one_date_and_one_access_word_after_it_the_order_is_not_relied_on(
    changed: dict[int, str | None],
) -> None:
    reading = read(changed)
    assert set(UPPER) <= set(reading.missing)
    assert any("have no labels" in remark or "no label" in remark for remark in reading.remarks)


@pytest.mark.parametrize(
    "changed",
    [
        {7: None},
        {8: None},
        {8: lines()[7] + "\n" + lines()[7]},
        {8: "The Parks Committee Information about the parks committee is here"},
        {7: f"Example Council\t\t\n{lines()[6]}"},
        {7: f"Example Council\n{lines()[6]}"},
        {7: f"{lines()[6]}\n\nAnd another thing"},
    ],
)
def test_a_title_that_is_not_the_one_paragraph_before_the_body_is_missing(
    changed: dict[int, str | None],
) -> None:
    reading = read(changed)
    assert set(UPPER) & set(reading.missing) == {"title"}
    assert any("title has no label" in remark for remark in reading.remarks)


def test_a_purpose_left_out_is_missing_and_the_decision_stays_the_decision() -> None:
    reading = read({11: None})
    assert set(UPPER) & set(reading.missing) == {"purpose"}
    assert reading.found["decision"].value == read({}).found["decision"].value


def test_two_paragraphs_where_the_purpose_should_be_are_neither_of_them_taken() -> None:
    reading = read({11: "To do a thing.\t\t\nIt has cost much already.\t\t"})
    assert set(UPPER) & set(reading.missing) == {"purpose"}


def test_without_a_decision_that_begins_as_one_the_purpose_is_not_told_from_it() -> None:
    for line in (None, "It was agreed to do it.\t\t"):
        reading = read({12: line})
        assert {"purpose", "decision"} <= set(reading.missing)


def test_text_below_the_decision_is_not_joined_to_it_when_a_label_was_lost() -> None:
    reading = read({14: "\tThe report gives them.\t\t"})
    assert {"decision", "reasons"} <= set(reading.missing)
    assert any("no label was found for the reasons" in remark for remark in reading.remarks)


def test_paragraphs_that_the_pdf_wrapped_are_joined() -> None:
    reading = read(
        {
            7: "Reply to the inspectors on children's services, of which\nthis is the first",
            8: "Cabinet Information about cabinet, with the names of\nits members, is here",
            9: "18 October 2018",
            10: "Open",
            11: "To hear what the inspectors found.\nTo say what will be done about it",
            12: "That: (a) the draft reply be strengthened as Cabinet\nthinks right",
        }
    )
    assert reading.missing == ("conflicts",)
    title = "Reply to the inspectors on children's services, of which this is the first"
    assert reading.text("title") == title
    assert (
        reading.text("decision") == "That: (a) the draft reply be strengthened as Cabinet"
        " thinks right"
    )


def test_a_decision_with_its_own_label_still_bounds_the_purpose() -> None:
    reading = read({12: "Resolved: that the reply be sent."})
    assert reading.text("decision") == "that the reply be sent."
    assert reading.text("purpose") == read({}).text("purpose")

"""A form without a label for its decision is read by its maker's sentence; "None" ends in time."""

from datetime import date
from pathlib import Path

import pytest

from workflow.importing.labels import field_of
from workflow.importing.statements import StatementReading, read_file, read_statement
from workflow.importing.statements.drafting import still_to_say

FORM = Path(__file__).parents[2] / "data" / "statements" / "sentence.txt"
HEAD = "Written statement of a key decision\n\n"
MAKER = "I, Councillor AB Example, Lead Member, in exercise of my powers, "


def one(text: str) -> StatementReading:
    return read_statement(HEAD + text)


def test_a_record_of_the_makers_sentence_is_read() -> None:
    reading = read_file(FORM)
    assert {field: found.value for field, found in reading.found.items()} == {
        "title": "Mending the weir at Mill Lane",
        "decision": "(1) approve the mending of the weir; and (2) authorise the Director of"
        " Waterways to let the contract.",
        "reasons": "It leaks.",
        "options": "None",
        "conflicts": "None",
        "signatory": "AB Example",
        "signed_on": date(2020, 6, 22),
    }
    assert "The decision was read from “do hereby” on line 8." in reading.remarks
    assert still_to_say(reading) == ("made_on",)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Title/Subject", "title"), ("Title / Subject of decision", "title"),
        ("Decision maker/Body", "body"), ("Options/Alternatives considered", "options"),
        ("Title/Reasons", ""), ("Title/Colour", ""), ("Decision/Reasons", ""),
    ],
)  # fmt: skip
def test_labels_of_one_field_with_a_stroke_between_them_are_its_label(
    label: str, field: str
) -> None:
    reading = one(f"{label}: The weir\n\nDate of decision: 1 May 2018\n")
    assert [each for each in reading.found if reading.line(each) == 3] == ([field] if field else [])


def test_a_registers_page_has_labels_of_its_own() -> None:
    """What stands for nothing on a statement may be two different days on a page."""
    assert field_of("Publication date") == "published_on"
    assert field_of("Effective date/Publication date") == ""


def test_a_recommendation_and_a_decision_under_one_label_give_way_as_a_recommendation_does() -> (
    None
):
    reading = one("Decision/Recommendation: Fly it.\nDecision: Furl it.\n")
    assert reading.text("decision") == "Furl it."


@pytest.mark.parametrize(
    ("sentence", "decision"),
    [
        (f"{MAKER}do hereby:\n\nApprove the plan.", "Approve the plan."),
        (f"{MAKER}do hereby approve the plan.", "approve the plan."),
        (f"{MAKER}hereby agree to the plan.", "agree to the plan."),
        ("The Cabinet hereby decides to build it.", "decides to build it."),
        (f"{MAKER}do\nhereby approve the plan.", "approve the plan."),
        (f"{MAKER}do hereby declare that I have no interest.", None),
        (f"{MAKER}do hereby approve the above.", None),
        ("I hereby approve this decision.", None),
        ("The report asks that Cabinet hereby approves it.", None),
        ("The Director recommends Cabinet hereby approves it.", None),
        ("The Cabinet does not hereby approve the plan.", None),
        ("If it rains, the Cabinet hereby approves the plan.", None),
    ],
)
def test_only_a_makers_own_sentence_is_read(sentence: str, decision: str | None) -> None:
    assert one(f"{sentence}\n\nReasons: Need.\nOptions: None.\n").text("decision") == decision


def test_a_makers_sentence_gives_way_to_a_decision_with_a_label() -> None:
    reading = one(f"Decision: Furl it.\nReasons: Need.\n\n{MAKER}do hereby approve the plan.\n")
    assert reading.text("decision") == "Furl it."
    assert "“do hereby” on line 6 says otherwise: “approve the plan.”." in reading.remarks


def test_a_makers_sentence_within_a_text_is_part_of_it() -> None:
    within = one(f"Decision:\n\n{MAKER}do hereby approve the plan.\nReasons: Need.\nOptions: No\n")
    assert within.text("decision") == f"{MAKER}do hereby approve the plan."
    text = f"Reasons: The minute says,\n{MAKER}do hereby approve the plan.\nOptions: None\n"
    assert "decision" in one(text).missing


@pytest.mark.parametrize("answer", ["None", "None declared.", "Nil", "There were none"])
@pytest.mark.parametrize("label", ["Conflicts of interest", "Options considered"])
@pytest.mark.parametrize(
    "below", ["\nThese papers were used: a report.\n", "Impact on climate: Low\n", "\nHoy Lane\n"]
)
def test_none_ends_at_an_empty_line_or_an_unknown_label(
    answer: str, label: str, below: str
) -> None:
    field = "conflicts" if label.startswith("Conflicts") else "options"
    assert one(f"{label}: {answer}\n{below}").text(field) == answer
    assert one(f"{label}:\n\n{answer}\n{below}").text(field) == answer


@pytest.mark.parametrize(
    "below",
    [
        "\nexcept for Ash.\n", "\nExcept: Ash\n", "\nCllr Ash: owns the lane\n",
        "Cllr Ash: owner\n",
        "\nHowever, Ash owns the lane.\n", "\nA declaration was made by Ash.\n",
        "\nThe Leader owns the lane.\n", "\nHoy Lane\n\nInterests: those of Ash\n",
        "Ash: a pecuniary interest\n", "Effect on the climate: low\n",
    ],
)  # fmt: skip
def test_none_that_may_be_taken_back_below_is_not_relied_on(below: str) -> None:
    reading = one(f"Title: The weir\nConflicts of interest: None\n{below}")
    assert reading.text("conflicts") is None
    assert any("is not relied on" in remark for remark in reading.remarks)

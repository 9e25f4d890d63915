"""What each field of a labelled statement may say, and when it is missing instead."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workflow.answers.as_json import as_json
from workflow.errors import Invalid
from workflow.importing.statements import StatementReading, read_statement

DATA = Path(__file__).parents[2] / "data" / "statements"
HEAD = "Written statement of a key decision\n"


def one(text: str) -> StatementReading:
    return read_statement(HEAD + text)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Written statement of a key decision", "key"),
        ("WRITTEN STATEMENT OF A NON-KEY DECISION", "non-key"),
        ("Written statement of a non–key decision Cabinet", "non-key"),
        ("Written statement of a non key decision", "non-key"),
        ("Written statement of a\nnon-key decision Cabinet", "non-key"),
        ("Record of officer key decision", "officer-key"),
        ("Record of an officer non-key decision", "officer-non-key"),
        ("Record of officer decision\nKey decision: No", "officer-non-key"),
        ("Record of officer decision\nIs this a key decision?\tYes", "officer-key"),
        ("Written statement of a key decision\nKey decision: Yes", "key"),
        ("Record of officer decision", None),
        ("Record of decision", None),
        ("Written statement of a nonkey decision", None),
        ("Written statement of a monkey decision", None),
        ("Writtenstatement of a key decision", None),
        ("Written ſtatement of a key decision", None),
        ("Written statement of a key decision\nKey decision: No", None),
        ("Record of officer decision\nKey decision: Yes / No", None),
        ("Record of officer decision\nKey decision: not really", None),
        ("Key decision: Yes", None),
        ("Decision maker: Cabinet\nKey decision: No", "non-key"),
        ("Decision maker: The Leader\nKey decision: Yes", "key"),
        ("Decision maker: Chief executive\nIs this a key decision: No.", "officer-non-key"),
        ("Decision maker: Director of Highways\nKey decision: Key", "officer-key"),
        ("Decision maker: Cabinet member with the Director\nKey decision: No", None),
        ("Decision maker: The bursar\nKey decision: No", None),
        ("Decision maker: Cabinet\nKey decision: N/A", None),
    ],
)
def test_the_kind_is_one_of_four_or_is_missing(heading: str, kind: str | None) -> None:
    assert read_statement(f"{heading}\nTitle: A flag\n").text("kind") == kind


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Written statement of a key decision Cabinet\n", "Cabinet"),
        ("Written statement of a key decision: Leader of the Council\n", "Leader of the Council"),
        ("Written statement of a key decision by the Cabinet\n", "Cabinet"),
        ("Written statement of a key decision Cabinet\nDecision maker: The Cabinet\n", "Cabinet"),
        ("Written statement of a key decision Cabinet\nDecision maker: Council\n", None),
        ("Written statement of a key decision Cabinet member for\nroads\n", None),
        (
            "Written statement of a key decision Leader and\nmayor\n\nBody: Leader and mayor\n",
            "Leader and mayor",
        ),
        ("Decision maker: Cabinet Information about cabinet is here: <u>x</u>\n", "Cabinet"),
        ("Decision maker: Cabinet member health and adult wellbeing\n",
         "Cabinet member health and adult wellbeing"),
        ("Decision maker: Cabinet on 18 October 2018\n", None),
    ],
)  # fmt: skip
def test_who_decided_is_taken_from_the_heading_and_the_label_when_they_agree(
    text: str, body: str | None
) -> None:
    assert read_statement(text + "Title: A flag\n").text("body") == body


@pytest.mark.parametrize(
    ("printed", "access"),
    [
        ("Open", "open"),
        ("EXEMPT", "exempt"),
        ("confidential.", "confidential"),
        ("Part exempt", None),
        ("Open/Exempt", None),
        ("Not exempt", None),
        ("Exempt (paragraph 3)", None),
    ],
)
def test_access_is_one_word_or_is_missing_with_a_remark(printed: str, access: str | None) -> None:
    reading = one(f"Exempt/Open\t{printed}\t\n")
    assert reading.text("access") == access
    assert bool(reading.remarks) == (access is None)


def test_two_dates_under_one_label_are_a_remark_and_no_date() -> None:
    for text in (
        "18 October 2018 19 October 2018",
        "18/10/2018\n19/10/2018",
        "1/2/2018 or 3/2/2018",
    ):
        reading = one(f"Date: {text}\n")
        assert "made_on" in reading.missing
        assert any(remark.startswith("There are two dates in “Date”") for remark in reading.remarks)


def test_a_label_given_twice_alike_is_read_and_given_twice_otherwise_is_not() -> None:
    assert one("Title: A flag\nTitle: a flag\n").text("title") == "A flag"
    reading = one("Title: A flag\nTitle: A pole\n")
    assert reading.text("title") is None
    assert reading.remarks == ("“Title” is given more than once, differently, on lines 2, 3.",)


def test_a_recommendation_gives_way_to_the_decision() -> None:
    reading = one("Recommendation(s): Fly it.\nDecision: Furl it.\n")
    assert reading.text("decision") == "Furl it."
    assert "“Recommendation(s)” on line 2 says otherwise: “Fly it.”." in reading.remarks
    alone = one("Recommendation(s): Fly it.\n")
    assert alone.text("decision") == "Fly it."
    assert "The decision was read from “Recommendation(s)” on line 2." in alone.remarks


@pytest.mark.parametrize("empty", ["", "____", "……", "-", "•"])
def test_a_label_with_nothing_under_it_is_missing_with_a_remark(empty: str) -> None:
    reading = one(f"Declarations of interest\t{empty}\t\nTitle: A flag\n")
    assert "conflicts" in reading.missing
    assert reading.remarks == (
        "“Declarations of interest” on line 2 has nothing written under it.",
    )


def test_a_date_beside_or_below_the_signature_is_the_day_of_signing() -> None:
    for text in (
        "Signed: A Smith\tDate: 19 October 2018",
        "Signed: A Smith\nDate: 19 October 2018",
        "Signed: A Smith Date 19 October 2018",
        "Signed: A Smith Date: 19 October 2018",
        "Councillor\tA Smith\tDate\t19 October 2018",
        "Signed: A Smith     Date:   19 October 2018",
    ):
        reading = one(f"Date: 18 October 2018\nTitle: A flag\n{text}\n")
        assert reading.day("made_on") == date(2018, 10, 18)
        assert reading.day("signed_on") == date(2018, 10, 19), text
        assert reading.text("signatory") == "A Smith"


def test_a_bare_date_at_the_foot_of_the_form_is_neither_date() -> None:
    reading = one("Reasons: None.\nDate: 19 October 2018\n")
    assert {"made_on", "signed_on"} <= set(reading.missing)
    assert reading.remarks == ("The “Date” on line 3 does not say which date it is.",)


def test_an_expiry_before_the_decision_is_read_with_a_remark() -> None:
    reading = one("Date: 18 October 2018\nCall-in expiry: 17 October 2018\n")
    assert reading.day("call_in_expiry") == date(2018, 10, 17)
    assert reading.remarks == ("The call-in expiry is before the decision.",)


def test_the_words_on_urgency_are_only_found_where_they_are_printed() -> None:
    words = "(decisions are not subject to call-in where special urgency provisions apply)"
    assert one(f"Call-in expiry date {words}: 24 October 2018\n").exempt_when_urgent
    plain = one("Call-in expiry date: 24 October 2018\n")
    assert not plain.exempt_when_urgent
    assert "exempt_when_urgent" in plain.missing


def test_a_row_with_an_unknown_label_ends_the_value_above_it() -> None:
    reading = one("Purpose\tTo fly it\nFlag colour\tRed\nDecision\tThat it be flown\n")
    assert reading.text("purpose") == "To fly it"
    assert any("“Flag colour”" in remark for remark in reading.remarks)


def test_a_value_that_may_hold_an_unknown_label_is_not_relied_on() -> None:
    reading = one("Purpose: To fly it\nFlag colour: Red\nDecision: That it be flown\n")
    assert "purpose" in reading.missing
    assert any("“Flag colour: Red”" in remark for remark in reading.remarks)


def test_paragraphs_are_joined_when_no_label_can_have_been_lost_between_them() -> None:
    reading = one(
        "Title: A flag\nIssue reference: N1\nDecision maker: Cabinet\nPurpose: To fly it.\n"
        "Decision\nThat:\n\n(a) it be flown; and\n\n• (b) it be furled.\n"
        "Reasons: None.\nOptions: None.\nDeclarations of interest: None.\nSigned: A Smith\n"
    )
    assert reading.text("decision") == "That: (a) it be flown; and • (b) it be furled."


WHOLE = (
    "Written statement of a key decision Cabinet\nIssue reference: N1\n{title}\nPurpose: To fly.\n"
    "{decision}\nReasons: None.\nOptions: None.\nSigned: A Smith\n{conflicts}\n"
)
PLAIN = {"title": "Title: A", "decision": "Decision: B", "conflicts": "Declarations of interest: C"}


def test_text_at_the_foot_of_the_page_is_not_taken_for_the_end_of_the_last_value() -> None:
    last = PLAIN["conflicts"]
    alone = read_statement(WHOLE.format_map(PLAIN))
    assert alone.text("conflicts") == "C"
    reading = read_statement(WHOLE.format_map(PLAIN | {"conflicts": f"{last}\n\nPrinted in Wye"}))
    assert "conflicts" in reading.missing
    assert any("last on the form" in remark for remark in reading.remarks)


def test_a_title_of_two_lines_is_joined_unless_the_second_may_name_who_decided() -> None:
    long = "Title: The flags and the very tall poles upon which they fly over\nHereford"
    reading = read_statement(WHOLE.format_map(PLAIN | {"title": long}))
    assert str(reading.text("title")).endswith("fly over Hereford")
    unnamed = WHOLE.replace(" Cabinet", "").format_map(PLAIN | {"title": long})
    assert "title" in read_statement(unnamed).missing
    named = f"{long[: long.index('Hereford')]}Cabinet"
    assert "title" in read_statement(WHOLE.format_map(PLAIN | {"title": named})).missing


def test_a_table_in_a_column_is_part_of_its_value() -> None:
    table = "Decision:        That it cost:\n                 Year one      £20"
    reading = read_statement(WHOLE.format_map(PLAIN | {"decision": table}))
    assert reading.text("decision") == "That it cost: Year one £20"


def test_a_short_entry_is_over_at_an_empty_line_and_is_one_line_only() -> None:
    reading = one("Issue reference: N1\n\nThe flag\nPurpose: To fly it\n")
    assert reading.text("issue_reference") == "N1"
    assert reading.remarks == ("Line 4 belongs to no label and was not read (“The flag”).",)
    assert "issue_reference" in one("Issue reference: N1\nThe flag\n").missing


def test_two_labels_on_two_lines_are_not_run_into_one() -> None:
    reading = one("Date\nSigned: A Smith\n")
    assert reading.text("signatory") == "A Smith"
    assert "made_on" in reading.missing


def test_two_statements_in_one_text_are_refused() -> None:
    rows = (DATA / "rows.txt").read_text(encoding="utf-8")
    colons = (DATA / "colons.txt").read_text(encoding="utf-8")
    for text in (rows + colons, rows + rows.replace("second", "first")):
        with pytest.raises(Invalid, match="more than one statement"):
            read_statement(text)


@pytest.mark.parametrize("text", ["Dear all,\nMilk, eggs.\n", "A key decision", "decision\n", "x"])
def test_a_text_with_no_known_label_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="does not read like a written statement") as refused:
        read_statement(text)
    assert "pdftotext -layout" in refused.value.cure


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 (nul)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u202a", "U+202A"),
        ("\u2066", "U+2066"),
        ("\u2069", "U+2069 (pop directional isolate)"),
        ("\ud800", "U+D800"),
    ],
)
def test_a_character_that_can_hide_text_is_refused_with_its_line(character: str, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        one(f"Title: A flag\r\nPurpose: To{character} fly it\n")
    assert str(refused.value).startswith(f"Line 3 holds the character {name}")


def test_a_control_character_is_refused_with_its_line() -> None:
    with pytest.raises(Invalid, match=r"Line 2 holds the character U\+001B \(escape\)"):
        one("Title: A\x1bflag\n")


def test_marks_without_width_are_dropped_and_counted() -> None:
    reading = one("Ti\u00adtle: A f\u200blag\u200b\nDate of deci\u00ad\nsion: 18 October 2018\n")
    assert reading.text("title") == "A flag"
    assert reading.day("made_on") == date(2018, 10, 18)
    assert (
        "4 marks without width dropped: U+00AD (soft hyphen), U+200B (zero width space)."
        in reading.remarks
    )


def test_a_reading_is_ready_to_be_written_as_json() -> None:
    reading = one("Date: 18 October 2018\nDecision:\n")
    plain: Any = as_json(reading)
    assert plain["found"] == {
        "kind": {"value": "key", "line": 1},
        "made_on": {"value": "2018-10-18", "line": 2},
    }
    assert plain["missing"] == list(reading.missing)
    assert plain["remarks"] == ["“Decision” on line 3 has nothing written under it."]


def test_asking_for_a_field_that_is_not_read_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        one("Title: A flag\n").text("colour")

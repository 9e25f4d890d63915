"""Statements with labels are read however the labels are printed."""

from datetime import date
from pathlib import Path

import pytest

from workflow.importing.statements import StatementReading, read_file, read_statement

DATA = Path(__file__).parents[2] / "data" / "statements"
HEAD = "Written statement of a key decision\n"


def one(text: str) -> StatementReading:
    return read_statement(HEAD + text)


def test_rows_with_tabs_bullets_and_split_labels_are_read_whole() -> None:
    reading = read_file(DATA / "rows.txt")
    assert reading.missing == ()
    assert reading.remarks == ()
    plain = {field: str(found.value) for field, found in reading.found.items()}
    assert plain == {
        "issue_reference": "KD/2018-042",
        "kind": "key",
        "body": "Cabinet member transport and roads",
        "title": "New buses for the valley",
        "made_on": "2018-10-18",
        "access": "exempt",
        "purpose": "To choose who runs the valley's buses.",
        "decision": "That the second bidder be chosen for five years.",
        "reasons": "It is the cheapest that runs on Sundays.",
        "options": "To go on as now, which costs more.",
        "conflicts": "None was declared.",
        "call_in_expiry": "2018-10-24",
        "exempt_when_urgent": "True",
        "signatory": "Councillor CD Example",
        "signed_on": "2018-10-19",
    }


def test_labels_before_colons_are_read_whole() -> None:
    reading = read_file(DATA / "colons.txt")
    assert reading.missing == ("exempt_when_urgent",)
    assert reading.text("kind") == "officer-key"
    assert reading.text("body") == "Director of Highways"
    assert reading.text("decision") == "That the weir be mended."
    assert reading.day("call_in_expiry") == date(2018, 10, 25)
    assert reading.text("purpose") == (
        "To mend the weir before the winter floods come, while the river is still low enough to"
        " work in."
    )


def test_labels_on_lines_of_their_own_are_read_whole() -> None:
    reading = read_file(DATA / "alone.txt")
    assert reading.missing == ("exempt_when_urgent",)
    assert reading.text("kind") == "non-key"
    assert reading.text("access") == "open"
    assert reading.text("title") == "A flag for the town hall"
    assert reading.day("signed_on") == date(2018, 10, 18)


def test_columns_as_pdftotext_lays_them_out_are_read_whole() -> None:
    reading = read_file(DATA / "columns.txt")
    assert reading.missing == ()
    assert reading.remarks == ()
    assert reading.text("title") == "Mending the lock gates on the old canal at Mill Lane"
    assert reading.text("reasons") == "They leak, and each winter the leak has grown worse."
    assert reading.text("conflicts") == "None was declared by anyone who was asked."
    assert reading.day("call_in_expiry") == date(2018, 10, 24)
    assert reading.text("signatory") == "Head of Waterways"
    assert reading.day("signed_on") == date(2018, 10, 19)


def test_columns_set_apart_by_spaces_are_read_with_their_labels_beside_them() -> None:
    """So pdftotext -layout prints a table: the label and the value run on side by side."""
    reading = one(
        "  Reason for the           The old one leaks, and the\n"
        "  decision                 damage grows each winter.\n"
        "  Options considered       To do nothing.\n"
        "  Declarations of          None was declared by\n"
        "  interest                 anyone present.\n"
    )
    assert reading.text("reasons") == "The old one leaks, and the damage grows each winter."
    assert reading.text("options") == "To do nothing."
    assert reading.text("conflicts") == "None was declared by anyone present."


def test_a_row_of_columns_with_an_unknown_label_ends_the_value_above_it() -> None:
    reading = one(
        "Decision maker:          Director of Highways\n"
        "Authority for this:      Scheme of delegation\n"
        "Reasons:                 It was the lowest tender, and\n"
        "                         the soonest.\n"
        "Highlight any            None.\n"
        "associated risks:\n"
        "Purpose:                 To grit the roads\n"
        "before the frost\n"
    )
    assert reading.text("body") == "Director of Highways"
    assert reading.text("reasons") == "It was the lowest tender, and the soonest."
    assert "purpose" in reading.missing
    assert any("line 9 does not stand in its column" in remark for remark in reading.remarks)


def test_rows_of_values_under_a_row_of_labels_are_not_paired_up() -> None:
    for gap in ("\t", "          "):
        reading = one(f"Title{gap}Purpose\nBuses{gap}To run them\nReasons{gap}Need\n")
        assert {"title", "purpose"} <= set(reading.missing)
        assert reading.text("reasons") == "Need"


def test_a_rule_to_write_on_is_no_value() -> None:
    reading = one("Signed ..................... Date: 19 October 2018\n")
    assert "signatory" in reading.missing
    assert reading.day("signed_on") == date(2018, 10, 19)
    blank = one("Signed: ________ Date: ________\nTitle: A flag\n")
    assert {"signatory", "signed_on"} <= set(blank.missing)


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("issue_reference", "Reference"),
        ("issue_reference", "Ref. No.".replace(". N", " N")),
        ("body", "Decision-maker"),
        ("body", "DECISION TAKER"),
        ("body", "Body"),
        ("title", "Report Title"),
        ("title", "Subject"),
        ("purpose", "• Purpose"),
        ("purpose", "\uf0b7 Purpose"),
        ("purpose", "3. Purpose of the report"),
        ("decision", "Resolved"),
        ("reasons", "Reason(s) for the decision(s)"),
        ("reasons", "reasons for decision"),
        ("options", "Alternative\u00a0options\u00a0considered and rejected"),
        ("options", "Alternatives"),
        ("conflicts", "Declaration(s) of interest"),
        ("conflicts", "Con\ufb02icts of interest (if any)"),
        ("conflicts", "Declarations of inter\u00adest"),
        ("signatory", "Signed by"),
        ("signatory", "Councillor"),
    ],
)
@pytest.mark.parametrize("mark", [":\t", "\t", ": ", "  ", " – ", ":\n", "\n\n"])
def test_each_label_is_known_however_it_is_set(field: str, label: str, mark: str) -> None:
    value = "N123" if field == "issue_reference" else "Leader"
    if mark == "\n\n" and label[0].islower():
        return
    reading = one(f"Ward: All\n{label}{mark}{value}\n")
    assert reading.text(field) == value


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_kind_count_as_lines(ends: str) -> None:
    text = (DATA / "rows.txt").read_text(encoding="utf-8")
    assert read_statement(text.replace("\n", ends)) == read_statement(text)


def test_a_byte_order_mark_and_form_feeds_are_no_part_of_the_text() -> None:
    reading = read_statement("\ufeffPurpose: To mend\nthe weir\n  2\n\f\nIssue reference: N1\n")
    assert reading.text("purpose") == "To mend the weir"
    assert reading.text("issue_reference") == "N1"
    assert reading.line("issue_reference") == 5


@pytest.mark.parametrize("page", ["Page 1 of 2", "page 3", "- 4 -", "– 4 –"])
def test_page_numbers_are_no_part_of_a_value(page: str) -> None:
    reading = one(f"Purpose: To mend\nthe weir before\n{page}\nthe winter\nDecision: That it be.\n")
    assert reading.text("purpose") == "To mend the weir before the winter"


@pytest.mark.parametrize(
    "beside",
    [
        "   Page 1 of 2", "\tPage 2/3", "   Version 1.2", " - OFFICIAL", "   13/06/2024",
        "   Printed on 13 June 2024", "   Not for publication", ": Form ED1", "   Borset Council",
        "   DRAFT v2",
    ],
)  # fmt: skip
def test_what_a_page_prints_beside_its_heading_is_nobodys_name(beside: str) -> None:
    reading = read_statement(f"Record of decision{beside}\nTitle: A lane\nReasons: It is worn.\n")
    assert reading.text("body") is None
    named = read_statement("Record of decision by the Cabinet\nTitle: A lane\nReasons: Worn.\n")
    assert named.text("body") == "Cabinet"


@pytest.mark.parametrize("mark", [":-", " :- ", ": -", ":—", "::", " – ", "："])
def test_whatever_mark_ends_a_label_is_no_part_of_its_value(mark: str) -> None:
    text = f"Record of decision\nTitle{mark}A lane\nDate of decision{mark}2013/12/13\n"
    reading = read_statement(text)
    assert (reading.text("title"), reading.day("made_on")) == ("A lane", date(2013, 12, 13))


def test_the_heading_printed_again_on_the_next_page_is_no_part_of_a_value() -> None:
    reading = one(f"Purpose: To mend\n\f{HEAD}the weir\nDecision: Yes.\nTitle: Weir\n")
    assert reading.text("purpose") == "To mend the weir"


def test_a_word_broken_by_a_soft_hyphen_at_the_end_of_a_line_is_joined() -> None:
    assert one("Purpose: To re\u00adopen the foot\u00ad\npath\n").text("purpose") == (
        "To reopen the footpath"
    )


def test_ligatures_are_spelt_out_and_other_signs_are_left_as_they_are() -> None:
    assert one("Purpose: To \ufb01nd 5 m² and ½\n").text("purpose") == "To find 5 m² and ½"


def test_accents_are_composed() -> None:
    assert one("Title: Cafe\u0301\n").text("title") == "Caf\u00e9"

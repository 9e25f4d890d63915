"""Statements with labels are read however the labels are printed."""

from datetime import date
from pathlib import Path

import pytest

from workflow.errors import Invalid
from workflow.statements import Reading, read_file, read_statement

DATA = Path(__file__).parents[2] / "data" / "statements"
HEAD = "Written statement of a key decision\n"


def one(text: str) -> Reading:
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
        ("\x00", "U+0000 (NUL)"),
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


def test_a_control_character_is_read_as_a_space_with_a_remark() -> None:
    reading = one("Title: A\x1bflag\n")
    assert reading.text("title") == "A flag"
    assert any("U+001B" in remark for remark in reading.remarks)


def test_a_reading_is_ready_to_be_written_as_json() -> None:
    reading = one("Date: 18 October 2018\nDecision:\n")
    plain = reading.as_plain()
    assert plain["found"] == {
        "kind": {"value": "key", "line": 1},
        "made_on": {"value": "2018-10-18", "line": 2},
    }
    assert plain["missing"] == list(reading.missing)
    assert plain["remarks"] == ["“Decision” on line 3 has nothing written under it."]


def test_asking_for_a_field_that_is_not_read_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        one("Title: A flag\n").text("colour")

"""A list printed as a table is read by the headings of its columns, whatever they are called."""

from datetime import date

import pytest

from support.register_pages import from_data, link, one, read, row, table, whole
from workflow.errors import Invalid
from workflow.importing import HeadingStanding, ListedDecision, PageKind


def test_a_published_list_gives_each_row_what_its_columns_say() -> None:
    found = from_data("list-published.html")
    assert found.kind is PageKind.LIST
    assert found.council == "Borsetshire County Council"
    assert found.site == "https://democracy.borsetshire.example"
    assert found.period == (date(2022, 9, 10), date(2022, 9, 24))
    assert found.unread == ()
    assert not found.cut
    weir, bells, warden, minutes = found.listed
    assert weir == ListedDecision(
        source="list-published.html",
        title="Mending the weir at Penny Hassett (phase two)",
        identity="2190",
        site="https://democracy.borsetshire.example",
        reference="2190",
        heading="Decisions published",
        standing=HeadingStanding.PUBLISHED,
        dated=date(2022, 9, 15),
        effective_from=date(2022, 9, 27),
        call_ins=0,
        link="https://democracy.borsetshire.example/ieDecisionDetails.aspx?ID=2190",
        raw=(
            ("Title", "Mending the weir at Penny Hassett (phase two) ref: 2190"),
            ("Date", "15/09/2022"),
            ("Effective from", "27/09/2022"),
            ("Call-ins", "0"),
        ),
    )
    assert (bells.is_subject_to_call_in, bells.call_ins) == (False, None)
    assert (warden.title, warden.reference) == ("A warden for Lakey Hill", "2192")
    assert (minutes.identity, minutes.reference, minutes.call_ins) == ("IId=771", "", 2)


def test_what_cannot_be_read_is_none_and_a_doubt_that_names_its_label() -> None:
    warden = from_data("list-published.html").listed[2]
    assert (warden.dated, warden.effective_from, warden.call_ins) == (None, None, None)
    assert warden.doubts == (
        'Date: "31/09/2022" is not read, because there is no such day.',
        'Call-ins: "two" is no number of call-ins.',
    )


def test_each_of_three_lists_stands_under_its_own_heading() -> None:
    found = from_data("list-three-headings.html")
    assert [(each.standing, each.heading) for each in found.listed] == [
        (HeadingStanding.FORTHCOMING, "Forthcoming decisions"),
        (HeadingStanding.PUBLISHED, "Decisions published"),
        (
            HeadingStanding.SUBJECT_TO_CALL_IN,
            "Decisions recommendations approved (subject to call-in)",
        ),
        (
            HeadingStanding.SUBJECT_TO_CALL_IN,
            "Decisions recommendations approved (subject to call-in)",
        ),
    ]
    bus, lamps, dairy, salt = found.listed
    assert (bus.decided_by, bus.dated, bus.made_on) == ("Cabinet", date(2022, 10, 1), None)
    assert lamps.is_key is True
    assert lamps.made_on == date(2022, 9, 5)
    assert lamps.published_on == date(2022, 9, 6)
    assert lamps.is_subject_to_call_in is None
    assert dairy.is_subject_to_call_in is True
    assert salt.doubts == ('Subject to call-in?: "perhaps" is neither a yes nor a no.',)


def test_a_bare_date_is_that_of_the_decision_only_where_publication_has_its_own_column() -> None:
    alone = one(table(row(link("A flag"), "01/09/2022"), heads=("Title", "Date")))
    assert (alone.made_on, alone.dated) == (None, date(2022, 9, 1))
    both = one(
        table(row(link("A flag"), "01/09/2022", "02/09/2022"), heads=("Title", "Date", "Published"))
    )
    assert (both.made_on, both.dated) == (date(2022, 9, 1), None)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("EFFECTIVE FROM", "effective_from"),
        ("Effective  from:", "effective_from"),
        ("Date effective", "effective_from"),
        ("Decision date", "made_on"),
        ("Date of Decision:", "made_on"),
        ("Decision Published", "published_on"),
        ("Publication Date", "published_on"),
        ("Dyddiad cyhoeddi", "published_on"),
    ],
)
def test_a_column_is_known_whatever_its_case_and_colon(label: str, field: str) -> None:
    listed = one(
        table(row(link("A flag"), "3 May 2024", "Leader"), heads=("Title", label, "Decided by"))
    )
    assert getattr(listed, field) == date(2024, 5, 3)
    assert listed.decided_by == "Leader"


def test_days_are_read_day_first() -> None:
    listed = one(table(row(link("A flag"), "03/04/2024", "13/04/2024")))
    assert (listed.made_on, listed.effective_from) == (date(2024, 4, 3), date(2024, 4, 13))
    american = one(table(row(link("A flag"), "04/13/2024", "")))
    assert american.made_on is None
    assert american.doubts == (
        'Date of decision: "04/13/2024" is not read, because there is no such day.',
    )


def test_an_unknown_column_is_kept_as_printed() -> None:
    listed = one(table(row(link("A flag"), "Blue", "1/5/2024"), heads=("Title", "Colour", "Date")))
    assert ("Colour", "Blue") in listed.raw


def test_columns_may_come_in_any_order_and_a_title_may_have_no_link() -> None:
    listed = one(
        table(
            row("1 May 2024", "Leader", "A flag (ref: 44)", "Yes"),
            heads=("Decision date", "Decision maker", "Title", "Key decision"),
        )
    )
    assert (listed.title, listed.identity, listed.reference) == ("A flag", "44", "44")
    assert (listed.link, listed.is_key) == ("", True)


def test_a_row_of_another_length_is_unread_and_the_rest_are_read() -> None:
    found = read(table(row(link("A flag"), "1 May 2024"), row(link("A drum", 8), "", "")))
    assert [each.title for each in found.listed] == ["A drum"]
    assert found.unread == (
        "Row 1 of “Decisions published”: it has 2 cells, and 3 of them headed.",
    )


def test_headings_printed_again_part_way_down_are_no_decision() -> None:
    again = row("Title", "Date of decision", "Effective from", tag="th")
    found = read(table(row(link("A flag"), "", ""), again, row(link("A drum", 8), "", "")))
    assert [each.title for each in found.listed] == ["A flag", "A drum"]
    assert found.unread == ()


def test_a_row_without_a_title_is_unread() -> None:
    for nothing in ("", link("\u200b"), link(" ref: 7")):
        found = read(table(row(nothing, "1 May 2024", ""), row(link("A drum"), "", "")))
        assert found.unread == ("Row 1 of “Decisions published”: it has no title.",)
        assert [each.title for each in found.listed] == ["A drum"]


@pytest.mark.parametrize(
    "words", ["No matching decisions", "There are no decisions to show.", "No decisions found"]
)
def test_a_list_that_says_it_is_empty_is_an_empty_list(words: str) -> None:
    for page in (whole(f"<h2>Decisions published</h2><p>{words}</p>"),
                 table(f'<tr><td colspan="3">{words}</td></tr>')):  # fmt: skip
        found = read(page)
        assert (found.kind, found.listed, found.unread) == (PageKind.LIST, (), ())


def test_a_page_without_a_heading_on_decisions_is_no_empty_list() -> None:
    with pytest.raises(Invalid, match="holds no list of decisions"):
        read(whole("<h1>Agenda</h1><p>No decisions were taken at this meeting.</p>"))


def test_a_list_within_a_table_that_lays_out_the_page_is_read() -> None:
    found = read(
        f"<table><tr><td>Menu</td><td>{table(row(link('A flag'), '', ''))}</td></tr></table>"
    )
    assert [each.title for each in found.listed] == ["A flag"]


def test_under_a_heading_that_says_subject_to_call_in_a_no_is_followed_and_doubted() -> None:
    listed = one(
        table(
            row(link("A flag"), "1 May 2024", "Not for call-in"),
            heads=("Title", "Date of decision", "Call-ins"),
            heading="Decisions approved (subject to call-in)",
        )
    )
    assert listed.is_subject_to_call_in is False
    assert listed.doubts == (
        "Is subject to call in?: the heading of the list says so, and the decision says not.",
    )


def test_a_section_title_is_a_heading_whatever_its_tag() -> None:
    title = '<div class="mgSectionTitle">Forthcoming decisions</div>'
    listed = one(title + table(row(link("A flag"), "", ""), heading=""))
    assert (listed.heading, listed.standing) == (
        "Forthcoming decisions",
        HeadingStanding.FORTHCOMING,
    )


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("1 May 2024 - 14 May 2024", (date(2024, 5, 1), date(2024, 5, 14))),
        ("From 01/05/2024 to 14/05/2024", (date(2024, 5, 1), date(2024, 5, 14))),
        ("14 May 2024 - 1 May 2024", None),
        ("1 May 2024 - 31 June 2024", None),
        ("Rooms 10-12 and 14-20 are shut", None),
    ],
)
def test_the_period_of_a_list_is_two_days_in_order(
    words: str, period: tuple[date, date] | None
) -> None:
    assert read(f"<p>{words}</p>" + table(row(link("A flag"), "", ""))).period == period


def test_a_link_left_open_ends_with_its_cell() -> None:
    for end in ("", "<h2>"):
        open_link = f'<a href="ieDecisionDetails.aspx?ID=8">A flag{end}'
        listed = one(table(row(open_link, "1 May 2024", "9 May 2024")))
        assert (listed.title, listed.identity) == ("A flag", "8")
        assert listed.effective_from == date(2024, 5, 9)


def test_what_a_screen_does_not_show_of_a_link_is_no_part_of_its_title() -> None:
    hidden = '<span class="mgHide"> key decision ref: 9</span>'
    listed = one(table(row(link(f"A flag{hidden}", 9), "", "")))
    assert (listed.title, listed.reference) == ("A flag", "9")
    assert listed.raw[0] == ("Title", "A flag key decision ref: 9")

"""The page of one decision is read by its labels, in whichever way they are laid out."""

from datetime import date

import pytest

from support.register_pages import details, from_data, one, read, whole
from workflow.errors import Invalid
from workflow.importing import LinkedDocument, PageKind, SourceRead


def test_a_decisions_own_page_is_read_whole() -> None:
    found = from_data("details-2190.html")
    assert found.kind is PageKind.DETAILS
    assert found.council == "Borsetshire County Council"
    (weir,) = found.listed
    assert weir.title == "Mending the weir at Penny Hassett (phase two)"
    assert weir.identity == "2190"
    assert weir.link == "https://democracy.borsetshire.example/ieDecisionDetails.aspx?ID=2190"
    assert weir.decided_by == "Cabinet Member for Rivers"
    assert weir.meeting == "15/09/2022 - Rivers Briefing"
    assert weir.status == "Recommendations Approved"
    assert (weir.is_key, weir.is_subject_to_call_in) == (True, True)
    assert (weir.made_on, weir.published_on, weir.effective_from) == (
        date(2022, 9, 15), date(2022, 9, 16), date(2022, 9, 26),
    )  # fmt: skip
    assert weir.purpose == "To keep the river in its bed."
    assert weir.decision == (
        "That the weir be mended.\n\nDecision Maker: a heading within the text\n\n"
        "That £40,000 be set aside."
    )
    assert ("Reasons for the decision", "It leaks.") in weir.raw
    assert ("Report author", "Lynda Example") in weir.raw


def test_documents_have_no_file_size_in_their_names_and_only_links_that_may_be_followed() -> None:
    weir = from_data("details-2190.html").listed[0]
    site = "https://democracy.borsetshire.example"
    assert weir.documents == (
        LinkedDocument(name="Weir report", link=f"{site}/documents/s7942/Weir report.pdf"),
        LinkedDocument(name="Map of the river", link=f"{site}/documents/s7943/map.pdf"),
        LinkedDocument(name="../../etc/passwd", link=""),
    )
    (doubt,) = weir.doubts
    assert doubt == (
        'Accompanying Documents: the address of "../../etc/passwd" is none that may be followed,'
        " and is left out."
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Report (PDF, 120 KB)", "Report"), ("Report PDF 119 KB", "Report"),
        ("Report pdf icon PDF 2 MB", "Report"), ("Report [DOCX 1.5 MB]", "Report"),
        ("Report 12 KB", "Report"), ("Report 2022", "Report 2022"), ("PDF policy", "PDF policy"),
        ("Plan B", "Plan B"), ("Room 5 B", "Room"),
    ],
)  # fmt: skip
def test_only_the_size_of_a_file_is_taken_from_a_documents_name(printed: str, name: str) -> None:
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No"),
        ("Documents", f'<a href="documents/s1/a.pdf">{printed}</a>'),
    )  # fmt: skip
    assert [each.name for each in one(page).documents] == [name]


def test_a_table_of_labels_and_values_is_read() -> None:
    (bridge,) = from_data("details-table.html").listed
    assert (bridge.title, bridge.identity) == ("A bridge over the Am", "88")
    assert (bridge.decided_by, bridge.made_on) == ("Cabinet", date(2022, 9, 5))
    assert (bridge.is_key, bridge.is_subject_to_call_in) == (False, False)
    assert ("Bridges affected", "One") in bridge.raw
    assert bridge.published_on is None
    (doubt,) = bridge.doubts
    assert doubt.startswith('Date published: "6/9/22" is not read, because the year has two digits')


def test_a_list_of_definitions_is_read() -> None:
    (ferry,) = from_data("details-definitions.html").listed
    assert (ferry.title, ferry.decided_by) == ("A ferry at Darrington", "Ferries Sub-Committee")
    assert (ferry.published_on, ferry.effective_from) == (date(2022, 9, 7), date(2022, 9, 15))
    assert ("Colour of the ferry", "Green") in ferry.raw
    assert ferry.doubts == (
        "Comes into effect: an hour is printed with the date (4pm), and only the date is read.",
    )


def test_welsh_labels_are_read_as_registers_print_them() -> None:
    found = from_data("details-welsh.html")
    (pont,) = found.listed
    assert found.council == "Cyngor Sir Borset"
    assert (pont.title, pont.decided_by) == ("Y bont newydd", "Cabinet")
    assert (pont.is_key, pont.is_subject_to_call_in) == (True, False)
    assert (pont.made_on, pont.published_on) == (date(2025, 1, 30), date(2025, 1, 31))
    assert pont.purpose == "Croesi’r afon."
    assert pont.doubts == ()


def test_the_meeting_decided_where_no_decision_maker_is_named() -> None:
    page = details(
        ("Decided at meeting", "12/09/2024 - Executive"), ("Decision status", "Approved"),
        ("Is Key decision?", "No"),
    )  # fmt: skip
    listed = one(page)
    assert (listed.decided_by, listed.made_on) == ("Executive", date(2024, 9, 12))


def test_a_meeting_on_another_day_than_the_decisions_is_a_doubt() -> None:
    listed = one(
        details(("Decided at meeting", "12/09/2024 - Executive"),
                ("Date of decision", "13/09/2024"), ("Is Key decision?", "No"))
    )  # fmt: skip
    assert listed.made_on == date(2024, 9, 13)
    assert listed.doubts == (
        "Decided at meeting: it was on 12/09/2024, and the decision is dated 13/09/2024.",
    )


@pytest.mark.parametrize(
    ("address", "identity"),
    [
        ("https://x.example/ieDecisionDetails.aspx?ID=12", "12"),
        ("https://x.example/IEDECISIONDETAILS.aspx?LLL=0&amp;Id=12", "12"),
        ("https://x.example/ieDecisionDetails.aspx?AIId=12", "AIId=12"),
        ("https://x.example/mgDelegatedDecisions.aspx?ID=12", ""),
        ("https://x.example/ieDecisionDetails.aspx?ID=12%27", ""),
        ("https://x.example/ieDecisionDetails.aspx", ""),
        ("http://[x/ieDecisionDetails.aspx?ID=12", ""),
    ],
)
def test_a_page_says_in_its_own_address_which_decision_it_is_of(
    address: str, identity: str
) -> None:
    labels = (("Decision Maker", "Leader"), ("Status", "Approved"), ("Is Key decision?", "No"))
    for head in (f'<link rel="canonical" href="{address}">',
                 f'<meta property="og:url" content="{address}">',
                 f"<!-- saved from url=(0050){address.replace('&amp;', '&')} -->"):  # fmt: skip
        assert one(details(*labels, head=head)).identity == identity


def test_a_file_saved_under_its_address_says_which_decision_it_is_of() -> None:
    page = details(("Decision Maker", "Leader"))
    assert read(page, "ieDecisionDetails.aspx@ID=31.html").listed[0].identity == "31"
    assert read(page, "ieDecisionDetails.aspx%3FAIId=31.html").listed[0].identity == "AIId=31"


def test_a_page_without_an_address_needs_three_labels_to_be_a_decisions() -> None:
    with pytest.raises(Invalid, match="holds no list of decisions"):
        read(details(("Decision Maker", "Leader"), ("Decision status", "Approved")))


def test_a_page_that_breaks_off_loses_its_last_label_and_says_so() -> None:
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No"),
        ("Effective from", "1 May 2024"),
    )  # fmt: skip
    found: SourceRead = read(page[: page.index(" 2024")])
    (listed,) = found.listed
    assert found.cut
    assert listed.effective_from is None
    assert listed.is_key is False
    assert listed.doubts == ("Effective from: the page breaks off in it, so it was not read.",)


def test_a_heading_that_names_the_page_is_no_title() -> None:
    page = whole(
        "<h1>Decision details</h1><p>Decision maker: Leader</p><p>Status: Approved</p>"
        "<p>Key decision: No</p>"
    )
    listed = one(page)
    assert listed.title == ""
    assert listed.doubts == ("Title: none was found.",)


def test_a_heading_that_says_decisions_above_the_title_is_no_label() -> None:
    page = whole(
        "<h1>Decisions</h1><p>All of them.</p><h2>A flag</h2><p>Decision maker: Leader</p>"
        "<p>Status: Approved</p><p>Key decision: No</p><h3>Decision</h3><p>Fly it.</p>"
    )
    listed = one(page)
    assert (listed.title, listed.decision, listed.doubts) == ("A flag", "Fly it.", ())


def test_the_heading_marked_as_the_title_is_the_title_whatever_others_there_are() -> None:
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No")
    )
    page = page.replace("<body>", "<body><h1>Our council</h1>")
    assert one(page.replace("</h2>", "</h2><h3>Share this</h3>")).title == "A flag"


def test_a_mark_of_a_label_within_pasted_text_is_none() -> None:
    label = '<span class="mgLabel">Effective from: </span>'
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No"),
        ("Decision", f'<div class="mgWordPara"><p>That {label}1 <b>May:</b> it fly.</p></div>'),
    )  # fmt: skip
    listed = one(page)
    assert listed.effective_from is None
    assert listed.decision == "That Effective from: 1 May: it fly."


def test_where_labels_are_marked_what_is_not_marked_is_none() -> None:
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No"),
    ).replace("</body>", "<p>Effective from: 1 May 2024</p></body>")  # fmt: skip
    assert one(page).effective_from is None


def test_a_short_value_on_a_line_of_its_own_is_that_line_and_no_more() -> None:
    page = details(("Decision Maker", "Leader"), ("Is Key decision?", "No")).replace(
        "</body>", '<p class="mgLabel">Effective from:</p><p>1 May 2024</p><p>Print this</p></body>'
    )
    listed = one(page)
    assert listed.effective_from == date(2024, 5, 1)
    assert ("Effective from", "1 May 2024") in listed.raw


def test_a_link_that_is_no_document_is_not_among_the_documents() -> None:
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No"),
        ("Contact", '<a href="mgUserInfo.aspx?UID=3">Lynda Example</a>'),
        ("Reasons for the decision", 'See <a href="documents/s9/why.pdf">the report</a>'),
    )  # fmt: skip
    assert [each.name for each in one(page).documents] == ["the report"]


def test_what_stands_around_a_decision_is_not_read() -> None:
    around = '<{0} class="{1}"><p><span class="mgLabel">Effective from: </span>1 May 2024</p></{0}>'
    page = details(
        ("Decision Maker", "Leader"), ("Decision status", "Approved"), ("Is Key decision?", "No")
    )
    for tag, name in (("div", "mgFooter"), ("div", "mgLinks"), ("nav", ""), ("footer", "")):
        listed = one(page.replace("</body>", around.format(tag, name) + "</body>"))
        assert listed.effective_from is None

"""A list printed one decision below another is read by the labels under each link."""

from datetime import date

from support.register_pages import from_data, link, read, whole
from workflow.importing import HeadingStanding, PageKind


def test_entries_with_marked_labels_are_read_whole() -> None:
    found = from_data("list-entries.html")
    assert found.kind is PageKind.LIST
    assert found.site == "https://democracy.borsetshire.example"
    assert found.period == (date(2022, 9, 10), date(2022, 9, 24))
    homes, mill = found.listed
    assert (homes.title, homes.identity, homes.reference) == (
        "Homes at Grange Spinney", "2301", "2301",
    )  # fmt: skip
    assert homes.status == "Recommendations Approved"
    assert homes.standing is HeadingStanding.PUBLISHED
    assert homes.decided_by == "Cabinet Member for Homes"
    assert homes.meeting == "15/09/2022 - Homes Briefing"
    assert (homes.made_on, homes.published_on, homes.effective_from, homes.dated) == (
        date(2022, 9, 15), date(2022, 9, 16), date(2022, 9, 27), None,
    )  # fmt: skip
    assert homes.doubts == ()
    assert (mill.made_on, mill.published_on) == (date(2022, 8, 6), date(2022, 9, 13))
    assert mill.status == "For Determination"


def test_what_was_pasted_from_a_word_processor_holds_no_labels() -> None:
    homes = from_data("list-entries.html").listed[0]
    assert homes.decision == (
        "That twelve homes be built on the land behind the school, and that four of them be let."
        "\n\nEffective from: 1 January 2030, the rents are to be looked at again."
    )
    assert homes.effective_from == date(2022, 9, 27)


def test_text_under_no_label_is_kept_and_doubted_and_not_taken_for_the_decision() -> None:
    mill = from_data("list-entries.html").listed[1]
    assert mill.decision == ""
    assert ("", "Let for five years.") in mill.raw
    assert mill.doubts == ('No label: "Let for five years." stands under none, and was not read.',)


def test_a_heading_ends_the_last_entry() -> None:
    mill = from_data("list-entries.html").listed[1]
    assert mill.decided_by == "Director of Estates"


def test_several_labels_on_one_line_without_marks_are_told_apart() -> None:
    swings, click = from_data("list-plain.html").listed
    assert swings.identity == "AIId=26804"
    assert (swings.published_on, swings.effective_from) == (date(2024, 9, 13), date(2024, 9, 21))
    assert (swings.decided_by, swings.call_ins) == ("Executive", 1)
    assert swings.raw[1:] == (
        ("Decision published", "13/09/2024"),
        ("Effective from", "21/09/2024"),
        ("Decision Maker", "Executive"),
        ("Call-ins", "1"),
    )
    assert (click.is_subject_to_call_in, click.decided_by) == (False, "Leader")


def test_labels_in_bold_are_labels() -> None:
    found = read(
        whole(
            f"<h2>Decisions</h2><div>{link('A flag')}</div>"
            "<div><strong>Decision maker:</strong> Leader</div>"
            "<div><b>Effective from</b>: 3 May 2024</div><div><b>Colour:</b> Blue</div>"
        )
    )
    (flag,) = found.listed
    assert (flag.decided_by, flag.effective_from) == ("Leader", date(2024, 5, 3))
    assert ("Colour", "Blue") in flag.raw


def test_a_link_to_a_decision_with_no_label_under_it_is_no_entry() -> None:
    page = whole(
        f"<h2>Decisions</h2><p>{link('See this one', 1)}</p><h3>Now</h3><p>{link('A flag', 2)}</p>"
        "<p>Decision maker: Leader</p>"
    )
    assert [each.title for each in read(page).listed] == ["A flag"]


def test_the_same_label_twice_with_two_values_gives_neither() -> None:
    page = whole(
        f"<p>{link('A flag')}</p><p>Effective from: 1 May 2024</p><p>Effective from: 2 May 2024</p>"
    )
    (flag,) = read(page).listed
    assert flag.effective_from is None
    (doubt,) = flag.doubts
    assert doubt.endswith('printed with "1 May 2024" and with "2 May 2024", and neither is taken.')


def test_a_date_before_a_title_alone_is_not_said_to_be_that_of_the_decision() -> None:
    page = whole(f"<p>{link('01/05/2024 - A flag')}</p><p>Decision maker: Leader</p>")
    (flag,) = read(page).listed
    assert (flag.title, flag.dated, flag.made_on) == ("A flag", date(2024, 5, 1), None)


def test_a_dash_in_a_title_does_not_part_it() -> None:
    page = whole(f"<p>{link('Phase 2 - A flag')}</p><p>Decision maker: Leader</p>")
    assert read(page).listed[0].title == "Phase 2 - A flag"


def test_a_number_before_a_dash_is_no_date() -> None:
    page = whole(f"<p>{link('24 homes at the mill - phase 2')}</p><p>Decision maker: Leader</p>")
    (homes,) = read(page).listed
    assert (homes.title, homes.dated, homes.doubts) == ("24 homes at the mill - phase 2", None, ())


def test_what_is_printed_is_kept_label_by_label_and_nothing_is_added_to_it() -> None:
    homes = from_data("list-entries.html").listed[0]
    assert [label for label, _ in homes.raw] == [
        "", "Decision Maker", "Made at meeting", "Decision published", "Effective from",
        "Decision", "Wards affected", "Lead officer",
    ]  # fmt: skip
    assert homes.raw[0][1] == (
        "15/09/2022 - Homes at Grange Spinney Recommendations Approved ref: 2301"
    )


def test_pasted_text_on_a_page_without_marked_labels_holds_none() -> None:
    page = whole(
        f"<p>{link('A flag')}</p><p>Decision maker: Leader</p>"
        "<div class='mgWordPara'><p>Effective from: 1 May 2024</p></div>"
    )
    (flag,) = read(page).listed
    assert flag.effective_from is None
    assert flag.decided_by == "Leader"


def test_a_link_that_runs_over_lines_is_one_title_and_kept_whole() -> None:
    page = whole(f"<div>{link('A flag<p>for the hall')}</div><p>Decision maker: Leader</p>")
    (flag,) = read(page).listed
    assert flag.title == "A flag for the hall"
    assert flag.raw[0] == ("", "A flag for the hall")

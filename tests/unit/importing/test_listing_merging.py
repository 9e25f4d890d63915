"""A decision's entry in a list and its own page become one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from support.register_pages import DATA
from workflow.importing import HeadingStanding, LinkedDocument, ListedDecision, PageKind, read_pages
from workflow.importing.merging import are_one, merged

ENTRY = ListedDecision(
    source="list.html",
    title="A flag",
    identity="7",
    reference="7",
    heading="Decisions published",
    standing=HeadingStanding.PUBLISHED,
    dated=date(2024, 5, 1),
    effective_from=date(2024, 5, 10),
    call_ins=0,
    raw=(("Title", "A flag"),),
    doubts=("Call-ins: a doubt.",),
)
OWN = ListedDecision(
    source="own.html",
    title="A flag for the hall",
    identity="7",
    decided_by="Leader",
    made_on=date(2024, 5, 1),
    published_on=date(2024, 5, 2),
    is_key=False,
    documents=(LinkedDocument(name="Report"),),
    raw=(("Decision Maker", "Leader"),),
)


def test_each_says_what_the_other_does_not() -> None:
    one = merged(replace(ENTRY, title="A flag for…"), OWN)
    assert one == replace(
        OWN,
        source="list.html and own.html",
        reference="7",
        heading="Decisions published",
        standing=HeadingStanding.PUBLISHED,
        effective_from=date(2024, 5, 10),
        call_ins=0,
        raw=(("Title", "A flag"), ("Decision Maker", "Leader")),
        doubts=("Call-ins: a doubt.",),
    )


@pytest.mark.parametrize(
    ("field", "theirs", "ours", "says"),
    [
        ("title", "A flag", "A drum",
         'Title: the list has "A flag", and the decision\'s own page has "A drum"'),
        ("decided_by", "Cabinet", "Leader", 'Decision maker: the list has "Cabinet"'),
        ("meeting", "a", "b", "Decided at meeting: "),
        ("made_on", date(2024, 5, 1), date(2024, 5, 2),
         "Date of decision: the list has 01/05/2024, and the decision's own page has 02/05/2024"),
        ("published_on", date(2024, 5, 1), date(2024, 5, 2), "Publication date: the list"),
        ("effective_from", date(2024, 5, 1), date(2024, 5, 2), "Effective from: the list"),
        ("is_key", True, False, "Is key decision?: the list has yes, and the decision's own page"),
        ("is_subject_to_call_in", False, True, "Is subject to call in?: the list has no"),
        ("call_ins", 1, 0, 'Call-ins: the list has "1"'),
        ("status", "Approved", "Refused", "Decision status: the list"),
        ("purpose", "a", "b", "Purpose: the list"),
        ("decision", "a", "b", "Decision: the list"),
    ],
)  # fmt: skip
def test_where_they_differ_the_own_page_is_followed_and_both_values_are_named(
    field: str, theirs: object, ours: object, says: str
) -> None:
    bare = ListedDecision(source="s", title="", identity="7")
    entry, own = replace(bare, **{field: theirs}), replace(bare, **{field: ours})  # type: ignore[arg-type]
    one = merged(entry, own)
    assert getattr(one, field) == ours
    (doubt,) = one.doubts
    assert doubt.startswith(says)
    assert doubt.endswith("which was followed.")
    assert merged(entry, entry).doubts == ()


def test_a_bare_date_in_the_list_is_settled_by_the_own_page() -> None:
    assert merged(ENTRY, OWN).dated is None
    other = merged(replace(ENTRY, dated=date(2024, 6, 1)), OWN)
    assert other.doubts[-1] == (
        "Date: the list has 01/06/2024, which is neither date on the decision's own page."
    )


def test_an_identity_is_one_only_within_one_site() -> None:
    assert are_one(ENTRY, OWN)
    assert are_one(replace(ENTRY, site="https://a.example"), OWN)
    assert not are_one(
        replace(ENTRY, site="https://a.example"), replace(OWN, site="https://b.example")
    )
    assert not are_one(replace(ENTRY, identity=""), replace(OWN, identity=""))


def test_in_a_folder_the_own_page_is_joined_to_its_row_and_not_given_twice(tmp_path: Path) -> None:
    for name in ("list-published.html", "details-2190.html", "details-table.html"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    reads = list(read_pages(tmp_path))
    assert [(each.source, each.kind) for each in reads] == [
        ("list-published.html", PageKind.LIST),
        ("details-table.html", PageKind.DETAILS),
    ]
    weir = reads[0].listed[0]
    assert weir.source == "list-published.html and details-2190.html"
    assert (weir.is_key, weir.call_ins) == (True, 0)
    assert weir.effective_from == date(2022, 9, 26)
    assert weir.doubts[-1] == (
        "Effective from: the list has 27/09/2022, and the decision's own page has 26/09/2022, "
        "which was followed."
    )
    assert reads[0].listed[1].source == "list-published.html"

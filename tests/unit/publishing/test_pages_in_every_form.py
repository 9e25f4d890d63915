"""The two pages in each form: what was typed has no effect in any, and the same register gives the
same file at the same instant."""

import csv
from datetime import datetime
from io import StringIO

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from support.councils import GULLSHIRE, HEREFORDSHIRE
from support.noticed import noticed
from support.people import MAKER, OFFICER
from support.steps import must, opened, published
from workflow import Engine, ManualClock
from workflow.answers.as_atom import as_atom
from workflow.answers.as_csv import as_csv
from workflow.answers.as_ics import as_ics
from workflow.answers.as_markdown import as_markdown
from workflow.publishing.pages.of_answer import page_of
from workflow.publishing.pages.rows import OPEN_COLUMNS, PLAN_COLUMNS

NASTY = "=1+1 | <script>alert('x')</script> & [a](b) `c` ]]>"
ATOM = "{http://www.w3.org/2005/Atom}"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text)))


def test_a_row_a_decision_with_instants_that_have_their_offset(sqlite_engine: Engine) -> None:
    ref = published(sqlite_engine, GULLSHIRE)
    head, row = rows(as_csv(sqlite_engine.publishing.open_for_call_in(GULLSHIRE)))
    assert tuple(head) == OPEN_COLUMNS
    told = dict(zip(head, row, strict=True))
    assert (told["ref"], told["kind"], told["made_on"]) == (ref, "non-key", "2018-10-18")
    assert told["request_deadline"] == "2018-10-25T17:00:00+01:00"
    assert datetime.fromisoformat(told["request_deadline"]).utcoffset() is not None
    assert told["until"] == "5 pm on Thursday 25 October 2018"
    assert told["deadline_included"] == "yes"


def test_no_cell_is_a_formula_and_a_cell_of_several_lines_is_one_cell(
    sqlite_engine: Engine,
) -> None:
    published(sqlite_engine, title=NASTY, body="@SUM(A1)")
    _, row = rows(as_csv(sqlite_engine.publishing.open_for_call_in(HEREFORDSHIRE)))
    assert row[1] == f"'{NASTY}"
    assert row[3] == "'@SUM(A1)"
    noticed(sqlite_engine, matter="-1\n=2", copies="+44 20")
    head, row = rows(as_csv(sqlite_engine.publishing.forward_plan(HEREFORDSHIRE)))
    assert tuple(head) == PLAN_COLUMNS
    assert (row[4], row[10]) == ("'-1\n=2", "'+44 20")


def test_markup_has_no_effect_in_markdown(sqlite_engine: Engine) -> None:
    published(sqlite_engine, title=NASTY)
    text = as_markdown(sqlite_engine.publishing.open_for_call_in(HEREFORDSHIRE))
    assert "<script>" not in text
    (row,) = [line for line in text.splitlines() if line.startswith("| HFD")]
    assert row.replace("\\|", "").count("|") == len(page_of_open(sqlite_engine).headings) + 3


def page_of_open(engine: Engine):  # type: ignore[no-untyped-def]
    return page_of(engine.publishing.open_for_call_in(HEREFORDSHIRE))


@pytest.mark.parametrize("which", ["open_for_call_in", "forward_plan"])
def test_a_feed_has_what_the_law_of_feeds_asks_for(
    sqlite_engine: Engine, clock: ManualClock, which: str
) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: an id, a title, an author, and when each was updated."""
    published(sqlite_engine, title=NASTY)
    noticed(sqlite_engine, matter=NASTY)
    text = as_atom(getattr(sqlite_engine.publishing, which)(HEREFORDSHIRE))
    feed = etree.fromstring(text.encode())
    assert feed.tag == f"{ATOM}feed"
    (entry,) = feed.findall(f"{ATOM}entry")
    for part in (feed, entry):
        for name in ("id", "title", "updated"):
            (one,) = part.findall(f"{ATOM}{name}")
            assert one.text
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Herefordshire Council"
    assert feed.findtext(f"{ATOM}id") != entry.findtext(f"{ATOM}id")
    read = feedparser.parse(text)
    assert not read.bozo
    assert (read.version, len(read.entries)) == ("atom10", 1)
    assert read.entries[0].id.startswith("urn:uuid:")
    assert read.entries[0].updated_parsed is not None
    assert NASTY in etree.fromstring(text.encode()).findtext(f"{ATOM}entry/{ATOM}title")


def test_who_an_entry_is_never_changes_and_its_last_change_is_told(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = published(sqlite_engine)
    first = feedparser.parse(as_atom(sqlite_engine.publishing.open_for_call_in(HEREFORDSHIRE)))
    later = datetime.fromisoformat("2018-10-19T10:00:00+00:00")
    clock.move_to(later)
    again = feedparser.parse(as_atom(sqlite_engine.publishing.open_for_call_in(HEREFORDSHIRE)))
    assert again == first
    said = sqlite_engine.statement(ref)
    from dataclasses import replace

    given = {"statement": replace(said, title="Another title"), "ruling": "A slip."}
    must(sqlite_engine.take(ref, "correct", by=OFFICER, **given))
    now = feedparser.parse(as_atom(sqlite_engine.publishing.open_for_call_in(HEREFORDSHIRE)))
    assert (now.feed.id, now.entries[0].id) == (first.feed.id, first.entries[0].id)
    assert now.entries[0].updated == now.feed.updated == "2018-10-19T10:00:00Z"


def test_an_amended_draft_does_not_show_in_the_feed(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = noticed(sqlite_engine)
    before = as_atom(sqlite_engine.publishing.forward_plan(HEREFORDSHIRE))
    clock.move_to(datetime.fromisoformat("2018-10-19T10:00:00+00:00"))
    from dataclasses import replace

    said = replace(sqlite_engine.statement(ref), title="canary")
    must(sqlite_engine.take(ref, "amend", by=MAKER, statement=said))
    assert as_atom(sqlite_engine.publishing.forward_plan(HEREFORDSHIRE)) == before


def test_no_two_pages_and_no_two_registers_have_one_identity(
    sqlite_address: str, clock: ManualClock, tmp_path: object
) -> None:
    engine = opened(sqlite_address, clock)
    ids = {
        feedparser.parse(as_atom(page(council))).feed.id
        for page in (engine.publishing.open_for_call_in, engine.publishing.forward_plan)
        for council in (HEREFORDSHIRE, GULLSHIRE)
    }
    assert len(ids) == 4


def test_with_nothing_to_tell_every_form_is_valid_and_says_so(sqlite_engine: Engine) -> None:
    publishing = sqlite_engine.publishing
    for page in (
        publishing.open_for_call_in(HEREFORDSHIRE),
        publishing.forward_plan(HEREFORDSHIRE),
    ):
        assert page_of(page).nothing in as_markdown(page)
        assert len(rows(as_csv(page))) == 1
        read = feedparser.parse(as_atom(page))
        assert (read.bozo, read.entries) == (False, [])
        assert read.feed.updated
    for days in (publishing.open_days(HEREFORDSHIRE), publishing.plan_days(HEREFORDSHIRE)):
        book = Calendar.from_ical(as_ics(days))
        assert len(book.subcomponents) == 1
        assert book.events == []


def test_what_is_not_seen_is_in_no_form(sqlite_engine: Engine) -> None:
    """No such mark can be typed; an older register may hold one."""
    ref = published(sqlite_engine)
    with sqlite_engine.transactions.writing() as work:
        work.rows.connection.exec_driver_sql(
            f"UPDATE cd_decisions SET title = 'a\u202eb\x07c' WHERE ref = '{ref}'"
        )
    page = sqlite_engine.publishing.open_for_call_in(HEREFORDSHIRE)
    for text in (as_markdown(page), as_csv(page), as_atom(page)):
        assert not {"\u202e", "\x07"} & set(text)
        assert "a b c" in text

"""The age of the law: every provision and every citation says when it was last read."""

from datetime import date, timedelta

from workflow import authority as law
from workflow.calendars.nations import Nation
from workflow.constitution.audit.law_read import LawRead, Sort, citations, law_read
from workflow.constitution.audit.watched import WANTING
from workflow.constitution.head import Body
from workflow.constitution.reading import national

TODAY = date(2026, 12, 7)
ROWS = law_read(TODAY)


def of(sort: Sort) -> list[LawRead]:
    return [row for row in ROWS if row.sort is sort]


def test_every_provision_of_every_nations_law_is_a_row_once() -> None:
    """What stands for one sort of body is a row of its own; what it shares with all is not."""
    wanted = set()
    for nation in Nation:
        for body in Body:
            found = national(nation, body)
            for entries in () if found is None else found.provisions.values():
                wanted |= {
                    (each.since, each.authority.title, each.authority.rule) for each in entries
                }
    rows = of(Sort.PROVISION)
    assert {(row.since, row.title, row.rule) for row in rows} == wanted
    assert len({(row.of, row.what, row.since) for row in rows}) == len(rows)
    assert {row.of for row in rows} == {
        "England",
        "England, combined authority",
        "England, combined county authority",
        "Wales",
        "Northern Ireland",
    }


def test_every_citation_in_the_code_is_a_row() -> None:
    named = {each.rule for each in vars(law).values() if isinstance(each, law.Authority)}
    assert {row.rule for row in of(Sort.CITATION)} == named
    assert set(WANTING) <= set(citations())
    assert [row.of for row in of(Sort.CITATION) if "(W" in row.title or "Wales" in row.title] == [
        "Wales",
        "Wales",
        "Wales",
    ]


def test_everything_that_is_rested_on_says_when_it_was_read_and_where() -> None:
    for row in (*of(Sort.PROVISION), *of(Sort.CITATION)):
        assert row.read is not None, row
        assert row.read <= date(2026, 11, 30), "nobody has read it since"
        assert row.link.startswith(("https://", "http://")), row


def test_its_age_is_counted_from_the_day_that_is_given() -> None:
    """By the clock that is passed in: a week later everything is a week older."""
    for now, later in zip(ROWS, law_read(TODAY + timedelta(days=7)), strict=True):
        assert now.read is None or now.age == (TODAY - now.read).days
        assert (now.age is None) == (now.read is None)
        assert now.age is None or later.age == now.age + 7


def test_what_is_not_known_is_said_with_what_would_settle_it() -> None:
    for row in of(Sort.NOT_ON_FILE):
        assert row.unknown, row
        assert not row.disapplied
    for row in ROWS:
        assert bool(row.unknown) <= bool(row.settled_by), row
        assert not row.unsure or row.unknown, ("unsure, and not said of what", row)


def test_what_is_known_of_the_act_of_2026_is_there() -> None:
    found = {row.rule.split(",")[0]: row for row in of(Sort.NOT_ON_FILE) if "2026" in row.title}
    scrutiny = found["section 11"]
    assert scrutiny.unsure
    assert "14 days" in scrutiny.unknown
    assert not found["section 1"].unsure


def test_what_is_done_away_with_is_told_apart() -> None:
    """A combined authority gives no notice of a private meeting, though a council does."""
    private = {
        row.of: row.disapplied
        for row in of(Sort.PROVISION)
        if row.what == "Notice of a private meeting"
    }
    assert private == {
        "England": False,
        "England, combined authority": True,
        "England, combined county authority": True,
    }

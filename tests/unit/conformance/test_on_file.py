"""A notice is judged by all that is on file for its day: the rule, other readings of it, the
windows its file says the rule does not give, and whether the rule is known to hold."""

from datetime import date

import pytest

from workflow.calendars.nations import Nation
from workflow.conformance.on_file import ReadingOnFile, judged
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.constitution import Constitution
from workflow.constitution.reading import parse

FILE = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2023-01-01
before = "assumed"
days = 5
unit = "working"
counted-from = "decision"
start-day-counts = false
request-by = "end of day"
takes-effect = "at the end of the period"
basis = "inferred from notices"
rule = "published lists"
confidence = "unsure"
words = "Five working days."
irregular = [
  { reference = "7", made = 2024-06-10, published = 2024-06-12, effective-from = 2024-06-15, why = "Entered by hand." },
  { reference = "8", published = 2024-07-03, last-day = 2024-07-06, why = "Published again." },
]
could-be = [
  { counted-from = "publication", windows = [
    { reference = "1", made = 2023-05-15, published = 2023-05-16, effective-from = 2023-05-24 },
    { reference = "2", made = 2023-06-12, published = 2023-06-13, effective-from = 2023-06-21 },
  ] },
  { days = 8, windows = [
    { reference = "3", made = 2023-05-15, effective-from = 2023-05-26 },
    { reference = "4", made = 2023-06-12, effective-from = 2023-06-23 },
  ] },
]

[[call-in-period]]
from = 2025-01-01
days = 3
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = "end of day"
takes-effect = "at the end of the period"
basis = "constitution"
rule = "rule 15"
words = "Three working days."
"""  # noqa: E501
MONDAY, WEDNESDAY = date(2024, 6, 3), date(2024, 6, 5)


def borsetshire(was: str = "", now: str = "") -> Constitution:
    found, complaints = parse(FILE.replace(was, now), "b.toml")
    assert found is not None, complaints
    return found


def notice(
    made: date | None,
    published: date | None,
    end: date,
    kind: EndKind = EndKind.LAST_DAY,
) -> PublishedNotice:
    return PublishedNotice(
        line=2,
        id="X",
        council="Borsetshire Council",
        nation=Nation.ENGLAND,
        made_on=made,
        published_on=published,
        from_publication=published is not None,
        working_days=5,
        start_counts=False,
        end_kind=kind,
        end=end,
        explained=True,
    )


@pytest.mark.parametrize(
    ("end", "reading", "shown"),
    [
        (date(2024, 6, 10), ReadingOnFile.RULE, date(2024, 6, 10)),
        (date(2024, 6, 12), ReadingOnFile.COULD_BE, date(2024, 6, 12)),
        (date(2024, 6, 13), ReadingOnFile.COULD_BE, date(2024, 6, 13)),
        (date(2024, 6, 11), None, date(2024, 6, 10)),
    ],
)
def test_the_rule_is_tried_first_and_then_each_other_reading(
    end: date, reading: ReadingOnFile | None, shown: date
) -> None:
    found = judged(notice(MONDAY, WEDNESDAY, end), borsetshire())
    assert found is not None
    assert found.reading is reading
    assert found.shown.end == shown
    assert found.by_rule.end == date(2024, 6, 10)
    assert found.others == (() if reading else (date(2024, 6, 12), date(2024, 6, 13)))


def test_the_other_reading_that_agrees_is_told() -> None:
    found = judged(notice(MONDAY, WEDNESDAY, date(2024, 6, 13)), borsetshire())
    assert found is not None
    assert found.rule.days == 8


@pytest.mark.parametrize(
    ("made", "published", "end", "reading", "assumed"),
    [
        # From the decision by the rule, and 4 June is not printed as the day of publication:
        # 5 days from the decision is the 11th; by the other reading too, as far as is printed.
        (date(2024, 6, 4), None, date(2024, 6, 11), ReadingOnFile.RULE, ""),
        # No day of decision: the rule counts from 5 June, taken as the day it was made.
        (None, WEDNESDAY, date(2024, 6, 12), ReadingOnFile.RULE, "no day of decision"),
        # Eight days, from a decision that is not printed.
        (None, WEDNESDAY, date(2024, 6, 17), ReadingOnFile.COULD_BE, "no day of decision"),
    ],
)
def test_a_reading_that_counts_from_what_is_not_printed_says_so(
    made: date | None, published: date | None, end: date, reading: ReadingOnFile, assumed: str
) -> None:
    found = judged(notice(made, published, end), borsetshire())
    assert found is not None
    assert found.reading is reading
    assert found.shown.assumed.startswith(assumed)
    assert bool(found.shown.assumed) is bool(assumed)


def test_another_reading_is_counted_from_the_day_that_is_printed() -> None:
    """The rule counts from a publication that the notice does not print, and the other reading
    from the decision, which it does: only the first rests on an assumption."""
    text = FILE.replace('counted-from = "decision"', 'counted-from = "publication"')
    text = text.replace(
        '{ counted-from = "publication", w', '{ counted-from = "decision", days = 6, w'
    )
    file, complaints = parse(text, "b.toml")
    assert file is not None, complaints
    by_the_rule = judged(notice(MONDAY, None, date(2024, 6, 10)), file)
    by_another = judged(notice(MONDAY, None, date(2024, 6, 11)), file)
    assert by_the_rule is not None
    assert by_another is not None
    assert by_the_rule.shown.assumed.startswith("no day of publication")
    assert (by_another.reading, by_another.shown.assumed) == (ReadingOnFile.COULD_BE, "")


@pytest.mark.parametrize(
    ("made", "published", "end", "kind", "why"),
    [
        (date(2024, 6, 10), date(2024, 6, 12), date(2024, 6, 15), EndKind.DAY_AFTER, "Entered"),
        (date(2024, 6, 10), date(2024, 6, 12), date(2024, 6, 14), EndKind.LAST_DAY, "Entered"),
        (date(2024, 6, 10), None, date(2024, 6, 14), EndKind.LAST_DAY, "Entered"),
        (date(2024, 7, 1), date(2024, 7, 3), date(2024, 7, 7), EndKind.DAY_AFTER, "Published"),
        (date(2024, 6, 10), date(2024, 6, 12), date(2024, 6, 15), EndKind.LAST_DAY, ""),
        (date(2024, 6, 10), date(2024, 6, 11), date(2024, 6, 14), EndKind.LAST_DAY, ""),
        (date(2024, 6, 11), date(2024, 6, 12), date(2024, 6, 14), EndKind.LAST_DAY, ""),
        # Nothing that both print: the window has no day of decision, and the notice no other.
        (date(2024, 7, 3), None, date(2024, 7, 6), EndKind.LAST_DAY, ""),
    ],
)
def test_a_window_of_the_file_is_known_by_its_days(
    made: date, published: date | None, end: date, kind: EndKind, why: str
) -> None:
    found = judged(notice(made, published, end, kind), borsetshire())
    assert found is not None
    assert found.reading is None
    assert (found.listed is not None) is bool(why)
    assert found.listed is None or found.listed.why.startswith(why)


def test_a_window_is_looked_for_under_every_entry() -> None:
    """Its day may be judged by another entry than the one that lists it."""
    text = FILE.replace(
        'words = "Three working days."',
        'words = "Three working days."\nirregular = [{ reference = "9", made = 2024-06-17, '
        'last-day = 2024-06-18, why = "Closed." }]',
    )
    file, complaints = parse(text, "b.toml")
    assert file is not None, complaints
    found = judged(notice(date(2024, 6, 17), None, date(2024, 6, 18)), file)
    assert found is not None
    assert found.listed is not None
    assert found.listed.why == "Closed."


def test_a_rule_that_is_assumed_to_hold_is_marked_and_is_unsure() -> None:
    """Even where the file is sure of it from the day since when it is known."""
    head, _, later = FILE.split("[[call-in-period]]")
    sure, complaints = parse(f'{head}[[call-in-period]]\nbefore = "assumed"{later}', "b.toml")
    assert sure is not None, complaints
    known = judged(notice(None, date(2025, 6, 4), date(2025, 6, 9)), sure)
    before = judged(notice(None, date(2022, 6, 8), date(2022, 6, 13)), sure)
    for found, assumed in ((known, False), (before, True)):
        assert found is not None
        provision = found.shown.provision
        assert provision is not None
        assert (provision.assumed, provision.authority.unsure) == (assumed, assumed)
    unsaid = borsetshire('before = "assumed"', "")
    assert judged(notice(date(2022, 6, 6), None, date(2022, 6, 13)), unsaid) is None


def test_another_reading_past_the_calendar_is_passed_over() -> None:
    """Five days from the decision, and from publication, still end within it; eight do not."""
    day = date(2028, 12, 20)
    text = FILE.replace("from = 2025-01-01", "from = 2028-12-30")
    file, complaints = parse(text, "b.toml")
    assert file is not None, complaints
    printed = notice(day, day, date(2028, 12, 24))
    found = judged(printed, file)
    assert found is not None
    assert (found.reading, found.others) == (None, (date(2028, 12, 29),))

"""References: the next free one, one's own, and words that databases read as patterns."""

import pytest

from support.councils import LARKSHIRE
from support.people import AUTHOR
from support.statements import a_statement
from support.steps import drafted, must
from workflow import Engine, ManualClock
from workflow.errors import Invalid
from workflow.register.query import DecisionQuery


def test_the_next_free_reference_follows_the_highest(any_engine: Engine) -> None:
    """Numbers go up from the highest, and a gap is not filled."""
    assert drafted(any_engine) == "HFD-2018-001"
    assert drafted(any_engine) == "HFD-2018-002"
    drafted(any_engine, ref="HFD-2018-041")
    assert drafted(any_engine) == "HFD-2018-042"


def test_the_number_has_three_figures_or_more(any_engine: Engine) -> None:
    """After 999 comes 1000, and it is still the highest."""
    drafted(any_engine, ref="HFD-2018-999")
    assert drafted(any_engine) == "HFD-2018-1000"
    assert drafted(any_engine) == "HFD-2018-1001"


def test_each_year_and_each_council_has_its_own_numbers(
    any_engine: Engine, clock: ManualClock
) -> None:
    """The year is London's on the day of the draft."""
    assert drafted(any_engine) == "HFD-2018-001"
    assert drafted(any_engine, LARKSHIRE) == "LRK-2018-001"
    clock.move_to(clock.now().replace(year=2019))
    assert drafted(any_engine) == "HFD-2019-001"


@pytest.mark.parametrize(
    "ref",
    [
        "HFD-2018-x",
        "HFD-2018-",
        "HFD-2018-1.5",
        "HFD-2018-12-a",
        "hfd-2018-900",
        "HFD_2018_900",
        "HFD-20180-900",
        "HFD-2018-" + "9" * 31,
    ],
)
def test_a_reference_of_ones_own_does_not_disturb_the_numbers(any_engine: Engine, ref: str) -> None:
    """Only a plain number after the prefix and year counts; one too long to follow does not."""
    assert drafted(any_engine, ref=ref) == ref
    assert drafted(any_engine) == "HFD-2018-001"
    assert [each.ref for each in any_engine.list()] == sorted([ref, "HFD-2018-001"])


def test_a_number_written_with_noughts_counts_as_its_number(any_engine: Engine) -> None:
    """HFD-2018-0007 is number 7."""
    drafted(any_engine, ref="HFD-2018-0007")
    assert drafted(any_engine) == "HFD-2018-008"


@pytest.mark.parametrize("prefix", ["A_", "A%", "A\\", "A-B"])
def test_a_prefix_that_a_database_reads_as_a_pattern_is_taken_literally(
    engine: Engine, prefix: str
) -> None:
    """An underscore or a percent sign in a prefix matches itself alone."""
    for ref in ("AX-2018-700", "AXX-2018-800", "A-B-2018-041"):
        drafted(engine, ref=ref)
    with engine.transactions.writing() as work:
        found = work.decisions.free_reference(prefix, 2018)
    assert found == (f"{prefix}-2018-042" if prefix == "A-B" else f"{prefix}-2018-001")


@pytest.mark.parametrize(
    "ref", ["", " ", "-1", "a b", "a/b", "a\x00", "ŵ1", "a" * 41, "a\n", "%", "a'b", "../x"]
)
def test_a_reference_of_other_characters_is_refused(any_engine: Engine, ref: str) -> None:
    """A reference has letters, digits, dots, dashes and underscores only."""
    with pytest.raises(Invalid, match="not a reference"):
        any_engine.draft(council=LARKSHIRE, statement=a_statement(), by=AUTHOR, ref=ref)
    with pytest.raises(Invalid, match="not a reference"):
        any_engine.get(ref)


@pytest.mark.parametrize("ref", ["a", "9", "A.b_c-D.", "a" * 40])
def test_a_reference_of_allowed_characters_is_kept(any_engine: Engine, ref: str) -> None:
    """Up to forty of them, as they are."""
    drafted(any_engine, ref=ref)
    assert any_engine.get(ref).ref == ref
    verified = any_engine.journal.verify(ref)
    assert (verified.checked, verified.breaks) == (1, ())


def test_references_that_differ_in_case_are_two(any_engine: Engine) -> None:
    """A reference is what it says: X-1 is not x-1."""
    drafted(any_engine, ref="X-1", title="Upper")
    drafted(any_engine, ref="x-1", title="Lower")
    assert any_engine.get("X-1").title == "Upper"
    assert any_engine.get("x-1").title == "Lower"


def test_two_hands_drafting_at_once_get_two_references(engine: Engine) -> None:
    """A reference given inside a transaction is not given again after it."""
    first = must(engine.draft(council=LARKSHIRE, statement=a_statement(), by=AUTHOR))
    second = must(engine.draft(council=LARKSHIRE, statement=a_statement(), by=AUTHOR))
    assert first.decision.ref != second.decision.ref


def test_a_percent_sign_is_looked_for_as_itself(any_engine: Engine) -> None:
    """Words sought are words, and never a pattern."""
    drafted(any_engine, ref="a", title="A 5% rise")
    drafted(any_engine, ref="b", title="A 5 pound rise")
    drafted(any_engine, ref="c_1", title=r"A \ in it")
    assert [each.ref for each in any_engine.list(DecisionQuery(words="5%"))] == ["a"]
    assert [each.ref for each in any_engine.list(DecisionQuery(words="%"))] == ["a"]
    assert [each.ref for each in any_engine.list(DecisionQuery(words="C_1"))] == ["c_1"]
    assert [each.ref for each in any_engine.list(DecisionQuery(words="_"))] == ["c_1"]
    assert [each.ref for each in any_engine.list(DecisionQuery(words="\\"))] == ["c_1"]

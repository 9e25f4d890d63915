"""That a date comes after the end of its council is said beforehand, wherever the date is told."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from support.ending_council import ENDSHIRE, ITS_END, ending, engine_ending, to
from support.people import MONITORING
from support.register_pages import a_listed
from support.steps import must, petitioned, published
from workflow import Engine, Kind, ManualClock
from workflow.answers.outlasts import outlasts_answer
from workflow.calendars.days import calendar_for
from workflow.errors import NotOnFile
from workflow.explanation.calendar_entries import DecisionDay, Stands
from workflow.explanation.deadline import by_rule
from workflow.explanation.deadline_document import document as told_alone
from workflow.explanation.decision_document import PERIOD, document
from workflow.explanation.document import Sentence, Warned
from workflow.explanation.explain import Explanation
from workflow.explanation.printed_notice import PrintedNotice, printed_by_rule
from workflow.importing.assess import ImportOutcome, assess
from workflow.planning.plan import plan

WORDS = (
    "Its effect, 17:00 on Thu 25 Oct 2018, does not come before the end of Endshire Council on Thu "
    "25 Oct 2018, when East Endshire Council and West Endshire Council take its place."
)
PRINTED = (
    "Endshire Council is abolished on Thursday 25 October 2018, and East Endshire Council and West "
    "Endshire Council take its place. This decision would take effect at 5 pm on Thursday "
    "25 October 2018, and does not do so by the passing of time alone."
)


@pytest.fixture
def engine(sqlite_address: str, clock: ManualClock, tmp_path: Path) -> Engine:
    """At Endshire, which ends on 25 October 2018."""
    return engine_ending(sqlite_address, clock, tmp_path / "councils")


def explained(engine: Engine, ref: str) -> Explanation:
    found = engine.explain(ref)
    assert isinstance(found, Explanation)
    return found


def minded(found: Explanation) -> list[tuple[str, str]]:
    """Give what is said of the end, and with which date."""
    return [
        (section.about, each.words)
        for section in document(found).sections
        for each in section.blocks
        if isinstance(each, Warned) and "end of Endshire" in each.words
    ]


def keep(engine: Engine, ref: str) -> None:
    said = {"outcome": "keep", "reason": "Agreed."}
    must(engine.take(ref, "deadline-review", by=MONITORING, **said))


def called_in(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine, ENDSHIRE)
    to(clock, 24)
    petitioned(engine, ref, ("policy: It is against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    return ref


def test_explain_says_it_with_the_period(engine: Engine) -> None:
    found = explained(engine, published(engine, ENDSHIRE))
    assert found.in_question
    assert found.outlasts is not None
    assert found.outlasts.words == WORDS
    ((about, words),) = minded(found)
    assert about == PERIOD
    assert words.startswith(WORDS)
    assert f"decisions deadline-review {found.decision.ref} --help" in words


def test_explain_says_who_kept_it_and_asks_no_more(engine: Engine) -> None:
    ref = published(engine, ENDSHIRE)
    keep(engine, ref)
    found = explained(engine, ref)
    assert not found.in_question
    (section,) = document(found).sections
    said = [each.words for each in section.blocks if isinstance(each, Sentence)]
    assert f"{WORDS} A person has kept it all the same." in said
    assert minded(found) == []


def test_explain_says_it_with_the_clock_that_brings_the_effect(
    engine: Engine, clock: ManualClock
) -> None:
    """And not with the period, which is no matter any more."""
    found = explained(engine, called_in(engine, clock))
    assert [about for about, _ in minded(found)] == ["scrutiny"]
    assert {each.about for each in document(found).sections} == {PERIOD, "scrutiny"}


def test_nothing_is_said_of_what_ends_before(
    sqlite_address: str, clock: ManualClock, tmp_path: Path
) -> None:
    later = engine_ending(sqlite_address, clock, tmp_path / "councils", date(2018, 10, 26))
    found = explained(later, published(later, ENDSHIRE))
    assert (found.outlasts, found.in_question) == (None, False)


def test_a_printed_notice_promises_no_effect(engine: Engine, clock: ManualClock) -> None:
    """Before the last moment for a request and after it; until a person has kept the date."""
    ref = published(engine, ENDSHIRE)
    for day in (18, 30):
        to(clock, day)
        notice = engine.publishing.call_in_words(ref)
        assert isinstance(notice, PrintedNotice)
        assert PRINTED in " ".join(notice.paragraphs)
        assert "If it is not called in" not in " ".join(notice.paragraphs)
        assert notice.beside[0].startswith(WORDS)
    keep(engine, ref)
    notice = engine.publishing.call_in_words(ref)
    assert isinstance(notice, PrintedNotice)
    assert PRINTED not in " ".join(notice.paragraphs)
    assert not [each for each in notice.beside if "end of Endshire" in each]


def test_a_notice_of_what_was_called_in_says_it_too(engine: Engine, clock: ManualClock) -> None:
    notice = engine.publishing.call_in_words(called_in(engine, clock))
    assert isinstance(notice, PrintedNotice)
    assert notice.paragraphs[0].startswith("This decision has been called in")
    assert "Endshire Council is abolished on Thursday 25 October 2018" in notice.paragraphs[1]


def _dated(engine: Engine, ref: str) -> dict[str, DecisionDay]:
    found = engine.calendars.dates(ref)
    assert found
    return {each.uid.split("@")[0].removeprefix(f"{ref}-"): each for each in found.days}


def test_its_day_in_a_calendar_is_tentative_until_it_is_kept(engine: Engine) -> None:
    ref = published(engine, ENDSHIRE)
    before = _dated(engine, ref)
    assert before["takes-effect"].stands is Stands.TENTATIVE
    assert before["call-in-ends"].stands is Stands.CONFIRMED
    assert any(WORDS in line for line in before["takes-effect"].words)
    keep(engine, ref)
    after = _dated(engine, ref)["takes-effect"]
    assert (after.stands, after.revision) == (Stands.CONFIRMED, before["takes-effect"].revision + 1)


# -- of no decision -----------------------------------------------------------------------------


def test_a_deadline_by_the_councils_rule_says_it() -> None:
    found = by_rule(constitution=ending(), published_at=datetime(2018, 10, 18, 9, tzinfo=UTC))
    assert found.outlasts is not None
    told = outlasts_answer(found.outlasts)
    assert told is not None
    assert told.ends_on == date(2018, 10, 25)
    (section,) = told_alone(found).sections
    assert [each.words for each in section.blocks if isinstance(each, Warned)] == [WORDS]
    assert found.window is not None
    assert found.rules is not None
    notice = printed_by_rule(found.window, found.rules, found.outlasts)
    assert PRINTED in notice.paragraphs
    assert notice.beside[0] == WORDS
    sooner = by_rule(constitution=ending(), published_at=datetime(2018, 10, 17, 9, tzinfo=UTC))
    assert sooner.outlasts is None


def test_a_deadline_of_a_publication_after_the_end_is_not_on_file() -> None:
    with pytest.raises(NotOnFile, match="the council ended on Thu 25 Oct 2018"):
        by_rule(constitution=ending(), published_at=datetime(2018, 10, 25, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"implement_by": date(2018, 10, 24)}, ""),
        ({"implement_by": ITS_END}, "the council ended on Thu 25 Oct 2018"),
        ({"implement_by": date(2018, 12, 1)}, "the council ended on Thu 25 Oct 2018"),
        ({"decide_on": date(2018, 10, 17)}, ""),
        ({"decide_on": date(2018, 10, 18)}, "does not come before the end of Endshire Council"),
        ({"decide_on": date(2018, 10, 26)}, "the council ended on Thu 25 Oct 2018"),
    ],
)
def test_a_plan_past_the_end_cannot_be_made_and_says_why(asked: dict[str, date], says: str) -> None:
    constitution, today = ending(), date(2018, 9, 3)
    calendar = calendar_for(constitution.nation)
    given = {"kind": Kind.NON_KEY, "today": today, **asked}
    if not says:
        found = plan(constitution, calendar, **given)  # type: ignore[arg-type]
        assert max(each.day for each in found.milestones) < ITS_END
        return
    with pytest.raises(NotOnFile, match=says) as fault:
        plan(constitution, calendar, **given)  # type: ignore[arg-type]
    assert re.search("decisions (plan|constitution list)", fault.value.cure)


def test_the_impact_of_an_end_is_what_could_no_longer_be_given(
    sqlite_address: str, clock: ManualClock, tmp_path: Path
) -> None:
    """A period and a clock that cross it, each with why; what ends before is not touched."""
    far = engine_ending(sqlite_address, clock, tmp_path / "councils", date(2019, 4, 1))
    before = published(far, ENDSHIRE)
    to(clock, 22)
    crossing = published(far, ENDSHIRE)
    petitioned(far, before, ("policy: It is against it.",))
    must(far.take(before, "request-accept", by=MONITORING, reason="Enough."))
    changed = replace(ending(date(2018, 10, 26)), source="changed.toml")
    looked, moved = far.constitutions.impact(changed)
    assert looked == 2
    told = {(each.ref, each.what.label): (each.now, each.note) for each in moved}
    assert set(told) == {(crossing, "call-in period"), (before, "scrutiny's time")}
    now, note = told[crossing, "call-in period"]
    assert now is None
    assert note == (
        "17:00 on Mon 29 Oct 2018 would not come before the end of Endshire Council on Fri 26 Oct "
        "2018, when East Endshire Council and West Endshire Council take its place"
    )
    assert told[before, "scrutiny's time"][0] is None
    assert far.constitutions.impact(ending(date(2019, 4, 1)))[1] == []


# -- imported from another register -------------------------------------------------------------


@pytest.mark.parametrize(
    ("published_on", "now", "comes"),
    [
        (18, datetime(2018, 10, 19, tzinfo=UTC), ImportOutcome.OPEN),
        (18, datetime(2018, 10, 26, tzinfo=UTC), ImportOutcome.NEEDS_PERSON),
        (17, datetime(2018, 10, 26, tzinfo=UTC), ImportOutcome.ENDED),
    ],
)
def test_what_ran_out_after_the_end_is_not_imported_as_in_effect(
    published_on: int, now: datetime, comes: ImportOutcome
) -> None:
    """While it is open it is imported, and the close leaves it; one that ended before has ended."""
    day, constitution = date(2018, 10, published_on), ending()
    listed = a_listed(made_on=day, published_on=day, effective_from=None)
    found = assess(listed, constitution, calendar_for(constitution.nation), now)
    assert found.outcome is comes
    assert ("the end of Endshire Council on Thu 25 Oct 2018" in found.why) == (
        comes is ImportOutcome.NEEDS_PERSON
    )

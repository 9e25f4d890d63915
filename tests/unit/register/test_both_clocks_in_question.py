"""Both clocks of a called-in decision are counted again when the calendar changes."""

from datetime import date

from support.councils import GULLSHIRE
from support.lives.one_year import asked, at, engine_of, ordinary
from support.people import MONITORING, OFFICER
from support.steps import must
from workflow.calendars.council import DayKind
from workflow.explanation.explain import Explanation


def test_a_clock_beside_the_one_that_governs_is_in_question_too() -> None:
    """Scrutiny's time, with a week of it closed, would end after a direction that ran longer."""
    engine = engine_of()
    at(engine, 18)
    ref = ordinary(engine)
    asked(engine, ref)
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    at(engine, 24)
    must(engine.take(ref, "scrutiny-direct", by=OFFICER, days=14, reason="Under review."))
    said = {"title": "Closed", "reason": "A flood", "source": "A notice"}
    assert engine.calendars.in_question(GULLSHIRE) == []
    for day in range(25, 32):
        if date(2018, 10, day).weekday() < 5:
            closing = date(2018, 10, day)
            assert engine.calendars.enter_day(
                GULLSHIRE, closing, DayKind.CLOSURE, by=OFFICER, **said
            )
    assert engine.calendars.in_question(GULLSHIRE) == [ref]
    found = engine.explain(ref)
    assert isinstance(found, Explanation)
    assert [clock.in_question for clock in found.time_limits] == [True, False]

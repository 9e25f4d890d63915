"""Planning backwards: each date by a count that shares no code with ours, and the routes left."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import constitution, made_up
from support.requests import rules
from workflow.answers.as_json import as_json
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import start_of_day
from workflow.constitution.constitution import Constitution
from workflow.errors import BeyondCalendar, Invalid, NotOnFile
from workflow.model.kind import Kind
from workflow.planning.plan import plan
from workflow.planning.planned import Milestone, Plan

HEREFORDSHIRE, GULLSHIRE = constitution(), made_up()
ENGLAND = calendar_for(Nation.ENGLAND)
HOLIDAYS = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2026, 8, 31)}
"""The bank holidays of England near the days planned here; Boxing Day is on the 28th."""
LONG_BEFORE = date(2026, 6, 1)
DAY = timedelta(days=1)


def planned(
    council: Constitution = HEREFORDSHIRE,
    kind: Kind = Kind.KEY,
    today: date = LONG_BEFORE,
    calendar: Calendar = ENGLAND,
    **more: Any,
) -> Plan:
    return plan(council, calendar, kind=kind, today=today, **more)


def named(found: Plan, name: str) -> Milestone:
    (one,) = [each for each in found.milestones if each.name == name]
    return one


def days_of(found: Plan) -> dict[str, date]:
    return {each.name: each.day for each in found.milestones}


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def on(start: date, days: int) -> date:
    """Give the day so many working days after another, or before it."""
    day, step = start, DAY if days > 0 else -DAY
    for _ in range(abs(days)):
        day += step
        while not works(day):
            day += step
    return day


# -- from the day of the decision ---------------------------------------------------------------


def test_the_example_in_the_law_read_both_ways() -> None:
    """Decided on Wednesday 9 December 2026: notice by Tuesday 10 November, or Thursday 29 October
    where the 28 clear days are working days."""
    notice = named(planned(decide_on=date(2026, 12, 9)), "notice")
    assert notice.day == date(2026, 11, 10)
    assert (
        notice.note == "28 clear calendar days; read as working days it would be Thu 29 Oct 2026."
    )
    assert notice.authority.rule == "regulation 9"
    assert notice.by
    assert notice.count is not None
    assert [day.day for day in notice.count.workings()][-1] == date(2026, 11, 11)


def test_a_notice_that_a_council_published_agrees() -> None:
    """Nottingham's general exception of Thursday 10 January 2019: not before 18 January."""
    routes = planned(today=date(2019, 1, 10), decide_on=date(2019, 1, 18)).routes
    assert [(route.name, route.open) for route in routes] == [
        ("notice", False),
        ("general-exception", True),
        ("special-urgency", True),
    ]
    assert "publish it by Thu 10 Jan 2019." in routes[1].says


def test_every_date_after_the_decision() -> None:
    """Four working days at Herefordshire: published the same day, effect at the midnight after."""
    found = planned(decide_on=date(2026, 12, 21))
    assert days_of(found) == {
        "notice": date(2026, 11, 22),
        "decide": date(2026, 12, 21),
        "publish": date(2026, 12, 21),
        "last-request": date(2026, 12, 29),
        "implement": date(2026, 12, 30),
    }
    assert [each.by for each in found.milestones] == [True, False, True, True, False]
    assert "same day is taken" in named(found, "publish").note
    skipped = named(found, "last-request").count
    assert skipped is not None
    assert {day.day for day in skipped.workings() if "oxing" in day.why} == {date(2026, 12, 28)}


def test_a_meeting_in_private_has_two_notices_more() -> None:
    found = days_of(planned(kind=Kind.NON_KEY, decide_on=date(2026, 12, 9), private=True))
    assert found["private-notice"] == date(2026, 11, 10)
    assert found["private-further"] == on(date(2026, 12, 9), -5) - DAY == date(2026, 12, 1)
    assert "notice" not in found


def test_where_the_nation_asks_no_notice_none_is_planned() -> None:
    cardiff = constitution("cardiff")
    found = planned(cardiff, calendar=calendar_for(Nation.WALES), decide_on=date(2026, 12, 9))
    assert not {"notice", "general-exception"} & set(days_of(found))
    assert found.routes == ()


# -- from the day to act by ---------------------------------------------------------------------

WANTED = [date(2026, 12, 1) + timedelta(days=number) for number in range(45)]


@pytest.mark.parametrize("by", WANTED, ids=str)
def test_the_last_day_that_will_do_is_found_whatever_day_is_asked_for(by: date) -> None:
    """Over Christmas too: in force by that day, and not if it were published a day later."""
    found = days_of(planned(implement_by=by))
    published = found["publish"]
    assert works(published)
    assert found["implement"] == on(published, 4) + DAY <= by
    assert on(on(published, 1), 4) + DAY > by
    assert found["decide"] == published
    assert found["notice"] == published - 29 * DAY


def test_an_hour_within_the_day_will_do_and_is_said() -> None:
    """At Gullshire effect is at 17:00 on the last day."""
    found = planned(GULLSHIRE, implement_by=date(2026, 11, 27))
    assert days_of(found)["implement"] == date(2026, 11, 27)
    assert named(found, "implement").note == "Not before the hour at which the period ends."
    assert named(planned(implement_by=date(2026, 11, 27)), "implement").note == ""


_TARGET = """
[[publication-target]]
from = 2010-01-01
days = 2
basis = "constitution"
rule = "Part 5, rule 50"
words = "A decision is published within two working days."

[[direction]]"""


def test_a_target_for_publication_comes_between() -> None:
    council = rules("gullshire", ("[[direction]]", _TARGET)).constitution
    forwards = planned(council, decide_on=date(2026, 12, 9))
    assert days_of(forwards)["publish"] == on(date(2026, 12, 9), 2)
    assert named(forwards, "publish").authority.rule == "Part 5, rule 50"
    backwards = days_of(planned(council, implement_by=date(2026, 12, 18)))
    assert backwards["decide"] == on(backwards["publish"], -2)


def test_days_that_only_the_council_is_closed_are_left_out() -> None:
    said = {"title": "Closed", "reason": "Works", "source": "A notice", "entered_by": "someone"}
    known = {"known_at": start_of_day(LONG_BEFORE), "recorded_at": start_of_day(LONG_BEFORE)}
    row = CouncilDay(day=date(2026, 12, 10), kind=DayKind.CLOSURE, **said, **known)
    shut = calendar_for(Nation.ENGLAND, [row])
    wanted = {"decide_on": date(2026, 12, 9)}
    open_, closed = planned(**wanted), planned(calendar=shut, **wanted)
    assert days_of(closed)["implement"] == on(days_of(open_)["last-request"], 1) + DAY
    assert days_of(closed)["notice"] == days_of(open_)["notice"]


# -- kinds that may not be called in ------------------------------------------------------------


def test_what_may_not_be_called_in_is_in_force_when_it_is_published() -> None:
    found = planned(GULLSHIRE, Kind.OFFICER_NON_KEY, implement_by=date(2026, 12, 27))
    assert days_of(found) == dict.fromkeys(("decide", "publish", "implement"), date(2026, 12, 24))
    assert "not subject to call-in" in named(found, "implement").note
    assert named(found, "implement").authority.rule == "Part 5, rule 2"
    assert found.routes == ()


def test_a_kind_of_which_nothing_is_on_file_has_no_plan() -> None:
    """To publish it would be refused, as not on file: so there is no day to plan by."""
    with pytest.raises(NotOnFile):
        planned(kind=Kind.OFFICER_NON_KEY, decide_on=date(2026, 12, 9))


# -- days that have passed ----------------------------------------------------------------------


def marks(today: date) -> tuple[list[str], list[str]]:
    """Give which dates have passed, and which routes are open, as of a day."""
    found = planned(today=today, decide_on=date(2026, 12, 9))
    passed = [each.name for each in found.milestones if each.passed]
    return passed, [route.name for route in found.routes if route.open]


@pytest.mark.parametrize(
    ("today", "passed", "routes"),
    [
        (date(2026, 11, 10), [], ["notice", "general-exception", "special-urgency"]),
        (date(2026, 11, 11), ["notice"], ["general-exception", "special-urgency"]),
        (date(2026, 12, 1), ["notice"], ["general-exception", "special-urgency"]),
        (date(2026, 12, 2), ["notice"], ["special-urgency"]),
        (date(2026, 12, 9), ["notice"], ["special-urgency"]),
        (date(2026, 12, 10), ["notice", "decide", "publish"], []),
    ],
    ids=str,
)
def test_each_day_is_open_until_it_is_over(
    today: date, passed: list[str], routes: Sequence[str]
) -> None:
    assert marks(today) == (passed, routes)


def test_a_road_that_is_closed_says_so_and_the_last_says_who_must_agree() -> None:
    found = planned(today=date(2026, 12, 2), decide_on=date(2026, 12, 9)).routes
    assert found[0].says.endswith("by Tue 10 Nov 2026, which has passed.")
    assert found[1].says.endswith("by Tue 1 Dec 2026, which has passed.")
    assert "the chair of scrutiny or, failing them, the chair of council" in found[2].says


# -- what cannot be planned ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "given", [{}, {"implement_by": date(2026, 12, 9), "decide_on": date(2026, 12, 9)}]
)
def test_a_plan_is_worked_out_from_one_day(given: dict[str, date]) -> None:
    with pytest.raises(Invalid, match="from one day") as said:
        planned(**given)
    assert "--implement-by" in str(said.value.cure)


@pytest.mark.parametrize("given", ["implement_by", "decide_on"])
def test_no_day_is_given_past_the_published_holidays(given: str) -> None:
    with pytest.raises(BeyondCalendar):
        planned(**{given: date(2029, 1, 10)})
    with pytest.raises(BeyondCalendar):
        planned(decide_on=date(2028, 12, 29))


@pytest.mark.parametrize("given", ["implement_by", "decide_on"])
def test_before_any_rule_is_on_file_there_is_no_plan(given: str) -> None:
    """Herefordshire's is on file from July 2017; Greater Manchester's period is not on file."""
    with pytest.raises(NotOnFile):
        planned(**{given: date(2017, 5, 10)})
    with pytest.raises(NotOnFile):
        planned(constitution("greater-manchester"), **{given: date(2026, 12, 9)})


def test_it_is_plain_data_that_programs_rely_on() -> None:
    found: Any = as_json(planned(decide_on=date(2026, 12, 9)))
    assert set(found) == {
        "council", "kind", "target", "today", "edition", "milestones", "routes",
    }  # fmt: skip
    assert found["target"] == {"implement_by": None, "decide_on": "2026-12-09", "private": False}
    assert [(each["name"], each["date"]) for each in found["routes"]] == [
        ("notice", "2026-11-10"), ("general-exception", "2026-12-01"), ("special-urgency", None),
    ]  # fmt: skip
    first = found["milestones"][0]
    assert (first["name"], first["date"], first["by"], first["passed"]) == (
        "notice", "2026-11-10", True, False,
    )  # fmt: skip
    assert first["workings"][0] == {
        "date": "2026-12-09",
        "weekday": "Wednesday",
        "number": None,
        "why": "the day it is counted from",
    }

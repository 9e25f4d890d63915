"""Where a council's rule has an hour, a plan gives it with the day."""

from datetime import date, time
from typing import Any

from support.councils import constitution, made_up
from workflow.answers.as_json import as_json
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import at_hour
from workflow.constitution.constitution import Constitution
from workflow.model.kind import Kind
from workflow.planning.plan import plan
from workflow.planning.planned import Milestone, Plan
from workflow.planning.wording import when

HEREFORDSHIRE, GULLSHIRE, LARKSHIRE = constitution(), made_up(), made_up("larkshire")


def planned(council: Constitution, kind: Kind, **more: Any) -> Plan:
    calendar = calendar_for(Nation.ENGLAND)
    return plan(council, calendar, kind=kind, today=date(2026, 6, 1), **more)


def named(found: Plan, name: str) -> Milestone:
    return next(each for each in found.milestones if each.name == name)


def test_the_hour_of_a_rule_is_given_with_its_day() -> None:
    """Of the last request and of its effect; none where the whole of the day is meant."""
    found = planned(GULLSHIRE, Kind.KEY, implement_by=date(2026, 11, 27))
    five = at_hour(date(2026, 11, 27), time(17))
    assert {each.name: each.at for each in found.milestones if each.at is not None} == {
        "last-request": five,
        "implement": five,
    }
    lark = planned(LARKSHIRE, Kind.NON_KEY, decide_on=date(2026, 11, 20))
    assert named(lark, "last-request").at == at_hour(named(lark, "last-request").day, time(17))
    assert named(lark, "implement").at is None
    whole = planned(HEREFORDSHIRE, Kind.KEY, implement_by=date(2026, 11, 27))
    assert [each.at for each in whole.milestones] == [None] * len(whole.milestones)
    said: Any = as_json(found)
    plain = {each["name"]: each["at"] for each in said["milestones"]}
    assert plain["implement"] == {
        "utc": "2026-11-27T17:00:00.000000Z",
        "london": "2026-11-27T17:00:00+00:00",
    }
    assert plain["decide"] is None


def test_the_hour_is_londons_in_summer_too() -> None:
    found = planned(GULLSHIRE, Kind.KEY, implement_by=date(2026, 7, 24))
    assert {when(each) for each in found.milestones if each.at is not None} == {
        "17:00 on Fri 24 Jul 2026"
    }

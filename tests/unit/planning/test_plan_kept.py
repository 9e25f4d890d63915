"""A saved plan read again, and what another calendar would do to it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from support.councils import constitution
from workflow.answers.as_json import as_json
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.errors import Invalid, NotFound
from workflow.explanation.deadline import asked_about
from workflow.impact.plans import PlanImpact, impact_on_plan
from workflow.model.kind import Kind
from workflow.planning.plan import plan
from workflow.planning.planned import PlanTarget
from workflow.planning.saved_plan import read_plan

HEREFORDSHIRE = constitution()
ENGLAND = calendar_for(Nation.ENGLAND)
TODAY = date(2026, 11, 2)


def plain(**asked: Any) -> dict[str, Any]:
    """Give a key decision's plan as its JSON has it: decided on 9 December 2026, if not said."""
    wanted = asked or {"decide_on": date(2026, 12, 9)}
    found: Any = as_json(plan(HEREFORDSHIRE, ENGLAND, kind=Kind.KEY, today=TODAY, **wanted))
    assert isinstance(found, dict)
    return found


def saved(tmp_path: Path, what: object) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(what), encoding="utf-8")
    return path


def closed(*days: date) -> Calendar:
    return calendar_for(Nation.ENGLAND, asked_about(days))


def impact(path: Path, after: Calendar, before: Calendar = ENGLAND, at: date = TODAY) -> PlanImpact:
    return impact_on_plan(read_plan(path), HEREFORDSHIRE, before, after, at)


def moves(found: PlanImpact) -> dict[str, tuple[date | None, date | None]]:
    return {each.name: (each.was, each.now) for each in found.moved}


def test_what_was_asked_is_read_with_every_day(tmp_path: Path) -> None:
    asked = PlanTarget(implement_by=date(2026, 12, 16), private=True)
    path = saved(tmp_path, plain(implement_by=asked.implement_by, private=True))
    found = read_plan(path)
    assert (found.file, found.council, found.kind) == (str(path), "herefordshire", Kind.KEY)
    assert found.target == asked
    assert dict(found.days) == {
        "notice": date(2026, 11, 10),
        "general-exception": date(2026, 12, 1),
        "private-notice": date(2026, 11, 10),
        "private-further": date(2026, 12, 1),
        "decide": date(2026, 12, 9),
        "publish": date(2026, 12, 9),
        "last-request": date(2026, 12, 15),
        "implement": date(2026, 12, 16),
    }


def test_from_the_day_it_is_decided_what_follows_moves_on(tmp_path: Path) -> None:
    """Four working days from Wednesday 9 December 2026, and Thursday 10 no longer among them."""
    found = impact(saved(tmp_path, plain()), closed(date(2026, 12, 10)))
    assert moves(found) == {
        "last-request": (date(2026, 12, 15), date(2026, 12, 16)),
        "implement": (date(2026, 12, 16), date(2026, 12, 17)),
    }
    assert (found.unlike, found.fault) == ((), "")
    assert [each.says for each in found.moved] == [
        "It may be called in until",
        "Implement it from",
    ]


def test_from_the_day_to_act_by_what_comes_before_moves_back(tmp_path: Path) -> None:
    """In force by Wednesday 16 December: without the 10th it is published on the 8th, a Tuesday,
    with 28 clear days before it, and five clear working days before it from 30 November."""
    path = saved(tmp_path, plain(implement_by=date(2026, 12, 16)))
    assert moves(impact(path, closed(date(2026, 12, 10)))) == {
        "notice": (date(2026, 11, 10), date(2026, 11, 9)),
        "general-exception": (date(2026, 12, 1), date(2026, 11, 30)),
        "decide": (date(2026, 12, 9), date(2026, 12, 8)),
        "publish": (date(2026, 12, 9), date(2026, 12, 8)),
    }


def test_a_road_that_is_no_milestone_moves_too(tmp_path: Path) -> None:
    """Of five clear working days before 9 December, Thursday the 3rd is one no more."""
    found = impact(saved(tmp_path, plain()), closed(date(2026, 12, 3)))
    assert moves(found) == {"general-exception": (date(2026, 12, 1), date(2026, 11, 30))}
    assert found.moved[0].says == "Publish the general exception notice by"


def test_the_notices_of_a_private_meeting_move_too(tmp_path: Path) -> None:
    """The further notice has its five clear days by the same count; the first has 28 of any."""
    path = saved(tmp_path, plain(decide_on=date(2026, 12, 9), private=True))
    assert moves(impact(path, closed(date(2026, 12, 3)))) == {
        "private-further": (date(2026, 12, 1), date(2026, 11, 30)),
        "general-exception": (date(2026, 12, 1), date(2026, 11, 30)),
    }


def test_a_day_outside_a_plan_moves_nothing(tmp_path: Path) -> None:
    assert moves(impact(saved(tmp_path, plain()), closed(date(2026, 12, 17)))) == {}


@pytest.mark.parametrize(
    ("at", "passed"), [(date(2026, 12, 15), [False, False]), (date(2026, 12, 16), [True, False])]
)
def test_a_day_is_passed_when_it_is_over(tmp_path: Path, at: date, passed: list[bool]) -> None:
    found = impact(saved(tmp_path, plain()), closed(date(2026, 12, 10)), at=at)
    assert [each.passed for each in found.moved] == passed


def test_a_file_that_is_not_as_it_would_be_made_today_is_found_out(tmp_path: Path) -> None:
    """Its calendar has changed since, or someone has changed the file."""
    path = saved(tmp_path, plain())
    found = impact(path, closed(date(2026, 12, 10)), before=closed(date(2026, 12, 10)))
    assert found.moved == ()
    assert [(each.name, each.was, each.now) for each in found.unlike] == [
        ("last-request", date(2026, 12, 15), date(2026, 12, 16)),
        ("implement", date(2026, 12, 16), date(2026, 12, 17)),
    ]
    edited = plain()
    edited["milestones"][-1] |= {"name": "implemnt", "date": "2026-12-18"}
    found = impact(saved(tmp_path, edited), ENGLAND)
    assert [(each.name, each.was, each.now) for each in found.unlike] == [
        ("implemnt", date(2026, 12, 18), None),
        ("implement", None, date(2026, 12, 16)),
    ]


def test_where_the_change_leaves_no_plan_every_day_has_none_and_why(tmp_path: Path) -> None:
    """Four working days from 21 December 2028 end on the 29th, the last that is published."""
    path = saved(tmp_path, plain(decide_on=date(2028, 12, 21)))
    found = impact(path, closed(date(2028, 12, 28)))
    assert found.fault.startswith("Working day 4 after Thu 21 Dec 2028 is after Sun 31 Dec 2028")
    assert moves(found)["last-request"] == (date(2028, 12, 29), None)
    assert {now for _, now in moves(found).values()} == {None}
    assert [each.says for each in found.moved][:2] == [
        "Publish the notice of the key decision by",
        "Publish the general exception notice by",
    ]


def test_one_that_cannot_be_made_again_at_all_says_so(tmp_path: Path) -> None:
    """It was made with later rules than are on file, or by a calendar that reached further."""
    target = {"implement_by": None, "decide_on": "2029-01-09", "private": False}
    later = plain() | {"target": target}
    with pytest.raises(Invalid, match=r"plan\.json cannot be made again: .* 2029") as said:
        impact(saved(tmp_path, later), ENGLAND)
    assert "upgrade council-decisions" in said.value.cure


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: {key: value for key, value in data.items() if key != name}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: [data], "is not a plan."),
        (lambda _: "a plan", "is not a plan."),
        (_without("milestones"), "is not a plan."),
        (_without("council"), "is not a plan."),
        (_without("target"), "an earlier version saved it"),
        (lambda data: data | {"target": []}, "from one day"),
        (lambda data: data | {"target": None}, "not a plan as it was saved"),
        (
            lambda data: data | {"target": data["target"] | {"implement_by": "2026-12-16"}},
            "one day",
        ),
        (lambda data: data | {"target": data["target"] | {"decide_on": None}}, "from one day"),
        (lambda data: data | {"target": data["target"] | {"decide_on": 9}}, "as it was saved"),
        (lambda data: data | {"target": data["target"] | {"mayor": True}}, "as it was saved"),
        (lambda data: data | {"kind": "secret"}, "as it was saved"),
        (lambda data: data | {"council": 7}, "as it was saved"),
        (lambda data: data | {"milestones": [{}]}, "as it was saved"),
        (lambda data: data | {"milestones": 1}, "as it was saved"),
        (lambda data: data | {"milestones": [{"name": "decide", "date": "soon"}]}, "as it was"),
        (lambda data: data | {"routes": ["notice"]}, "as it was saved"),
    ],
)
def test_what_is_no_plan_of_ours_is_refused_with_what_to_do(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], said: str
) -> None:
    with pytest.raises(Invalid, match=said) as refused:
        read_plan(saved(tmp_path, spoil(plain())))
    assert str(refused.value).startswith(f"{tmp_path / 'plan.json'} ")
    assert "decisions plan --council NAME" in refused.value.cure


@pytest.mark.parametrize("text", ["", "{", "Publish it by Wed 9 Dec 2026", "[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid, match="is not JSON, and so not a plan"):
        read_plan(path)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_plan(tmp_path / "none.json")

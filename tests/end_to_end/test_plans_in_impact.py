"""Plans in `calendar impact`: the register keeps none, and each is given as the file it is in."""

import csv
import io
import json
from pathlib import Path

import pytest

from support.terminal import Said, Terminal

DECIDE = ("plan", "--council", "herefordshire", "--decide-on", "2026-12-09", "--json")
IMPACT = ("calendar", "impact", "--closed", "2026-12-10")
NOT_KEPT = (
    "Plans are not kept on the register. To see whether the days of one would move, give the file "
    "that decisions plan … --json was saved in: --plan FILE"
)


@pytest.fixture
def plan(terminal: Terminal, tmp_path: Path) -> str:
    """A key decision to be made in Herefordshire on Wednesday 9 December 2026, planned before."""
    terminal.begun()
    return kept(terminal, "plan.json", *DECIDE)


def kept(terminal: Terminal, name: str, *asked: str) -> str:
    """Save a plan in the folder where the terminal is."""
    Path(name).write_text(terminal.did(*asked, at="2026-11-02 09:00:00").out, encoding="utf-8")
    return name


def flat(text: str) -> str:
    return " ".join(text.split())


def test_each_day_of_a_plan_is_told_from_what_to_what(terminal: Terminal, plan: str) -> None:
    told = terminal.did(*IMPACT, "--plan", plan)
    assert told.out.splitlines()[:2] == [
        "plan.json\tplan\tto come\tTue 15 Dec 2026\tWed 16 Dec 2026\tIt may be called in until",
        "plan.json\tplan\tto come\tWed 16 Dec 2026\tThu 17 Dec 2026\tImplement it from",
    ]
    assert "Of the days of the plan, 2 to come would change; 0 past ones" in told.out
    assert NOT_KEPT not in flat(told.out)
    assert told.err == ""
    late = terminal.did(*IMPACT, "--plan", plan, at="2026-12-16 09:00:00")
    assert late.out.startswith("plan.json\tplan\tpassed\tTue 15 Dec 2026\tWed 16 Dec 2026\t")
    assert "1 to come would change; 1 past one would have been different." in late.out


def test_where_no_plan_is_given_it_says_that_none_is_kept(terminal: Terminal) -> None:
    assert NOT_KEPT in flat(terminal.begun().did(*IMPACT, at="2026-11-02 09:00:00").out)


def test_several_plans_stand_beside_what_is_on_the_register(terminal: Terminal, plan: str) -> None:
    """A period to the end of 15 December moves with two plans, one of which is of two notices."""
    terminal.now = "2026-11-02 09:00:00"
    other = kept(
        terminal, "private.json", "plan", "--council", "herefordshire", "--kind", "non-key",
        "--private", "--implement-by", "2026-12-16", "--json",
    )  # fmt: skip
    terminal.staffed().published_on("RUNS", "2026-12-09")
    told = terminal.did(*IMPACT, "--plan", plan, "--plan", other)
    rows = [line.split("\t") for line in told.out.splitlines() if "\t" in line]
    assert rows[0][:3] == ["RUNS", "call-in period", "running"]
    assert [(row[0], *row[3:]) for row in rows[1:]] == [
        ("plan.json", "Tue 15 Dec 2026", "Wed 16 Dec 2026", "It may be called in until"),
        ("plan.json", "Wed 16 Dec 2026", "Thu 17 Dec 2026", "Implement it from"),
        ("private.json", "Tue 10 Nov 2026", "Mon 9 Nov 2026",
         "Publish the notice of the private meeting by"),
        ("private.json", "Tue 1 Dec 2026", "Mon 30 Nov 2026",
         "Publish the further notice of it by"),
        ("private.json", "Wed 9 Dec 2026", "Tue 8 Dec 2026", "Make the decision by"),
        ("private.json", "Wed 9 Dec 2026", "Tue 8 Dec 2026", "Publish it by"),
    ]  # fmt: skip
    assert "1 current date would change; 0 past dates would have been different." in told.out
    assert "Of the days of the 2 plans, 4 to come would change; 2 past ones" in told.out


def test_as_json_a_plan_says_what_was_asked_and_what_would_move(
    terminal: Terminal, plan: str
) -> None:
    (told,) = terminal.did(*IMPACT, "--plan", plan, "--json").plain["plans"]
    assert told["target"] == {"implement_by": None, "decide_on": "2026-12-09", "private": False}
    assert (told["file"], told["council"], told["kind"]) == ("plan.json", "herefordshire", "key")
    assert (told["unlike"], told["fault"]) == ([], None)
    assert told["moved"][0] == {
        "name": "last-request",
        "says": "It may be called in until",
        "was": "2026-12-15",
        "now": "2026-12-16",
        "passed": False,
    }


def test_as_csv_its_rows_have_the_same_columns(terminal: Terminal, plan: str) -> None:
    said = terminal.did(*IMPACT, "--plan", plan, "--csv")
    first = next(csv.DictReader(io.StringIO(said.out)))
    assert first == {
        "REFERENCE": "plan.json",
        "WHAT": "plan",
        "STANDS": "to come",
        "ON RECORD": "Tue 15 Dec 2026",
        "WOULD BE": "Wed 16 Dec 2026",
        "NOTE": "It may be called in until",
    }


def test_a_nation_takes_the_plans_of_its_councils(terminal: Terminal, plan: str) -> None:
    """Also of a council that has nothing on the register; and not those of another nation."""
    holiday = ("calendar", "impact", "--add", "2026-12-10", "--plan", plan, "--nation")
    assert "Tue 15 Dec 2026\tWed 16 Dec 2026" in terminal.did(*holiday, "england").out
    refused = terminal(*holiday, "wales")
    assert refused.code == 2
    assert "plan.json is a plan of herefordshire, which is in England." in refused.err
    assert "--nation england" in refused.err


def test_a_plan_of_another_council_is_refused(terminal: Terminal, plan: str) -> None:
    refused = terminal(*IMPACT, "--plan", plan, "--council", "gloucestershire")
    assert (refused.code, refused.out) == (2, "")
    assert "plan.json is a plan of herefordshire, and not of gloucestershire." in refused.err
    assert "--council herefordshire" in refused.err


def amiss(terminal: Terminal, plan: str, old: str, new: str) -> Said:
    """Change the file of a plan by hand, and ask."""
    text = Path(plan).read_text(encoding="utf-8")
    assert text.count(old) >= 1
    Path(plan).write_text(text.replace(old, new), encoding="utf-8")
    return terminal(*IMPACT, "--plan", plan)


def test_an_edited_day_is_noticed_and_what_would_move_is_told_all_the_same(
    terminal: Terminal, plan: str
) -> None:
    said = amiss(terminal, plan, '"date": "2026-12-15",\n      "by": true', '"date": "2026-12-14",'
                 '\n      "by": true')  # fmt: skip
    assert said.code == 0
    assert "Tue 15 Dec 2026\tWed 16 Dec 2026\tIt may be called in until" in said.out
    assert flat(said.err) == (
        "Mind: plan.json is not what the same question is answered today. It may be called in "
        "until: Mon 14 Dec 2026 in the file, Tue 15 Dec 2026 today. The calendar or the rules have "
        "changed since it was saved, or the file has been. What would move is told from today's "
        "days: make it again."
    )


def test_a_day_entered_since_it_was_saved_is_noticed_as_well(terminal: Terminal, plan: str) -> None:
    terminal.staffed()
    add = ("calendar", "add", "--date", "2026-12-10", "--title", "Shut", "--reason", "R")
    terminal.did(*add, "--source", "S")
    said = terminal.did(*IMPACT, "--plan", plan)
    assert "0 to come would change" in said.out
    assert "Implement it from: Wed 16 Dec 2026 in the file, Thu 17 Dec 2026 today." in flat(
        said.err
    )


def test_what_is_no_plan_is_refused_before_anything_is_said(terminal: Terminal, plan: str) -> None:
    said = amiss(terminal, plan, '"target"', '"answered"')
    assert (said.code, said.out) == (2, "")
    assert "does not say what it was worked out from" in said.err
    Path(plan).write_text(json.dumps({"a": 1}), encoding="utf-8")
    assert "plan.json is not a plan." in terminal(*IMPACT, "--plan", plan).err
    assert terminal(*IMPACT, "--plan", "none.json").code == 5


def test_where_no_plan_could_be_made_it_says_why(terminal: Terminal) -> None:
    kept(terminal.begun(), "late.json", *DECIDE[:3], "--decide-on", "2028-12-21", "--json")
    said = terminal.did("calendar", "impact", "--closed", "2028-12-28", "--plan", "late.json")
    assert "late.json\tplan\tto come\tFri 29 Dec 2028\tnone\tIt may be called in until" in said.out
    assert "Mind: late.json: were that so, no plan could be made. Working day 4" in flat(said.err)

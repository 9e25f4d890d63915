"""At the terminal: what crosses the end of a council is minded when it is published, and left."""

import json
from pathlib import Path

import pytest

from support.ending_council import ENDSHIRE, ending_text, write_ending
from support.terminal import Said, Terminal

SAID = "does not come before the end of Endshire Council on Thu 25 Oct 2018"
NEW = (
    "new --title Road --body Cabinet --kind non-key --made-on 2018-10-17 --decision Build "
    "--reasons Reported --no-alternatives --no-conflicts --ref"
)


@pytest.fixture
def ends(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal at Endshire, which ends on 25 October 2018."""
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(write_ending(tmp_path / "councils")))
    monkeypatch.setenv("DECISIONS_COUNCIL", ENDSHIRE)
    terminal.now = "2018-10-17 07:00:00"
    return terminal.staffed()


def in_one_line(said: str) -> str:
    return " ".join(said.split())


def published(ends: Terminal, ref: str, day: int) -> Said:
    ends.did(*NEW.split(), ref, at=f"2018-10-{day} 08:00:00")
    ends.did("sign", ref, "--signatory", "The Leader", at=f"2018-10-{day} 09:00:00")
    return ends.did("publish", ref, "--where", "the website", at=f"2018-10-{day} 10:00:00")


def test_a_publication_that_crosses_the_end_is_minded_and_one_before_is_not(ends: Terminal) -> None:
    """So is whatever is done to it after, until a person has kept the date."""
    assert SAID not in in_one_line(published(ends, "SOONER", 17).err)
    said = in_one_line(published(ends, "LATER", 18).err)
    assert said.count("Mind: Its effect") == 1
    assert SAID in said
    assert "decisions deadline-review LATER --help" in said
    assert SAID in in_one_line(ends.did("show", "LATER").err)
    assert SAID in in_one_line(ends.did("explain", "LATER").out)
    kept = ends.did(
        "deadline-review", "LATER", "--outcome", "keep", "--reason", "Agreed with the successors"
    )
    for each in (kept, ends.did("show", "LATER")):
        assert SAID not in in_one_line(each.err)
    past = next(line for line in ends.did("history", "LATER").out.splitlines() if "past" in line)
    assert past.strip() == "effect kept past the end of the council: Thu 25 Oct 2018 17:00"


def test_the_night_leaves_it_and_goes_on_once_it_is_kept(ends: Terminal) -> None:
    for ref, day in (("SOONER", 17), ("LATER", 18)):
        published(ends, ref, day)
    said = ends("close", at="2018-10-26 01:00:00")
    assert said.code == 8
    assert "2 due, 1 closed, 1 left for a person, 0 faults." in in_one_line(said.out)
    left = in_one_line(said.out + said.err)
    assert "left LATER: Its effect, 17:00 on Thu 25 Oct 2018," in left
    assert "someone must decide. [ends-after-council]" in left
    assert (
        "Do: If it should take effect then, keep its date: decisions deadline-review LATER" in left
    )
    again = ends("close", "--json")
    assert [each["code"] for each in again.plain["left"]] == ["ends-after-council"]
    ends.did("deadline-review", "LATER", "--outcome", "keep", "--reason", "Agreed")
    assert ends.did("close", "--json").plain["closed"] == ["LATER"]


def test_what_next_says_of_it_before_the_end(ends: Terminal) -> None:
    """That time alone will not bring it about, and that its date can be kept now."""
    published(ends, "LATER", 18)
    steps = {each["step"]: each for each in ends.did("next", "LATER", "--json").plain["steps"]}
    codes = [each["code"] for each in steps["close"]["reasons"]]
    assert codes == ["call-in-open", "ends-after-council"]
    assert steps["deadline-review"]["open"]


def test_a_check_of_the_calendar_names_it(ends: Terminal) -> None:
    published(ends, "SOONER", 17)
    assert ends.did("calendar", "check", "--json").plain["past_the_councils_end"] == []
    published(ends, "LATER", 18)
    said = ends("calendar", "check")
    assert said.code == 8
    assert "Dates that come after the end of the council: LATER." in in_one_line(said.out)


def test_the_json_of_an_explanation_has_it(ends: Terminal) -> None:
    published(ends, "LATER", 18)
    plain = ends.did("explain", "LATER", "--json").plain
    assert plain["in_question"]
    late = plain["outlasts_council"]
    assert (late["ends_on"], late["kept"]) == ("2018-10-25", False)
    assert late["successors"] == ["East Endshire Council", "West Endshire Council"]
    assert late["effect"]["london"] == "2018-10-25T17:00:00+01:00"
    assert late["authority"]["title"] == "Endshire (Structural Changes) Order 2017"


def test_a_deadline_and_a_plan_say_it(ends: Terminal) -> None:
    given = ("--council", ENDSHIRE, "--published")
    assert SAID in in_one_line(ends.did("deadline", *given, "2018-10-18T09:00").err)
    assert SAID not in in_one_line(ends.did("deadline", *given, "2018-10-17T09:00").err)
    notice = ends.did("explain", *given, "2018-10-18T09:00", "--notice")
    assert "does not do so by the passing of time alone" in in_one_line(notice.out)
    late = ends("plan", "--kind", "non-key", "--decide-on", "2018-10-18")
    assert late.code == ends("plan", "--kind", "non-key", "--decide-on", "2018-10-29").code != 0
    said = in_one_line(late.err)
    assert "No such plan can be made." in said
    assert "decisions plan --council endshire --implement-by 2018-10-24" in said
    ends.did("plan", "--kind", "non-key", "--implement-by", "2018-10-24")


def test_its_rules_are_shown_with_its_end(ends: Terminal) -> None:
    said = in_one_line(ends.did("constitution", "show", ENDSHIRE).out)
    assert "End of the council [council-ends]" in said
    assert "The council is abolished; East Endshire Council and West Endshire Council" in said
    after = json.loads(
        ends.did("constitution", "show", ENDSHIRE, "--on", "2018-10-25", "--json").out
    )
    assert "call-in-period" not in after["rules"]
    assert after["rules"]["council-ends"]["value"]["successors"][0] == "East Endshire Council"


def test_a_file_in_which_a_council_ends_before_it_begins_is_refused(
    ends: Terminal, tmp_path: Path
) -> None:
    """With 2, the file, the key and the cure; and nothing of it is used."""
    file = tmp_path / "own.toml"
    text = ending_text().replace("from = 2018-10-25", "from = 2009-04-01")
    file.write_text(text, encoding="utf-8")
    said = ends("constitution", "check", str(file))
    assert said.code == 2
    told = in_one_line(said.err)
    assert f"{file}: council-ends[1].from: The council ends before it begins" in told
    assert "Give the day on which it is abolished" in told

"""A worked example that cannot be read, or cannot be run, is complained of clearly."""

import re
from datetime import date
from pathlib import Path

import pytest

from cli.examples.reading import read
from cli.exits import NOT_VERIFIED
from cli.main import main
from support.examples import EXAMPLES, FILES, OFSTED, altered
from workflow.errors import Invalid
from workflow.model.people import Role


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('council = "herefordshire"', 'council = "herefordshire"\ncuncil = 1', "cuncil"),
        ("may-implement = true }", "may-implment = true }", "then.may-implment"),
        ('what = "sign"', 'what = "sign"\nwehn = 1', "happens[1].wehn"),
        ("at = 2018-10-18T15:00:00", "at = 2018-10-18", "happens[1].at"),
        ("at = 2018-10-18T15:00:00", 'at = "yesterday"', "happens[1].at"),
        ("edges = [1, 2, 25]", 'edges = ["one"]', "edges"),
        ('source = "', 'sauce = "', "source"),
        ("title = ", "title = = ", "is not TOML"),
        ("at = 2018-10-24T23:59:00", 'at = "the end - 1 fortnight"', "happens[3].at"),
        ('what = "close"', 'what = "close"\nonly-if = "openn"', "happens[3].only-if"),
        ('what = "close"', 'what = "close"\nshows = ["the recrd"]', "happens[3].shows"),
    ],
    ids=[
        "a key",
        "a fact",
        "a happening's key",
        "a day",
        "words",
        "edges",
        "no source",
        "no TOML",
        "no such unit",
        "no such state",
        "nothing to show",
    ],
)
def test_a_bad_file_is_complained_of_by_its_place(
    before: str, after: str, named: str, tmp_path: Path
) -> None:
    with pytest.raises(Invalid, match=re.escape(named)):
        read(altered(tmp_path, before, after))


@pytest.mark.parametrize(
    ("people", "named"),
    [
        ('{ "Cllr Ash" = "membr" }', "people.Cllr Ash.holds: 'membr' is not known here"),
        ('{ "Cllr Ash" = ["member", "clerk"] }', "'clerk' is not known here"),
        ('{ "Cllr Ash" = { of = "Dunmore" } }', "people.Cllr Ash.holds: It is missing"),
        ('{ "Cllr Ash" = { holds = "member", ward = "Dunmore" } }', "people.Cllr Ash.ward"),
        ('{ "Cllr Ash" = { holds = "member", since = "May" } }', "people.Cllr Ash.since"),
        ('{ "Cllr Ash" = [] }', "people.Cllr Ash: It is empty."),
        ('{ "" = "member" }', "It is empty. Give a name."),
        ('[{ name = "Cllr Ash", holds = ["member"] }]', "people: It is no table of names."),
    ],
)
def test_people_who_cannot_be_read_are_complained_of_by_name(
    people: str, named: str, tmp_path: Path
) -> None:
    council = 'council = "herefordshire"'
    with pytest.raises(Invalid, match=re.escape(named)):
        read(altered(tmp_path, council, f"{council}\npeople = {people}"))


def test_a_person_holds_one_role_or_several_each_with_its_ward_and_days(tmp_path: Path) -> None:
    """The line that says no more than the role is held since long before, for the whole council."""
    ash = '{ holds = "member", of = "Dunmore", until = 2018-09-30 }'
    people = f'{{ "Cllr Ash" = [{ash}, "scrutiny-chair"], "Mr Oak" = "co-optee" }}'
    council = 'council = "herefordshire"'
    member, chair, oak = read(altered(tmp_path, council, f"{council}\npeople = {people}")).people
    assert (member.role, member.of, member.until) == (
        Role.MEMBER,
        "Dunmore",
        date(2018, 9, 30),
    )
    assert (chair.name, chair.role, chair.of, chair.until) == (
        "Cllr Ash",
        Role.SCRUTINY_CHAIR,
        "",
        None,
    )
    assert (oak.name, oak.role, oak.since) == ("Mr Oak", Role.CO_OPTEE, date(2000, 1, 1))


def test_an_example_in_which_nothing_happens_is_refused(tmp_path: Path) -> None:
    text = OFSTED.read_text(encoding="utf-8")
    path = tmp_path / "idle.toml"
    path.write_text(text[: text.index("[[happens]]")], encoding="utf-8")
    with pytest.raises(Invalid, match="happens"):
        read(path)


def test_a_bad_file_ends_the_command_with_two_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered(tmp_path, "title = ", "title = = ")
    assert main(["example", "run", str(path)]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "is not TOML" in said
    assert "Traceback" not in said


def test_an_unknown_council_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = altered(tmp_path, 'council = "herefordshire"', 'council = "atlantis"')
    assert main(["example", "run", str(path)]) != 0
    assert "atlantis" in capsys.readouterr().err


def test_a_constitution_that_contradicts_itself_is_complained_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = next(path for path in FILES if path.stem.startswith("44-"))
    path = altered(tmp_path, "days = 5", "days = 0", own)
    assert main(["example", "run", str(path)]) == 2
    assert "call-in-period[1].days" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("of", "before", "after"),
    [
        (OFSTED, "at = 2018-10-24T23:59:00", "at = 2018-10-17T23:59:00"),
        (EXAMPLES / "17-christmas-shutdown.toml", "day = 2025-12-29, ", ""),
        (EXAMPLES / "17-christmas-shutdown.toml", 'kind = "closure"', 'kind = "clsure"'),
        (OFSTED, 'council = "herefordshire"', 'council = "x"\nconstitution = "x"'),
    ],
    ids=["out of order", "no day", "no such kind of day", "a constitution that is no table"],
)
def test_what_cannot_be_run_is_complained_of_and_is_no_crash(
    of: Path, before: str, after: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["example", "run", str(altered(tmp_path, before, after, of))]) in (2, NOT_VERIFIED)
    assert "[crash]" not in capsys.readouterr().err

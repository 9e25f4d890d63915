"""The worked examples: each holds, each could fail, and a bad one is complained of clearly."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from cli.examples.reading import Example, read
from cli.examples.running import Run
from cli.exits import NOT_VERIFIED
from cli.main import main
from support.registers import copied
from workflow.errors import Invalid
from workflow.model.people import Role

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.toml"))
OFSTED = HERE / "01-herefordshire-ofsted.toml"
REFUSED = HERE / "33-scrutiny-late.toml"
EDGES = HERE.parents[1] / "docs" / "explanation" / "edges.md"


def wrong_in(example: Example, folder: Path) -> list[str]:
    """Run an example and give everything that is not as it says."""
    return [line for told in Run(example, folder).told() for line in told.wrong]


def altered(tmp_path: Path, before: str, after: str, of: Path = OFSTED) -> Path:
    """Give a copy of an example with one thing changed."""
    text = of.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "altered.toml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fact_of_the_example_holds(path: Path, tmp_path: Path, ready_file: Path) -> None:
    copied(ready_file, tmp_path / "example.db")
    assert wrong_in(read(path), tmp_path) == []


def test_the_examples_are_numbered_and_each_says_something_that_could_fail() -> None:
    """No two have one number; each states facts or refusals, and gives its source."""
    numbers = sorted((path.stem.split("-")[0] for path in FILES), key=int)
    assert numbers == [f"{number:02}" for number in range(1, len(FILES) + 1)]
    assert len(FILES) >= 32
    for path in FILES:
        example = read(path)
        assert any(each.then or each.refused for each in example.happens), path.name
        assert len(example.source) > 20, path.name
        assert example.edges, path.name


def test_the_page_of_edges_names_every_edge_and_every_example() -> None:
    """Each edge has its row, and the row names exactly the examples that show it."""
    page = EDGES.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| .+? \| (.+?) \|$", page, re.MULTILINE)
    shown: dict[int, set[str]] = {}
    for path in FILES:
        for edge in read(path).edges:
            shown.setdefault(edge, set()).add(path.stem.split("-")[0])
    told = {int(edge): set(re.findall(r"\[(\d{2,3})\]", how)) for edge, how in rows}
    assert sorted(told) == list(range(1, 37))
    assert told == {edge: shown.get(edge, set()) for edge in told}


# -- through the command line -------------------------------------------------------------------


def test_an_example_is_told_as_prose(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example", "run", str(REFUSED)]) == 0
    told = capsys.readouterr().out
    assert told.strip().startswith("Scrutiny that meets after its time")
    assert "Scrutiny cannot let WIL-2027-001 stand now" in told
    assert "[is-effective]" in told
    assert "NOT SO" not in told


def test_an_example_is_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example", "run", str(OFSTED), str(REFUSED), "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first["file"] == OFSTED.name
    assert first["edges"] == [1, 2, 25]
    assert first["holds"] is True
    assert [each["what"] for each in first["happened"]] == ["sign", "publish", "close", "close"]
    assert first["happened"][-1]["state"] == "implemented"
    assert [each["refused"] for each in second["happened"] if each["refused"]] == [["is-effective"]]


# -- where it does not hold ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "before", "after", "named"),
    [
        (OFSTED, "last-day = 2018-10-24", "last-day = 2018-10-25", "last-day is"),
        (OFSTED, "effective-at = 2018-10-25T00", "effective-at = 2018-10-25T01", "effective-at is"),
        (OFSTED, "may-implement = true", "may-implement = false", "may-implement is True"),
        (OFSTED, 'state = "implemented"', 'state = "effective"', "state is implemented"),
        (OFSTED, 'what = "sign"', 'what = "sign"\nrefused = ["held"]', "was to be refused"),
        (REFUSED, 'refused = ["is-effective"]', "", "It was refused for is-effective"),
        (REFUSED, "is-effective", "is-withdrawn", "It was refused for is-effective"),
    ],
    ids=["a day", "an instant", "a flag", "a state", "not refused", "refused", "another code"],
)
def test_a_wrong_fact_ends_with_seven_and_is_named(
    of: Path,
    before: str,
    after: str,
    named: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["example", "run", str(altered(tmp_path, before, after, of))]) == NOT_VERIFIED == 7
    said = capsys.readouterr()
    told = " ".join(said.out.split())
    assert "NOT SO" in told
    assert named in told
    assert "not as the example has it" in said.err


def test_a_wrong_fact_is_in_the_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered(tmp_path, "last-day = 2018-10-24", "last-day = 2018-10-25")
    assert main(["example", "run", str(path), "--json"]) == 7
    (told,) = json.loads(capsys.readouterr().out)
    assert told["holds"] is False
    assert "last-day" in " ".join(told["happened"][1]["wrong"])


# -- where it cannot be read --------------------------------------------------------------------


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
    ],
    ids=["a key", "a fact", "a happening's key", "a day", "words", "edges", "no source", "no TOML"],
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
        (HERE / "17-christmas-shutdown.toml", "day = 2025-12-29, ", ""),
        (HERE / "17-christmas-shutdown.toml", 'kind = "closure"', 'kind = "clsure"'),
        (OFSTED, 'council = "herefordshire"', 'council = "x"\nconstitution = "x"'),
    ],
    ids=["out of order", "no day", "no such kind of day", "a constitution that is no table"],
)
def test_what_cannot_be_run_is_complained_of_and_is_no_crash(
    of: Path, before: str, after: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["example", "run", str(altered(tmp_path, before, after, of))]) in (2, NOT_VERIFIED)
    assert "[crash]" not in capsys.readouterr().err

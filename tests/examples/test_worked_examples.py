"""The worked examples: each holds, and each could fail."""

import json
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from cli.examples.demo import SHIPPED
from cli.examples.reading import Example, read
from cli.examples.running import Run
from cli.exits import NOT_VERIFIED
from cli.main import main
from support.examples import EXAMPLES, FILES, OFSTED, REFUSED, altered
from support.registers import copied
from workflow.clock import LONDON

EDGES = EXAMPLES.parents[1] / "docs" / "explanation" / "edges.md"


def wrong_in(example: Example, folder: Path) -> list[str]:
    """Run an example and give everything that is not as it says."""
    return [line for told in Run(example, folder / "example.db").told() for line in told.wrong]


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


def test_an_instant_may_be_told_from_the_end_of_the_period(tmp_path: Path) -> None:
    """The end is the first instant at which a request is too late."""
    path = altered(tmp_path, "at = 2018-10-24T23:59:00", 'at = "the end - 1 minute"')
    told = list(Run(read(path), tmp_path / "example.db").told())
    assert [each.happening.at for each in told][2] == datetime(2018, 10, 24, 23, 59, tzinfo=LONDON)
    assert [each.wrong for each in told] == [[], [], [], []]


def test_what_is_only_for_another_state_is_passed_over(tmp_path: Path) -> None:
    path = altered(tmp_path, 'what = "close"', 'only-if = "called in"\nwhat = "close"')
    told = list(Run(read(path), tmp_path / "example.db").told())
    assert [each.happening.what for each in told] == ["sign", "publish", "close"]


def test_a_request_is_received_when_it_happens_if_nothing_else_is_said(tmp_path: Path) -> None:
    asked = """what = "call-in"
at = 2018-10-24T23:59:00
given = { requested-by = ["Cllr Ash"], grounds = ["Cost."] }"""
    path = altered(tmp_path, 'what = "close"\nat = 2018-10-24T23:59:00', asked)
    run = Run(read(path), tmp_path / "example.db")
    told = list(run.told())[2]
    assert told.decision is not None
    assert told.decision.proceedings.requests[0].received_at == told.happening.at


def test_a_paper_that_is_named_gives_the_statement(tmp_path: Path) -> None:
    """What it leaves out is as in any example; one that is not there is said to be so."""
    (tmp_path / "paper.txt").write_text(SHIPPED.read_text(encoding="utf-8"), encoding="utf-8")
    named = altered(tmp_path, "[[decision]]", '[[decision]]\nstatement = "paper.txt"')
    run = Run(read(named), tmp_path / "example.db")
    assert [each.wrong for each in run.told()] == [[], [], [], []]
    statement = run.engine.statement(run.refs["A"])
    assert (statement.issue_reference, statement.title) == (
        "I50027300",
        "Ofsted inspection: action plan",
    )
    assert statement.printed_expiry == date(2018, 10, 24)
    (tmp_path / "paper.txt").unlink()
    assert "paper.txt" in wrong_in(read(named), tmp_path)[0]


def test_what_an_example_shows_is_told_after_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shows = ("the statement", "the period", "the record", "what is not on file")
    given = 'then = { state = "call-in open", last-day'
    path = altered(tmp_path, given, f"shows = {list(shows)}\n{given}")
    assert main(["example", "run", str(path)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    for said in (
        "The written statement (no reference): Ofsted inspection: action plan",
        "4 working days from Thu 18 Oct 2018",
        "On the record of HFD-2018-001: 1 Thu 18 Oct 2018 15:00 drafted the author, report author",
        "Not on file for Herefordshire Council: who may ask, and who rules on it;",
    ):
        assert said in told


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

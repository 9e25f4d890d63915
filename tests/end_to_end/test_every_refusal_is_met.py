"""Every refusal that the source can make is met on the command line, in words and in JSON."""

import shlex
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from registers import copied, let_go
from staffed import BEGINS, engine_at, staffed_file
from terminal import Said, Terminal
from ways import Way
from ways_after import AFTER
from ways_before import BEFORE
from ways_in_period import IN_PERIOD

from workflow import ManualClock
from workflow.service.councils import Councils

DOCS = Path(__file__).parents[2] / "docs"
WAYS = (*BEFORE, *IN_PERIOD, *AFTER)
NEVER = {
    "is-published": "No decision rests there: a period opens, or it takes effect, at once.",
    "not-drafted": "On the command line a decision that was never drafted is not found.",
    "of-another-council": "At the terminal, roles are those held at the council of the decision.",
}
"""Codes that stand in the source and that no command can meet, with the reason."""
Place = tuple[Path, Councils, Path]


@pytest.fixture(scope="module")
def place(ready_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A register where every office is held, with its councils and their files."""
    return staffed_file(tmp_path_factory.mktemp("staffed"), ready_file)


def test_every_code_in_the_source_has_a_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new refusal without a case here fails, and so does a case for one that is gone."""
    monkeypatch.syspath_prepend(str(DOCS))
    from refusal_pages import every_refusal

    known = {found.code for found in every_refusal()}
    cases = Counter(way.code for way in WAYS)
    assert known - set(cases) == set(NEVER)
    assert set(cases) <= known
    assert [code for code, number in cases.items() if number > 1] == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.code)
def test_it_is_met_on_the_command_line(
    way: Way, place: Place, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with 3, or 4 where a role is wanting; it gives the rule and a remedy; nothing is
    changed."""
    file, councils, folder = place
    monkeypatch.setenv("DECISIONS_POLICY_PATH", str(folder))
    clock = ManualClock(BEGINS)
    engine = engine_at(copied(file, tmp_path / "register.db"), councils, clock)
    try:
        ref = way.life(engine, clock)
        before = engine.get(ref)
        terminal.now = f"{clock.now().replace(tzinfo=None) + way.wait}"
        line = shlex.split(way.line.format(ref=ref))
        said, plain = terminal(*line), terminal(*line, "--json")
        after = engine.get(ref)
    finally:
        let_go(engine)
    reasons = _reasons(plain)
    _said_in_words(said, way.code, reasons)
    codes = {each["code"] for each in reasons}
    assert (said.code, plain.code) == ((4, 4) if "not-authorised" in codes else (3, 3))
    assert after == before


def _reasons(plain: Said) -> list[dict[str, Any]]:
    """Give the reasons, on whichever of the two ways out they came."""
    assert plain.err or plain.out, plain
    answer: dict[str, list[dict[str, Any]]] = plain.error if plain.err else plain.plain
    return answer["reasons"]


def _said_in_words(said: Said, code: str, reasons: list[dict[str, Any]]) -> None:
    """Ask that the words and the JSON give the same refusal, with its rule and its remedy."""
    found = [each for each in reasons if each["code"] == code]
    assert len(found) == 1, (said, reasons)
    told, reason = " ".join(said.err.split()), found[0]
    authority = reason["authority"]
    rule = ", ".join(part for part in (authority["title"], authority["rule"]) if part)
    for words in (reason["because"], reason["remedy"], authority["title"], authority["words"]):
        assert words.strip()
    wanted = f"{reason['because']} [{code}] Rule: {rule} Do: {reason['remedy']}"
    assert " ".join(wanted.split()) in told

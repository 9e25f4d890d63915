"""Every refusal that the source can make is met on the command line, in words and in JSON."""

import re
import shlex
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from refusal_pages import every_refusal
from support.councils import HEREFORDSHIRE, LARKSHIRE
from support.lives.every_state import LIVES
from support.refusals.after_call_in import AFTER
from support.refusals.before_publication import BEFORE
from support.refusals.facts import ROOT, is_whole, not_facts, refusals_made, written_down
from support.refusals.in_period import IN_PERIOD
from support.refusals.remedies import does_not_work
from support.refusals.way import Life, Way, an_open, closed
from support.refused_requests import but_for_what_was_refused
from support.registers import copied, let_go
from support.staffed_registers import BEGINS, engine_at, staffed_file
from support.terminal import Said, Terminal
from workflow import ManualClock
from workflow.register.councils import Councils

WAYS = (*BEFORE, *IN_PERIOD, *AFTER)
NEVER = {
    "is-published": "No decision rests there: a period opens, or it takes effect, at once.",
    "not-drafted": "On the command line a decision that was never drafted is not found.",
    "of-another-council": "At the terminal, roles are those held at the council of the decision.",
}
"""Codes that stand in the source and that no command can meet, with the reason."""
THE_STEPS, THE_COUNCILS = "the rule the step is taken under", "the council's own rule"
THE_HOLDS = "the authority that was given for the hold"
THE_LAW = "the law on what the record of a decision says"
FILES = sorted((ROOT / "workflow" / "constitution").rglob("*.toml"))
Pages = dict[str, list[Any]]
Place = tuple[Path, Councils, Path]


@pytest.fixture(scope="module")
def place(ready_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A register where every office is held, with its councils and their files."""
    return staffed_file(tmp_path_factory.mktemp("staffed"), ready_file)


@cache
def on_the_page() -> Pages:
    """Give each refusal as the page of refusals has it."""
    found: Pages = {}
    for one in every_refusal():
        found.setdefault(one.code, []).append(one)
    return found


def test_the_page_gives_each_a_sentence_a_rule_and_a_remedy() -> None:
    """Nothing on it is empty, and nothing says only that it depends."""
    for code, places in on_the_page().items():
        for one in places:
            assert one.because.strip(" …."), one
            assert one.remedy.strip(" …."), one
            assert one.rules, (code, one)


def test_every_code_in_the_source_has_a_way_to_it() -> None:
    """A new refusal without a case here fails, and so does a case for one that is gone."""
    known = set(on_the_page())
    cases = Counter(way.code for way in WAYS)
    assert known - set(cases) == set(NEVER)
    assert set(cases) <= known
    assert [code for code, number in cases.items() if number > 1] == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.code)
def test_it_is_met_on_the_command_line(
    way: Way, place: Place, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with 3, or 4 where a role is wanting; it gives the rule and a remedy; a command that
    it says to give is understood, and is not refused for the same reason; nothing is changed. It is
    whole sentences of the catalogue, with facts for values, so that another language can say it."""
    file, councils, folder = place
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(folder))
    clock = ManualClock(BEGINS)
    engine = engine_at(copied(file, tmp_path / "register.db"), councils, clock)
    try:
        ref = way.life(engine, clock)
        before = engine.get(ref)
        terminal.now = f"{clock.now().replace(tzinfo=None) + way.wait}"
        line = shlex.split(way.line.format(ref=ref))
        with refusals_made() as made:
            said, plain = terminal(*line), terminal(*line, "--json")
        written = written_down(tmp_path / "register.db", [*FILES, *folder.glob("*.toml")], line)
        reasons = _reasons(plain)
        found = next(each for each in reasons if each["code"] == way.code)
        assert does_not_work(terminal, found["remedy"], way.code) == []
        after = engine.get(ref)
    finally:
        let_go(engine)
    assert way.code in {each.code for each in made}
    assert [each for each in made if not is_whole(each) or not_facts(each, written)] == []
    _said_in_words(said, way.code, reasons)
    _is_as_the_page_has_it(found)
    codes = {each["code"] for each in reasons}
    assert (said.code, plain.code) == ((4, 4) if "not-authorised" in codes else (3, 3))
    assert but_for_what_was_refused(after, before) == before


@pytest.mark.parametrize(
    "life",
    [an_open(), closed(HEREFORDSHIRE), closed(LARKSHIRE), LIVES["called in"]],
    ids=["call-in open", "implemented", "effective", "called in"],
)
def test_a_slip_of_the_pen_in_what_is_published_is_corrected_not_withdrawn(
    life: Life, place: Place, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever would amend a published text is told of `correct`, and it works."""
    file, councils, folder = place
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(folder))
    engine = engine_at(copied(file, tmp_path / "register.db"), councils, ManualClock(BEGINS))
    try:
        ref = life(engine, engine.clock)
        terminal.now = f"{engine.clock.now().replace(tzinfo=None)}"
        amended = terminal("amend", ref, "--title", "The plan", "--as", "p.officer", "--json")
        (reason,) = amended.error["reasons"]
    finally:
        let_go(engine)
    assert reason["code"] == "text-is-signed"
    assert f"decisions correct {ref} --ruling" in reason["remedy"]
    assert "withdraw" not in reason["remedy"]
    ruled = ("--ruling", "Clerical", "--title", "The plan", "--as", "p.officer")
    terminal.did("correct", ref, *ruled)


@pytest.mark.parametrize(
    ("remedy", "wrong"),
    [
        ("See: decisions show {ref}; or decisions history {ref}.", ""),
        ("See: decisions shew {ref}", "no such command"),
        ("Add it with --colour: decisions amend {ref}", "nothing to change"),
        ("Do: decisions amend {ref} --colour red", "no ['--colour']"),
        ("Do: decisions withdraw {ref}", "Missing: --reason (why)"),
        ("Do: decisions publish {ref} …", "is-draft"),
    ],
)
def test_a_remedy_that_does_not_work_is_noticed(
    remedy: str, wrong: str, terminal: Terminal
) -> None:
    """An unknown command or option, one that is wanting, and the same refusal again are found."""
    ref = terminal.staffed().drafted()
    (told,) = does_not_work(terminal, remedy.format(ref=ref), "is-draft") or [""]
    assert wrong in told
    assert bool(told) == bool(wrong)


def _reasons(plain: Said) -> list[dict[str, Any]]:
    """Give the reasons, on whichever of the two ways out they came."""
    assert plain.err or plain.out, plain
    answer: dict[str, list[dict[str, Any]]] = plain.error if plain.err else plain.plain
    return answer["reasons"]


def _is_as_the_page_has_it(reason: dict[str, Any]) -> None:
    """Ask that what was met is one of the forms that the page of refusals gives."""
    places, rule = on_the_page()[reason["code"]], reason["authority"]
    forms = {form for one in places for form in one.rules}
    own = rule["title"] == "council-decisions"
    cited = f"{rule['title']}, {rule['rule']}"
    vague = {THE_STEPS, THE_HOLDS, "the rule by which it took effect at once"} | (
        set() if own else {THE_COUNCILS, THE_LAW}
    )
    assert forms & vague or any(cited in form for form in forms), (cited, forms)
    shown = {one.remedy for one in places} | {"First: decisions …"}
    patterns = [".*".join(map(re.escape, form.split("…"))) for form in shown]
    does = reason["remedy"]
    assert any(re.search(pattern, does) for pattern in patterns), (does, shown)


def _said_in_words(said: Said, code: str, reasons: list[dict[str, Any]]) -> None:
    """Ask that the words and the JSON give the same refusal, with its rule and its remedy."""
    found = [each for each in reasons if each["code"] == code]
    assert len(found) == 1, (said, reasons)
    told, reason = " ".join(said.err.split()), found[0]
    authority = reason["authority"]
    rule = ", ".join(part for part in (authority["title"], authority["rule"]) if part)
    for words in (reason["because"], reason["remedy"], authority["title"], authority["words"]):
        assert words.strip()
    unsure = " (an unsure reading)" if authority["unsure"] else ""
    wanted = f"{reason['because']} [{code}] Rule: {rule}{unsure} Do: {reason['remedy']}"
    assert " ".join(wanted.split()) in told

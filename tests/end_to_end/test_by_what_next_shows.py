"""An officer needs no manual: what `next` shows can be run as it is shown, its blanks filled in."""

import re
import shlex
from pathlib import Path

import pytest

from cli.catalogue import GROUPS
from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.lives.every_state import LIVES
from support.people import MAKER
from support.registers import copied, let_go
from support.staffed_registers import BEGINS, engine_at, staffed_file
from support.steps import must, petitioned, published, signed
from support.terminal import Said, Terminal
from workflow import Engine, ManualClock
from workflow.procedures.table import OFFERED
from workflow.register.councils import Councils

Place = tuple[Path, Councils, Path]
BLANKS = {
    "--requested-by": "elm",
    "--grounds": "'policy: It is against it.'",
    "--superseded-by": "OTHER-1",
    "--part": "'Another part'",
    "--number": "1",
    "--capacity": "scrutiny-chair",
    "--given-by": "a.chair",
}
"""What is filled in where the kind of thing alone does not say it."""
KINDS = {
    "TEXT": "'As it was'",
    "DATE": "2018-12-14",
    "WHEN": "2018-10-18T09:00",
    "NUMBER": "7",
    "PURPOSE": "exemption",
}
PEOPLE = ("m.officer", "p.officer", "the.leader", "c.executive")
MOVES = {step.on_terminal for step in OFFERED if step.target is not None} | {"request accept"}
"""The commands that move a decision on, or may."""
ASIDE = {
    "withdraw",
    "reconsideration rescind",
    "supersede",
    "publication void",
    "correct-materially",
    "reconsideration change",
}
"""Those that lead away from its end, or begin it anew."""
WORDS_OF_THE_TEXT = {"correct", "correct-materially", "amend"}
"""Those that ask for what is to read differently, which cannot be shown beforehand."""


@pytest.fixture(scope="module")
def place(ready_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A register where every office is held, with its councils and their files."""
    return staffed_file(tmp_path_factory.mktemp("staffed"), ready_file)


class Desk:
    """A terminal at a register where every office is held, with the engine to prepare it by."""

    def __init__(self, terminal: Terminal, engine: Engine, clock: ManualClock) -> None:
        self.terminal, self.engine, self.clock = terminal, engine, clock

    def begin(self) -> None:
        """Set the terminal's clock to where the preparation ended."""
        self.terminal.now = f"{self.clock.now().replace(tzinfo=None)}"

    def shown(self, ref: str, who: str) -> list[str]:
        """Give the commands that are shown to one person as open, each on one line."""
        out = self.terminal.did("next", ref, "--as", who, "--all").out
        told = out.split("Can be done now:")[1] if "Can be done now:" in out else ""
        told = told.split("\nNot now, and why:")[0]
        told = re.sub(r"\n  (?!decisions |    )", " ", told)
        return [" ".join(line.split()) for line in told.splitlines() if line.startswith("  deci")]

    def run(self, line: str, who: str, *more: str) -> Said:
        """Run a command as it is shown, its blanks filled in."""
        return self.terminal(*shlex.split(filled(line))[1:], "--as", who, *more)

    def state(self, ref: str) -> str:
        return str(self.terminal.did("show", ref, "--json").plain["state"])


def filled(line: str) -> str:
    """Fill in the blanks of a command: the first of a choice, a day, a time, a name."""

    def fill(found: "re.Match[str]") -> str:
        option, blank = found[1], found[2]
        if blank == "KIND":
            return f"{option} {'other' if ' irregular ' in line else 'reasons'}"
        return f"{option} {BLANKS.get(option) or KINDS.get(blank) or blank.split('|')[0]}"

    return re.sub(r"(--[a-z-]+) ([A-Za-z|-]+)", fill, line)


def verb_of(line: str) -> str:
    """Give the name of the command on a line."""
    words = line.split()
    return " ".join(words[1:3]) if words[1] in GROUPS else words[1]


@pytest.fixture
def desk(place: Place, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    file, councils, folder = place
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(folder))
    clock = ManualClock(BEGINS)
    engine = engine_at(copied(file, tmp_path / "register.db"), councils, clock)
    found = Desk(terminal, engine, clock)
    yield found  # type: ignore[misc]
    let_go(engine)


AFTER_THE_PERIOD = {GULLSHIRE: "2018-10-25 18:00:00"}
"""When nobody else can ask and no clock has run out; the morning after, where it is not said."""


def after_the_period(desk: Desk, council: str) -> None:
    """Move the clock past the period, and not past the clock that runs."""
    desk.terminal.now = AFTER_THE_PERIOD.get(council, "2018-10-26 09:00:00")


@pytest.mark.parametrize("council", [HEREFORDSHIRE, LARKSHIRE, GULLSHIRE, WEALDSHIRE])
def test_from_the_request_to_its_end_by_the_first_shown_that_moves_it(
    desk: Desk, council: str
) -> None:
    """Ruled on, before scrutiny or its maker, let stand or confirmed, and carried out."""
    ref = petitioned(desk.engine, published(desk.engine, council), ("policy: It is against it.",))
    desk.begin()
    run: list[str] = []
    while desk.state(ref) != "implemented":
        assert len(run) < 8, run
        verb, said = first_that_moves(desk, ref)
        run.append(verb)
        assert said.code == 0, (run, said)
        if verb == "request accept":
            after_the_period(desk, council)
    assert run[0] == "request accept"
    assert run[1] in ("scrutiny resolve", "reconsideration confirm")
    assert run[2:] in ([], ["implement"])
    assert desk.terminal("journal", "verify").code == 0


def first_that_moves(desk: Desk, ref: str) -> tuple[str, Said]:
    """Run the first command shown to anyone that moves the decision on towards its end."""
    for who in PEOPLE:
        for line in desk.shown(ref, who):
            if verb_of(line) in MOVES - ASIDE:
                return verb_of(line), desk.run(line, who)
    raise AssertionError(f"Nothing that is shown moves {ref} on.")


ROADS = [
    (GULLSHIRE, ["request accept", "scrutiny refer-back", "reconsideration confirm", "implement"]),
    (GULLSHIRE, ["request accept", "scrutiny refer-back", "reconsideration rescind"]),
    (GULLSHIRE, ["request accept", "scrutiny refer-back", "reconsideration change", "publish"]),
    (GULLSHIRE, ["request accept", "scrutiny refer-to-council", "council let-stand", "implement"]),
    (
        GULLSHIRE,
        ["request accept", "scrutiny refer-to-council", "council object", "reconsideration change"],
    ),
    (GULLSHIRE, ["request accept", "scrutiny refer-to-council", "council decide"]),
    (GULLSHIRE, ["request accept", "scrutiny direct", "scrutiny resolve", "implement"]),
    (GULLSHIRE, ["request accept", "request withdraw", "close", "implement"]),
    (HEREFORDSHIRE, ["request reject", "close"]),
    (WEALDSHIRE, ["request accept", "reconsideration confirm", "implement"]),
]
LATE = {
    "reconsideration confirm",
    "reconsideration change",
    "scrutiny resolve",
    "close",
    "council let-stand",
}
"""What waits until nobody else can ask."""


@pytest.mark.parametrize(
    ("council", "verbs"), ROADS, ids=[f"{council}: {', '.join(verbs)}" for council, verbs in ROADS]
)
def test_each_way_of_a_called_in_decision_can_be_run_as_shown(
    desk: Desk, council: str, verbs: list[str]
) -> None:
    """Each step is shown to someone when its turn has come, and run as it is shown."""
    ref = petitioned(desk.engine, published(desk.engine, council), ("policy: It is against it.",))
    desk.begin()
    for verb in verbs:
        if verb in LATE:
            after_the_period(desk, council)
        offers = [
            (who, line) for who in PEOPLE for line in desk.shown(ref, who) if verb_of(line) == verb
        ]
        assert offers, (verb, desk.shown(ref, "p.officer"))
        who, line = offers[0]
        more = ["--advice", "It is contrary."] if verb == "scrutiny refer-to-council" else []
        said = desk.run(line, who, *more)
        assert said.code == 0, (verb, line, said)


STANDS = (
    "draft",
    "signed",
    "call-in open to an hour",
    "call-in open, held",
    "asked about",
    "called in, directed",
    "referred back",
    "referred to council",
    "lapsed",
    "effective",
    "implemented by rule",
    "withdrawn",
)
"""A life for each place where a decision can rest."""


@pytest.mark.parametrize("life", STANDS)
def test_whatever_is_shown_is_understood(desk: Desk, life: str) -> None:
    """A rehearsal of each either succeeds, or is refused for what was filled in: none is unknown,
    lacks an option, or is for somebody else."""
    ref = LIVES[life](desk.engine, desk.clock)
    must(desk.engine.take(signed(desk.engine, ref="OTHER-1"), "withdraw", by=MAKER, reason="R"))
    desk.begin()
    lines = {line: who for who in PEOPLE for line in desk.shown(ref, who)}
    for line, who in lines.items():
        if verb_of(line) not in WORDS_OF_THE_TEXT:
            said = desk.run(line, who, "--dry-run")
            assert said.code in (0, 3), (line, said)


def test_what_is_shown_first_moves_a_called_in_decision_on(desk: Desk) -> None:
    ref = petitioned(desk.engine, published(desk.engine, GULLSHIRE), ("policy: Against it.",))
    desk.begin()
    assert verb_of(desk.shown(ref, "m.officer")[0]) == "request accept"


def test_a_request_is_not_offered_once_none_can_be_in_time(desk: Desk) -> None:
    ref = petitioned(desk.engine, published(desk.engine, GULLSHIRE), ("policy: Against it.",))
    desk.begin()
    desk.run(f"decisions request accept {ref} --reason TEXT", "m.officer")
    after_the_period(desk, GULLSHIRE)
    assert "call-in" not in [verb_of(line) for line in desk.shown(ref, "p.officer")]

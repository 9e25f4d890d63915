"""Starting up, whole processes: `decisions --help`, `list` and `notice`, against bare programs."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.durable_step import DRAFTED_AT, drafted
from benchmarks.examples import OFFICER
from benchmarks.measuring import Row, cost, in_turn, timed
from benchmarks.yardsticks import bare_typer, core_list
from workflow import ManualClock, open_engine

OURS = "from cli.main import run; run()"
"""What the installed command does."""


def rows(quick: bool) -> list[Row]:
    """Measure both, each process begun afresh, the bytecode of both already compiled."""
    rounds = 3 if quick else 41
    with TemporaryDirectory() as folder:
        register = str(Path(folder) / "few.db")
        drafted(Path(register), 5)
        helped = _against(["-c", OURS, "--help"], [bare_typer.__file__, "--help"], rounds)
        listed = _against(
            ["-c", OURS, "list", "--db", register], [core_list.__file__, register], rounds
        )
        ref = _published(register)
        asked = ["-c", OURS, "notice", ref, "--html", "--db", register]
        noticed = _against(asked, [core_list.__file__, register], rounds)
        seconds = median(timed(lambda: _run(asked)) for _ in range(rounds))
    return [
        Row(
            work="`decisions --help`",
            yardstick="a bare Typer program's `--help`",
            ratios=helped,
            aim=1.4,
            at_most=True,
        ),
        Row(
            work="`decisions list`, five decisions",
            yardstick="Typer + SQLAlchemy Core reading a row",
            ratios=listed,
            aim=1.3,
            at_most=True,
        ),
        Row(
            work=f"`decisions notice {ref} --html` ({seconds:.2f} s; aim 0.6 s)",
            yardstick="the same",
            ratios=noticed,
            aim=None,
        ),
    ]


def _published(register: str) -> str:
    """Publish the first of the drafts, and give its reference."""
    clock = ManualClock(DRAFTED_AT)
    engine = open_engine(register, clock=clock)
    ref = engine.list()[0].ref
    assert engine.take(ref, "sign", by=OFFICER, signatory="Leader of the Council")
    assert engine.take(ref, "publish", by=OFFICER, where="the website")
    engine.dispose()
    return ref


def _against(ours: list[str], theirs: list[str], rounds: int) -> tuple[float, ...]:
    _run(ours)
    _run(theirs)
    found = in_turn(
        {"ours": lambda: timed(lambda: _run(ours)), "theirs": lambda: timed(lambda: _run(theirs))},
        rounds,
    )
    return cost(found, "theirs")


def _run(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    assert done.stdout

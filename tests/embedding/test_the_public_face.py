"""What a host finds by name, how it is told of a slip, and where a decision stands in truth."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import workflow
from support.steps import ITS_END, asked, drafted, published
from workflow import Engine, Invalid, ManualClock, State, WorkflowError
from workflow import errors as faults


def test_every_fault_and_every_kind_of_answer_is_a_name_of_the_package() -> None:
    """What the engine raises and gives can be named without knowing where it is kept."""
    raised = {
        name
        for name, found in vars(faults).items()
        if isinstance(found, type) and issubclass(found, WorkflowError)
    }
    assert raised <= set(workflow.__all__)
    for name in (
        "Decision",
        "NextStep",
        "CallInPeriod",
        "Permission",
        "Explanation",
        "DecisionQuery",
        "Nation",
    ):
        assert isinstance(getattr(workflow, name), type)


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(ImportError, match="NoSuchName"):
        exec("from workflow import NoSuchName")


@pytest.mark.parametrize(
    ("verb", "fields", "told"),
    [
        ("call-in", {"requested_by": ("A",), "grounds": "G"}, "and received_at is missing."),
        ("call-in", {"grounds": "G"}, "and received_at is missing."),
        ("publish", {"wher": "x"}, "'wher' is not known to it (did you mean where?)"),
        ("publish", {}, "and where is missing."),
        ("publsh", {"where": "x"}, "There is no step called 'publsh'. Did you mean publish?"),
    ],
)
def test_a_slip_in_a_step_is_named(
    sqlite_engine: Engine, verb: str, fields: dict[str, Any], told: str
) -> None:
    """What is missing, what is not known, and the nearest step are named."""
    ref = drafted(sqlite_engine)
    with pytest.raises(Invalid) as caught:
        sqlite_engine.take(ref, verb, by="p.officer", **fields)
    assert told in str(caught.value)


@pytest.mark.parametrize("version", ["1", 1.0, True])
def test_a_version_that_is_no_number_is_not_called_stale(
    sqlite_engine: Engine, version: Any
) -> None:
    ref = drafted(sqlite_engine)
    with pytest.raises(Invalid, match="a whole number"):
        sqlite_engine.take(ref, "withdraw", by="p.officer", expect_version=version, reason="R")


def test_a_host_that_lends_nonsense_is_refused_in_words(sqlite_engine: Engine) -> None:
    with pytest.raises(Invalid, match="A host lends a SQLAlchemy connection or session"):
        sqlite_engine.within("nonsense")  # type: ignore[arg-type]


def test_standing_is_what_is_true_and_not_only_what_is_recorded(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """A period that has run out has ended, though no close has run; a request that awaits a ruling
    keeps it open; and nothing is written by asking."""
    ended, pending = published(sqlite_engine), published(sqlite_engine)
    asked(sqlite_engine, pending)
    clock.move_to(ITS_END - timedelta(microseconds=1))
    assert sqlite_engine.standing(ended) is State.CALL_IN_OPEN
    clock.move_to(ITS_END)
    assert sqlite_engine.standing(ended) is State.IMPLEMENTED
    assert sqlite_engine.standing(pending) is State.CALL_IN_OPEN
    for ref in (ended, pending):
        assert sqlite_engine.get(ref).state is State.CALL_IN_OPEN
        assert bool(sqlite_engine.may_implement(ref)) is (ref == ended)
    sqlite_engine.close_due()
    assert sqlite_engine.standing(ended) is sqlite_engine.get(ended).state is State.IMPLEMENTED


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("cli", "from cli.main import run", "No module named 'cli.main'"),
        ("workflow", "from workflow import open_engine", "cannot import name 'open_engine'"),
    ],
)
def test_a_hosts_own_folder_of_our_name_hides_ours(
    name: str, code: str, told: str, tmp_path: Path
) -> None:
    """As docs/how-to/embed.md says: what is hidden does not run, and Python names it."""
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert told in ran.stderr

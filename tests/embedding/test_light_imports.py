"""Importing the engine loads nothing heavy: each library is loaded when it is first needed."""

import ast
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workflow import Actor, Kind, ManualClock, Role, Statement, open_engine
from workflow.store.database import Database, make_engine

HEAVY = ("transitions", "sqlalchemy", "holidays", "typer", "alembic", "psycopg", "pydantic", "rich")


def _loaded_by(code: str) -> set[str]:
    show = f"import sys; print(*[n for n in {HEAVY!r} if n in sys.modules])"
    run = [sys.executable, "-c", f"{code}\n{show}"]
    ran = subprocess.run(run, capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import workflow",
        "from workflow import Actor, ManualClock, Refusal, Role, State, Statement, WorkflowError",
        "import workflow; dir(workflow)",
        "import workflow.config, workflow.errors, workflow.model.decision",
        "import cli.main",
    ],
)
def test_importing_loads_no_library(code: str) -> None:
    """Neither the package, nor its records, nor its settings."""
    assert _loaded_by(code) <= ({"typer", "rich"} if "cli" in code else set())


@pytest.mark.parametrize(
    ("code", "loads"),
    [
        ("import workflow.procedures.attempt", {"transitions"}),
        ("import workflow.procedures.table", set()),
        (
            "import workflow.register.close, workflow.register.questions, workflow.register.steps",
            {"transitions"},
        ),
        ("from workflow import open_engine", {"transitions"}),
    ],
)
def test_the_rules_load_no_database(code: str, loads: set[str]) -> None:
    """A rule can be asked without a database, a calendar of holidays, or a terminal."""
    assert _loaded_by(code) <= loads


def test_a_list_of_decisions_loads_no_rule_and_no_journal(tmp_path: Path) -> None:
    """What the command does not need is not loaded: neither the steps nor any constitution."""
    ours = (
        "workflow.procedures",
        "workflow.procedures.events",
        "workflow.constitution.constitution",
    )
    register = str(tmp_path / "new.db")
    Database(make_engine(register)).upgrade()
    script = (
        "import os, sys\n"
        "from cli.main import main\n"
        f"os.environ.update(DECISIONS_DB={register!r}, XDG_CONFIG_HOME={str(tmp_path)!r})\n"
        "assert main(['list', '--council', 'salford']) == 0\n"
        f"for name in {ours!r}:\n"
        "    assert name not in sys.modules, name\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_a_list_that_warns_of_the_end_of_a_calendar_loads_no_bank_holiday(tmp_path: Path) -> None:
    """Nor any rule: how far the calendar reaches is read by itself."""
    register = str(tmp_path / "near.db")
    _with_a_decision_of_2028(register)
    script = (
        "import os, sys\n"
        "from cli.main import main\n"
        f"os.environ.update(DECISIONS_DB={register!r}, XDG_CONFIG_HOME={str(tmp_path)!r})\n"
        "assert main(['list']) == 0\n"
        "for name in ('holidays', 'workflow.procedures', 'workflow.constitution.constitution'):\n"
        "    assert name not in sys.modules, name\n"
    )
    run = [sys.executable, "-c", script]
    ran = subprocess.run(run, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "It is a date of NEAR." in " ".join(ran.stderr.split())


def _with_a_decision_of_2028(register: str) -> None:
    clock = ManualClock(datetime(2028, 9, 4, 9, tzinfo=UTC))
    engine = open_engine(register, clock=clock)
    officer = Actor(person="jsmith", roles=frozenset(Role), established="for a test")
    paper = Statement(
        title="Roads",
        body="Cabinet",
        kind=Kind.NON_KEY,
        made_on=date(2028, 9, 4),
        decision="That they be mended.",
        reasons="They are broken.",
        alternatives=(),
        conflicts=(),
    )
    assert engine.draft(council="herefordshire", statement=paper, by=officer, ref="NEAR")
    assert engine.take("NEAR", "sign", by=officer, signatory="The Leader")
    assert engine.take("NEAR", "publish", by=officer, where="the website")


def test_what_is_not_there_is_an_attribute_error() -> None:
    """A name that the package does not have is said to be missing, as Python says it."""
    import workflow

    with pytest.raises(AttributeError, match="no attribute 'opn_engine'"):
        workflow.opn_engine  # noqa: B018
    assert set(workflow.__all__) == set(dir(workflow))
    assert [name for name in workflow.__all__ if getattr(workflow, name) is None] == []


def test_a_checker_is_told_of_the_names_that_there_are() -> None:
    """What a type checker takes from each module is what a program finds there."""
    import workflow

    told = {
        node.module: {each.asname for each in node.names}
        for node in ast.walk(ast.parse(Path(workflow.__file__).read_text()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workflow.")
    }
    assert told == {module: set(names) for module, names in workflow._NAMES.items()}

"""Every command is found, says what it does, and gives an example."""

import re

import pytest
from terminal import Terminal

from cli.commands import BY_NAME, COMMANDS
from workflow.procedures.table import OFFERED

GROUPS: dict[str, tuple[list[str], ...]] = {
    "calendar": (["show"], ["add"], ["import"], ["check"], ["impact"], ["horizon"]),
    "deadline": ([], ["revise"], ["keep"]),
    "import": (["moderngov"], ["csv"], ["mapping"], ["statement"], ["exported"]),
    "export": (["csv"], ["jsonl"]),
    "statement": (["read"],),
    "policy": tuple(
        [each]
        for each in (
            "list",
            "show",
            "gaps",
            "audit",
            "check",
            "compare",
            "diff",
            "impact",
            "adopt",
            "withdraw",
            "editions",
            "new",
            "schema",
        )
    ),
    "people": (["list"], ["add"], ["end"]),
    "journal": (["show"], ["streams"], ["verify"], ["erase"]),
    "example": (["run"],),
    "irregular": (["list"], ["show"], ["note"], ["resolve"]),
    "db": (["upgrade"], ["current"], ["check"]),
    "config": (["show"],),
}
PATHS = [[each.name, *sub] for each in COMMANDS for sub in GROUPS.get(each.name, ([],))]


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal(f"{tmp_path}/register.db")


def test_each_step_of_the_table_has_its_command_with_the_tables_own_words() -> None:
    """The first page of help says of each step what the table says of it, in the table's order."""
    steps: dict[str, str] = {}
    for step in OFFERED:
        if " " not in step.on_terminal:  # those of a group are listed by the group
            steps.setdefault(step.on_terminal, step.says)
    listed = {each.name: each.says for each in COMMANDS if each.name in steps}
    assert list(listed.items()) == list(steps.items())


def test_every_command_is_listed_in_the_help(terminal: Terminal) -> None:
    out = terminal.did("--help").out
    for each in COMMANDS:
        assert f"\n  {each.name} " in out
        assert each.says.endswith(".")
    assert len(BY_NAME) == len(COMMANDS)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(terminal: Terminal, path: list[str]) -> None:
    said = terminal.did(*path, "--help")
    assert f"Usage: decisions {' '.join(path)}" in said.out
    assert f"Example: decisions {' '.join(path)}" in " ".join(said.out.split())


@pytest.mark.parametrize("step", list(OFFERED), ids=lambda step: step.verb)
def test_the_help_of_a_step_gives_who_from_where_and_the_rule(
    terminal: Terminal, step: object
) -> None:
    from workflow.constitution.jurisdiction import ENGLISH, WELSH
    from workflow.procedures.step import Step

    assert isinstance(step, Step)
    # Fails for "lapse": the help of "close", which records it too, says nothing of clocks that
    # run out, and gives "From: call-in open" alone.
    out = " ".join(terminal.did(*step.on_terminal.split(), "--help").out.split())
    assert step.says in out
    where = ", in England" if step.under in ENGLISH else ""
    where = ", in Wales" if step.under in WELSH else where
    assert f"Under{where}: {step.under}." in out
    for role in step.by:
        assert role.label in out


def test_every_option_has_its_twin_in_the_environment(terminal: Terminal) -> None:
    """Each option but --help names its variable, called after the command and itself."""
    everywhere = {"DB", "COUNCIL", "JSON", "AS", "DRY_RUN", "NO_PAGER", "TRACEBACK"}
    for path in PATHS:
        out = terminal.did(*path, "--help").out
        shown = re.split(r"\n  (?=--)", out[out.index("Options:") :])[1:]
        named = re.findall(
            r"^(--[a-z-]+) .*?env var: DECISIONS_([A-Z_]+)",
            "\n".join(" ".join(each.split()) for each in shown),
            re.MULTILINE,
        )
        for flag, variable in named:
            own = f"{'_'.join(path)}_{flag[2:]}".replace("-", "_").upper()
            assert variable in everywhere or variable == own, (path, flag, variable)
        options = out[out.index("Options:") :]
        flags = [line for line in options.splitlines() if line.startswith("  --")]
        assert " ".join(options.split()).count("env var:") == len(flags) - 1, path

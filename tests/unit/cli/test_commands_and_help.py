"""Every command is found, says what it does, and gives an example."""

import re

import pytest

from cli.catalogue import GROUPS
from cli.command_list import COMMANDS
from cli.names import TOP, help_line, names_in
from support.terminal import Terminal
from workflow.procedures.table import OFFERED

PATHS = [name.split() for name in COMMANDS]


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal(f"{tmp_path}/register.db")


def test_each_step_of_the_table_has_its_command_with_the_tables_own_words() -> None:
    """The help says of each step what the table says of it: of two with one command, the first."""
    steps: dict[str, str] = {}
    for step in OFFERED:
        steps.setdefault(step.on_terminal, step.says)
    assert {name: COMMANDS[name] for name in steps} == steps


def test_every_command_and_group_is_on_the_first_page_or_on_its_groups(terminal: Terminal) -> None:
    first = terminal.did("--help").out
    for name in TOP:
        assert re.search(rf"[ ,]{name}[ ,\n]", first), name
    for group in GROUPS:
        out = " ".join(terminal.did(group, "--help").out.split())
        for name in names_in(group):
            assert f" {name} {help_line(f'{group} {name}')}" in out


def test_no_command_is_a_group_too() -> None:
    """And every command at the top and every group is in one place of the first page."""
    assert not GROUPS.keys() & COMMANDS.keys()
    assert {name.split()[0] for name in COMMANDS} == set(TOP)
    assert len(set(TOP)) == len(TOP)
    assert all(line.endswith(".") for line in (*GROUPS.values(), *COMMANDS.values()))


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(terminal: Terminal, path: list[str]) -> None:
    said = terminal.did(*path, "--help")
    assert f"Usage: decisions {' '.join(path)}" in said.out
    told = " ".join(said.out.split())
    assert f"Example: decisions {' '.join(path)}" in told
    example = told.partition("Example:")[2].partition(" Options:")[0]
    assert not re.search(r"(?<!Act )\b20\d\d\b", example), "It is of a year, and ages."


@pytest.mark.parametrize("step", list(OFFERED), ids=lambda step: step.name)
def test_the_help_of_a_step_gives_who_from_where_and_the_rule(
    terminal: Terminal, step: object
) -> None:
    from workflow.constitution.jurisdiction import HOME
    from workflow.procedures.step import Step

    assert isinstance(step, Step)
    # Fails for "lapse": the help of "close", which records it too, says nothing of clocks that
    # run out, and gives "From: call-in open" alone.
    out = " ".join(terminal.did(*step.on_terminal.split(), "--help").out.split())
    assert step.says in out
    home = HOME.get(step.under)
    where = "" if home is None else f", in {home.label}"
    assert f"Under{where}: {step.under}." in out
    for role in step.by:
        assert role.label in out


def test_every_option_has_its_name_in_the_environment(terminal: Terminal) -> None:
    """It is called after the command and the option; the help pages leave it to one list."""
    listed = re.findall(
        r"^  DECISIONS_([A-Z_]+)  (.*)$", terminal.did("help", "environment", "--all").out, re.M
    )
    own = {said: variable for variable, said in listed if not said.startswith("--")}
    everywhere = {said for _, said in listed if said.startswith("--")}
    assert {"--db", "--council", "--json", "--as", "--traceback"} <= everywhere
    for path in PATHS:
        out = terminal.did(*path, "--help").out
        assert "env var" not in out
        for flag in re.findall(r"^  (--[a-z-]+)", out[out.index("Options:") :], re.M):
            said = " ".join((*path, flag))
            if flag not in (*everywhere, "--help"):
                assert (
                    own[said] == said.replace("--", "").replace("-", "_").replace(" ", "_").upper()
                )


def test_the_environment_is_told_on_one_screen_with_how_the_rest_are_named(
    terminal: Terminal,
) -> None:
    said = terminal.did("help", "environment").out
    assert len(said.splitlines()) < 24
    assert "DECISIONS_COUNCIL  --council" in said
    assert "decisions help environment --all" in " ".join(said.split())
    assert "  DECISIONS_SIGN_SIGNATORY" not in said


def test_a_page_of_help_fits_a_screen(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page and that of every group: 45 lines of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    for page in ((), *((group,) for group in GROUPS)):
        lines = terminal.did(*page, "--help").out.splitlines()
        assert len(lines) <= 45, page
        assert max(map(len, lines)) <= 80, page


def test_help_is_shown_by_its_own_command_too(terminal: Terminal) -> None:
    assert terminal.did("help").out == terminal.did("--help").out
    for path in (["request"], ["request", "accept"], ["list"]):
        assert terminal.did("help", *path).out == terminal.did(*path, "--help").out
    assert "No such command 'shw'. Did you mean 'show'?" in terminal("help", "shw").err


@pytest.mark.parametrize(
    "name",
    [
        "people add",
        "people end",
        "calendar add",
        "calendar import",
        "constitution adopt",
        "constitution withdraw",
        "journal erase",
        "import csv",
        "import moderngov",
        "import statement",
        "import exported",
    ],
)
def test_an_act_on_the_register_says_who_may_do_it_as_a_step_does(
    terminal: Terminal, name: str
) -> None:
    said = terminal.did(*name.split(), "--help").out
    assert re.search(r"^  By(, with --adopt)?: .*officer", said, re.MULTILINE), said

"""The recipe for finding a person's name, as the page prints it, looks everywhere in any shell."""

from pathlib import Path
from shutil import which

import pytest

from support.pages.other_registers import add
from support.pages.register import build
from support.pages.shell import DOCS, Shown, run_all, shown_in

PAGE = DOCS / "how-to" / "erase-personal-text.md"
NAME = "Cllr A Member"
SHELLS = [shell for shell in ("sh", "bash", "dash", "ksh", "zsh") if which(shell)]
SETTINGS = "export DECISIONS_DB=register.db DECISIONS_COUNCIL=herefordshire"
ERASE = (
    "decisions journal erase HAC-061 --part signatory --as m.officer "
    "--reason 'Cllr Beech asked for it'"
)


def recipe(name: str) -> str:
    """Give the recipe of the page, for another name."""
    (found,) = (each.command for each in shown_in(PAGE) if "while read" in each.command)
    assert NAME in found
    return found.replace(NAME, name)


def found(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith(("Found", "NOT"))]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_recipe_finds_a_name_in_every_journal(shell: str, tmp_path: Path) -> None:
    """Of every council: in decisions, in appointments, and in the reason of an erasure."""
    build(tmp_path / "register.db")
    add("nightly-close", tmp_path / "register.db")
    commands = [SETTINGS, ERASE, recipe("Cllr Beech"), recipe("The Leader"), recipe("Cllr Oak")]
    ran = run_all([Shown(each, ()) for each in commands], tmp_path, shell)
    assert ran[1].status == 0, ran[1]
    assert found(ran[2].said) == [
        "Found in HAC-061",
        "Found in erasures/hackney",
        "Found in people/hackney",
    ]
    signed = ("HAC-061", "HFD-041", "HFD-051", "HFD-052", "HFD-053")
    expected = [f"Found in {each}" for each in (*signed, "people/hackney", "people/herefordshire")]
    assert sorted(found(ran[3].said)) == sorted(expected)
    assert found(ran[4].said) == []


def test_the_recipe_says_what_it_could_not_search(tmp_path: Path) -> None:
    """Where the list cannot be had, finding nothing is not taken for there being nothing."""
    settings = "export DECISIONS_DB=none.db"
    _, ran = run_all([Shown(settings, ()), Shown(recipe(NAME), ())], tmp_path)
    assert found(ran.said)[-1] == "NOT SEARCHED: part of the list"

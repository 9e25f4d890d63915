"""Every command that the tutorial, the how-tos and the edges show is run in a real shell, and
answers so."""

from pathlib import Path

import pytest

from support.pages.other_registers import add
from support.pages.register import build
from support.pages.shell import DOCS, Ran, Shown, missing, run_all, shown_in

PAGES = [
    DOCS / "tutorial.md",
    DOCS / "explanation" / "edges.md",
    *sorted((DOCS / "how-to").glob("*.md")),
]
REGISTER = "export DECISIONS_DB=register.db DECISIONS_COUNCIL=herefordshire"
ASKS_HOW = "echo $?"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_shown_run_and_answer_as_shown(page: Path, tmp_path: Path) -> None:
    """Each command of a page ends as the page says, and says what the page shows, in order.

    The tutorial and the edges begin with nothing; the how-tos with the register that they speak of.
    """
    commands = shown_in(page)
    if page.parent.name == "how-to":
        build(tmp_path / "register.db")
        add(page.stem, tmp_path / "register.db")
        commands.insert(0, Shown(REGISTER, ()))
    ran = run_all(commands, tmp_path)
    after = [*commands[1:], Shown("", ())]
    for shown, done, following in zip(commands, ran, after, strict=True):
        told = f"$ {shown.command}\n{done.said}[exit {done.status}]"
        asked = following.command == ASKS_HOW and following.answers[0] != "0"
        assert (done.status != 0) == (shown.says_no or asked), told
        assert shown.says_no or not done.says_no, f"It is not shown that this goes wrong: {told}"
        lacking = missing(shown, done)
        assert lacking is None, f"{lacking!r} is not said by:\n{told}"
        assert "Traceback" not in done.said, told


def test_a_command_has_the_shells_own_folder_environment_and_files(tmp_path: Path) -> None:
    """Pipes, redirections, exit codes and what is exported are a command's as in any shell."""
    ran = run_all(
        [
            Shown("mkdir there; cd there; export DECISIONS_COUNCIL=hackney", ()),
            Shown("decisions --version >version.txt; cat version.txt", ()),
            Shown("decisions list --db none.db 2>/dev/null", ()),
            Shown("decisions no-such-thing", ()),
            Shown("decisions no-such-thing 2>&1 | cat; echo ${PIPESTATUS[0]}", ()),
            Shown("decisions constitution show hackney --json | head -c 1", ()),
        ],
        tmp_path,
    )
    assert [each.status for each in ran] == [0, 0, 1, 2, 0, 0], ran
    assert (tmp_path / "there" / "version.txt").read_text() in ran[1].said
    assert "Error" not in ran[2].said
    assert "no-such-thing" in ran[3].said
    assert ran[4].said.endswith("2\n\n"), ran[4]
    assert ran[5].said == "{\n"


def test_what_goes_wrong_within_a_pipe_is_noticed(tmp_path: Path) -> None:
    """A shell gives how the last command ended: an earlier one's error is heard all the same."""
    in_words, in_json = run_all(
        [
            Shown("decisions list --db none.db | cat", ()),
            Shown("decisions list --db none.db --json | cat", ()),
        ],
        tmp_path,
    )
    assert (in_words.status, in_words.says_no) == (0, True)
    assert (in_json.status, in_json.says_no) == (0, True)


def test_what_is_not_said_is_noticed() -> None:
    """Words shown out of order, or never said, are found out."""
    ran = Ran(0, "one\n  two three\n")
    assert missing(Shown("x", ("one", "two … three")), ran) is None
    assert missing(Shown("x", ("two", "one")), ran) == "one"
    assert missing(Shown("x", ("four",)), ran) == "four"

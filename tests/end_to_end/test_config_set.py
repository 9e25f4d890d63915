"""Writing one setting: to the user's own file, every other line kept, and what it was is told."""

from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow import config


def test_a_setting_is_written_and_what_it_was_is_told(fresh_desk: Terminal, own: Path) -> None:
    assert fresh_desk.did("config", "set", "council", "salford").out.startswith(
        "council is salford.\n"
    )
    said = fresh_desk.did("config", "set", "council", "Hackney Council")
    assert "council is hackney; it was salford." in said.out
    assert own.read_text() == 'council = "hackney"\n'
    assert (
        "council is hackney already." in fresh_desk.did("config", "set", "council", "hackney").out
    )
    shown = fresh_desk.did("config", "show", "--json").plain
    assert {"hackney", str(own)} <= {shown[1]["value"], shown[1]["origin"]}


@pytest.mark.parametrize("old", ['council="bath"', '  "council" = "bath"', "council = 'bath'"])
def test_every_other_line_is_kept(fresh_desk: Terminal, fresh: Path, own: Path, old: str) -> None:
    own.parent.mkdir(parents=True)
    own.write_text(f'# mine\ndatabase = "a.db"  # here\n{old}\n\n# end')
    fresh_desk.did("config", "set", "council", "salford")
    assert own.read_text() == ('# mine\ndatabase = "a.db"  # here\ncouncil = "salford"\n\n# end')
    fresh_desk.did("config", "set", "constitutions", ".")
    assert own.read_text().endswith(f'# end\nconstitutions = "{fresh / "here"}"\n')


def test_a_file_is_kept_by_its_whole_path_and_an_address_as_it_is(
    fresh_desk: Terminal, fresh: Path, own: Path
) -> None:
    fresh_desk.did("config", "set", "database", "my.db")
    assert f'database = "{fresh / "here" / "my.db"}"' in own.read_text()
    for folder in ("constitutions", "templates"):
        fresh_desk.did("config", "set", folder, ".")
        assert f'{folder} = "{fresh / "here"}"' in own.read_text()
    fresh_desk.did("config", "set", "database", "postgresql://x:secret@host/db")
    said = fresh_desk.did("config", "set", "database", "postgresql://host/db")
    assert "secret" not in said.out + said.err


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (("counil", "salford"), 2, "There is no setting called 'counil'. [invalid] Do: Did you"),
        (("as", "mo"), 2, "No file may set as."),
        (("council", "salfrod"), 5, "Did you mean salford?"),
        (("council", " "), 5, "No constitution is on file"),
        (("database", ""), 2, "database is given no value that can be kept."),
        (("database", "a\nb"), 2, "database is given no value that can be kept."),
        (("database", "host=x password=y"), 2, "connection words"),
        (("constitutions", "nowhere"), 2, "There is no folder"),
        (("templates", "nowhere"), 2, "There is no folder"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_written(
    fresh_desk: Terminal, own: Path, given: tuple[str, str], code: int, words: str
) -> None:
    said = fresh_desk("config", "set", *given)
    assert (said.code, words in " ".join(said.err.split())) == (code, True), said
    assert not own.exists()


def test_what_goes_before_the_file_is_named(
    fresh_desk: Terminal, fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_COUNCIL", "hackney")
    said = fresh_desk.did("config", "set", "council", "salford")
    assert "Here council is hackney all the same: environment, DECISIONS_COUNCIL" in " ".join(
        said.err.split()
    )


def test_what_is_final_on_the_machine_is_not_set_by_a_user(
    fresh_desk: Terminal, own: Path, fresh_machine: Path
) -> None:
    fresh_machine.parent.mkdir(parents=True)
    fresh_machine.write_text('council = "salford"\nfinal = ["council"]\n')
    said = fresh_desk("config", "set", "council", "hackney")
    assert (said.code, "is final on this machine" in said.err) == (4, True), said
    assert not own.exists()
    fresh_desk.did("config", "set", "council", "hackney", "--system")
    assert config.read_settings(fresh_machine) == {"council": "hackney", "final": ["council"]}


def test_no_password_is_kept_where_everyone_may_read(
    fresh_desk: Terminal, fresh_machine: Path
) -> None:
    said = fresh_desk("config", "set", "--system", "database", "postgresql://x:secret@host/db")
    assert (said.code, "no password is kept there" in said.err) == (2, True)
    assert "secret" not in said.err
    assert not fresh_machine.exists()


def test_a_file_that_cannot_be_used_is_left_as_it_is(fresh_desk: Terminal, own: Path) -> None:
    own.parent.mkdir(parents=True)
    for text in ("council = ", 'unknown = "x"', 'council = """\nsalford"""\n'):
        own.write_text(text)
        assert fresh_desk("config", "set", "council", "hackney").code == 2
        assert own.read_text() == text


def test_what_is_final_is_written_by_hand(fresh_desk: Terminal) -> None:
    said = " ".join(fresh_desk("config", "set", "final", "database").err.split())
    assert "Write it by hand, in" in said
    assert 'final = ["database"]' in said

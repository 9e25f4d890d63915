"""Setting up: by questions at a terminal, by options anywhere, and never twice without a word."""

import os
import stat
from pathlib import Path

import pytest

from support.pseudo_terminal import at_terminal
from support.terminal import Terminal

EVERYBODY = (
    "--proper-officer", "jsmith=J Smith", "--monitoring-officer", "asharp",
    "--decision-maker", "mayor", "--decision-maker", "lead=Lead Member",
)  # fmt: skip
NIGHT = "2018-10-18 09:00:00"


def test_options_set_everything_up_and_ask_nothing(
    fresh_desk: Terminal, fresh: Path, own: Path
) -> None:
    said = fresh_desk.did("init", "--council", "salford", *EVERYBODY)
    assert "Appointment 1: J Smith (jsmith), proper officer at salford" in said.out
    further = "decisions people add PERSON --role ROLE --council salford --as asharp"
    assert f"appointed by the monitoring officer: {further}" in " ".join(said.out.split())
    assert own.read_text() == f'council = "salford"\ndatabase = "{fresh_desk.register}"\n'
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    assert stat.S_IMODE(own.parent.stat().st_mode) == 0o700
    people = fresh_desk.did("people", "list", "--json").plain
    assert [(each["person"], each["name"], each["role"]) for each in people] == [
        ("jsmith", "J Smith", "proper-officer"),
        ("mayor", "mayor", "decision-maker"),
        ("lead", "Lead Member", "decision-maker"),
        ("asharp", "asharp", "monitoring-officer"),
    ]
    assert list((fresh / "here").iterdir()) == []


def test_a_council_may_be_named_as_it_names_itself(fresh_desk: Terminal, own: Path) -> None:
    fresh_desk.did("init", "--council", "Salford City Council", *EVERYBODY)
    assert 'council = "salford"' in own.read_text()


def test_questions_ask_for_what_is_missing(fresh_desk: Terminal, own: Path) -> None:
    """A council that is not on file is asked for again; an empty line takes what is shown."""
    typed = "salfrod\nsalford\n\njsmith=J Smith\nmayor; lead=Lead Member\nasharp\n"
    seen = at_terminal(200, "init", typed=typed, now=NIGHT)
    assert "Did you mean salford?" in seen
    assert f"[{fresh_desk.register}]: " in seen
    people = fresh_desk.did("people", "list", "--json").plain
    assert [each["person"] for each in people] == ["jsmith", "mayor", "lead", "asharp"]
    assert 'council = "salford"' in own.read_text()


def test_an_empty_line_appoints_nobody_but_a_proper_officer(fresh_desk: Terminal) -> None:
    """Whoever types is not made a decision maker and monitoring officer for pressing Enter."""
    seen = at_terminal(200, "init", typed="salford\n\njsmith\n\n\n", now=NIGHT)
    people = fresh_desk.did("people", "list", "--json").plain
    assert [(each["person"], each["role"]) for each in people] == [("jsmith", "proper-officer")]
    for role in ("decision maker", "monitoring officer"):
        assert f"Nobody is {role} yet." in seen


def test_a_second_run_asks_nothing_changes_nothing_and_says_what_is_there(
    fresh_desk: Terminal, own: Path
) -> None:
    fresh_desk.did("init", "--council", "salford", *EVERYBODY)
    before, entries = own.stat(), fresh_desk.did("journal", "verify").out
    for again in (fresh_desk.did("init").out, at_terminal(200, "init", typed="", now=NIGHT)):
        assert "council is salford already." in again
        assert f"The register is there: {fresh_desk.register}" in again
        assert again.count("In office already.") == 4
    assert own.stat() == before
    assert fresh_desk.did("journal", "verify").out == entries


def test_another_council_or_register_than_is_set_is_refused(
    fresh_desk: Terminal, own: Path
) -> None:
    fresh_desk.did("init", "--council", "salford", *EVERYBODY)
    said = fresh_desk("init", "--council", "hackney", *EVERYBODY)
    assert (said.code, f"{own} says that council is salford." in " ".join(said.err.split())) == (
        2,
        True,
    )
    assert "decisions config set council hackney" in " ".join(said.err.split())
    add = "decisions people add PERSON --role {} --council hackney"
    offices = ("proper-officer", "decision-maker", "monitoring-officer")
    first, second, last = (add.format(role) for role in offices)
    assert f"{first}; then {second}; then, last, {last}" in " ".join(said.err.split())
    assert fresh_desk("init", "--db", "other.db", *EVERYBODY).code == 2
    assert not Path("other.db").exists()


MISSING = (
    ((), "--council NAME"),
    (("--council", "salford", *EVERYBODY[2:]), "Give --proper-officer PERSON."),
)


@pytest.mark.parametrize(("given", "remedy"), MISSING)
def test_without_a_terminal_what_is_missing_is_named_and_nothing_is_made(
    fresh_desk: Terminal, fresh: Path, given: tuple[str, ...], remedy: str
) -> None:
    said = fresh_desk("init", *given)
    assert (said.code, remedy in " ".join(said.err.split())) == (2, True), said
    assert [each.name for each in fresh.iterdir()] == ["here"]


def test_without_a_terminal_too_only_the_proper_officer_is_needed(fresh_desk: Terminal) -> None:
    said = fresh_desk.did("init", "--council", "salford", "--proper-officer", "a").out
    for role in ("decision maker", "monitoring officer"):
        assert f"Nobody is {role} yet." in said


def test_nobody_is_told_to_act_as_another_where_that_is_final(
    fresh_desk: Terminal, fresh: Path, fresh_machine: Path
) -> None:
    init = ("init", "--system", "--council", "salford", "--db", str(fresh / "all.db"), *EVERYBODY)
    fresh_desk.did(*init)
    fresh_machine.write_text(f'{fresh_machine.read_text()}final = ["as"]\n')
    said = " ".join(fresh_desk.did(*init).out.split())
    assert "monitoring officer. asharp gives: decisions people add PERSON --role ROLE" in said
    assert "--as" not in said


def test_ctrl_d_at_a_question_is_an_interruption_and_makes_nothing(fresh: Path) -> None:
    assert "Interrupted" in at_terminal(80, "init", typed="\x04", now=NIGHT)
    assert [each.name for each in fresh.iterdir()] == ["here"]


def test_a_refused_appointment_is_told_with_what_was_done(fresh_desk: Terminal) -> None:
    """Once a monitoring officer is in office, nobody else may appoint."""
    fresh_desk.did("init", "--council", "salford", *EVERYBODY)
    said = fresh_desk("init", "--decision-maker", "another")
    assert (said.code, "No appointment of another is recorded." in said.err) == (4, True)
    fresh_desk.did("init", "--decision-maker", "another", "--as", "asharp")


def test_the_machines_settings_are_for_everyone_to_read(
    fresh_desk: Terminal, fresh: Path, own: Path, fresh_machine: Path
) -> None:
    said = fresh_desk("init", "--system", "--council", "salford", *EVERYBODY)
    assert (said.code, "--db FILE" in said.err) == (2, True)
    fresh_desk.did(
        "init", "--system", "--council", "salford", "--db", str(fresh / "all.db"), *EVERYBODY
    )
    assert stat.S_IMODE(fresh_machine.stat().st_mode) == 0o644
    assert not own.exists()
    assert fresh_desk.did("people", "list").out


def test_everyone_may_enter_the_machines_folder_whatever_the_umask(
    fresh_desk: Terminal, fresh: Path, fresh_machine: Path
) -> None:
    """But one that is there already is left as it is."""
    (fresh / "etc").mkdir(mode=0o700)
    before = os.umask(0o077)
    try:
        fresh_desk.did(
            "init", "--system", "--council", "salford", "--db", str(fresh / "all.db"), *EVERYBODY
        )
    finally:
        os.umask(before)
    assert stat.S_IMODE(fresh_machine.parent.stat().st_mode) == 0o755
    assert stat.S_IMODE(fresh_machine.stat().st_mode) == 0o644
    assert stat.S_IMODE((fresh / "etc").stat().st_mode) == 0o700


def test_those_it_appoints_may_be_in_office_already(fresh_desk: Terminal) -> None:
    """So that what was done before today is recorded without a warning."""
    fresh_desk.did("init", "--council", "salford", *EVERYBODY, "--since", "21 May 2018")
    people = fresh_desk.did("people", "list", "--json").plain
    assert {each["since"] for each in people} == {"2018-05-21"}


def test_the_cure_for_another_council_in_the_machines_settings_is_of_those_settings(
    fresh_desk: Terminal, fresh: Path, fresh_machine: Path
) -> None:
    init = ("init", "--system", "--db", str(fresh / "all.db"), *EVERYBODY, "--council")
    fresh_desk.did(*init, "salford")
    said = " ".join(fresh_desk(*init, "hackney").err.split())
    assert "decisions config set council hackney --system; then give this again" in said


def denied(*_: object) -> bool:
    return False


@pytest.mark.parametrize(
    "command",
    [("init", "--council", "salford", *EVERYBODY), ("config", "set", "council", "salford")],
)
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_done(
    fresh_desk: Terminal,
    fresh: Path,
    own: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setattr(os, "access", denied)
    said = fresh_desk(*command)
    assert said.code == 1
    assert f"{own} cannot be written: the folder {fresh} is not yours" in " ".join(said.err.split())
    assert "Do: " in said.err
    assert [each.name for each in fresh.iterdir()] == ["here"]


def test_a_file_in_the_way_of_the_folder_is_a_plain_error(
    fresh_desk: Terminal, fresh: Path
) -> None:
    (fresh / "config").write_text("no folder")
    said = fresh_desk("config", "set", "council", "salford")
    assert (said.code, "cannot be written" in said.err) == (1, True), said
    assert "Traceback" not in said.err

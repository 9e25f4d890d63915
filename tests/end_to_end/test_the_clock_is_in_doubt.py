"""On the terminal: a close by a clock that may be wrong records nothing, and a step says so."""

from cli import exits
from support.terminal import Terminal

LATER = "2019-11-22 09:00:00"


def test_the_close_names_both_instants_and_goes_on_when_told(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    said = terminal("close", at=LATER)
    assert said.code == exits.NEEDS_A_PERSON
    words = " ".join(said.out.split())
    assert words.startswith("The close did not run. The clock says 09:00 on Fri 22 Nov 2019.")
    assert "Thu 18 Oct 2018" in words
    assert "decisions close --accept-gap" in words
    in_json = terminal("close", "--json")
    assert in_json.code == exits.NEEDS_A_PERSON
    assert in_json.plain["run"] is None
    assert in_json.plain["left"][0]["code"] == "clock-in-doubt"
    assert terminal.did("runs", "--json").plain == []
    assert terminal.did("close", "--accept-gap", "--json").plain["closed"] == [ref]


def test_a_step_long_after_all_that_was_recorded_says_so_and_is_taken(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.now = LATER
    for command in (["may-implement", ref], ["close", ref]):
        said = terminal.did(*command)
        assert "Mind: The clock says 09:00 on Fri 22 Nov 2019." in said.err
    assert "Mind" not in terminal.did("may-implement", ref).err


def test_what_a_fast_clock_closed_is_not_shown_as_in_effect_before_it_is(
    terminal: Terminal,
) -> None:
    """The clock put right, its effect is still to come: so every answer has it."""
    ref = terminal.staffed().published()
    then = terminal.now
    terminal.did("close", "--accept-gap", at=LATER)
    terminal.now = then
    to_come = "to take effect at 00:00 on Thu 25 Oct 2018"
    assert f"Stands:      {to_come}" in terminal.did("show", ref).out
    assert to_come in terminal.did("list").out
    said = terminal("may-implement", ref)
    assert said.code == exits.REFUSED
    words = " ".join(said.err.split())
    assert f"{ref} takes effect at 00:00 on Thu 25 Oct 2018, after 16:30 on" in words
    assert "Do: Wait until then." in words

"""An officer's last day is typed without its year, before it comes and after it has been."""

import pytest

from support.pseudo_terminal import at_terminal
from support.terminal import Terminal

NOW = "2018-10-18 09:00:00"
END = ("people", "end", "1", "--reason", "Left", "--until")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("17 October", "2018-10-17"),
        ("17 Oct", "2018-10-17"),
        ("17/10", "2018-10-17"),
        ("Wednesday 17 October", "2018-10-17"),
        ("yesterday", "2018-10-17"),
        ("30 Sep", "2018-09-30"),
        ("31st December", "2018-12-31"),
        ("31 March", "2019-03-31"),
        ("Thursday 17 October", "2019-10-17"),
        ("18 Oct", "2018-10-18"),
        ("friday", "2018-10-19"),
        ("sunday", "2018-10-21"),
        ("monday", "2018-10-15"),
        ("Mon", "2018-10-15"),
        ("thursday", "2018-10-18"),
        ("friday week", "2018-10-26"),
        ("17 October 2019", "2019-10-17"),
    ],
)
def test_a_last_day_without_its_year_is_the_nearest(
    terminal: Terminal, written: str, day: str
) -> None:
    terminal.staffed()
    terminal.did("people", "add", "x", "--role", "author", "--since", "2017-01-01")
    end = ("people", "end", "5", "--reason", "Left", "--until", written)
    said = terminal.did(*end, "--dry-run", "--json", at=NOW)
    assert said.plain["until"] == day


def test_no_year_has_that_weekday(terminal: Terminal) -> None:
    said = terminal.staffed()(*END, "Monday 17 October", at=NOW)
    assert said.code == 2
    assert "is not a Monday" in said.err


def test_the_question_says_which_day_was_understood(terminal: Terminal) -> None:
    terminal.staffed()
    seen = at_terminal(200, *END, "19 Oct", now=NOW, typed="no\n")
    assert "will be ended. Its last day is Fri 19 Oct 2018." in seen
    assert "Its last day is today." in at_terminal(200, *END[:-1], now=NOW, typed="no\n")

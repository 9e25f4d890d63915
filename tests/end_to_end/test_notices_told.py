"""A notice is told with the days it is for, and one that is too short is told of at once."""

import pytest

from support.terminal import Terminal

NOW = "2026-11-12 12:00:00"
SAYS = ("--where", "web", "--matter", "m", "--maker", "Cabinet: Cllrs A and B",
        "--documents", "none", "--copies", "at the offices")  # fmt: skip
KEY = ("--kind", "key-decision", *SAYS, "--published-at", "2026-11-10T09:00")


@pytest.fixture
def draft(terminal: Terminal) -> str:
    terminal.now = NOW
    return terminal.staffed().drafted("--kind", "key", "--made-on", "2026-11-12")


def told(terminal: Terminal, ref: str, *given: str) -> str:
    return " ".join(terminal.did("advance-notice", "give", ref, *given).err.split())


def test_one_that_is_too_short_is_recorded_and_told_of(terminal: Terminal, draft: str) -> None:
    """Twenty-eight clear days after 10 November, the decision may be made on 9 December."""
    said = told(terminal, draft, *KEY, "--decide-from", "8 Dec")
    assert "Mind: This notice is too short for Tue 8 Dec 2026." in said
    assert "may be made by this notice from Wed 9 Dec 2026." in said
    assert len(terminal.did("show", draft, "--json").plain["notices"]) == 1


def test_one_that_leaves_enough_is_not(terminal: Terminal, draft: str) -> None:
    assert "Mind" not in told(terminal, draft, *KEY, "--decide-from", "9 Dec")


@pytest.mark.parametrize(
    ("maker", "told_of"),
    [("Cabinet", True), ("Cabinet Member for Roads", False), ("Cllr A", False)],
)
def test_one_that_names_a_body_without_its_members_is_told_of(
    terminal: Terminal, draft: str, maker: str, told_of: bool
) -> None:
    given = [maker if each.startswith("Cabinet:") else each for each in KEY]
    said = told(terminal, draft, *given, "--decide-from", "9 Dec")
    assert ("Regulation 9 asks for a body's name and a list of its members." in said) is told_of


def test_one_that_gives_no_day_goes_by_the_day_it_was_made(terminal: Terminal, draft: str) -> None:
    private = ("--kind", "private-meeting", "--where", "web", "--matter", "m", "--reasons", "r",
               "--published-at", "2026-11-10T09:00")  # fmt: skip
    assert "too short for Thu 12 Nov 2026" in told(terminal, draft, *private)


def test_a_rehearsal_tells_of_it_too(terminal: Terminal, draft: str) -> None:
    assert "too short" in told(terminal, draft, *KEY, "--decide-from", "8 Dec", "--dry-run")


def test_show_tells_two_notices_apart(terminal: Terminal, draft: str) -> None:
    terminal.did("advance-notice", "give", draft, *KEY, "--decide-from", "20/11/2027")
    days = ("--decide-from", "9 Dec", "--decide-until", "16 Dec")
    terminal.did("advance-notice", "give", draft, *KEY, *days)
    shown = " ".join(terminal.did("show", draft).out.split())
    assert "Tue 10 Nov 2026 09:00, for a decision from Sat 20 Nov 2027" in shown
    assert "for a decision from Wed 9 Dec 2026 to Wed 16 Dec 2026" in shown

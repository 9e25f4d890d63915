"""What `show` says of special urgency agrees with what was asked and answered on the record."""

import pytest

from support.terminal import Terminal

ASKED = ("--purpose", "special-urgency")
CHAIR = (*ASKED, "--capacity", "scrutiny-chair", "--given-by", "Cllr Pine")


@pytest.fixture
def urgent(terminal: Terminal) -> Terminal:
    """A terminal at a register with one draft, H-1, that claims to be urgent."""
    terminal.staffed()
    for role, name in (("scrutiny-chair", "Cllr Pine"), ("chair-of-council", "Cllr Oak")):
        terminal.did("people", "add", name.lower(), "--role", role, "--name", name)
    drafted(terminal)
    return terminal


def drafted(terminal: Terminal, *more: str) -> None:
    terminal.did(
        "new", "--title", "Boilers", "--body", "Cabinet", "--kind", "key", "--ref", "H-1",
        "--urgency-reason", "Schools are without heat.", *more,
    )  # fmt: skip


def of_urgency(terminal: Terminal) -> str:
    """Give what show says under its heading on urgency."""
    shown = terminal.did("show", "H-1").out
    return " ".join(shown[shown.index("  Special urgency:") :].split())


def test_consent_given_by_the_road_is_who_agreed(urgent: Terminal) -> None:
    """It is not said that nobody agreed, where the same page says who consented."""
    urgent.did("consent", "ask", "H-1", *ASKED, "--reason", "No heat")
    said = of_urgency(urgent)
    assert "Consent was asked Thu 18 Oct 2018 10:00, and is not given." in said, said
    assert "nobody" not in said
    urgent.did("consent", "give", "H-1", *CHAIR, "--note", "By telephone", at="2018-10-18 09:30:00")
    said = of_urgency(urgent)
    agreed = "Agreed by Cllr Pine, the chair of scrutiny, Thu 18 Oct 2018 10:30."
    assert said == f"Special urgency: Schools are without heat. {agreed}"


def test_a_refusal_and_one_passed_over_are_told(urgent: Terminal) -> None:
    """The latest request for consent is told, whatever came of it; nobody agreed there."""
    urgent.did("consent", "ask", "H-1", *ASKED, "--reason", "No heat")
    urgent.did(
        "consent", "skip", "H-1", *ASKED, "--capacity", "scrutiny-chair", "--why", "unable-to-act",
        "--note", "In hospital",
    )  # fmt: skip
    urgent.did(
        "consent", "refuse", "H-1", *ASKED, "--capacity", "chair-of-council", "--given-by",
        "Cllr Oak", "--note", "It can wait",
    )  # fmt: skip
    said = of_urgency(urgent)
    assert "The chair of scrutiny was passed over (unable to act)." in said
    assert "Refused by Cllr Oak, the chair of council, Thu 18 Oct 2018 10:00." in said
    assert "Agreed" not in said


def test_what_the_statement_says_stands_beside_it(urgent: Terminal) -> None:
    """Agreement that the statement itself states is shown too; alone, where nothing was asked."""
    assert "Agreed by nobody on record (capacity not recorded)." in of_urgency(urgent)
    urgent.did("amend", "H-1", "--urgency-agreed-by", "Cllr Pine", "--urgency-capacity", "chair")
    stated = "Agreed by Cllr Pine (chair)."
    assert of_urgency(urgent).endswith(stated)
    urgent.did("consent", "ask", "H-1", *ASKED, "--reason", "No heat")
    urgent.did("consent", "give", "H-1", *CHAIR, "--note", "By telephone")
    said = of_urgency(urgent)
    assert "Agreed by Cllr Pine, the chair of scrutiny" in said
    assert said.endswith(stated)


def test_as_it_was_it_names_nobody_who_came_later(terminal: Terminal) -> None:
    """Who joined a request, or consented, after the instant asked about is not told of it."""
    terminal.staffed()
    ref = terminal.published()
    asked = ("--grounds", "G", "--received-at", "2018-10-18T16:30")
    terminal.did("call-in", ref, "--requested-by", "Cllr Elm", *asked)
    joined = ("--requested-by", "Cllr Ash", "--received-at", "2018-10-19T09:30")
    terminal.did("request", "support", ref, *joined, at="2018-10-19 09:00:00")
    assert "Cllr Elm, Cllr Ash" in terminal.did("show", ref).out
    then = terminal.did("show", ref, "--as-of", "2018-10-18T17:00").out
    assert "Cllr Elm" in then
    assert "Cllr Ash" not in then

"""What was done days ago is entered now: what the terminal says before it is too late to say it."""

import pytest

from support.terminal import Terminal

NOW = "2018-11-05 09:00:00"
LATE = ("--late-reason", "From the paper file")


def beside(terminal: Terminal, *draft: str) -> str:
    """Draft a decision, and give what is said beside the answer."""
    given = ("--title", "T", "--body", "Cabinet", "--kind", "non-key", *draft)
    return " ".join(terminal.did("new", *given).err.split())


@pytest.mark.parametrize(("made_on", "told"), [("2018-10-28", True), ("2018-10-29", False)])
def test_a_draft_of_what_was_made_long_ago_says_that_later_steps_follow_it(
    terminal: Terminal, made_on: str, told: bool
) -> None:
    """A decision that was made over a week ago; one typed within the week is an ordinary draft."""
    terminal.now = NOW
    terminal.staffed()
    said = beside(terminal, "--made-on", made_on)
    assert ("Mind: No later step can be dated before now." in said) is told
    assert ("decisions withdraw HFD-2018-001 --reason" in said) is told
    assert "dated before now" not in beside(terminal, "--made-on", made_on, "--at", "today", *LATE)


def test_the_help_says_what_a_later_step_is_bound_by(terminal: Terminal) -> None:
    said = " ".join(terminal.did("new", "--help").out.split())
    assert "No later step can be dated before it." in said


@pytest.mark.parametrize("verb", ["call-in", "request support", "request record-late"])
def test_the_help_says_that_a_reason_is_needed_once_the_period_has_ended(
    terminal: Terminal, verb: str
) -> None:
    said = " ".join(terminal.did(*verb.split(), "--help").out.split())
    assert "Needed with --at, and once the call-in period has ended." in said


def test_a_step_dated_before_whoever_records_it_was_appointed_says_so(terminal: Terminal) -> None:
    """It is recorded all the same: whether the appointment is entered too late is not known."""
    terminal.now = NOW
    terminal.staffed()
    late = ("--at", "2018-10-29T10:00", *LATE)
    ref = terminal.drafted(*late)
    said = " ".join(terminal.did("sign", ref, "--signatory", "The Leader", *late).err.split())
    me = terminal.me()
    assert f"Mind: {me} is entered as decision maker from Mon 5 Nov 2018, after the day" in said
    assert f"decisions people add {me} --role decision-maker --since DATE --council" in said
    earlier = ("--role", "decision-maker", "--since", "2018-05-21")
    terminal.did("people", "add", me, *earlier)
    published = terminal.drafted("--at", "2018-10-29T10:00", *LATE)
    said = terminal.did("sign", published, "--signatory", "The Leader", *late).err
    assert "Mind:" not in said


def test_who_may_enter_an_earlier_appointment_is_named(terminal: Terminal) -> None:
    """Once a monitoring officer is in office nobody else may, and the command would be refused."""
    terminal.now = NOW
    me = terminal.me()
    for role in ("author", "decision-maker", "proper-officer"):
        terminal.did("people", "add", me, "--role", role)
    terminal.did("people", "add", "asharp", "--role", "monitoring-officer", "--name", "Alex Sharp")
    late = ("--at", "2018-10-29T10:00", *LATE)
    ref = terminal.drafted(*late)
    said = " ".join(terminal.did("sign", ref, "--signatory", "The Leader", *late).err.split())
    assert "If they held that office then, ask Alex Sharp (asharp), monitoring officer" in said
    assert "decisions people add" not in said


def test_a_seat_on_the_executive_is_no_right_to_decide(terminal: Terminal) -> None:
    def said(role: str) -> str:
        added = terminal.did("people", "add", "x", "--role", role)
        return " ".join(f"{added.out} {added.err}".split())

    seat = "This is a seat on the executive. To let them sign decisions: --role decision-maker"
    assert seat in said("executive-member")
    assert seat not in said("decision-maker")
    assert "decisions help roles" in " ".join(terminal.did("people", "add", "--help").out.split())
    roles = " ".join(terminal.did("help", "roles").out.split())
    assert "executive-member Sits on the cabinet or executive. It signs no decision by" in roles
    assert "keeper" not in roles

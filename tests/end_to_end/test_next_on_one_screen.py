"""What `next` shows: on one screen, the likeliest first, and why not one step for whoever asks."""

import pytest

from cli.commands.next_steps import LIKELIEST
from support.pseudo_terminal import at_terminal
from support.terminal import Terminal
from workflow.procedures.table import BY_NAME, OFFERED

RECEIVED = ("--received-at", "2018-10-18T17:30")


@pytest.fixture
def ref(terminal: Terminal) -> str:
    return terminal.staffed().published()


def test_every_step_that_is_put_in_order_is_a_step() -> None:
    assert set(LIKELIEST) <= {step.name for step in OFFERED}
    assert len(set(LIKELIEST)) == len(LIKELIEST)


def first_shown(terminal: Terminal, ref: str) -> str:
    told = terminal.did("next", ref, "--anyone").out.partition("Can be done now:\n")[2]
    return told.partition(f" {ref}")[0].strip()


def test_what_is_likeliest_is_first_as_a_decision_goes_on(terminal: Terminal) -> None:
    """What awaits somebody comes before what anybody might do."""
    ref, seen = terminal.staffed().drafted(), []
    terminal.did("people", "add", "mo", "--role", "monitoring-officer")
    for step in (
        ("sign", ref, "--signatory", "The Leader"),
        ("publish", ref, "--where", "web"),
        ("call-in", ref, "--requested-by", "A", "--grounds", "G", *RECEIVED),
        ("request", "accept", ref, "--reason", "Valid", "--as", "mo"),
        ("scrutiny", "refer-back", ref, "--concerns", "C"),
        ("hold", ref, "--on-account-of", "court", "--under", "Order", "--reason", "R"),
    ):
        seen.append(first_shown(terminal, ref))
        late = step[0] in ("scrutiny", "hold")
        terminal.did(*step, at="2018-10-26 09:00:00" if late else "2018-10-18 16:30:00")
    seen.append(first_shown(terminal, ref))
    assert seen == [
        "decisions sign",
        "decisions publish",
        "decisions call-in",
        "decisions request accept",
        "decisions scrutiny refer-back",
        "decisions reconsideration confirm",
        "decisions release",
    ]


@pytest.mark.parametrize("rows", [12, 18, 24, 50])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_is_on_one_screen_and_names_whatever_is_open(
    terminal: Terminal, ref: str, columns: int, rows: int
) -> None:
    """The line that was typed and the one to type next are on that screen too."""
    seen = at_terminal(columns, "next", ref, "--anyone", now="2018-10-18 16:00:00", rows=rows)
    if rows > 12:
        assert len(seen.splitlines()) <= rows - 2, seen
    every = terminal.did("next", ref, "--anyone", "--json", at="2018-10-18 16:00:00").plain
    for step in every["steps"]:
        command = BY_NAME[step["step"]].on_terminal
        named = f" {command}" in " ".join(seen.split())
        assert named == step["open"] or not step["open"], command
    closed = sum(not step["open"] for step in every["steps"])
    assert f"{closed} other steps cannot be taken now." in seen


def test_why_one_step_cannot_be_taken_is_said_of_that_step_alone(
    terminal: Terminal, ref: str
) -> None:
    said = terminal.did("next", ref, "--why", "implement").out
    assert "implement: not now, and why:" in said
    assert said.count("[") == 1
    assert "[call-in-open]" in said
    open_too = terminal.did("next", ref, "--why", "Call-In").out
    assert "It can be done now:\n  decisions call-in " in open_too
    (step,) = terminal.did("next", ref, "--why", "implement", "--json").plain["steps"]
    assert step["reasons"][0]["code"] == "call-in-open"


def test_an_unknown_step_is_answered_with_those_near(terminal: Terminal, ref: str) -> None:
    said = terminal("next", ref, "--why", "pubish")
    assert (said.code, "Did you mean publish" in said.err) == (2, True), said


def test_all_of_it_has_every_step_and_why_not_the_rest(terminal: Terminal, ref: str) -> None:
    every = terminal.did("next", ref, "--json").plain["steps"]
    told = " ".join(terminal.did("next", ref, "--all").out.split())
    assert len(every) > 40
    for step in every:
        assert BY_NAME[step["step"]].on_terminal in told
        for reason in step["reasons"]:
            assert f"[{reason['code']}]" in told


def test_whoever_may_do_nothing_is_told_of_the_others(terminal: Terminal, ref: str) -> None:
    said = terminal.did("next", ref, "--as", "nobody").out
    assert "Nothing can be done now." in said
    assert f"By others: decisions next {ref} --anyone" in said


@pytest.mark.parametrize(
    ("given", "flags"),
    [
        (("--kind", "key"), ("matter", "maker", "decide-from", "documents", "copies")),
        (("--kind", "key", "--private-meeting"), ("matter", "maker", "decide-from")),
        (("--private-meeting",), ("matter", "reasons")),
        ((), ()),
    ],
)
def test_a_command_is_shown_with_all_that_the_step_will_need(
    terminal: Terminal, given: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    """A notice of a key decision that lacked what the law wants of it was refused, with five
    options that had not been shown."""
    ref = terminal.staffed().drafted(*given)
    said = terminal.did("next", ref, "--why", "advance-notice give").out
    command = " ".join(said.partition("decisions advance-notice")[2].split("Record")[0].split())
    assert all(f"--{flag} " in f"{command} " for flag in flags), command
    assert flags or "--matter" not in command


WAITING = ("call-in", "--requested-by", "A", "--grounds", "G", *RECEIVED)


def test_whoever_may_not_do_what_it_waits_for_is_told_who_may(terminal: Terminal, ref: str) -> None:
    """By office, by name where the register knows, and with the command."""
    terminal.did("people", "add", "m.o", "--role", "monitoring-officer", "--name", "M Officer")
    terminal.did("people", "add", "a.a", "--role", "author", "--name", "A Author")
    terminal.did(WAITING[0], ref, *WAITING[1:], at="2018-10-18 16:30:00")
    told = " ".join(terminal.did("next", ref, "--as", "a.a").out.split())
    assert "It waits for the proper officer" in told
    assert "; or M Officer (m.o), monitoring officer): decisions" in told
    assert f"decisions request accept {ref} --reason TEXT; or request reject" in told
    assert told.index("It waits for") < told.index("Why one cannot")
    assert "It waits for" not in terminal.did("next", ref, "--as", "m.o").out
    assert "It waits for" not in terminal.did("next", ref, "--anyone").out


def test_after_a_publication_that_did_not_count_it_is_said_who_publishes_it(
    terminal: Terminal, ref: str
) -> None:
    terminal.did("people", "add", "m.o", "--role", "monitoring-officer")
    void = ("publication", "void", ref, "--reason", "Down", "--yes", "--as", "m.o")
    terminal.did(*void, at="2018-10-18 16:30:00")
    told = " ".join(terminal.did("next", ref, "--as", "m.o").out.split())
    assert "It waits for the proper officer" in told
    assert f"decisions publish {ref} --where TEXT" in told


def test_whoever_is_refused_a_step_is_told_who_holds_the_role(terminal: Terminal, ref: str) -> None:
    said = terminal("hold", ref, "--on-account-of", "court", "--under", "O", "--reason", "R",
                    "--as", "nobody").err  # fmt: skip
    assert f"Ask Clerk of Works ({terminal.me()}), " in " ".join(said.split())
    said = terminal("people", "add", "x", "--role", "author", "--as", "nobody").err
    assert f"Do: Ask Clerk of Works ({terminal.me()}), monitoring officer: decisions" in (
        " ".join(said.split())
    )


def test_consent_is_shown_with_what_was_asked_and_whom_the_rule_asks(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted("--kind", "key", "--urgency-reason", "No heat")
    asked = ("--purpose", "special-urgency", "--reason", "No heat")
    terminal.did("consent", "ask", ref, *asked)
    told = " ".join(terminal.did("next", ref, "--why", "consent give").out.split())
    assert "--purpose special-urgency --capacity scrutiny-chair --given-by" in told
    assert "exemption" not in told
    assert "--capacity author" not in told
    terminal.did("people", "add", "pine", "--role", "scrutiny-chair", "--name", "Cllr Pine")
    said = terminal.did("consent", "give", ref, "--given-by", "Cllr Pine", "--note", "Agreed").out
    assert "consent to special urgency given by Cllr Pine, chair of scrutiny" in said


def test_consent_that_could_be_for_two_things_is_asked_for_by_name(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted("--kind", "key", "--private-meeting")
    given = ("consent", "give", ref, "--given-by", "Cllr Pine", "--note", "Agreed")
    said = terminal(*given)
    assert (said.code, "Missing: --purpose" in said.err) == (2, True)
    for purpose in ("special-urgency", "private-meeting"):
        terminal.did("consent", "ask", ref, "--purpose", purpose, "--reason", "No heat")
    said = terminal(*given).err
    assert "Give it: special-urgency or private-meeting" in said

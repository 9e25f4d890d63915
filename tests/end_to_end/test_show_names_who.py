"""What `show` names: who ruled and why, who consented, and which version it is."""

from support.terminal import Terminal

LODGED = ("--grounds", "G", "--received-at", "2018-10-18T16:30")
MO = ("--as", "mo")
LATER = "2018-10-19 09:00:00"


def shown(terminal: Terminal, ref: str, *more: str) -> str:
    return " ".join(terminal.did("show", ref, *more).out.split())


def test_a_ruling_has_its_name_its_role_its_hour_and_its_reason(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("people", "add", "mo", "--role", "monitoring-officer", "--name", "M Officer")
    for who in ("Cllr Elm", "Cllr Ash"):
        terminal.did("call-in", ref, "--requested-by", who, *LODGED, at=LATER)
    terminal.did("request", "reject", ref, "--request", "1", "--reason", "No member", *MO)
    terminal.did("request", "accept", ref, "--reason", "A member, in time", *MO)
    said = shown(terminal, ref)
    by = "ruled by M Officer, monitoring officer, Fri 19 Oct 2018 10:00"
    assert f"from Cllr Elm {by}: No member" in said.replace("grounds: G ", "")
    assert f"from Cllr Ash {by}: A member, in time" in said.replace("grounds: G ", "")
    assert "ruled by" not in shown(terminal, ref, "--as-of", "2018-10-18T18:00")


def test_who_consented_is_named_with_the_office(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.did("people", "add", "pine", "--role", "scrutiny-chair", "--name", "Cllr Pine")
    purpose = ("--purpose", "special-urgency")
    ref = terminal.drafted("--kind", "key", "--urgency-reason", "No heat")
    terminal.did("consent", "ask", ref, *purpose, "--reason", "No heat")
    given = ("--capacity", "scrutiny-chair", "--given-by", "Cllr Pine", "--note", "By telephone")
    terminal.did("consent", "give", ref, *purpose, *given)
    assert "Cllr Pine, chair of scrutiny, consented Thu 18 Oct 2018 10:00" in shown(terminal, ref)


def test_there_is_one_count_of_versions(terminal: Terminal) -> None:
    """Of `show`, of `history`, of `diff` and of --expect-version."""
    ref = terminal.staffed().published()
    assert "Version: 4, with the text of version 1 Decision maker:" in shown(terminal, ref)
    terminal.did("correct", ref, "--title", "The plan", "--ruling", "Clerical")
    assert "Version: 5 Decision maker:" in shown(terminal, ref)
    assert terminal.did("diff", ref).out.splitlines()[1].startswith("Version 5: corrected ")
    assert terminal.did("diff", ref, "--from", "2", "--to", "4").err == "They read the same.\n"
    assert terminal.did("history", ref).out.splitlines()[-2].startswith("  5  ")
    plain = terminal.did("show", ref, "--json").plain
    assert (plain["version"], terminal("diff", ref, "--to", "6").code) == (5, 5)
    hold = ("hold", ref, "--on-account-of", "court", "--under", "O", "--reason", "R")
    assert terminal(*hold, "--expect-version", "4").code == 6
    terminal.did(*hold, "--expect-version", "5")


def test_the_grounds_of_a_request_are_shown_in_full(terminal: Terminal) -> None:
    """Whoever rules on it reads them; and what other course it proposes."""
    ref = terminal.staffed().published()
    terminal.did(
        "call-in", ref, "--requested-by", "Cllr Elm", "--received-at", "2018-10-18T16:30",
        "--grounds", "Nobody was consulted", "--grounds", "The cost is not given",
        "--alternative", "To consult first", at=LATER,
    )  # fmt: skip
    lines = [each.strip() for each in terminal.did("show", ref).out.splitlines()]
    after = lines.index("grounds: Nobody was consulted")
    assert lines[after + 1 : after + 3] == [
        "grounds: The cost is not given",
        "other course proposed: To consult first",
    ]

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
    assert terminal.did("history", ref).out.splitlines()[-3].startswith("  5  ")
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


def test_where_it_is_published_and_who_made_it(terminal: Terminal) -> None:
    """Whoever made it takes no part in ruling, so it is told: in words, in JSON and in history."""
    ref = terminal.staffed().drafted()
    terminal.did("people", "add", "ash", "--role", "decision-maker", "--name", "Cllr Ash")
    terminal.did("people", "add", "po", "--role", "proper-officer")
    signed = ("--signatory", "The Leader", "--made-by", "Cllr Ash", "--as", "po")
    terminal.did("sign", ref, *signed, at="2018-10-18 14:00:00")
    terminal.did("publish", ref, "--where", "the website", at="2018-10-18 15:30:00")
    said = shown(terminal, ref)
    assert "Made by: Cllr Ash Signed:" in said
    assert "Published: Thu 18 Oct 2018 16:30, the website" in said
    plain = terminal.did("show", ref, "--json").plain
    assert (plain["made_by"], plain["published_where"]) == (["Cllr Ash"], "the website")
    assert "made by: Cllr Ash\n" in terminal.did("history", ref).out
    before = terminal.did("show", ref, "--json", "--as-of", "2018-10-18T10:30").plain
    assert (before["made_by"], before["published_where"]) == ([], None)


def test_a_decision_maker_who_signs_is_named_as_its_maker(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    assert terminal.did("show", ref, "--json").plain["made_by"] == ["Clerk of Works"]


def test_a_publication_that_did_not_count_is_told(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("people", "add", "mo", "--role", "monitoring-officer", "--name", "M Officer")
    reason = ("--reason", "The page was down", "--yes", *MO)
    terminal.did("publication", "void", ref, *reason, at="2018-10-18 16:00:00")
    said = shown(terminal, ref)
    assert "Voided: Thu 18 Oct 2018 17:00, the publication before: The page was down" in said
    assert "Published:" not in said
    assert terminal.did("show", ref, "--json").plain["published_where"] is None


def test_a_draft_says_on_which_day_it_is_made(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted("--made-on", "2018-10-22")
    assert "Made: Mon 22 Oct 2018, by its draft; that day is to come Version" in shown(
        terminal, ref
    )
    today = terminal.drafted("--made-on", "2018-10-18")
    assert "Made: Thu 18 Oct 2018, by its draft Version" in shown(terminal, today)


def test_a_chair_who_consented_is_named_with_their_committee(terminal: Terminal) -> None:
    """By the appointment that was in force: regulation 11 asks the chair of the relevant one."""
    terminal.staffed()
    chair = ("--role", "scrutiny-chair", "--name", "Cllr Pine")
    terminal.did("people", "add", "pine", *chair, "--of", "Growth Panel")
    purpose = ("--purpose", "special-urgency")
    ref = terminal.drafted("--kind", "key", "--urgency-reason", "No heat")
    terminal.did("consent", "ask", ref, *purpose, "--reason", "No heat")
    given = ("--capacity", "scrutiny-chair", "--given-by", "Cllr Pine", "--note", "By telephone")
    terminal.did("consent", "give", ref, *purpose, *given)
    office = "chair of scrutiny of Growth Panel"
    said = shown(terminal, ref)
    assert f"Cllr Pine, {office}, consented Thu 18 Oct 2018 10:00" in said
    assert f"Agreed by Cllr Pine, the {office}, Thu 18 Oct 2018 10:00." in said
    assert f"office: {office}\n" in terminal.did("history", ref).out
    terminal.did("sign", ref, "--signatory", "The Leader", at="2018-10-18 14:00:00")
    report = terminal.did("report", "special-urgency", "--since", "2018-10-01", "--until",
                          "2018-10-31").out  # fmt: skip
    assert f"Cllr Pine, {office}, consented" in " ".join(report.split())


def test_a_receipt_of_a_day_alone_says_that_no_time_was_given(terminal: Terminal) -> None:
    """And when it was called in is said to be when that request was received."""
    ref = terminal.staffed().published()
    terminal.did("people", "add", "mo", "--role", "monitoring-officer", "--name", "M Officer")
    day = ("--requested-by", "Cllr Elm", "--grounds", "G", "--received-at", "2018-10-19")
    terminal.did("call-in", ref, *day, at="2018-10-20 09:00:00")
    alone = "Fri 19 Oct 2018 (no time given)"
    assert f"received {alone}, from Cllr Elm" in shown(terminal, ref)
    assert f"received: {alone}\n" in terminal.did("history", ref).out
    again = " ".join(terminal("call-in", ref, *day).err.split())
    assert f"received on {alone}, is already on the record" in again
    terminal.did("request", "accept", ref, "--reason", "In time", *MO)
    assert f"Called in: by a request received {alone} Call-in:" in shown(terminal, ref)
    told = " ".join(terminal("publish", ref, "--where", "W").err.split())
    assert f"It was called in on {alone}, and is before scrutiny" in told
    public = " ".join(terminal.did("explain", ref, "--notice").out.split())
    assert "by a request received on Friday 19 October 2018." in public

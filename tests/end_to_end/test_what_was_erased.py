"""A statement that was erased is shown as erased, and only one that nothing rests on can be."""

from support.terminal import Terminal

OVER = "2018-10-25 09:00:00"
GONE = ("--part", "statement", "--reason", "Asked for", "--yes")


def erased(terminal: Terminal) -> str:
    """Withdraw a decision and erase its statement; give its reference."""
    ref = terminal.staffed().published()
    terminal.did("withdraw", ref, "--reason", "Not wanted")
    terminal.did("journal", "erase", ref, "--entry", "1", *GONE)
    return ref


def test_show_says_erased_and_never_not_said(terminal: Terminal) -> None:
    said = terminal.did("show", erased(terminal)).out
    assert "  Statement:   [erased]" in said
    assert "not said" not in said


def test_in_json_an_erased_statement_is_null(terminal: Terminal) -> None:
    """A null within a statement is what was not said."""
    ref = terminal.staffed().published()
    assert terminal.did("show", ref, "--json").plain["statement"]["purpose"] is None
    terminal.did("withdraw", ref, "--reason", "Not wanted")
    terminal.did("journal", "erase", ref, "--entry", "1", *GONE)
    assert terminal.did("show", ref, "--json").plain["statement"] is None


def test_versions_are_compared_with_what_was_erased(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted("--purpose", "To open")
    terminal.did("amend", ref, "--purpose", "To open on Sundays")
    terminal.did("journal", "erase", ref, "--entry", "1", *GONE)
    (found,) = (
        each
        for each in terminal.did("diff", ref, "--json").plain["differences"]
        if each["part"] == "purpose"
    )
    assert (found["before"], found["after"]) == ("[erased]", "To open on Sundays")


def test_nothing_is_made_up_of_what_was_erased(terminal: Terminal) -> None:
    """A key decision's erased statement is not told as one that is not key, nor its parts as no."""
    ref = terminal.staffed().drafted("--kind", "key")
    terminal.did("amend", ref, "--title", "The plan")
    terminal.did("journal", "erase", ref, "--entry", "1", *GONE)
    for command in ("history", "journal show"):
        entry = terminal.did(*command.split(), ref, "--json").plain[0]
        assert (entry["data"]["kind"], entry["data"]["statement"]) == ("key", None)
    found = terminal.did("diff", ref, "--json").plain["differences"]
    parts = {each["part"]: (each["before"], each["after"]) for each in found}
    assert parts["kind"] == ("[erased]", "key")
    assert parts["education"] == ("[erased]", "false")
    assert "purpose" not in parts


def test_what_took_the_place_of_a_decision_is_not_erased_with_who_did_it(
    terminal: Terminal,
) -> None:
    """One name, `by`, is who acted and, in this event, the other decision."""
    ref = terminal.staffed().published()
    other = "HFD-2018-900"
    terminal.published_on(other, "2018-10-19")
    terminal.did("supersede", ref, "--superseded-by", other, "--reason", "Both in one")
    number = str(len(terminal.did("history", ref, "--json").plain))
    gone = ("--entry", number, "--part", "by", "--reason", "Asked for", "--yes")
    terminal.did("journal", "erase", ref, *gone)
    last = terminal.did("history", ref, "--json").plain[-1]
    assert (last["by"], last["data"]["by"]) == ("[erased]", other)


def test_two_erased_versions_are_not_told_to_read_the_same(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted()
    for title in ("A", "B"):
        terminal.did("amend", ref, "--title", title)
    for entry in ("1", "2"):
        terminal.did("journal", "erase", ref, "--entry", entry, *GONE)
    said = terminal.did("diff", ref, "--from", "1", "--to", "2")
    assert "read the same" not in said.err
    assert "nobody can say what differs" in said.err


def test_one_implemented_by_rule_alone_can_still_come_back(terminal: Terminal) -> None:
    """It is refused with a cure that works: the text is corrected, and the version before goes."""
    ref = terminal.staffed().published()
    terminal.did("close", at=OVER)
    assert terminal.did("show", ref, "--json").plain["state"] == "implemented"
    refused = terminal("journal", "erase", ref, "--entry", "1", *GONE)
    assert refused.code == 3
    assert f"{ref} counts as implemented by a rule alone." in refused.err
    assert "decisions correct" in refused.err
    terminal.did("correct", ref, "--decision", "That it be approved.", "--ruling", "Clerical")
    terminal.did("journal", "erase", ref, "--entry", "1", *GONE)
    assert "That it be approved." in terminal.did("show", ref).out
    terminal.did("journal", "verify")

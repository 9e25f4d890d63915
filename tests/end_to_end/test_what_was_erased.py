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

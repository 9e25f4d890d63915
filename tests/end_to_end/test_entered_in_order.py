"""What happened first is recorded first; what is refused for that says how it is entered all the
same."""

from support.terminal import Terminal

LATE = ("--late-reason", "On leave")
NOW = "2018-10-22 09:00:00"


def refused(terminal: Terminal, *command: str) -> str:
    said = terminal(*command)
    assert said.code == 3, said
    return " ".join(said.err.split())


def test_a_signature_before_its_draft_names_the_draft_and_the_way_out(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.now = NOW
    ref = terminal.drafted()
    sign = ("sign", "--signatory", "The Leader", "--at", "2018-10-18T14:00", *LATE)
    said = refused(terminal, *sign, ref)
    assert "last entry on its record: its draft, at 10:00 on Mon 22 Oct 2018." in said
    assert f"decisions withdraw {ref} --reason 'Entered with the wrong dates'" in said
    terminal.did("withdraw", ref, "--reason", "Entered with the wrong dates")
    again = terminal.drafted("--at", "2018-10-18T11:00", *LATE)
    terminal.did(*sign, again)
    publish = ("publish", again, "--where", "web")
    terminal.did(*publish, "--at", "2018-10-18T15:00", *LATE)
    assert (
        terminal.did("show", again, "--json").plain["published_at"] == "2018-10-18T14:00:00.000000Z"
    )


def test_a_publication_before_the_signature_names_the_signature(terminal: Terminal) -> None:
    terminal.staffed()
    ref = terminal.drafted()
    terminal.did("sign", ref, "--signatory", "The Leader", at=NOW)
    said = refused(terminal, "publish", ref, "--where", "w", "--at", "2018-10-19T10:00", *LATE)
    assert "its signature, at 10:00 on Mon 22 Oct 2018." in said
    assert "If its signature happened earlier too" in said


def test_once_published_it_is_not_begun_anew(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    hold = ("--on-account-of", "court", "--under", "An order", "--reason", "R")
    said = refused(terminal, "hold", ref, *hold, "--at", "2018-10-18T10:00", *LATE)
    assert "its publication, at" in said
    assert "decisions irregular note" in said
    assert "withdraw" not in said


def test_an_entry_that_no_date_tells_of_has_its_number(terminal: Terminal) -> None:
    terminal.staffed()
    ref = terminal.drafted()
    terminal.did("amend", ref, "--purpose", "P", at=NOW)
    said = refused(terminal, "sign", ref, "--signatory", "L", "--at", "2018-10-19T10:00", *LATE)
    assert "the last entry on its record: entry 2, at" in said

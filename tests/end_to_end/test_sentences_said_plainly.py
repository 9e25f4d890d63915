"""What the command line says of a decision says who, which and when, as somebody asks who reads
it."""

from support.terminal import Terminal

ENDED = "2018-10-25 09:00:00"
"""The morning after the call-in period ended."""


def plain(text: str) -> str:
    return " ".join(text.split())


def asked(terminal: Terminal) -> str:
    """Publish a decision and record a request to call it in; give its reference."""
    ref = terminal.staffed().published()
    terminal.did(
        "call-in", ref, "--requested-by", "Cllr Elm", "--grounds", "G", "--received-at",
        "2018-10-18T17:00", at="2018-10-19 09:00:00",
    )  # fmt: skip
    return ref


def test_a_period_that_ended_with_a_request_pending_is_not_called_open(terminal: Terminal) -> None:
    ref = asked(terminal)
    before = plain(terminal.did("show", ref).out)
    assert "call-in open until the end of Wed 24 Oct 2018, and a request awaits" in before
    assert "In effect: from 00:00 on Thu 25 Oct 2018, if not called in" in before
    after = plain(terminal.did("show", ref, at=ENDED).out)
    assert (
        "Stands: awaiting a ruling on a request; call-in ended at the end of Wed 24 Oct 2018"
        in after
    )
    assert "In effect: once the request is ruled on, if it is not called in" in after


def test_what_the_close_has_yet_to_record_names_the_close(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    said = plain(terminal.did("show", ref, at=ENDED).out)
    assert "ended at the end of Wed 24 Oct 2018, to be recorded by decisions close" in said


def test_a_time_to_come_is_told_from_one_that_has_been(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    said = terminal.did("may-implement", ref, "--as-of", "2018-10-26T10:00")
    assert said.out == f"{ref} may be implemented from 00:00 on Thu 25 Oct 2018.\n"
    assert "That time is to come" in said.err
    terminal.did("close", at=ENDED)
    assert "may be implemented since 00:00" in terminal.did("may-implement", ref).out


def test_a_period_that_is_reopened_says_why(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("close", at=ENDED)
    late = ("--received-at", "2018-10-19T09:00", "--late-reason", "On leave")
    said = terminal.did("call-in", ref, "--requested-by", "Cllr Elm", "--grounds", "G", *late)
    why = "call-in period reopened, for what was done in time and is entered late"
    assert why in said.out
    assert why in terminal.did("history", ref).out


def test_consent_says_who_gave_it_and_what_it_permits(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.did("people", "add", "pine", "--role", "scrutiny-chair", "--name", "Cllr Pine")
    ref = terminal.drafted("--kind", "key", "--urgency-reason", "No heat")
    purpose = ("--purpose", "special-urgency")
    terminal.did("consent", "ask", ref, *purpose, "--reason", "No heat")
    given = ("--capacity", "scrutiny-chair", "--given-by", "Cllr Pine", "--note", "By telephone")
    said = plain(terminal.did("consent", "give", ref, *purpose, *given).out)
    assert "consent to special urgency given by Cllr Pine, chair of scrutiny." in said
    assert "Now: It may be made without the usual notice" in said


def test_each_correction_asks_for_the_ruling_that_it_rests_on(terminal: Terminal) -> None:
    for command, sort in (("correct", "clerical"), ("correct-materially", "material")):
        said = plain(terminal.did(command, "--help").out)
        assert f"monitoring officer ruled: that the error is {sort}" in said.replace("│ ", "")


def test_next_says_that_a_request_received_in_time_can_be_entered_late(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    late = f"A request received in time can be entered late: decisions next {ref} --why call-in"
    assert late not in plain(terminal.did("next", ref, "--anyone").out)
    terminal.did("close", at=ENDED)
    said = plain(terminal.did("next", ref, "--anyone").out)
    assert late in said
    assert said.count("can be entered late") == 1


def test_a_list_that_found_nothing_says_what_was_searched(terminal: Terminal) -> None:
    terminal.staffed().published()
    said = plain(terminal.did("list", "--find", "bridge").err)
    assert "None with 'bridge' in its title or reference" in said
    assert "the text of decisions is not searched" in said
    assert "decision is of that sort" in terminal.did("list", "--state", "withdrawn").err


def test_a_list_says_of_a_period_that_has_ended_what_is_awaited(terminal: Terminal) -> None:
    asked(terminal)
    row = terminal.did("list", "--state", "call-in-open", at=ENDED).out.split("\t")
    assert row[1].startswith("awaiting a ruling on a request; call-in ended")


def test_a_report_of_a_request_that_awaits_a_ruling_does_not_call_the_period_open(
    terminal: Terminal,
) -> None:
    asked(terminal)
    period = ("--since", "2018-10-01", "--until", "2018-10-31")
    said = plain(terminal.did("report", "call-ins", *period, at=ENDED).out)
    assert "awaiting a ruling; the decision has not taken effect" in said


def test_a_plan_ends_with_what_to_type_next(terminal: Terminal) -> None:
    asked = ("plan", "--decide-on", "2026-12-09", "--kind")
    said = plain(terminal.did(*asked, "key", at="2026-11-02 09:00:00").out)
    draft = "decisions new --council herefordshire --kind"
    assert said.endswith(
        f"Next, draft it: {draft} key TITLE …; then its notice: decisions advance-notice give REF …"
    )
    assert plain(terminal.did(*asked, "non-key").out).endswith(f"{draft} non-key TITLE …")


def test_a_plan_ends_with_the_step_of_the_route_that_is_open(terminal: Terminal) -> None:
    """It does not send to a notice whose day has passed."""
    plan = ("plan", "--decide-on", "2026-12-09", "--kind", "key")
    late = plain(terminal.did(*plan, at="2026-11-20 09:00:00").out)
    assert late.endswith(
        "; then its notice: decisions advance-notice give REF --kind general-exception …"
    )
    urgent = plain(terminal.did(*plan, at="2026-12-08 09:00:00").out)
    asks = "; then ask consent: decisions consent ask REF --purpose"
    assert urgent.endswith(f"{asks} special-urgency …")
    private = plain(terminal.did(*plan, "--private", at="2026-12-08 09:00:00").out)
    assert private.endswith(f"{asks} special-urgency …{asks} private-meeting …")
    alone = (*plan[:-1], "non-key", "--private")
    assert plain(terminal.did(*alone, at="2026-12-08 09:00:00").out).endswith(
        f"{asks} private-meeting …"
    )
    past = plain(terminal.did(*plan, at="2026-12-10 09:00:00").out)
    assert past.endswith(" key TITLE …")

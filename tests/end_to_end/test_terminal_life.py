"""A decision's whole life on the command line, as an officer would lead it."""

from support.terminal import Terminal

END = "2018-10-24 23:00:00"  # midnight in London, in UTC


def test_from_draft_to_implemented_with_nobodys_hand(terminal: Terminal) -> None:
    """Drafted, signed, published; implementing refused; closed at midnight; implemented."""
    ref = terminal.staffed().published()
    assert ref == "HFD-2018-001"
    shown = terminal.did("show", ref, "--json").plain
    assert shown["state"] == "call_in_open"
    assert shown["call_in"]["last_day"] == "2018-10-24"
    assert shown["call_in"]["request_deadline"] == {
        "utc": "2018-10-24T23:00:00.000000Z",
        "london": "2018-10-25T00:00:00+01:00",
    }
    refused = terminal("implement", ref, "--evidence", "The plan was sent.")
    assert refused.code == 3
    assert "Call-in is open until the end of Wed 24 Oct 2018. [call-in-open]" in refused.err
    assert "Do:    Wait until the end of Wed 24 Oct 2018. To see how" in refused.err
    assert "Rule:" in refused.err
    assert "Do:" in refused.err
    early = terminal.did("close", "--json", at="2018-10-24 22:59:59").plain
    assert (early["due"], early["closed"]) == (0, [])
    assert terminal("may-implement", ref).code == 3
    assert terminal("may-implement", ref, at=END).code == 0
    closed = terminal.did("close", "--json").plain
    assert (closed["due"], closed["closed"], closed["left"], closed["faults"]) == (1, [ref], [], [])
    again = terminal.did("close", "--json").plain
    assert (again["due"], again["closed"]) == (0, [])
    shown = terminal.did("show", ref, "--json").plain
    assert shown["state"] == "implemented"
    assert shown["effective_at"] == "2018-10-24T23:00:00.000000Z"
    runs = terminal.did("runs", "--json").plain
    assert [(run["due"], run["closed_count"]) for run in runs] == [(0, 0), (1, 1), (0, 0)]
    assert "verify" in terminal.did("journal", "verify").out


def test_a_close_three_days_late_is_dated_at_the_legal_instant(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("close", at="2018-10-28 03:00:00")
    entries = terminal.did("history", ref, "--json").plain
    closed = next(entry for entry in entries if entry["event"] == "call-in-closed")
    assert closed["at"] == "2018-10-24T23:00:00.000000Z"
    assert closed["recorded_at"] == "2018-10-28T03:00:00.000000Z"
    assert closed["role"] == "system"


def test_a_decision_is_called_in_and_resolved(terminal: Terminal) -> None:
    """Asked for in time and ruled on later; the close leaves it until then, and says so."""
    ref = terminal.staffed().published()
    terminal.did(
        "call-in", ref, "--requested-by", "Cllr A", "--requested-by", "Cllr B",
        "--grounds", "Consultation", "--received-at", "2018-10-24T16:30",
        at="2018-10-24 16:00:00",
    )  # fmt: skip
    assert terminal("may-implement", ref, at="2018-10-26 09:00:00").code == 3
    left = terminal("close", "--json")
    assert left.code == 8
    assert [(each["ref"], each["code"]) for each in left.plain["left"]] == [
        (ref, "request-pending")
    ]
    own = terminal("request", "accept", ref, "--reason", "In time, with grounds.")
    assert "[own-decision]" in own.err
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer", "--name", "M. Other")
    terminal.did(
        "request", "accept", ref, "--reason", "In time, with grounds.", "--as", "m.officer"
    )
    assert terminal.did("close", "--json").plain["due"] == 0
    terminal.did(
        "scrutiny", "resolve", ref, "--outcome", "no-further-action",
        "--reason", "Scrutiny noted it.",
        at="2018-11-05 11:00:00",
    )  # fmt: skip
    shown = terminal.did("show", ref, "--json").plain
    assert shown["state"] == "implemented"
    assert shown["called_in_at"] == "2018-10-24T15:30:00.000000Z"
    assert shown["effective_at"] == "2018-11-05T11:00:00.000000Z"


def test_a_request_after_the_end_is_refused_though_the_row_says_open(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    late = terminal(
        "call-in", ref, "--requested-by", "Cllr A", "--grounds", "Consultation",
        "--received-at", "2018-10-25T00:00", "--json", at="2018-10-25 08:00:00",
    )  # fmt: skip
    assert late.code == 3
    assert [reason["code"] for reason in late.error["reasons"]] == ["out-of-time"]
    assert terminal.did("show", ref, "--json").plain["state"] == "call_in_open"


def test_special_urgency_takes_effect_at_once_and_says_why(terminal: Terminal) -> None:
    ref = terminal.staffed().published(
        "--urgency-reason", "Ofsted's date falls first.", "--urgency-agreed-by", "Cllr B",
        "--urgency-capacity", "chair of scrutiny", "--urgency-agreed-on", "2018-10-18",
    )  # fmt: skip
    entries = terminal.did("history", ref, "--json").plain
    effect = next(entry for entry in entries if entry["event"] == "took-effect")
    assert effect["data"]["stated"] == (
        "Ofsted's date falls first. Agreed by Cllr B, as chair of scrutiny, on Thu 18 Oct 2018."
    )
    assert terminal.did("show", ref, "--json").plain["state"] == "implemented"
    explained = terminal("explain", ref)
    assert explained.code == 3
    assert "took effect at once" in explained.err
    called = terminal(
        "call-in", ref, "--requested-by", "Cllr A", "--grounds", "g",
        "--received-at", "2018-10-18T16:45", at="2018-10-18 16:00:00",
    )  # fmt: skip
    assert "[exempt-from-call-in]" in called.err


def test_a_holiday_proclaimed_late_is_put_before_a_person(terminal: Terminal) -> None:
    """Nothing moves silently: the close leaves it, exit 8, until it is kept or revised."""
    ref = terminal.staffed().published()
    added = terminal.did(
        "calendar", "add", "--date", "2018-10-24", "--kind", "holiday", "--title", "Mourning",
        "--reason", "Proclaimed", "--source", "A proclamation", "--json", at="2018-10-22 09:00:00",
    )  # fmt: skip
    assert added.plain["in_question"] == [ref]
    assert terminal("calendar", "check").code == 8
    left = terminal("close", "--json", at="2018-10-24 23:00:00")
    assert left.code == 8
    assert [each["code"] for each in left.plain["left"]] == ["recount-later"]
    assert terminal("may-implement", ref).code == 3
    terminal.did("deadline-review", ref, "--outcome", "revise", "--reason", "The proclamation")
    assert terminal.did("close", "--json").plain["due"] == 0
    assert terminal.did("close", "--json", at="2018-10-25 23:00:00").plain["closed"] == [ref]
    explained = terminal.did("explain", ref, "--json").plain["call_in"]
    assert explained["last_day"] == "2018-10-25"
    assert {"date": "2018-10-24", "weekday": "Wednesday", "number": None,
            "why": "Mourning (proclaimed holiday)"} in explained["workings"]  # fmt: skip


def test_a_hold_stops_the_close_and_its_release_lets_it_go(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did(
        "hold", ref, "--on-account-of", "monitoring-officer", "--under", "LGHA 1989 s.5A",
        "--reason", "A report", at="2018-10-23 09:00:00",
    )  # fmt: skip
    left = terminal("close", "--json", at="2018-10-25 01:00:00")
    assert left.code == 8
    assert [each["code"] for each in left.plain["left"]] == ["held"]
    terminal.did("release", ref, "--reason", "Considered", at="2018-10-26 09:00:00")
    terminal.did("close")
    shown = terminal.did("show", ref, "--json").plain
    assert shown["effective_at"] == "2018-10-26T09:00:00.000000Z"


def test_a_late_entry_keeps_both_times_and_its_reason(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted()
    late = ("sign", ref, "--signatory", "The Leader", "--at", "2018-10-18T15:00")
    refused = terminal(*late, at="2018-10-19 10:00:00")
    assert refused.code == 3
    assert "[late-entry-needs-reason]" in refused.err
    terminal.did(*late, "--late-reason", "The clerk was ill")
    entry = terminal.did("history", ref, "--json").plain[-1]
    assert entry["at"] == "2018-10-18T14:00:00.000000Z"
    assert entry["recorded_at"] == "2018-10-19T10:00:00.000000Z"
    assert entry["late_reason"] == "The clerk was ill"


def test_a_rehearsal_does_all_of_it_and_keeps_nothing(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted()
    said = terminal.did("sign", ref, "--signatory", "The Leader", "--dry-run", "--json")
    assert said.plain["decision"]["state"] == "signed"
    assert terminal.did("show", ref, "--json").plain["state"] == "draft"
    terminal.published("--ref", "OWN-1")
    said = terminal.did("close", "--dry-run", "--json", at="2018-10-25 01:00:00")
    assert (said.plain["run"], said.plain["closed"]) == (None, ["OWN-1"])
    assert terminal.did("show", "OWN-1", "--json").plain["state"] == "call_in_open"
    assert terminal.did("runs", "--json").plain == []


def test_a_past_state_can_be_asked_for(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("close", at="2018-10-25 01:00:00")
    then = terminal.did("show", ref, "--as-of", "2018-10-18T15:15", "--json").plain
    assert then["state"] == "signed"
    assert terminal("show", ref, "--as-of", "2018-10-01").code == 5

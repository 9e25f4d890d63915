"""A day is given without an hour: the hour is asked for where it decides, and only there."""

import pytest

from support.councils import COUNCILS
from support.terminal import Said, Terminal

REF = "SAL-1"
PUBLISHED, LAST_DAY = "2026-11-30", "2026-12-07"
LATE = ("--late-reason", "Read on Tuesday.")
CALL_IN = ("call-in", REF, "--requested-by", "chair", "--grounds", "Cost")
SUPPORT = ("request", "support", REF, "--requested-by", "vice")


@pytest.fixture
def salford(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A decision of Salford, published at 10:00 on 30 November: requests by 16:00 on 7 December."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "salford")
    terminal.now = f"{PUBLISHED} 08:00:00"
    terminal.staffed()
    terminal.did("people", "add", "chair", "--role", "scrutiny-chair", "--since", "2020-01-01")
    terminal.did("people", "add", "vice", "--role", "scrutiny-member", "--since", "2020-01-01")
    terminal.published_on(REF, PUBLISHED)
    return terminal


def asks(said: Said, flag: str, day: str, *why: str) -> None:
    """Check that it is refused as a misuse that asks for the hour, and changes nothing."""
    assert said.code == 2, said
    words = " ".join(said.err.split())
    assert f"Give the hour too, in London's time: {flag} {day}T15:30" in words
    for each in why:
        assert each in words


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (LAST_DAY, "the time for a call-in ends at 16:00 that day"),
        (PUBLISHED, "it was published at 10:00 that day"),
    ],
)
def test_the_hour_of_a_request_is_asked_for_on_a_day_that_holds_an_edge(
    salford: Terminal, day: str, why: str
) -> None:
    """On the last day, before and after its hour; and on the day of publication."""
    for now in ("15:00:00", "16:10:00"):
        said = salford(*CALL_IN, "--received-at", day, *LATE, at=f"{LAST_DAY} {now}")
        asks(said, "--received-at", day, why)
    assert salford.did("show", REF, "--json").plain["requests"] == []
    salford.did(*CALL_IN, "--received-at", f"{day}T15:30", *LATE)
    asks(salford(*SUPPORT, "--received-at", day, *LATE), "--received-at", day, why)


def test_a_day_that_is_wholly_in_time_or_out_of_it_will_do(salford: Terminal) -> None:
    salford.did(*CALL_IN, "--received-at", "2026-12-01", at="2026-12-01 12:00:00")
    said = salford(
        *CALL_IN, "--received-at", "2026-12-08", *LATE, "--json", at="2026-12-09 09:00:00"
    )
    assert [each["code"] for each in said.error["reasons"]] == ["out-of-time"]
    early = salford(*CALL_IN, "--received-at", "2026-11-29", *LATE, "--json")
    assert [each["code"] for each in early.error["reasons"]] == ["before-publication"]


def test_the_day_will_do_where_there_is_no_period_to_be_in(terminal: Terminal) -> None:
    """A draft, and what is exempt, are not called in at any hour."""
    terminal.staffed()
    terminal.drafted("--ref", "T-1")
    ask = ("call-in", "T-1", "--requested-by", "A", "--grounds", "Cost", "--received-at")
    said = terminal(*ask, "2018-10-18", "--json", at="2018-10-18 16:00:00")
    assert [each["code"] for each in said.error["reasons"]] == ["not-published"]


def test_the_last_day_itself_will_do_where_it_ends_at_midnight(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.published_on("P-1", "2018-10-18")
    ask = ("call-in", "P-1", "--requested-by", "A", "--grounds", "Cost", "--received-at")
    asks(terminal(*ask, "2018-10-18"), "--received-at", "2018-10-18", "published at 11:00")
    terminal.did(*ask, "2018-10-24", "--late-reason", "Post.", at="2018-10-25 12:00:00")


def test_the_hour_of_a_request_found_late_is_asked_for(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Larkshire takes requests until 17:00, and carries decisions out by a step of its own."""
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("DECISIONS_COUNCIL", "larkshire")
    terminal.staffed()
    terminal.published_on("P-1", "2018-10-18")
    terminal.did("implement", "P-1", "--evidence", "Built.", at="2018-11-01 09:00:00")
    note = ("request", "record-late", "P-1", "--requested-by", "A", "--grounds", "Cost", *LATE)
    said = terminal(*note, "--received-at", "2018-10-25")
    asks(said, "--received-at", "2018-10-25", "the time for a call-in ends at 17:00 that day")
    terminal.did(*note, "--received-at", "2018-10-24")


def test_the_hour_of_a_step_is_asked_for_likewise(salford: Terminal) -> None:
    """Whatever is withdrawn, held or carried out on the last day, was so before its hour or after;
    and on a day on which something else was done."""
    salford.now = "2026-12-10 09:00:00"
    for verb in ("withdraw", "release"):
        said = salford(verb, REF, "--reason", "r", "--at", LAST_DAY, *LATE)
        asks(said, "--at", LAST_DAY, "the time for a call-in ends at 16:00 that day")
    said = salford("implement", REF, "--evidence", "e", "--at", LAST_DAY, *LATE)
    asks(said, "--at", LAST_DAY)
    said = salford("withdraw", REF, "--reason", "r", "--at", PUBLISHED, *LATE)
    asks(said, "--at", PUBLISHED, "it was published at 10:00 that day")
    said = salford("correct", REF, "--title", "R", "--ruling", "A slip", "--at", LAST_DAY, *LATE)
    asks(said, "--at", LAST_DAY)
    salford.did("withdraw", REF, "--reason", "r", "--at", "2026-12-03", *LATE)


def test_the_hour_is_asked_for_where_a_draft_was_changed_that_day(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.drafted("--ref", "T-1")
    amend = ("amend", "T-1", "--title", "Another", "--at", "2018-10-18", *LATE)
    said = terminal(*amend, at="2018-10-19 09:00:00")
    asks(said, "--at", "2018-10-18", "the last thing on its record was at 10:00 that day")


def test_the_hour_of_a_hold_found_late_is_asked_for(salford: Terminal) -> None:
    salford.did("close", at="2026-12-10 09:00:00")
    found = (
        *("found-late", "record-hold", REF, "--on-account-of", "court", "--under", "An order"),
        *("--reason", "Served late.", "--made-at"),
    )
    asks(salford(*found, LAST_DAY), "--made-at", LAST_DAY)
    salford.did(*found, "2026-12-04")


def test_what_was_done_has_its_effect_from_its_hour(terminal: Terminal) -> None:
    """Of an outcome the hour is asked for on any day."""
    terminal.staffed()
    terminal.published_on("P-1", "2018-10-18")
    ask = ("call-in", "P-1", "--requested-by", "A", "--grounds", "Cost", "--received-at")
    terminal.did(*ask, "2018-10-19T09:00", at="2018-10-19 12:00:00")
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer")
    terminal.did("request", "accept", "P-1", "--reason", "r", "--as", "m.officer")
    terminal.now = "2018-11-09 09:00:00"
    resolve = ("scrutiny", "resolve", "P-1", "--outcome", "no-further-action", "--reason", "r")
    done = terminal(*resolve, "--acted-at", "2018-11-06")
    asks(done, "--acted-at", "2018-11-06", "what was done has its effect from then")
    at = terminal(*resolve, "--at", "2018-11-06", *LATE)
    asks(at, "--at", "2018-11-06", "the decision takes effect from then")
    terminal.did(*resolve, "--acted-at", "2018-11-06T18:30")
    assert "18:30" in terminal.did("show", "P-1").out


def test_what_frees_a_decision_after_its_time_has_its_hour(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.published_on("P-1", "2018-10-18")
    terminal.did(
        *("hold", "P-1", "--on-account-of", "monitoring-officer", "--under", "LGHA 1989 s.5A"),
        *("--reason", "r"),
        at="2018-10-19 12:00:00",
    )
    terminal.now = "2018-11-09 09:00:00"
    release = ("release", "P-1", "--reason", "r", *LATE, "--at")
    for day in ("2018-11-06", "2018-10-25"):
        asks(terminal(*release, day), "--at", day, "the decision takes effect from then")
    terminal.did(*release, "2018-10-23")


def test_a_day_that_begins_as_time_gives_effect_will_do(terminal: Terminal) -> None:
    """The whole of it is after that."""
    terminal.staffed()
    terminal.published_on("P-1", "2018-10-18")
    terminal.now = "2018-10-27 09:00:00"
    said = terminal("withdraw", "P-1", "--reason", "r", "--at", "2018-10-25", *LATE, "--json")
    assert said.code == 3
    assert "is-implemented" in [each["code"] for each in said.error["reasons"]]


def test_the_hour_at_which_a_day_became_known_is_asked_for(salford: Terminal) -> None:
    """Where a period ended that day, it had ended before the day was known, or after."""
    salford.now = "2026-12-10 09:00:00"
    add = (
        *("calendar", "add", "--date", "2026-12-04", "--title", "Snow", "--reason", "Shut"),
        *("--source", "The chief executive", "--known-at"),
    )
    said = salford(*add, LAST_DAY)
    asks(said, "--known-at", LAST_DAY, f"of {REF}, time alone gives it effect at 16:00 that day")
    salford.did(*add, "2026-12-03")


def test_whether_it_may_be_implemented_on_a_day_that_changes_the_answer(salford: Terminal) -> None:
    """Whether that day is to come or past."""
    ask = ("may-implement", REF, "--as-of")
    part = f"{REF} may be implemented for a part of it only"
    for now in ("2026-12-04 12:00:00", "2026-12-09 12:00:00"):
        salford.now = now
        asks(salford(*ask, LAST_DAY), "--as-of", LAST_DAY, part)
        assert salford(*ask, f"{LAST_DAY}T15:59").code == 3
        assert salford(*ask, f"{LAST_DAY}T16:01").code == 0
        assert salford(*ask, "2026-12-06").code == 3
        assert salford(*ask, "2026-12-08").code == 0


def test_whether_it_may_be_implemented_on_a_day_on_which_it_was_held_for_a_while(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("DECISIONS_COUNCIL", "larkshire")
    terminal.staffed()
    terminal.published_on("P-1", "2018-10-18")
    hold = ("hold", "P-1", "--on-account-of", "court", "--under", "An order", "--reason", "r")
    terminal.did(*hold, at="2018-11-01 11:00:00")
    terminal.did("release", "P-1", "--reason", "Lifted.", at="2018-11-01 14:00:00")
    ask = ("may-implement", "P-1", "--as-of")
    asks(terminal(*ask, "2018-11-01", at="2018-11-05 09:00:00"), "--as-of", "2018-11-01")
    for day, code in (("2018-10-25", 3), ("2018-10-26", 0), ("2018-11-02", 0)):
        assert terminal(*ask, day).code == code


def test_of_a_notice_only_the_day_counts(salford: Terminal) -> None:
    notice = (
        *(
            "advance-notice",
            "give",
            REF,
            "--kind",
            "reasons",
            "--where",
            "the website",
            "--reasons",
            "Flood",
        ),
        *("--published-at", PUBLISHED),
    )
    salford.did(*notice, at=f"{PUBLISHED} 12:00:00")


@pytest.mark.parametrize(
    ("command", "flag", "said"),
    [
        (("call-in",), "--received-at", "A day alone is enough if the time makes no difference."),
        (("scrutiny", "resolve"), "--acted-at", "Give the time too."),
        (("found-late", "record-outcome"), "--acted-at", "Give the time too."),
        (
            ("found-late", "record-hold"),
            "--made-at",
            "A day alone is enough if the time makes no difference.",
        ),
        (("advance-notice", "give"), "--published-at", "A day alone is enough."),
        (("withdraw",), "--at", "A day alone is enough if the time makes no difference."),
        (("show",), "--as-of", "A day alone is its first instant."),
        (("may-implement",), "--as-of", "A day alone is enough if the answer is the same all"),
        (("list",), "--due-by", "A day alone includes that whole day."),
        (("calendar", "add"), "--known-at", "A day alone means its first moment, unless"),
        (("deadline",), "--published", "or the day alone."),
    ],
)
def test_each_option_says_what_a_day_alone_means(
    terminal: Terminal, command: tuple[str, ...], flag: str, said: str
) -> None:
    words = " ".join(terminal.did(*command, "--help").out.split())
    _, _, told = words.partition(f"{flag} WHEN")
    assert said in told[:300]

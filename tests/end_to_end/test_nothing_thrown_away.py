"""Nothing that is typed is thrown away without a word: it counts, or the command is refused."""

from pathlib import Path

import pytest

from support.terminal import Terminal

NEW = ("new", "--title", "T", "--body", "Cabinet", "--kind", "non-key")


@pytest.mark.parametrize(
    ("command", "flag"),
    [
        (("list", "--state", "draft", "--state", "signed"), "--state"),
        (("list", "--limit", "1", "--limit=2"), "--limit"),
        (("list", "--find", "a", "--find", "a"), "--find"),
        ((*NEW, "--made-on", "2018-10-18", "--made-on", "2018-10-19"), "--made-on"),
        ((*NEW, "--education", "--not-education"), "--education/--not-education"),
        (("people", "list", "--council", "salford", "--council", "kent"), "--council"),
        (("constitution", "show", "kent", "--on", "2020-01-01", "--on", "2021-01-01"), "--on"),
        (("whoami", "--as", "a", "--as", "b"), "--as"),
        (("deadline", "--from", "2018-10-18", "--days", "3", "--days", "4"), "--days"),
        (("withdraw", "X", "--reason", "a", "--reason", "b"), "--reason"),
        (("--constitutions", "a", "--constitutions", "b", "list"), "--constitutions"),
    ],
)
def test_an_answer_is_given_once_where_one_counts(
    terminal: Terminal, command: tuple[str, ...], flag: str
) -> None:
    """In every command, group and option: the last does not win."""
    said = terminal(*command, "--json")
    assert said.code == 2, said
    assert said.error["error"]["because"] == (f"{flag} is given 2 times, and only one would count.")


def test_what_may_be_repeated_and_what_only_says_yes_may_be(terminal: Terminal) -> None:
    terminal.staffed()
    many = ("--alternative", "One", "--alternative", "Two", "--dry-run", "--dry-run")
    assert terminal(*NEW, *many, "--json", "--json").code == 0


def test_an_answer_has_one_form(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that are typed are refused; one that is typed wins over the environment."""
    terminal.begun()
    report = ("report", "late", "--since", "2018-10-01", "--until", "2018-10-31")
    for two in (("--csv", "--json"), ("--markdown", "--csv"), ("--json", "--markdown")):
        said = terminal(*report, *two)
        assert said.code == 2
        assert "An answer has one form" in said.err
    assert terminal("list", "--csv", "--json").code == 2
    monkeypatch.setenv("DECISIONS_JSON", "1")
    assert terminal.did("list", "--csv").out.startswith('"REF"')
    assert terminal.did(*report, "--markdown").out.startswith("# ")
    assert terminal.did("list").plain == []


@pytest.mark.parametrize(
    "command",
    [
        (*NEW, "--decision", "-"),
        (*NEW, "--reasons=-"),
        ("new", "--title", "-", "--body", "Cabinet", "--kind", "key"),
        ("withdraw", "X", "--reason", "-"),
        (*NEW, "--alternative", "-"),
        ("export", "csv", "--out", "-"),
    ],
    ids=" ".join,
)
def test_a_lone_dash_is_no_answer(terminal: Terminal, command: tuple[str, ...]) -> None:
    """It is not put on record, nor taken for the name of a file."""
    terminal.staffed()
    said = terminal(*command)
    assert (said.code, "a lone dash" in said.err) == (2, True), said
    assert terminal.did("list", "--json").plain == []
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("typed", "flag"),
    [
        (("--reason", "--dry-run"), "--reason"),
        (("--reason", "--dryrun"), "--reason"),
        (("--reason", "--at=2018-10-18T15:00"), "--reason"),
        (("--reason", "Overtaken", "--late-reason", "--json"), "--late-reason"),
        (("--reason", "--help"), "--reason"),
        (("--reason", "--"), "--reason"),
    ],
    ids=" ".join,
)
def test_an_option_is_no_answer_to_another(
    terminal: Terminal, typed: tuple[str, ...], flag: str
) -> None:
    """A text that was forgotten, or a variable that is empty, does not make a rehearsal the act."""
    terminal.staffed()
    ref = terminal.drafted()
    said = terminal("withdraw", ref, *typed)
    assert (said.code, f"{flag} is given" in said.err + said.out) == (2, True), said
    assert terminal.did("show", ref, "--json").plain["state"] == "draft"


def test_text_that_begins_as_an_option_does_is_taken_where_it_is_written_as_one(
    terminal: Terminal,
) -> None:
    terminal.staffed()
    ref = terminal.drafted()
    assert "--reason=--as" in terminal("withdraw", ref, "--reason", "--as").err
    terminal.did("withdraw", ref, "--reason=--as was meant")


def test_nor_is_one_in_the_environment(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECISIONS_NEW_DECISION", "-")
    said = terminal(*NEW)
    assert (said.code, "--decision is given a lone dash" in " ".join(said.err.split())) == (2, True)


def test_a_reason_for_exemption_that_nobody_agreed_to_is_refused(terminal: Terminal) -> None:
    terminal.staffed()
    ref = terminal.drafted()
    terminal.did("sign", ref, "--signatory", "The Leader", at="2018-10-18 14:00:00")
    publish = ("publish", ref, "--where", "website")
    said = terminal(*publish, "--exemption-reason", "It cannot wait.", "--json")
    assert said.code == 3
    assert [each["code"] for each in said.error["reasons"]] == ["exemption-not-agreed"]
    assert terminal.did(*publish).code == 0


BY_RULE = ("deadline", "--council", "salford", "--published", "2018-10-18T10:00")


@pytest.mark.parametrize(
    ("command", "flag"),
    [
        (("close", "X", "--limit", "3"), "--limit"),
        (("close", "X", "--council", "salford"), "--council"),
        (("close", "X", "--accept-gap"), "--accept-gap"),
        (("statement", "read", "paper.txt", "--ref", "X-1"), "--ref"),
        (("statement", "read", "paper.txt", "--kind", "key", "--dry-run"), "--kind and --dry-run"),
        ((*BY_RULE, "--unit", "calendar"), "takes the place"),
        ((*BY_RULE, "--start-counts"), "takes the place"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    terminal: Terminal, command: tuple[str, ...], flag: str
) -> None:
    """It is of the close of all, of a draft, or of a count by numbers, and this is none."""
    terminal.begun()
    Path("paper.txt").write_text("Title: A\n", encoding="utf-8")
    said = terminal(*command, "--json")
    assert said.code == 2, said
    assert flag in said.error["error"]["because"]


def test_what_the_environment_sets_for_the_nightly_close_stops_nobody(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit that is set for all is no answer that was typed for one."""
    monkeypatch.setenv("DECISIONS_CLOSE_LIMIT", "3")
    terminal.staffed()
    ref = terminal.published()
    assert terminal("close", ref, at="2018-10-26 09:00:00").code == 0


def test_answers_on_a_period_that_is_not_given_are_refused(terminal: Terminal) -> None:
    """They would stand in no file."""
    begun = (
        "constitution",
        "new",
        "testshire",
        "--name",
        "T",
        "--nation",
        "england",
        "--prefix",
        "TST",
    )
    for more in (("--rule", "Rule 1"), ("--request-by", "17:00"), ("--unit", "calendar")):
        said = terminal(*begun, *more)
        assert (said.code, more[0] in said.err) == (2, True)
    assert terminal.did(*begun).code == 0


@pytest.mark.parametrize("day", ["1066-10-14", "9999-12-31", "0001-01-01", "2201-01-01"])
@pytest.mark.parametrize(
    "command",
    [
        (*NEW, "--made-on"),
        (*NEW, "--urgency-agreed-on"),
        ("people", "add", "jo", "--role", "author", "--since"),
        ("plan", "--kind", "key", "--decide-on"),
        ("constitution", "show", "kent", "--on"),
    ],
    ids=" ".join,
)
def test_a_day_in_no_year_of_ours_is_refused(
    terminal: Terminal, command: tuple[str, ...], day: str
) -> None:
    terminal.staffed()
    said = terminal(*command, day, "--json")
    assert said.code == 2
    assert said.error["error"]["because"] == f"{day} is in the year {int(day[:4])}."
    assert said.error["error"]["remedy"] == "Give a day from 1900-01-01 to 2200-12-31."

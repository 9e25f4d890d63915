"""What `today` shows at a terminal, and what it writes for others."""

from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow.constitution.shipped import shipped


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """A register with a draft, a decision open to call-in and a request, on 18 October 2018."""
    terminal.staffed()
    terminal.drafted("--title", "Street *lights*", "--made-on", "2018-10-17")
    ref = terminal.published("--title", "Action plan")
    given = ("--requested-by", "Cllr Elm", "--grounds", "Why", "--received-at", "2018-10-18T17:00")
    terminal.did("call-in", ref, *given, at="2018-10-18 16:30:00")
    return terminal


def test_it_is_grouped_by_day_with_the_command_to_type(desk: Terminal) -> None:
    me = desk.me()
    clerk = f"Clerk of Works ({me})"
    said = desk.did("today").out
    assert said == (
        "Herefordshire Council, Thu 18 Oct 2018 to Wed 24 Oct 2018.\n"
        "\n"
        "Overdue\n"
        "  Wed 17 Oct 2018  HFD-2018-001, not signed: Street *lights*\n"
        "    It was to be made on Wed 17 Oct 2018, and is not signed.\n"
        f"    For: {clerk}, decision maker\n"
        "    Do: decisions sign HFD-2018-001 --signatory TEXT\n"
        "\n"
        "Wed 24 Oct 2018\n"
        "  HFD-2018-002, last day to call in: Action plan\n"
        "    It may be called in until the end of Wed 24 Oct 2018.\n"
        f"    For: {clerk}, proper officer\n"
        "    Do:\n"
        "        decisions call-in HFD-2018-002 --requested-by TEXT --grounds TEXT "
        "--received-at WHEN\n"
        "\n"
        "At any time\n"
        "  HFD-2018-002, ruling awaited: Action plan\n"
        "    Request 1, received at 17:00 on Thu 18 Oct 2018, awaits a ruling.\n"
        f"    For: {clerk}, proper officer\n"
        "    Do: decisions request accept HFD-2018-002 --reason TEXT\n"
        "    or: decisions request reject HFD-2018-002 --reason TEXT\n"
    )
    long = [line for line in said.splitlines() if len(line) > 80]
    assert all(line.strip().startswith("decisions ") for line in long), "a command is kept whole"


def test_nothing_to_do_is_one_sentence(terminal: Terminal) -> None:
    terminal.staffed()
    assert terminal.did("today", "--days", "1").out == (
        "Nothing needs anybody at Herefordshire Council on Thu 18 Oct 2018.\n"
    )
    assert terminal.did("today", "--for", "Chair of Scrutiny", "--markdown").out == (
        "Nothing needs the chair of scrutiny at Herefordshire Council from Thu 18 Oct 2018 to Wed "
        "24 Oct 2018.\n"
    )


def test_somebody_without_a_role_is_told_so(desk: Terminal) -> None:
    assert desk.did("today", "--mine", "--as", "stranger").out == (
        "stranger holds no role at herefordshire today, so nothing is theirs.\n"
        "What needs anybody: decisions today --council herefordshire\n"
    )
    assert desk.did("today", "--mine", "--as", "stranger", "--json").plain["roles"] == []


def test_mine_is_what_is_for_the_roles_one_holds(desk: Terminal) -> None:
    found = desk.did("today", "--mine", "--json").plain
    assert found["roles"] == ["author", "decision-maker", "proper-officer", "monitoring-officer"]
    assert len(found["matters"]) == 3
    only = desk.did("today", "--for", "decision-maker", "--json").plain
    assert [each["kind"] for each in only["matters"]] == ["unsigned"]


def test_a_message_in_markdown_makes_titles_safe(desk: Terminal) -> None:
    said = desk.did("today", "--markdown").out
    assert "- **HFD-2018-001, not signed: Street \\*lights\\*** (Wed 17 Oct 2018)" in said
    assert "  Do: `decisions sign HFD-2018-001 --signatory TEXT`\n" in said


def test_a_calendar_keeps_the_identity_of_each_entry(desk: Terminal) -> None:
    def uids() -> list[str]:
        lines = desk.did("today", "--ics").out.replace("\r\n ", "").splitlines()
        return [line for line in lines if line.startswith("UID:")]

    first = uids()
    assert first == [
        "UID:today-HFD-2018-001-unsigned@herefordshire.council-decisions",
        "UID:today-HFD-2018-002-call-in-ends@herefordshire.council-decisions",
    ]
    desk.did("amend", "HFD-2018-001", "--made-on", "2018-10-16", at="2018-10-19 09:00:00")
    assert uids() == first, "it was moved, and is the same entry"
    assert desk("today", "--ics").err == "1 without a day are not in the file: decisions today\n"


def test_every_council_is_shown_where_that_is_asked(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_COUNCIL", "salford")
    assert desk.did("today", "--all", "--json").plain[0]["council"] == "herefordshire"
    assert desk.did("today").out.startswith("Nothing needs anybody at Salford City Council ")


def test_a_council_without_rules_on_file_hides_no_other(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is named, and the command ends as one that did not find something."""
    text = shipped()["salford"].read_text().replace('"salford"', '"borsetshire"')
    own = tmp_path / "rules"
    own.mkdir()
    (own / "borsetshire.toml").write_text(text.replace("SAL", "BOR").replace("Salford", "Borset"))
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(own))
    desk.did("people", "add", "b.officer", "--role", "proper-officer", "--name", "B Officer",
             "--council", "borsetshire")  # fmt: skip
    monkeypatch.delenv("DECISIONS_CONSTITUTIONS")
    for form in ((), ("--json",), ("--markdown",), ("--ics",)):
        said = desk("today", "--all", *form)
        assert said.code == 5
        assert "HFD-2018-001" in said.out
        assert "Mind: borsetshire is left out. No constitution is on file" in said.err


def test_where_no_council_is_named_it_says_how_to_see_every_one(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DECISIONS_COUNCIL")
    said = desk("today")
    assert said.code == 2
    assert "or look at every council: decisions today --all" in " ".join(said.err.split())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--until", "2018-10-17"), "Wed 17 Oct 2018 is not from today, Thu 18 Oct 2018, to a "),
        (("--until", "2030-01-01"), "is not from today"),
        (("--days", "0"), "give 1 or more"),
        (("--days", "10000"), "give 366 or less"),
        (("--for", "no-such-role"), "will not do for --for"),
        (("--council", "nowhere"), "No constitution is on file for a council called 'nowhere'"),
        (("--days", "3", "--week"), "--days and --week do not go together"),
        (("--mine", "--for", "author"), "--mine and --for do not go together"),
        (("--ics", "--markdown"), "--ics and --markdown do not go together"),
    ],
)
def test_what_cannot_be_asked_has_one_clear_answer(
    desk: Terminal, options: tuple[str, ...], says: str
) -> None:
    said = desk("today", *options)
    assert said.code != 0
    assert says in " ".join(said.err.split())
    assert said.out == ""


def test_a_register_that_is_not_there_is_not_begun(terminal: Terminal) -> None:
    said = terminal("today")
    assert (said.code, said.out) == (1, "")
    assert "There is no register at" in said.err
    assert not Path(terminal.register).exists()


def test_a_register_that_was_typed_is_named_for_the_commands(
    desk: Terminal, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(Path(desk.register).read_bytes())
    assert desk.did("today", "--db", str(other)).err == f"Add to each command: --db {other}\n"
    assert desk.did("today").err == ""


def test_a_report_that_was_made_is_recorded_and_the_next_is_due_after_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_COUNCIL", "gloucestershire")
    terminal.now = "2024-10-18 09:00:00"
    terminal.staffed()
    days = ("--since", "2024-07-01", "--until", "2024-09-30")
    said = terminal.did("report", "special-urgency", *days, "--made-on", "2024-10-17")
    assert said.err.endswith("On record: it was made to council on Thu 17 Oct 2024.\n")
    assert terminal.did("today", at="2024-12-01 09:00:00").out.startswith("Nothing needs anybody")
    said = terminal.did("today", at="2024-12-28 09:00:00")
    assert (
        "Mon 30 Dec 2024\n"
        "  Report to council\n"
        "    Decisions under special urgency: it was last reported for the days to Mon 30\n"
        "    Sep 2024. By the rule it is reported every 3 months.\n"
    ) in said.out
    shown = terminal.did("journal", "show", "reports/gloucestershire").out
    assert "subject: special-urgency" in shown


def test_a_rehearsal_of_a_report_keeps_nothing(terminal: Terminal) -> None:
    terminal.staffed()
    days = ("--since", "2018-07-01", "--until", "2018-09-30", "--made-on", "2018-10-17")
    terminal.did("report", "special-urgency", *days, "--dry-run")
    assert "reports/" not in terminal.did("journal", "streams").out
    refused = terminal("report", "special-urgency", *days, "--as", "stranger")
    assert refused.code == 4
    assert "That the report was made is not recorded." in refused.err
    late = terminal("report", "special-urgency", *days[:4], "--made-on", "2018-12-01")
    assert late.code == 2
    assert "has not come yet" in " ".join(late.err.split())

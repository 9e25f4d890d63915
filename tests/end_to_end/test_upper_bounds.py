"""An upper bound that is a day means to its end: what falls due on it is due by it."""

import pytest

from support.councils import COUNCILS
from support.terminal import Terminal


@pytest.fixture
def register(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """One decision each: requests by 16:00; by the end of the day; by 17:00 on a Friday, with
    effect on the Monday."""
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    terminal.now = "2026-11-30 08:00:00"
    for council in ("salford", "herefordshire", "larkshire"):
        monkeypatch.setenv("DECISIONS_COUNCIL", council)
        for role in ("author", "decision-maker", "proper-officer", "monitoring-officer"):
            terminal.did("people", "add", terminal.me(), "--role", role)
    for council, ref, day in (
        ("salford", "SAL-1", "2026-11-30"),
        ("herefordshire", "HFD-1", "2026-12-01"),
        ("larkshire", "LRK-1", "2026-12-04"),
    ):
        monkeypatch.setenv("DECISIONS_COUNCIL", council)
        terminal.published_on(ref, day)
    monkeypatch.delenv("DECISIONS_COUNCIL")
    return terminal


def due_by(register: Terminal, *bound: str) -> list[str]:
    return [each["ref"] for each in register.did("list", "--due-by", *bound, "--json").plain]


def test_what_is_due_on_a_day_is_due_by_it(register: Terminal) -> None:
    """Whatever the hour of its end, and however long after that it takes effect."""
    last = {each["ref"]: each for each in register.did("list", "--json").plain}
    days = {ref: each["call_in"]["last_day"] for ref, each in last.items()}
    assert days == {"SAL-1": "2026-12-07", "HFD-1": "2026-12-07", "LRK-1": "2026-12-11"}
    assert due_by(register, "2026-12-06") == []
    assert due_by(register, "2026-12-07") == ["SAL-1", "HFD-1"]
    assert due_by(register, "2026-12-09") == ["SAL-1", "HFD-1"]
    assert due_by(register, "2026-12-11") == ["SAL-1", "HFD-1", "LRK-1"]


def test_the_last_day_is_listed_with_its_hour(register: Terminal) -> None:
    """Where the council's rule has one."""
    for shape in ((), ("--csv",)):
        said = register.did("list", *shape).out
        assert "2026-12-07 16:00" in said
        assert "2026-12-11 17:00" in said
        assert "2026-12-07 end of day" in said
        assert "2026-12-07 00:00" not in said
    listed = register.did("list", "--sort", "soonest", "--json").plain
    assert [each["call_in"]["last_day"] for each in listed] == [
        "2026-12-07",
        "2026-12-07",
        "2026-12-11",
    ]


def test_an_hour_is_that_hour(register: Terminal) -> None:
    assert due_by(register, "2026-12-07T15:59") == []
    assert due_by(register, "2026-12-07T16:00") == ["SAL-1"]
    assert due_by(register, "2026-12-07T23:59") == ["SAL-1"]
    assert due_by(register, "2026-12-08T00:00") == ["SAL-1", "HFD-1"]
    assert due_by(register, "2026-12-11T16:59") == ["SAL-1", "HFD-1"]
    assert due_by(register, "2026-12-11T17:00") == ["SAL-1", "HFD-1", "LRK-1"]


def test_as_it_was_then_too(register: Terminal) -> None:
    found = due_by(register, "2026-12-07", "--as-of", "2026-12-04T12:00")
    assert found == ["SAL-1", "HFD-1"]


def test_the_last_day_of_a_report_and_of_an_appointment_is_included(register: Terminal) -> None:
    between = ("--since", "2026-11-30", "--until", "2026-11-30", "--json")
    said = register.did("report", "call-ins", "--council", "salford", *between)
    assert said.plain["of_all"] == 1
    add = ("people", "add", "x", "--role", "member", "--council", "salford", "--since")
    register.did(*add, "2026-12-01", "--until", "2026-12-05")
    listing = ("people", "list", "--council", "salford", "--json")
    for now, there in (("2026-12-05 23:30:00", True), ("2026-12-06 00:30:00", False)):
        held = [each["person"] for each in register.did(*listing, at=now).plain]
        assert ("x" in held) is there


@pytest.mark.parametrize(
    ("command", "flag", "said"),
    [
        (("list",), "--due-by WHEN", "A day alone includes that whole day."),
        (("report",), "--until DATE", "The last day, included."),
        (("people", "add"), "--until DATE", "The last day, included."),
        (("people", "end"), "--until DATE", "The last day, included; today if left out."),
        (("scrutiny", "adjourn"), "--until DATE", "The new last day, included: 9 November."),
        (("plan",), "--implement-by DATE", "The day by which it must be in force"),
        (("advance-notice", "give"), "--decide-until DATE", "The last such day"),
        (("key-report", "require"), "--report-by DATE", "The day by which"),
    ],
)
def test_each_says_in_its_help_what_it_means(
    terminal: Terminal, command: tuple[str, ...], flag: str, said: str
) -> None:
    words = " ".join(terminal.did(*command, "--help").out.split())
    assert said in words.partition(flag)[2][:200]

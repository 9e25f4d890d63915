"""A day without its year is read beside the day that decides which year is meant: one given in the
same command, or the day of the decision on record."""

import pytest

from support.terminal import Terminal

LATE = "2026-11-30 12:00:00"
NOTICE = ("--kind", "key-decision", "--where", "web", "--matter", "m", "--maker", "Cabinet",
          "--documents", "none", "--copies", "at the offices")  # fmt: skip
SALFORD = ("--council", "salford")


def notice_of(terminal: Terminal, made_on: str, *days: str, at: str = LATE) -> tuple[str, str, str]:
    """Record a notice of a key decision made on a day; give what it holds of its days."""
    terminal.now = at
    ref = terminal.staffed().drafted("--kind", "key", "--made-on", made_on)
    terminal.did("advance-notice", "give", ref, *NOTICE, *days)
    notice = terminal.did("show", ref, "--json").plain["notices"][0]
    return tuple(str(notice[each])[:10] for each in ("published_at", "decide_from", "decide_until"))


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (
            ("--published-at", "16 October 9am", "--decide-from", "20 November"),
            ("2026-10-16", "2026-11-20", "None"),
        ),
        (
            ("--decide-until", "24 Nov", "--decide-from", "20/11", "--published-at", "16 Oct 9am"),
            ("2026-10-16", "2026-11-20", "2026-11-24"),
        ),
        (
            ("--published-at", "16/10/2025 9am", "--decide-from", "20 November"),
            ("2025-10-16", "2025-11-20", "None"),
        ),
        (
            ("--published-at", "16 October 9am", "--decide-from", "20 December"),
            ("2026-10-16", "2026-12-20", "None"),
        ),
        (
            ("--published-at", "16 October 9am", "--decide-from", "5 January"),
            ("2026-10-16", "2027-01-05", "None"),
        ),
    ],
)
def test_a_notice_is_for_the_first_such_day_after_it(
    terminal: Terminal, days: tuple[str, ...], read: tuple[str, str, str]
) -> None:
    assert notice_of(terminal, "2026-11-20", *days) == read


def test_a_notice_came_before_the_decision_on_record(terminal: Terminal) -> None:
    days = ("--published-at", "16 October 9am", "--decide-from", "20 November")
    assert notice_of(terminal, "2025-11-20", *days)[:2] == ("2025-10-16", "2025-11-20")


@pytest.mark.parametrize(
    ("command", "said_back"),
    [
        (
            ("scrutiny adjourn", "--until", "9 November", "--at", "2 November", "--late-reason",
             "Leave", "--consent", "the Leader", "--reason", "Ill"),
            "--until: Monday 9 November 2026.",
        ),
        (
            ("call-in", "--requested-by", "A", "--grounds", "G", "--received-at", "18 Oct 4pm",
             "--at", "19/10/2018", "--late-reason", "Leave"),
            "--received-at: Thursday 18 October 2018, 16:00.",
        ),
    ],
)  # fmt: skip
def test_a_day_of_a_step_goes_by_when_it_was_taken(
    terminal: Terminal, command: tuple[str, ...], said_back: str
) -> None:
    ref = terminal.staffed().published()
    said = terminal(*command[0].split(), ref, *command[1:], "--dry-run", at=LATE)
    assert said_back in said.err.splitlines(), said


@pytest.mark.parametrize(
    ("command", "said_back"),
    [
        (
            ("report", "late", *SALFORD, "--since", "1 April", "--until", "31 March"),
            "--since: Tuesday 1 April 2025.",
        ),
        (
            ("people", "add", "x", "--role", "member", "--since", "1 May", "--until", "30 Sept"),
            "--until: Wednesday 30 September 2026.",
        ),
        (
            ("deadline", "--from", "2 Nov", "--days", "5", "--nation", "england",
             "--closed", "4 Nov", "--closed", "2 Jan"),
            "--closed: Wednesday 4 November 2026.\n--closed: Saturday 2 January 2027.",
        ),
        (
            ("deadline", "--from", "2/11/2026", "--days", "5", "--nation", "england", "--back",
             "--closed", "28 Oct"),
            "--closed: Wednesday 28 October 2026.",
        ),
        (
            ("deadline", *SALFORD, "--published", "5/1/2026", "--made-on", "29 Dec"),
            "--made-on: Monday 29 December 2025.",
        ),
        (
            ("calendar", "add", *SALFORD, "--date", "19 September", "--known-at", "12 September",
             "--title", "Funeral", "--reason", "r", "--source", "s", "--kind", "holiday"),
            "--date: Saturday 19 September 2026.",
        ),
        (
            ("new", *SALFORD, "--title", "T", "--body", "B", "--kind", "key", "--made-on",
             "5/3/2025", "--urgency-agreed-on", "4 March"),
            "--urgency-agreed-on: Tuesday 4 March 2025.",
        ),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)  # fmt: skip
def test_a_day_of_any_command_goes_by_the_other(
    terminal: Terminal, command: tuple[str, ...], said_back: str
) -> None:
    said = terminal(*command, at=LATE)
    assert said_back in said.err, said


def test_a_year_that_is_said_stands(terminal: Terminal) -> None:
    days = ("--published-at", "16 October 9am", "--decide-from", "20/11/2027")
    assert notice_of(terminal, "2026-11-20", *days)[:2] == ("2026-10-16", "2027-11-20")


def test_a_weekday_with_its_day_is_read_in_the_year_that_is_meant(terminal: Terminal) -> None:
    days = ("--published-at", "Fri 16 October 9am", "--decide-from", "Friday 20 November")
    assert notice_of(terminal, "2026-11-20", *days)[:2] == ("2026-10-16", "2026-11-20")

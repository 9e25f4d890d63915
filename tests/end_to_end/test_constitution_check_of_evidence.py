"""Whatever a file says of its evidence that cannot be is complained of with file, key and cure; and
what is complained of is not adopted."""

from pathlib import Path

import pytest

from support.one_period_council import FILE, FIVE, NO_OTHER, SAME_DAY, TELLING, UNSURE, windows
from support.terminal import Terminal

SHORT = '{ reference = "5", published = 2024-05-16, last-day = 2024-05-20 }'
SHORTER = (SHORT, SHORT.replace("5", "6", 1).replace("16", "23").replace("20 }", "27 }"))
THURSDAY = windows('{ reference = "7", published = 2024-05-09, last-day = 2024-05-14 }')
CALENDAR = f'could-be = [{{ days = 4, unit = "calendar", {windows(*SHORTER)} }}]'
REPEALED = """
[[call-in-period]]
from = 2023-01-01
repealed = true
basis = "council page"
rule = "a page"
words = "There is none."

[[call-in-period]]
from = 2024-01-01
before = "assumed"
days = 5
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = "end of day"
takes-effect = "at the end of the period"
basis = "council page"
rule = "a page"
words = "Five."
"""
FAULTS = {
    "inferred from too few windows": (
        windows(SAME_DAY, TELLING), "call-in-period[1].confidence",
    ),
    "unsure, and no word of another reading": (UNSURE, "call-in-period[1].could-be"),
    "a reading that is the rule": (
        f"{UNSURE}\ncould-be = [{{ days = 3, {windows(*FIVE)} }}]",
        "call-in-period[1].could-be[1].days",
    ),
    "a reading that is shorter on every window": (
        f"{UNSURE}\n{THURSDAY}\n{CALENDAR}",
        "call-in-period[1].could-be[1]",
    ),
    "a reading without windows": (
        f"{UNSURE}\ncould-be = [{{ days = 5 }}]", "call-in-period[1].could-be[1].windows",
    ),
    "a window that the rule does not give": (
        f"{UNSURE}\n{NO_OTHER}\n{windows(TELLING.replace('05-18', '05-19'))}",
        "call-in-period[1].windows[1].effective-from",
    ),
    "assumed before, beside an earlier repeal": (
        f"{UNSURE}\n{NO_OTHER}\n{REPEALED}", "call-in-period[3].before",
    ),
    "a source read on a day to come": (
        f"{UNSURE}\n{NO_OTHER}\n{REPEALED}".replace('before = "assumed"', "read = 2027-01-01"),
        "call-in-period[3].read",
    ),
}  # fmt: skip
ADOPTED = ("--approved-by", "Full council", "--approved-on", "2024-05-21", "--reason", "As read")


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_complained_of_with_file_key_and_cure_and_is_not_adopted(
    terminal: Terminal, tmp_path: Path, fault: str
) -> None:
    keys, key = FAULTS[fault]
    own = tmp_path / "borsetshire.toml"
    own.write_text(FILE.format(keys=keys), encoding="utf-8")
    terminal.begun().now = "2026-11-30 09:00:00"
    checked = terminal("constitution", "check", str(own))
    assert checked.code == 2
    assert f"{own}: {key}: " in " ".join(checked.err.split())
    plain = terminal("constitution", "check", str(own), "--json").plain
    assert (plain["file"], plain["good"]) == (str(own), False)
    assert key in [each["key"] for each in plain["complaints"]]
    assert all(each["problem"] and each["cure"] for each in plain["complaints"])
    adopted = terminal("constitution", "adopt", str(own), *ADOPTED)
    assert adopted.code == 2
    assert f"borsetshire.toml: {key}: " in " ".join(adopted.err.split())
    assert "borsetshire" not in terminal.did("constitution", "list").out


def test_what_would_settle_it_is_minded_and_no_complaint(
    terminal: Terminal, tmp_path: Path
) -> None:
    own = tmp_path / "borsetshire.toml"
    own.write_text(FILE.format(keys=f"{UNSURE}\n{NO_OTHER}"), encoding="utf-8")
    said = terminal.did("constitution", "check", str(own), at="2026-11-30 09:00:00")
    assert "reads well" in said.out
    assert "Mind: call-in-period[1]: It is unsure, and not-found and settled-by are not given" in (
        " ".join(said.err.split())
    )
    terminal.begun()
    adopted = terminal.did("constitution", "adopt", str(own), *ADOPTED, "--json").plain
    assert adopted["written"] is True
    assert "not-found and settled-by are not given" in adopted["minded"][0]

"""Days and months are in English, whatever language the machine or the host's program speaks."""

import ast
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from workflow.clock import MONTHS, WEEKDAYS, month_of, spoken_day, weekday_of
from workflow.wording.long_dates import day

ROOT = Path(__file__).parents[2]
PRODUCT = sorted(
    each for name in ("workflow", "cli", "docs") for each in (ROOT / name).rglob("*.py")
)
LOCAL = {f"%{letter}" for letter in "aAbBhcxXprEO"}
"""What `locale.setlocale` of a host's program would have in another language."""


def _speaks_locally(node: ast.AST) -> bool:
    """Say whether a piece of source goes by the locale, or reads words by it."""
    if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
        spec = ast.unparse(node.format_spec)
        return any(each in spec for each in LOCAL) or spec.rstrip("'\"").endswith("n}")
    if isinstance(node, ast.Attribute):
        return node.attr in {
            "strftime", "strptime", "month_name", "month_abbr", "day_name", "day_abbr",
        }  # fmt: skip
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = {each.name for each in node.names} | {getattr(node, "module", None)}
        return "locale" in names
    return False


@pytest.mark.parametrize(
    "source",
    ["f'{day:%a}'", "f'{day.day} {day:%B %Y}'", "day.strftime('%d')", "import locale"],
)
def test_what_goes_by_the_locale_is_seen(source: str) -> None:
    assert any(map(_speaks_locally, ast.walk(ast.parse(source))))


def test_nothing_goes_by_the_locale() -> None:
    found = [
        (str(path.relative_to(ROOT)), getattr(node, "lineno", 0))
        for path in PRODUCT
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _speaks_locally(node)
    ]
    assert found == []


def test_every_day_of_a_year_is_called_what_it_is() -> None:
    """As an English machine would have it."""
    for offset in range(366):
        each = date(2024, 1, 1) + timedelta(days=offset)
        assert weekday_of(each) == f"{each:%A}" == WEEKDAYS[offset % 7]
        assert month_of(each) == f"{each:%B}" == MONTHS[each.month - 1]
        assert spoken_day(each) == f"{each:%a} {each.day} {each:%b} {each.year}"
        assert day(each) == f"{each:%A} {each.day} {each:%B} {each.year}"


def test_the_names_of_holidays_are_english_too() -> None:
    """The library of holidays would have them in the machine's language, where it knows it."""
    code = (
        "from datetime import date\n"
        "from workflow.calendars.nations import Nation, bank_holidays\n"
        "day = date(2024, 12, 25)\n"
        "print(bank_holidays(Nation.ENGLAND, day, day)[day])\n"
    )
    thai = {"LANGUAGE": "th", "LANG": "th_TH.UTF-8"}
    run = [sys.executable, "-c", code]
    ran = subprocess.run(run, capture_output=True, text=True, check=True, env=thai, cwd=ROOT)
    assert ran.stdout == "Christmas Day\n"

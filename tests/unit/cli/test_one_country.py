"""A command loads the holidays of one country, and counts by the same days."""

import subprocess
import sys

ASKED = """
import sys
from datetime import date
if {only}:
    from cli.one_country import load_one_country_only
    load_one_country_only()
from workflow.calendars.nations import Nation, bank_holidays
for nation in Nation:
    print(nation, sorted(bank_holidays(nation, date(2012, 1, 1), date(2027, 12, 31)).items()))
print("holidays.countries.france" in sys.modules)
"""


def _said(*, only: bool) -> list[str]:
    asked = [sys.executable, "-c", ASKED.format(only=only)]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_days_are_the_same_and_no_other_country_is_loaded() -> None:
    (*days, others), (*as_ever, all_of_them) = _said(only=True), _said(only=False)
    assert days == as_ever
    assert len(days) == 4
    assert (others, all_of_them) == ("False", "True")


def test_a_country_that_is_not_there_is_told_by_its_name() -> None:
    asked = ASKED.format(only=True) + "sys.modules['holidays.countries'].France\n"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert "not for France" in done.stderr

"""Real notices, as councils published them: the rule reproduces each date it explains."""

from datetime import date

import pytest

from support.day_by_day import read
from workflow.calendars.counting import count
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation

NOTICES = {row["id"]: row for row in read("notices.csv")}
EXPLAINED = [row for row in NOTICES.values() if row["explained"] == "yes"]

UNEXPLAINED = {
    "N008": "the record was re-published two years later, and carries that day's stamp",
    "N017": "counted from the working day after the publication stamp",
    "N036": "no publication day on the page; counted from the day after the decision",
    "N038": "counted the Jubilee bank holiday of 2 June 2022 as a working day",
    "N041": "no publication day on the page; counted from the day after the decision",
    "N042": "no publication day on the page; counted from the day after the decision",
    "N044": "no publication day on the page; counted from the day after the decision",
    "N046": "no publication day on the page; counted from the working day after the decision",
    "N083": "eight working days; counted from the decision statement, three working days later",
    "N093": "six working days over Christmas 2019; the council may have closed on 27 December",
    "N120": "counted from the working day after the publication stamp",
    "N141": "counted from the working day before the publication stamp",
    "N143": "twenty-five working days; probably re-issued over Christmas under the old stamp",
    "N145": "counted from the day after the publication stamp",
    "N178": "counted the Jubilee bank holiday of 2 June 2022 as a working day",
}


def by_the_rule(notice: dict[str, str]) -> date:
    """Give the end of the period, as that council's rule and our calendar have it."""
    event = notice["decision_date"]
    if notice["counts_from"] == "publication" and notice["publication_date"]:
        event = notice["publication_date"]
    counted = count(
        calendar_for(Nation.named(notice["nation"])),
        date.fromisoformat(event),
        int(notice["working_days"]),
        start_counts=notice["counts_start_day"] == "yes",
    )
    return {"last_day": counted.last_day, "day_after": counted.day_after}[notice["end_kind"]]


def test_there_are_85_notices_and_70_are_explained() -> None:
    """No notice has been dropped, and none has changed sides."""
    assert len(NOTICES) == 85
    assert len(EXPLAINED) == 70
    unexplained = {row["id"] for row in NOTICES.values() if row["explained"] == "no"}
    assert unexplained == set(UNEXPLAINED)


@pytest.mark.parametrize("notice", EXPLAINED, ids=lambda row: row["id"])
def test_an_explained_notice_agrees(notice: dict[str, str]) -> None:
    """The rule read off the council's notices gives the very date it published."""
    assert by_the_rule(notice) == date.fromisoformat(notice["end_date"])


@pytest.mark.parametrize("reference", UNEXPLAINED)
def test_an_irregular_notice_still_disagrees(reference: str) -> None:
    """An irregularity is kept as it was published; the rule is not bent to fit it."""
    notice = NOTICES[reference]
    assert notice["explained"] == "no"
    assert by_the_rule(notice) != date.fromisoformat(notice["end_date"])

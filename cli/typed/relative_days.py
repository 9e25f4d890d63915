"""Days that are given by how far away they are, or by their week: in 7 days, friday week."""

import re
from datetime import date, timedelta
from typing import Final

from workflow.clock import WEEKDAYS
from workflow.errors import Invalid
from workflow.wording import long_dates

WEEKDAY_NAMES: Final = {
    each: place
    for place, name in enumerate(map(str.lower, WEEKDAYS))
    for each in (name, name[:3], *({"tuesday": ("tues",), "thursday": ("thurs",)}.get(name, ())))
}
"""How a weekday may be written, with its place in the week."""
_OF_A_WEEK: Final = re.compile(
    rf"(?P<which>this|next|last|a week on) (?P<weekday>{'|'.join(WEEKDAY_NAMES)})"
    rf"|(?P<its>{'|'.join(WEEKDAY_NAMES)}) (?P<week>week|fortnight)",
    re.ASCII,
)
_AWAY: Final = re.compile(
    r"(?P<to>in )?(?P<number>\d{1,3}|a) (?P<unit>day|week|fortnight)s?(?P<ago> ago)?", re.ASCII
)
_DAYS_IN: Final = {"day": 1, "week": 7, "fortnight": 14}
_NO_ONE_DAY: Final = re.compile(r"(this|next|last|end of(?: the)?) (week|weekend|month|year)")


def sunday_of(day: date) -> date:
    """Give the Sunday that ends the week of a day."""
    return day + timedelta(days=WEEKDAY_NAMES["sunday"] - day.weekday())


def told_from_today(plain: str, text: str, today: date, *, coming: bool) -> date | None:
    """Read a day that is given by how far away it is, or by its week; None for any other."""
    away = _AWAY.fullmatch(plain)
    if away is not None and bool(away["to"]) != bool(away["ago"]):
        number = 1 if away["number"] == "a" else int(away["number"])
        days = number * _DAYS_IN[away["unit"]]
        return today + timedelta(days=-days if away["ago"] else days)
    if _NO_ONE_DAY.fullmatch(plain):
        raise Invalid(
            f"{text[:40]!a} is not one day.",
            remedy="Write the day that is meant, as friday, sunday or 30/11/2026.",
        )
    match = _OF_A_WEEK.fullmatch(plain)
    if match is None:
        return None
    place = WEEKDAY_NAMES[match["weekday"] or match["its"]]
    ahead = today + timedelta(days=(place - today.weekday()) % 7)
    if match["which"] in (None, "a week on"):
        return ahead + timedelta(days=14 if match["week"] == "fortnight" else 7)
    monday = today - timedelta(days=today.weekday())
    weeks = {"last": -1, "this": 0, "next": 1}[match["which"]]
    of_week = monday + timedelta(weeks=weeks, days=place)
    back = (today.weekday() - place) % 7 or 7
    near = {
        "last": today - timedelta(days=back),
        "this": ahead if coming else of_week,
        "next": ahead if ahead > today else ahead + timedelta(days=7),
    }[match["which"]]
    if near != of_week:
        first, second = sorted((near, of_week))
        raise Invalid(
            f"{text[:40]!a} can be read in two ways: {long_dates.day(first)}, or "
            f"{long_dates.day(second)}.",
            remedy=f"Write the one that is meant: {first:%d/%m/%Y} or {second:%d/%m/%Y}.",
        )
    return near

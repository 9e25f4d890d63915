"""N working days on: the product's calendar, `holidays`, and NumPy's scalar `busday_offset`."""

from datetime import date, timedelta

import holidays
import numpy as np

from benchmarks.measuring import Row, computed, in_turn, speed
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation

COUNTS = (3, 5, 10, 20, 28)
"""The numbers of days that councils' rules and notices use."""
PASSES = 20
"""How often ours goes over them all, so that its time is long enough to measure."""


def rows(quick: bool) -> list[Row]:
    """Measure every count from every day of a year; check first that all three agree."""
    starts = [date(2018, 1, 1) + timedelta(days=n) for n in range(40 if quick else 365)]
    calendar = calendar_for(Nation.ENGLAND)
    england = holidays.country_holidays("GB", subdiv="ENG", years=range(2017, 2022), expand=False)
    business_days = np.busdaycalendar(holidays=[np.datetime64(day) for day in england])
    scalars = [np.datetime64(day) for day in starts]  # ready made: no conversion is counted

    def ours() -> None:
        after = calendar.after
        for n in COUNTS:
            for day in starts:
                after(day, n)

    def ours_often() -> None:
        for _ in range(PASSES):
            ours()

    def by_holidays() -> None:
        nth = england.get_nth_working_day
        for n in COUNTS:
            for day in starts:
                nth(day, n)

    def by_numpy() -> None:
        offset = np.busday_offset
        for n in COUNTS:
            for day in starts:
                offset(day, n, roll="backward", busdaycal=business_days).item()

    def by_numpy_on_scalars() -> None:
        offset = np.busday_offset
        for n in COUNTS:
            for day in scalars:
                offset(day, n, roll="backward", busdaycal=business_days)

    for day, scalar in zip(starts, scalars, strict=True):
        for n in COUNTS:
            answer = calendar.after(day, n)
            assert answer == england.get_nth_working_day(day, n)
            counted = np.busday_offset(scalar, n, roll="backward", busdaycal=business_days)
            assert answer == counted.item()

    found = in_turn(
        {
            "ours": lambda: computed(ours_often) / PASSES,
            "holidays": lambda: computed(by_holidays),
            "numpy": lambda: computed(by_numpy),
            "numpy-scalars": lambda: computed(by_numpy_on_scalars),
        },
        rounds=3 if quick else 41,
    )
    work = "3, 5, 10, 20 and 28 working days on"
    return [
        Row(
            work=work,
            yardstick="`holidays.get_nth_working_day`",
            ratios=speed(found, "holidays"),
            aim=150,
        ),
        Row(
            work=work,
            yardstick="NumPy scalar `busday_offset`, a `date` to a `date`",
            ratios=speed(found, "numpy"),
            aim=20,
        ),
        Row(
            work=work,
            yardstick="the same, from and to ready-made `datetime64`",
            ratios=speed(found, "numpy-scalars"),
            aim=20,
        ),
    ]

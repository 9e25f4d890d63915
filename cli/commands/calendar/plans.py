"""Saved plans beside a calendar that would change: reading them, and telling what would move."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cli.shown.fitting import wrapped
from cli.shown.output import warning_line
from workflow.calendars.nations import Nation
from workflow.clock import spoken_day
from workflow.errors import Invalid
from workflow.planning.saved_plan import SavedPlan, read_plan

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.impact.plans import PlanDay, PlanImpact


def read_plans(engine: "Engine", files: Sequence[Path], of: str | Nation) -> list[SavedPlan]:
    """Read saved plans, each of the council that is asked about, or of one in the nation."""
    plans = [read_plan(file) for file in files]
    for each in plans:
        nation = engine.constitutions.in_use(each.council).nation
        if isinstance(of, Nation) and nation is not of:
            raise Invalid(
                f"{each.file} is a plan of {each.council}, which is in {nation.label}.",
                remedy=f"Leave it out; or ask about its nation: --nation {nation}",
            )
        if not isinstance(of, Nation) and each.council != of:
            raise Invalid(
                f"{each.file} is a plan of {each.council}, and not of {of}.",
                remedy=f"Leave it out; or ask about its council: --council {each.council}",
            )
    return plans


def plan_rows(found: Sequence["PlanImpact"]) -> Iterator[tuple[str, ...]]:
    """Give the row of each day of a plan that would move, under the headings of other dates."""
    for each in found:
        for day in each.moved:
            stands = "passed" if day.passed else "to come"
            yield each.kept.file, "plan", stands, _spoken(day.was), _spoken(day.now), day.says


def plans_in_words(impacts: Sequence["PlanImpact"]) -> str:
    """Say how many days of the plans would move; or that none was given, and how to give one."""
    if not impacts:
        return wrapped(
            "Plans are not kept on the register. To see whether the days of one would move, give "
            "the file that decisions plan … --json was saved in: --plan FILE"
        )
    passed = sum(day.passed for each in impacts for day in each.moved)
    to_come = sum(len(each.moved) for each in impacts) - passed
    what = "the plan" if len(impacts) == 1 else f"the {len(impacts)} plans"
    ended = f"{passed} past {'one' if passed == 1 else 'ones'} would have been different"
    return f"Of the days of {what}, {to_come} to come would change; {ended}."


def plan_warnings(impacts: Sequence["PlanImpact"]) -> Iterator[str]:
    """Warn of a plan that is not as it would be made today, or could not be made at all."""
    for each in impacts:
        if each.unlike:
            days = "; ".join(_unlike(day) for day in each.unlike)
            yield warning_line(
                f"{each.kept.file} is not what the same question is answered today. {days}. The "
                "calendar or the rules have changed since it was saved, or the file has been. What "
                "would move is told from today's days: make it again."
            )
        if each.fault:
            yield warning_line(
                f"{each.kept.file}: were that so, no plan could be made. {each.fault}"
            )


def _unlike(day: "PlanDay") -> str:
    return f"{day.says}: {_spoken(day.was)} in the file, {_spoken(day.now)} today"


def _spoken(day: date | None) -> str:
    return "none" if day is None else spoken_day(day)

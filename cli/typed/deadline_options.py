"""What a deadline is counted from, as it was typed: by numbers, or by a council's own rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, Any, Final

import typer

from cli.context import Context
from cli.typed.date_options import COMING, PAST, day_option, instant_option, settled
from workflow.calendars.council import CouncilDay
from workflow.calendars.nations import Nation
from workflow.clock import london_day
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.errors import BeyondCalendar, Invalid
from workflow.explanation import deadline as deadlines
from workflow.model.call_in_period import CountedFrom, Unit

Start = Annotated[
    Any,
    day_option("--from", "The day to count from.", PAST, any_year=True),
]
Days = Annotated[int | None, typer.Option("--days", help="How many days.")]
Country = Annotated[
    str | None,
    typer.Option("--nation", help=f"{Nation.one_of()}.", metavar="NATION"),
]
DayUnit = Annotated[Unit, typer.Option("--unit", help="What a day is.")]
StartCounts = Annotated[
    bool, typer.Option("--start-counts", help="The day counted from is itself day 1.")
]
Closed = Annotated[
    list[str] | None,
    day_option("--closed", "A day to leave out; once for each.", COMING, any_year=True, waits=True),
]
OwnRule = Annotated[
    str | None,
    typer.Option(
        "--council",
        help="Apply this council's own rule. With --published, the council that is set if left "
        "out.",
        metavar="NAME",
    ),
]
Published = Annotated[
    Any,
    instant_option(
        "--published",
        "When it was published, for a council's rule: today 3pm, 18 Oct 15:00, or the day alone.",
        PAST,
    ),
]
MadeOn = Annotated[
    Any,
    day_option(
        "--made-on",
        "When it was made, where the council counts from that.",
        PAST,
        any_year=True,
        waits=True,
    ),
]
_ENTER: Final = "Or enter them in the register: decisions calendar import FILE --adopt --council"
EXAMPLE: Final = "--from today --days 4 --nation england"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineQuestion:
    """A deadline as it was asked for."""

    command: str
    start: date | None
    days: int | None
    nation: str | None
    unit: Unit
    start_counts: bool
    closed: Sequence[Any] | None
    """Days; the option has read them."""
    council: str | None
    published: datetime | None
    made_on: date | None
    back: bool = False
    provisional: bool = False

    @property
    def numbers(self) -> dict[str, Any]:
        """Give the options of a count by numbers that were given, each with its value."""
        options = {
            "--from": self.start,
            "--days": self.days,
            "--nation": self.nation,
            "--start-counts": self.start_counts or None,
            "--back": self.back or None,
        }
        return {option: value for option, value in options.items() if value is not None}

    @property
    def given(self) -> list[str]:
        """Give every option by which a deadline was asked for."""
        options = {
            "--unit": None if self.unit is Unit.WORKING else self.unit,
            "--closed": self.closed or None,
            "--council": self.council,
            "--published": self.published,
            "--made-on": self.made_on,
        }
        return [*self.numbers, *(option for option, value in options.items() if value is not None)]


def computed(question: DeadlineQuestion) -> deadlines.Deadline:
    """Count a deadline as it was asked for; Invalid where that is not clear."""
    begins = question.start or question.published
    side = "before" if question.back else "after"
    shut = list(settled(list(question.closed or ()), **{side: begins}))
    question = replace(question, made_on=settled(question.made_on, before=question.published))
    ruled = question.published is not None or question.made_on is not None
    if question.council is None and ruled:
        question = replace(question, council=Context().settings["council"].value)
        if question.council is None:
            raise Invalid(
                "--published and --made-on go with a council's rule, and no council is named.",
                remedy="Give --council NAME.",
            )
    if question.council is None:
        return _by_numbers(question, shut)
    if question.numbers or question.unit is not Unit.WORKING:
        raise Invalid(
            "A council's own rule takes the place of --from, --days and the rest.",
            remedy=f"{_instead(question, question.council)} Or leave out --council, and count by "
            "numbers.",
        )
    if question.published is None:
        raise Invalid(
            "A council's rule needs --published WHEN.",
            remedy="Give it, as in: --published '18 Oct 3pm'",
        )
    return _by_rule(question, question.council, question.published, shut)


def _instead(question: DeadlineQuestion, council: str) -> str:
    """Say what to give in place of numbers, as the council's rule counts."""
    context = Context()
    day = question.start or london_day(context.clock().now())
    provision = context.constitution(council).in_force_on(day)[CALL_IN_PERIOD]
    rules = () if provision is None else (provision.value, *provision.other_rules)
    if any(each and each.counted_from is CountedFrom.DECISION for each in rules):
        return (
            f"{council} counts from the decision: give --made-on {question.start or 'DATE'} and "
            "--published WHEN."
        )
    return f"{council} counts from publication: give --published {question.start or 'WHEN'}."


def _by_numbers(question: DeadlineQuestion, shut: list[date]) -> deadlines.Deadline:
    start, days, nation = question.start, question.days, question.nation
    if start is None or days is None or nation is None:
        missing = [
            each for each in ("--from", "--days", "--nation") if each not in question.numbers
        ]
        raise Invalid(
            f"A deadline needs {', '.join(missing)}.",
            remedy=f"As in: decisions {question.command} {EXAMPLE}",
        )
    return deadlines.by_numbers(
        start=start,
        days=days,
        nation=Nation.named(nation),
        unit=question.unit,
        start_counts=question.start_counts,
        backwards=question.back,
        closed=shut,
        provisional=question.provisional,
    )


def _by_rule(
    question: DeadlineQuestion, council: str, published: datetime, shut: list[date]
) -> deadlines.Deadline:
    context = Context()
    constitution = context.constitution_for_answer(council)
    rows: list[CouncilDay] = []
    if context.has_register():
        rows += context.engine.calendars.days(council)
    try:
        return deadlines.by_rule(
            constitution=constitution,
            published_at=published,
            made_on=question.made_on,
            rows=[*rows, *deadlines.asked_about(shut)],
            provisional=question.provisional,
        )
    except BeyondCalendar as fault:
        if fault.cure != BeyondCalendar.remedy or not context.has_register():
            raise
        raise BeyondCalendar(str(fault), remedy=f"{fault.cure} {_ENTER} {council}") from None

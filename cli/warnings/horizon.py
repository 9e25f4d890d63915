"""Warnings beside an answer whose date comes near the end of the calendar, or after the end of its
council; and of a clock that may be wrong."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from cli.shown.output import warning_line
from workflow.calendars.horizon import SURELY_WITHIN, near_its_end
from workflow.text import joined

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.model.decision import Decision
    from workflow.register.lookup import Lookup

_MOST_NAMED: Final = 5


def near_horizon(lookup: "Lookup", decision: "Decision") -> Iterator[str]:
    """Warn of a decision whose period or time limit ends within 180 days of the calendar's end."""
    for warning, _ in _nearing(lookup, [decision]):
        yield warning_line(warning)


def council_ends(lookup: "Lookup", decision: "Decision") -> Iterator[str]:
    """Warn of a decision that would take effect by time once its council has ended."""
    if warning := lookup.outlasting(decision):
        yield warning_line(
            f"{warning} Time alone does not bring it about. A person keeps that date or gives it "
            f"up: decisions deadline-review {decision.ref} --help"
        )


def each_near_horizon(lookup: "Lookup", decisions: Sequence["Decision"]) -> Iterator[str]:
    """Warn once of all the decisions listed that time will act upon, and name those whose dates
    come near; what has ended is passed over.

    Councils whose calendars end on one day are told of together.
    """
    for warning, refs in _nearing(lookup, [each for each in decisions if each.due_at is not None]):
        yield warning_line(f"{warning} {_named(refs)}")


def clock_in_doubt(engine: "Engine") -> Iterator[str]:
    """Warn where the machine's clock may be wrong, before anything is recorded by it."""
    if (warning := engine.journal.clock_in_doubt()) is not None:
        yield warning_line(
            f"{warning} If the clock is wrong, put it right before you record anything."
        )


def day_near_horizon(day: date, through: date) -> Iterator[str]:
    """Warn of a date that stands on no register."""
    if (warning := near_its_end(day, through)) is not None:
        yield warning_line(warning)


def _nearing(
    lookup: "Lookup", decisions: Sequence["Decision"]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Give, for each end that dates come near to, the warning of the latest, and whose they are.

    The register is asked only where a date is late enough to come near at all.
    """
    late: dict[str, list[tuple[date, str]]] = {}
    for each in decisions:
        last = max(_ends(each), default=date.min)
        if last >= SURELY_WITHIN:
            late.setdefault(each.council, []).append((last, each.ref))
    by_end: dict[date, list[tuple[date, str]]] = {}
    for council, dated in late.items():
        by_end.setdefault(lookup.known_through(council), []).extend(dated)
    for through, dated in sorted(by_end.items()):
        dated.sort(key=lambda one: (through - one[0], one[1]))
        warning = near_its_end(dated[0][0], through)
        if warning is not None:
            yield warning, [ref for day, ref in dated if near_its_end(day, through) is not None]


def _named(refs: Sequence[str]) -> str:
    first, *others = refs
    if not others:
        return f"It is a date of {first}."
    more = len(others) - _MOST_NAMED
    named = others if more <= 0 else [*others[:_MOST_NAMED], f"{more} more"]
    return f"It is a date of {first}; dates of {joined(named, 'and')} come near that end too."


def _ends(decision: "Decision") -> Iterator[date]:
    for each in (decision.window, decision.proceedings.limit, decision.proceedings.direction):
        if each is not None:
            yield each.last_day

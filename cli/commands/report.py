"""The command that makes a report to a council, in the form its agenda needs."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import options
from cli.context import Context
from cli.dates import PAST, day_option
from cli.output import say, say_as_it_is, say_json, say_rows, wrapped
from workflow.clock import spoken_day

if TYPE_CHECKING:
    from workflow.reports.contents import Period, Report, ReportLine


class About(StrEnum):
    """What a report is about."""

    SPECIAL_URGENCY = "special-urgency"
    EXEMPTIONS = "exemptions"
    CALL_INS = "call-ins"
    LATE = "late"


_HEADINGS = ("REF", "DAY", "MADE", "TITLE", "REASON", "WHO", "OUTCOME")


def report(
    about: Annotated[About, typer.Argument(help="What it is about.", metavar="MATTER")],
    since: Annotated[
        Any,
        day_option("--since", "The first day.", PAST),
    ],
    until: Annotated[
        Any,
        day_option("--until", "The last day, included.", PAST),
    ],
    council: options.Council = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, ready for an agenda.")
    ] = False,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """Report to council: special-urgency, exemptions, call-ins or late.

    Example: decisions report special-urgency --council herefordshire --since '1 April'
    --until yesterday --markdown
    """
    context = Context(db=db, council=council)
    found = context.engine.reports.make(about.value, context.council_name(), since, until)
    if as_json:
        say_json(found)
    elif as_csv:
        say_rows(_HEADINGS, [_cells(line) for line in found.lines], as_csv=True)
    elif as_markdown:
        say_as_it_is(*_markdown(found))
    else:
        say(*_summary(found), "")
        headings = tuple(
            found.subject.day_is.upper() if each == "DAY" else each for each in _HEADINGS
        )
        say_rows(headings, [_cells(line) for line in found.lines], as_csv=False)


def _cells(line: "ReportLine") -> tuple[str, ...]:
    return (
        line.ref,
        line.day.isoformat(),
        _day(line.made_on),
        line.title,
        line.reason,
        line.by_whom,
        line.outcome,
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _summary(found: "Report") -> list[str]:
    now = found.now
    days = f"{spoken_day(now.since)} to {spoken_day(now.until)}"
    lines = [
        wrapped(f"{found.subject.label}: {found.council_name}, {days}", "", "  "),
        wrapped(_figures(found, now), "  ", "    "),
    ]
    lines += [
        wrapped(
            f"before, {spoken_day(each.since)} to {spoken_day(each.until)}: "
            f"{_figures(found, each, briefly=True)}",
            "  ",
            "    ",
        )
        for each in found.before
    ]
    duty = f"Duty: {found.duty}. {found.duty.words}" if found.duty.link else found.duty.words
    lines.append(wrapped(duty, "  ", "        "))
    if found.next_due is not None:
        lines.append(f"  Next due: by {spoken_day(found.next_due)}")
    if found.note:
        lines.append(wrapped(found.note, "  "))
    return lines


def _figures(found: "Report", each: "Period", strong: str = "", *, briefly: bool = False) -> str:
    """Give the figures of a period, each with what it counts."""
    number, among = f"{strong}{each.number}{strong}", found.subject.among
    if each.requests is None and briefly:
        return f"{number} of {each.of_all} ({each.share})"
    if each.requests is None:
        return f"{number} of {each.of_all} decisions {among} ({each.share})"
    received = f"{each.requests} request{'' if each.requests == 1 else 's'} received"
    return f"{received}; {number} of {each.of_all} decisions {among} asked about ({each.share})"


def _markdown(found: "Report") -> list[str]:
    now = found.now
    lines = [
        f"# {found.subject.label}",
        "",
        f"{found.council_name}, {spoken_day(now.since)} to {spoken_day(now.until)}.",
        "",
        f"{_figures(found, now, '**')}.",
        "",
        (f"Reported under {found.duty}. " if found.duty.link else "")
        + found.duty.words
        + ("" if found.next_due is None else f" Next due by {spoken_day(found.next_due)}."),
        "",
        *_heads(found),
    ]
    lines += [
        f"| {spoken_day(each.since)} to {spoken_day(each.until)} | "
        f"{'' if each.requests is None else f'{each.requests} | '}{each.number} | "
        f"{each.of_all} | {each.share} |"
        for each in (now, *found.before)
    ]
    if found.note:
        lines += ["", found.note]
    for line in found.lines:
        lines += ["", f"## {line.ref}: {_escaped(line.title)}", ""]
        told = found.subject.day_is == "made"
        made = "" if told or line.made_on is None else f"Made on {spoken_day(line.made_on)}. "
        day = f"{found.subject.day_is.capitalize()} on {spoken_day(line.day)}"
        lines.append(f"{made}{day}: {_escaped(line.outcome)}.")
        if line.reason:
            lines += ["", f"Reason: {_escaped(line.reason)}"]
        if line.by_whom:
            lines += ["", f"By: {_escaped(line.by_whom)}"]
    return lines


def _heads(found: "Report") -> tuple[str, str]:
    """Give the heading of the table of periods, each column with what it counts."""
    if found.now.requests is None:
        return "| Period | Number | Of all | Share |", "| --- | --- | --- | --- |"
    return (
        "| Period | Requests received | Published and asked about | Of all published | Share |",
        "| --- | --- | --- | --- | --- |",
    )


def _escaped(text: str) -> str:
    """Give text that Markdown leaves as it is, on one line."""
    plain = " ".join(text.split())
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>#|" else mark for mark in plain)

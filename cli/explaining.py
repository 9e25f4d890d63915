"""The command that explains dates: the rule, each day, and both instants."""

from datetime import datetime
from typing import Any

from cli import options
from cli.calendar_page import month_lines
from cli.opening import Opening
from cli.output import end_refused, say, say_json, wrapped
from workflow.authority import Authority
from workflow.calendars.counting import Count
from workflow.clock import london, spoken, spoken_day, stamped
from workflow.errors import Refusal
from workflow.model.plain import both_times, to_plain
from workflow.model.worded import by_when, until
from workflow.service.explaining import (
    ClockExplained,
    Explanation,
    NoticeExplained,
    PeriodExplained,
)


def explain(
    ref: options.Ref,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Explain a decision's dates, day by day, each with its rule."""
    found = Opening(db=db).engine.explain(ref)
    if isinstance(found, Refusal):
        raise end_refused(f"{ref} has no deadline to explain.", (found,))
    if as_json:
        say_json(_plain(found))
        return
    for notice in found.notices:
        _tell_notice(ref, notice)
    if found.period is not None:
        _tell_period(found, found.period)
    for clock in found.clocks:
        _tell_clock(ref, clock)
    if found.in_question:
        say(f"  A person must keep or revise it: decisions review-deadline {ref} --help")


# -- in words -----------------------------------------------------------------------------------


def _say_rule(authority: Authority) -> None:
    say(wrapped(f"Rule:     {authority}", "  ", "            "))
    say(wrapped(authority.words, "            "))
    if authority.link:
        say(f"            {authority.link}")


def _tell_period(found: Explanation, period: PeriodExplained) -> None:
    ref, window, count = found.decision.ref, period.window, period.count
    say(f"{ref}: why its call-in period ends when it does", "")
    _say_rule(window.authority)
    say(f"  Edition:  {window.edition}", "")
    _say_days(count)
    say(
        "",
        f"  The last moment for a request: {until(window)}",
        f"      {_both(window.request_deadline)}; that instant is "
        + ("in time" if window.deadline_included else "too late"),
        f"  It takes effect, if not called in: {spoken(window.effective_from)}",
        f"      {_both(window.effective_from)}",
    )
    if found.decision.is_held:
        say("  It is held, and takes no effect until it is released.")
    elif period.effect is None:
        say("  When it takes effect now waits on what is decided about the call-in.")
    elif period.effect != window.effective_from:
        say(f"  After a hold or a call-in, its effect is from {spoken(period.effect)}.")
    if period.recounted is not None:
        again = until(period.recounted)
        say(
            "",
            f"  The days above are counted on today's calendar, and give {again}.",
            f"  The deadline on record is {until(window)}, as it was published or kept since:",
            f"  see decisions history {ref}",
        )


def _tell_clock(ref: str, clock: ClockExplained) -> None:
    limit = clock.limit
    say("", f"{ref}: why the time for {limit.awaits} ends when it does", "")
    _say_rule(limit.authority)
    say("")
    if limit.adjourned:
        say(f"  It was put off, with consent, to {spoken_day(limit.last_day)}.")
    else:
        _say_days(clock.count)
    say(
        "",
        f"  It ends at {by_when(limit)}",
        f"      {_both(limit.ends_at)}; that instant is "
        + ("in time" if limit.end_included else "too late"),
        f"  If nobody has acted by then: {limit.rule.default}",
    )
    if clock.recounted is not None:
        say(
            "",
            f"  The days above are counted on today's calendar, and give "
            f"{by_when(clock.recounted)}; on record is {by_when(limit)}.",
        )


def _tell_notice(ref: str, each: NoticeExplained) -> None:
    rule = each.provision.value
    assert rule is not None
    say(f"{ref}: from when it may be made, by its {each.notice.kind.label}", "")
    _say_rule(each.provision.authority)
    say("")
    _say_days(each.count)
    clear = f"{rule.days} {rule.unit} days are clear"
    say(
        "",
        f"  It may be made from {spoken_day(each.first_day)}: {clear}.",
        f"  Read as {each.other.unit} days: from {spoken_day(each.other_first_day)}.",
        "",
    )


def _say_days(count: Count | None) -> None:
    if count is None:
        say("  The calendar as it is now does not reach these days, so they cannot be shown.")
    else:
        say(*(f"  {line}" for line in month_lines(count)))


def _both(instant: datetime) -> str:
    there = london(instant)
    return f"{stamped(instant)} in London ({there:%Z}), {instant:%Y-%m-%d %H:%M} in UTC"


# -- in JSON ------------------------------------------------------------------------------------


def _workings(count: Count | None) -> list[dict[str, Any]]:
    return [
        {
            "date": each.day.isoformat(),
            "weekday": f"{each.day:%A}",
            "number": each.number,
            "why": each.why,
        }
        for each in (() if count is None else count.workings())
    ]


def _plain(found: Explanation) -> dict[str, Any]:
    period = found.period
    return {
        "ref": found.decision.ref,
        **({} if period is None else _period_plain(period)),
        "held": found.decision.is_held,
        "in_question": found.in_question,
        "clocks": [_clock_plain(each) for each in found.clocks],
        "notices": [_notice_plain(each) for each in found.notices],
    }


def _period_plain(period: PeriodExplained) -> dict[str, Any]:
    window = period.window
    return {
        "rule": to_plain(window.rule),
        "authority": to_plain(window.authority),
        "edition": window.edition,
        "counted_from": window.counted_from.isoformat(),
        "last_day": window.last_day.isoformat(),
        "request_deadline": both_times(window.request_deadline),
        "deadline_included": window.deadline_included,
        "effective_from": both_times(window.effective_from),
        "effect": None if period.effect is None else both_times(period.effect),
        "calendar_hash": window.calendar_hash,
        "workings": _workings(period.count),
        "recounted": None if period.recounted is None else to_plain(period.recounted),
    }


def _clock_plain(clock: ClockExplained) -> dict[str, Any]:
    limit = clock.limit
    return {
        "awaits": limit.awaits.value,
        "rule": to_plain(limit.rule),
        "authority": to_plain(limit.authority),
        "counted_from": limit.counted_from.isoformat(),
        "last_day": limit.last_day.isoformat(),
        "ends_at": both_times(limit.ends_at),
        "end_included": limit.end_included,
        "adjourned": limit.adjourned,
        "calendar_hash": limit.calendar_hash,
        "workings": _workings(clock.count),
        "recounted": None if clock.recounted is None else to_plain(clock.recounted),
        "in_question": clock.in_question,
    }


def _notice_plain(each: NoticeExplained) -> dict[str, Any]:
    return {
        "kind": each.notice.kind.value,
        "published_at": both_times(each.notice.published_at),
        "rule": to_plain(each.provision.value),
        "authority": to_plain(each.provision.authority),
        "first_day": each.first_day.isoformat(),
        "other_unit": each.other.unit.value,
        "other_first_day": each.other_first_day.isoformat(),
        "workings": _workings(each.count),
    }

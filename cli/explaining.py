"""The command that explains a date: the rule, each day, and both instants."""

from datetime import datetime

from cli import options
from cli.calendar_page import month_lines
from cli.opening import Opening
from cli.output import end_refused, say, say_json, wrapped
from workflow.clock import london, spoken, stamped
from workflow.errors import Refusal
from workflow.model.plain import to_plain
from workflow.policy.standing import until
from workflow.service.deadline import both_times


def explain(
    ref: options.Ref,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Explain a decision's deadline, day by day, with the rule and both instants."""
    opening = Opening(db=db)
    found = opening.engine.explain(ref)
    if isinstance(found, Refusal):
        raise end_refused(f"{ref} has no deadline to explain.", (found,))
    window, count = found.window, found.count
    if as_json:
        say_json(
            {
                "ref": ref,
                "rule": to_plain(window.rule),
                "authority": to_plain(window.authority),
                "edition": window.edition,
                "counted_from": window.counted_from.isoformat(),
                "last_day": window.last_day.isoformat(),
                "request_deadline": both_times(window.request_deadline),
                "deadline_included": window.deadline_included,
                "effective_from": both_times(window.effective_from),
                "effect": both_times(found.effect),
                "held": found.decision.is_held,
                "calendar_hash": window.calendar_hash,
                "workings": [
                    {
                        "date": each.day.isoformat(),
                        "weekday": f"{each.day:%A}",
                        "number": each.number,
                        "why": each.why,
                    }
                    for each in (() if count is None else count.workings())
                ],
                "recounted": None if found.recounted is None else to_plain(found.recounted),
                "in_question": found.in_question,
            }
        )
        return
    say(f"{ref}: why its call-in period ends when it does", "")
    say(wrapped(f"Rule:     {window.authority}", "  ", "            "))
    say(wrapped(window.authority.words, "            "))
    if window.authority.link:
        say(f"            {window.authority.link}")
    say(f"  Edition:  {window.edition}", "")
    if count is None:
        say("  The calendar as it is now does not reach these days, so they cannot be shown.")
    else:
        say(*(f"  {line}" for line in month_lines(count)))
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
    elif found.effect != window.effective_from:
        say(f"  After a hold or a call-in, its effect is from {spoken(found.effect)}.")
    if found.recounted is not None:
        say(
            "",
            f"  The days above are counted on today's calendar, and give {until(found.recounted)}.",
            f"  The deadline on record is {until(window)}, as it was published or kept since:",
            f"  see decisions history {ref}",
        )
    if found.in_question:
        say(f"  A person must keep or revise it: decisions review-deadline {ref} --help")


def _both(instant: datetime) -> str:
    there = london(instant)
    return f"{stamped(instant)} in London ({there:%Z}), {instant:%Y-%m-%d %H:%M} in UTC"

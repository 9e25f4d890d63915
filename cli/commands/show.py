"""The commands that look: show, history, may-implement."""

from cli import options
from cli.context import Context
from cli.exits import DONE, REFUSED, Ended
from cli.horizon_warnings import warn_clock_in_doubt, warn_council_ends, warn_near_horizon
from cli.hours import mind_the_hour_asked
from cli.on_record import on_record
from cli.outcome import event_lines
from cli.output import (
    end_refused,
    note,
    say,
    say_json,
    wrapped,
)
from cli.rule_warnings import warn_of_assumption, warn_of_readings
from cli.standing import decision_lines
from cli.urgency import urgency_lines
from workflow.clock import spoken, stamped
from workflow.explanation.wording import by_own_rules
from workflow.model.statement import Statement
from workflow.text import in_line


def show(
    ref: options.Ref,
    as_of: options.AsOf = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a decision: its state, its dates and its statement."""
    context = Context(db=db, as_of=as_of)
    engine = context.engine
    now = engine.clock.now()
    decision = engine.get(ref) if as_of is None else engine.get(ref, now)
    statement = engine.statement(decision)
    own = list(engine.constitutions.own_files(decision))
    if as_json:
        from workflow.answers.decision import shown_decision

        say_json(shown_decision(decision, statement, own, now))
    else:
        done, urgency = decision.proceedings, statement.urgency
        named = done.requests or done.applications or done.settled_at
        told = engine.history(ref) if named else ()
        record = [entry for entry in told if entry.event.at <= now]
        say(*decision_lines(decision, now, on_record(record)))
        say(*(wrapped(f"Mind: {by_own_rules(each)}", "  ", "        ") for each in own))
        _say_statement(statement)
        if urgency is not None:
            say(*urgency_lines(urgency, done, record))
    warn_near_horizon(engine.lookup, decision)
    warn_of_readings(decision)
    warn_council_ends(engine.lookup, decision)


def _say_statement(statement: Statement) -> None:
    where_asked = (
        ("Consultation", statement.consultation),
        ("Attended", _said(statement.attended or None)),
        ("Apologies", _said(statement.apologies)),
    )
    for label, text in (
        ("Decision maker", statement.body),
        ("Purpose", statement.purpose),
        ("Decision", statement.decision),
        ("Reasons", statement.reasons),
        ("Alternatives", _said(statement.alternatives)),
        (
            "Conflicts",
            _said(
                None
                if statement.conflicts is None
                else tuple(
                    f"{each.member}: {each.interest} (dispensation: "
                    f"{each.dispensation or 'not noted'})"
                    for each in statement.conflicts
                )
            ),
        ),
        *(each for each in where_asked if each[1] is not None),
    ):
        say(f"  {label}:", wrapped(text or "not said", "    "))


def _said(items: tuple[str, ...] | None) -> str | None:
    if items is None:
        return None
    return "; ".join(items) if items else "none, said expressly"


def history(
    ref: options.Ref,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a decision's record: what happened, when, by whom, and when it was recorded."""
    entries = Context(db=db).engine.history(ref)
    if as_json:
        say_json(entries)
        return
    for entry in entries:
        when = stamped(entry.event.at)
        who = (
            f"{in_line(entry.by)}, {entry.role.label}" if entry.role.value != "system" else entry.by
        )
        say(f"{entry.seq:>3}  {when}  {entry.event.words}  ({who})")
        if entry.vouched:
            say(wrapped(entry.vouched, "     "))
        if entry.recorded_at != entry.event.at:
            say(f"     recorded at {spoken(entry.recorded_at)}")
        if entry.late_reason is not None:
            say(wrapped(f"entered late: {entry.late_reason}", "     "))
        say(*event_lines(entry))
        if entry.own_rules and entry.rules not in entry.established:
            say(wrapped(f"rules: {entry.rules}", "     ", "       "))


def may_implement(
    ref: options.Ref,
    as_of: options.MayAsOf = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Say whether a decision may be implemented: exit 0 if it may, 3 if not, with the reasons."""
    context = Context(db=db)
    engine = context.engine
    if as_of is None and not as_json:
        warn_clock_in_doubt(engine)
    mind_the_hour_asked(engine, ref, as_of)
    answer = engine.may_implement(ref, as_of)
    if as_json:
        from workflow.answers.permission import permission_answer

        say_json(permission_answer(answer, engine.get(ref)))
        raise Ended(DONE if answer else REFUSED)
    if not answer:
        raise end_refused(f"{ref} may not be implemented.", answer.refusals)
    since = "" if answer.since is None else f", since {spoken(answer.since)}"
    say(f"{ref} may be implemented{since}.")
    warn_of_assumption(engine.get(ref))
    if answer.foreseen:
        note("That is still to come: it may be called in, held or withdrawn before then.")

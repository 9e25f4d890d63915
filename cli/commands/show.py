"""The commands that look: show, history, may-implement."""

from collections.abc import Iterator, Sequence
from itertools import chain

from cli.context import Context
from cli.exits import DONE, REFUSED
from cli.shown.answer import Answer
from cli.shown.erasures import erasures_of
from cli.shown.fitting import wrapped
from cli.shown.names_on_record import appointments_at, names_on_record, office_lines
from cli.shown.outcome import event_lines
from cli.shown.output import Invocation, end_refused, note
from cli.shown.standing import decision_lines
from cli.shown.urgency_lines import urgency_lines
from cli.typed import options
from cli.typed.hour_needed import check_hour_asked
from cli.warnings.horizon import clock_in_doubt, council_ends, near_horizon
from cli.warnings.rules import assumed_rule, unsure_readings
from workflow.clock import spoken, stamped
from workflow.explanation.wording import by_own_rules
from workflow.model.state import State
from workflow.model.statement import ERASED, Statement
from workflow.register.journal import ReadEntry
from workflow.text import in_line

_HANGING = ("     ", "       ")
"""The margins of what an entry says beside its name."""


def show(ref: options.Ref, as_of: options.AsOf = None) -> Answer:
    """Show a decision: its state, its dates and its statement."""
    engine = Context(as_of=as_of).engine
    now = engine.clock.now()
    decision = engine.get(ref) if as_of is None else engine.get(ref, now)
    statement = engine.statement(decision)
    own = list(engine.constitutions.own_files(decision))
    record = [entry for entry in engine.history(ref) if entry.event.at <= now]

    def data() -> object:
        from workflow.answers.decision import shown_decision

        return shown_decision(decision, statement, own, now, record)

    def text() -> Iterator[str]:
        people = appointments_at(engine, decision.council, record)
        names = names_on_record(record, decision.council, people)
        made_on = statement.made_on if decision.state is State.DRAFT else None
        yield from decision_lines(decision, now, names, made_on)
        for each in own:
            yield wrapped(f"Mind: {by_own_rules(each)}", "  ", "        ")
        yield from _statement_lines(statement)
        if statement.urgency is not None:
            yield from urgency_lines(statement.urgency, decision.proceedings, names)

    warnings = chain(
        near_horizon(engine.lookup, decision),
        unsure_readings(decision),
        council_ends(engine.lookup, decision),
    )
    return Answer(data=data, text=text(), warnings=warnings)


def _statement_lines(statement: Statement) -> Iterator[str]:
    if statement.is_erased:
        yield f"  Statement:   {ERASED}"
        return
    conflicts = [
        f"{each.member}: {each.interest} (dispensation: {each.dispensation or 'not noted'})"
        for each in statement.conflicts or ()
    ]
    where_asked = (
        ("Withheld from the public", statement.withheld),
        ("Consultation", statement.consultation),
        ("Attended", _listed(statement.attended or None)),
        ("Apologies", _listed(statement.apologies)),
    )
    for label, text in (
        ("Decision maker", statement.body),
        ("Purpose", statement.purpose),
        ("Decision", statement.decision),
        ("Reasons", statement.reasons),
        ("Alternatives", _listed(statement.alternatives)),
        ("Conflicts", _listed(None if statement.conflicts is None else conflicts)),
        *(each for each in where_asked if each[1] is not None),
    ):
        yield f"  {label}:"
        yield wrapped(text or "not said", "    ")


def _listed(items: Sequence[str] | None) -> str | None:
    if items is None:
        return None
    return "; ".join(items) if items else "none, said expressly"


def history(ref: options.Ref) -> Answer:
    """Show a decision's record: what happened, when, by whom, and when it was recorded."""
    engine = Context().engine
    entries = engine.history(ref)

    def text() -> Iterator[str]:
        offices = office_lines(engine, ref, entries)
        erasures = erasures_of(engine, ref) if any(each.erased for each in entries) else {}
        for each in entries:
            yield from _entry_lines(each)
            yield from offices.get(each.seq, ())
            for part in each.erased:
                yield wrapped(f"erased: {part}{erasures.get((each.seq, part), '')}", *_HANGING)

    return Answer(data=entries, text=text())


def _entry_lines(entry: ReadEntry) -> Iterator[str]:
    when = stamped(entry.event.at)
    who = f"{in_line(entry.by)}, {entry.role.label}" if entry.role.value != "system" else entry.by
    yield f"{entry.seq:>3}  {when}  {entry.event.words}  ({who})"
    if entry.vouched:
        yield wrapped(entry.vouched, "     ")
    if entry.recorded_at != entry.event.at:
        yield f"     recorded at {spoken(entry.recorded_at)}"
    if entry.late_reason is not None:
        yield wrapped(f"entered late: {entry.late_reason}", "     ")
    yield from event_lines(entry)
    if entry.seq > 1 and hasattr(entry.event, "statement") and "statement" not in entry.erased:
        ref = entry.stream.partition("/")[2]
        yield wrapped(f"what changed: decisions diff {ref} --to {entry.seq}", *_HANGING)
    if entry.own_rules and entry.rules not in entry.established:
        yield wrapped(f"rules: {entry.rules}", "     ", "       ")


def may_implement(ref: options.Ref, as_of: options.MayAsOf = None) -> Answer:
    """Say whether a decision may be implemented: exit 0 if it may, 3 if not, with the reasons."""
    engine = Context().engine
    if as_of is None and not Invocation.as_json:
        note(*clock_in_doubt(engine))
    check_hour_asked(engine, ref, as_of)
    permission = engine.may_implement(ref, as_of)
    if not (permission or Invocation.as_json):
        raise end_refused(f"{ref} may not be implemented.", permission.refusals)

    def data() -> object:
        from workflow.answers.permission import permission_answer

        return permission_answer(permission, engine.get(ref))

    def notes() -> Iterator[str]:
        yield from assumed_rule(engine.get(ref))
        if permission.foreseen:
            yield "That time is to come: it may be called in, held or withdrawn before then."

    since = ""
    if permission.since is not None:
        since = f" {'from' if permission.foreseen else 'since'} {spoken(permission.since)}"
    text = [f"{ref} may be implemented{since}."]
    return Answer(data=data, text=text, notes=notes(), code=DONE if permission else REFUSED)

"""The commands that correct a published text, clerically or materially, and compare versions."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from difflib import unified_diff
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cli.command import REQUIRED, with_options
from cli.commands.steps import option_for
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.outcome import step_answer
from cli.typed import options
from cli.typed.date_options import settled
from cli.typed.hour_needed import check_hours
from cli.typed.statement_options import OF_A_STATEMENT, statement_from
from cli.warnings.rules import unsure_rules
from workflow.clock import stamped
from workflow.procedures.table import BY_NAME

if TYPE_CHECKING:
    from workflow.register.versions import StatementVersion, TextDifference


_BOTH_ERASED: Final = "Both were erased, so nobody can say what differs."


def _ruling(sort: str) -> Any:
    told = f"What the monitoring officer ruled: that the error is {sort}, and why."
    return option_for(str, "ruling", told, long=True)


_PUBLISHED_ON = option_for(
    date,
    "published-on",
    "The day on which it was published, of a decision imported from another register.",
    long=False,
)


def _correction(verb: str) -> Callable[..., Answer]:
    def command(ref: str, **given: Any) -> Answer:
        context = Context(person=given["person"])
        engine = context.engine
        now = engine.clock.now()
        before = engine.get(ref)
        published_on = settled(given.get("published_on"), before=given["at"])
        given["published_on"] = published_on
        check_hours(engine, ref, given)
        statement = statement_from(
            given, engine.statement(before), verb, besides=published_on is not None
        )
        outcome = engine.take(
            ref,
            verb,
            by=context.by,
            statement=statement,
            ruling=given["ruling"],
            published_on=published_on,
            at=given["at"],
            late_reason=given["late_reason"],
            expect_version=given["expect_version"] or before.version,
            dry_run=given["dry_run"],
        )
        what = BY_NAME[verb].cannot_on(ref)
        warnings = partial(unsure_rules, engine)
        return step_answer(outcome, what, now, warnings, dry_run=given["dry_run"])

    fields = {
        "ruling": (_ruling("clerical" if verb == "correct" else "material"), REQUIRED),
        **OF_A_STATEMENT,
    }
    if verb == "correct":
        fields["published_on"] = (_PUBLISHED_ON, None)
    fields |= options.OF_A_STEP
    return with_options(command, {"ref": (options.Ref, REQUIRED), **fields})


correct = _correction("correct")
correct_materially = _correction("correct-materially")


def diff(
    ref: options.Ref,
    first: Annotated[
        int | None, typer.Option("--from", min=1, help="The earlier version; the last but one.")
    ] = None,
    second: Annotated[
        int | None, typer.Option("--to", min=1, help="The later version; the last.")
    ] = None,
) -> Answer:
    """Compare two versions of a decision's written statement.

    Example: decisions diff HFD-042 --from 1 --to 2
    """
    from workflow.register.versions import differences, numbered

    engine = Context().engine
    versions, newest = engine.journal.versions(ref), engine.get(ref).version
    later = numbered(versions, second or newest, ref, newest)
    older = [each.number for each in versions if each.number < later.number]
    earlier = numbered(versions, first or max(older, default=1), ref, newest)
    differs = differences(earlier.statement, later.statement)

    def data() -> object:
        from workflow.answers.versions import versions_compared

        return versions_compared(ref, versions, (earlier, later), differs)

    if len(versions) == 1:
        alone = f"{ref} has one version: there is nothing to compare."
        return Answer(data=data, notes=[alone])
    notes = () if differs else ("They read the same.",)
    if earlier.statement.is_erased and later.statement.is_erased:
        text = _difference_lines((earlier, later), ())
        return Answer(data=data, text=text, notes=[_BOTH_ERASED])
    return Answer(data=data, text=_difference_lines((earlier, later), differs), notes=notes)


def _difference_lines(
    versions: Sequence["StatementVersion"], differs: Sequence["TextDifference"]
) -> Iterator[str]:
    for each in versions:
        event = f"{each.event.replace('-', ' ')} {stamped(each.at)}"
        yield wrapped(f"Version {each.number}: {event}, {each.by_whom}", "", "  ")
    for part in differs:
        yield from ("", f"  {part.part}")
        before, after = (part.before or "").splitlines(), (part.after or "").splitlines()
        lines = list(unified_diff(before, after, lineterm="", n=1))[2:]
        yield from (f"    {line}" for line in lines if not line.startswith("@@"))

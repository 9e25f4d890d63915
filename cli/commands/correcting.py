"""The commands that correct a published text, clerically or materially, and compare versions."""

from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from typing import Annotated, Any

import typer

from cli import options
from cli.commands.drafting import said
from cli.commands.steps import option_for, refused_words
from cli.context import Context
from cli.hours import mind_the_hours
from cli.made_options import REQUIRED, with_options
from cli.outcome import finish
from cli.output import note, say, say_json, wrapped
from cli.rule_warnings import warn_of_rules
from cli.said import OF_A_STATEMENT
from workflow.clock import stamped
from workflow.procedures.attempt import Taken
from workflow.procedures.table import BY_VERB

_RULING = option_for(
    str, "ruling", "The monitoring officer's ruling, that it is clerical or material.", long=True
)

_PUBLISHED_ON = option_for(
    date,
    "published-on",
    "The day on which it was published, of a decision imported from another register.",
    long=False,
)


def _correction(verb: str) -> Callable[..., None]:
    def command(ref: str, **given: Any) -> None:
        context = Context(db=given["db"], person=given["person"])
        engine = context.engine
        now = engine.clock.now()
        before = engine.get(ref)
        published_on = given.get("published_on")
        mind_the_hours(engine, ref, given)
        statement = said(given, engine.statement(before), verb, besides=published_on is not None)
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
        finish(outcome, refused_words(BY_VERB[verb], ref), now, dry_run=given["dry_run"])
        if isinstance(outcome, Taken):
            warn_of_rules(outcome)

    asked = {"ruling": (_RULING, REQUIRED), **OF_A_STATEMENT}
    if verb == "correct":
        asked["published_on"] = (_PUBLISHED_ON, None)
    asked |= options.OF_A_STEP
    return with_options(command, {"ref": (options.Ref, REQUIRED), **asked})


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
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Compare two versions of a decision's written statement.

    Example: decisions diff HFD-042 --from 1 --to 2
    """
    from workflow.register.versions import differences, numbered

    engine = Context(db=db).engine
    found, newest = engine.journal.versions(ref), engine.get(ref).version
    later = numbered(found, second or newest, ref, newest)
    older = [each.number for each in found if each.number < later.number]
    earlier = numbered(found, first or max(older, default=1), ref, newest)
    if len(found) == 1 and not as_json:
        note(f"{ref} has one version: there is nothing to compare.")
        return
    differs = differences(earlier.statement, later.statement)
    if as_json:
        from workflow.answers.versions import versions_compared

        say_json(versions_compared(ref, found, (earlier, later), differs))
        return
    for each in (earlier, later):
        done = f"{each.event.replace('-', ' ')} {stamped(each.at)}"
        say(wrapped(f"Version {each.number}: {done}, {each.by_whom}", "", "  "))
    for part in differs:
        say("", f"  {part.part}")
        before, after = (part.before or "").splitlines(), (part.after or "").splitlines()
        lines = list(unified_diff(before, after, lineterm="", n=1))[2:]
        say(*(f"    {line}" for line in lines if not line.startswith("@@")))
    if not differs:
        note("They read the same.")

"""Options that many commands share, said once."""

from typing import Annotated, Any, Final

import typer

from cli.shown.output import Invocation, note
from cli.typed import parsing
from cli.typed.date_options import COMING, PAST, instant_option


def _as_json(value: bool) -> bool:
    Invocation.as_json = value
    return value


def _db(value: str | None) -> str | None:
    Invocation.db = value
    return value


def _traceback(value: bool) -> bool:
    Invocation.traceback = value
    return value


def _aloud(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
    """Say it, first of all, where it is a variable that makes this other than what was typed."""
    source = context.get_parameter_source(option.name or "")
    if value and source is not None and source.name == "ENVIRONMENT":
        rehearses = option.name == "dry_run"
        means = "this is a rehearsal, and nothing is kept" if rehearses else "it is gone by"
        note(f"{option.envvar} is set{'' if value is True else f', to {value}'}: {means}.")
    return value


ALOUD: Final[dict[str, Any]] = {"callback": _aloud}
"""What an option has that is said aloud where a variable sets it."""

Ref = Annotated[str, typer.Argument(help="The decision's reference.", metavar="REF")]
Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="DECISIONS_DB",
        callback=_db,
        help="The register: a file, or postgresql://user@host/database.",
        metavar="ADDRESS",
    ),
]
Json = Annotated[
    bool,
    typer.Option(
        "--json",
        envvar="DECISIONS_JSON",
        callback=_as_json,
        is_eager=True,
        help="Answer in JSON.",
    ),
]
ForTheGroup = Annotated[
    bool,
    typer.Option("--group", help="Let the group of a new file read and write it too."),
]
Csv = Annotated[bool, typer.Option("--csv", help="Answer in CSV.")]
Traceback = Annotated[
    bool,
    typer.Option(
        "--traceback",
        envvar="DECISIONS_TRACEBACK",
        callback=_traceback,
        is_eager=True,
        help="On a crash, show where it happened.",
    ),
]
EveryCouncil = Annotated[
    bool, typer.Option("--all", help="Of every council, whatever the settings say.")
]
Council = Annotated[
    str | None,
    typer.Option(
        "--council",
        envvar="DECISIONS_COUNCIL",
        help="The council, by its short name: see decisions constitution list.",
        metavar="NAME",
    ),
]
Encoding = Annotated[
    Any,
    typer.Option(
        "--encoding",
        parser=parsing.encoding,
        help="The encoding of the file, if it is not UTF-8: cp1252, utf-16 …",
        metavar="NAME",
    ),
]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="DECISIONS_AS",
        help="Who acts, if not the operating-system user. The record says that this was asserted.",
        metavar="PERSON",
    ),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Rehearse: do everything, then undo it.", **ALOUD),
]
ExpectVersion = Annotated[
    int | None,
    typer.Option(
        "--expect-version", min=1, help="Continue only if the decision is still at this version."
    ),
]
At = Annotated[
    Any,
    instant_option(
        "--at",
        "When it happened, if not now: yesterday 3pm, 18 Oct 15:00. Needs --late-reason. "
        "A day alone is enough if the time makes no difference.",
        PAST,
    ),
]
LateReason = Annotated[
    str | None,
    typer.Option("--late-reason", help="Why it is entered after it happened.", metavar="TEXT"),
]
KnownAt = Annotated[
    Any,
    instant_option(
        "--known-at",
        "When it was first known, if not now. A day alone means its first moment, unless a period "
        "or a time limit ended that day: then give the time.",
        PAST,
    ),
]
AsOf = Annotated[
    Any,
    instant_option(
        "--as-of",
        "Answer as of then: friday 4.30pm, 24 Oct 16:30. A day alone is its first instant.",
        COMING,
    ),
]
MayAsOf = Annotated[
    Any,
    instant_option(
        "--as-of",
        "Answer as of then: friday 4.30pm, 24 Oct 16:30. A day alone is enough if the "
        "answer is the same all that day.",
        COMING,
    ),
]

OF_A_STEP: Final[dict[str, tuple[Any, Any]]] = {
    "at": (At, None),
    "late_reason": (LateReason, None),
    "person": (As, None),
    "expect_version": (ExpectVersion, None),
    "dry_run": (DryRun, False),
}
"""The options that every step has beside the shared ones, with their defaults."""

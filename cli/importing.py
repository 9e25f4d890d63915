"""The command that takes in what a council's register holds already."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from cli import options
from cli.exits import NEEDS_A_PERSON, Ended
from cli.opening import Opening
from cli.output import end_refused, harmless, note, say, say_json, wrapped
from workflow.calendars.days import calendar_for
from workflow.clock import spoken_day
from workflow.lifecycle.attempt import Refused
from workflow.model.plain import both_times
from workflow.service.councils import load_councils
from workflow.service.taken_in.assessing import Assessed
from workflow.service.taken_in.reading import Page, pages_of
from workflow.service.taken_in.writing import Outcome, reference_of

imports = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@imports.callback()
def _group() -> None:
    """Take in decisions that another register had kept."""


@imports.command("moderngov")
def moderngov(
    path: Annotated[
        Path, typer.Argument(help="A saved page of the register, or a folder.", metavar="FILE")
    ],
    adopt: Annotated[
        bool, typer.Option("--adopt", help="Take them in. Without it, they are only shown.")
    ] = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show what saved pages of a ModernGov register hold, and with --adopt take it in as history.

    What has ended comes in ended; what may still be called in comes in open, with its period by the
    council's rule on file, and the nightly close takes it on. What cannot be read for certain is
    left for a person, and said. Each comes in once: what is on the register is never written over.

    Exit 8 where something is left for a person.

    Example: decisions import moderngov ./pages --adopt --council herefordshire
    """
    opening = Opening(db=db, council=council, person=person)
    name = opening.council_name()
    constitution = load_councils(opening.constitutions).named(name)
    told = _Told(as_json, constitution.prefix)
    if not adopt and not opening.has_register():  # there is nothing to look up, and none is begun
        calendar, now = calendar_for(constitution.nation), opening.clock().now()
        for page in pages_of(path, constitution, calendar, now):
            told.page(page)
    else:
        by = opening.actor(name) if adopt else None
        left = opening.engine.left_of(name, path) if adopt else set()
        for page in opening.engine.pages_of(name, path):
            told.page(page)
            if by is not None:
                outcome = opening.engine.take_in(
                    name, page.assessed, by=by, left=left, dry_run=dry_run
                )
                if isinstance(outcome, Refused):
                    raise end_refused("Nothing is taken in.", outcome.refusals)
                told.wrote(outcome)
    if adopt and dry_run:
        note("This was a rehearsal: nothing was kept.")
    told.end(adopt=adopt)
    if told.left or told.unread or told.odd:
        raise Ended(NEEDS_A_PERSON)


class _Told:
    """What is said of each page as it comes, and in the end of all."""

    def __init__(self, as_json: bool, prefix: str) -> None:
        self.as_json = as_json
        self.prefix = prefix
        self.rows: list[dict[str, Any]] = []
        self.unread: list[str] = []
        self.counted: dict[str, int] = {}
        self.irregular = self.written = self.there = 0
        self.odd: list[str] = []

    @property
    def left(self) -> int:
        """Give how many are left for a person."""
        return self.counted.get("left for a person", 0)

    def page(self, page: Page) -> None:
        """Tell a page's decisions, and what could not be read of it."""
        for each in page.assessed:
            self.counted[each.comes.value] = self.counted.get(each.comes.value, 0) + 1
            self.irregular += bool(each.irregular)
            if self.as_json:
                self.rows.append(_plain(reference_of(self.prefix, each.listed), each))
            else:
                say(*_lines(reference_of(self.prefix, each.listed), each))
        self.unread += page.read.unread
        if not self.as_json:
            note(*[wrapped(f"Not read: {each}", "", "  ") for each in page.read.unread])

    def wrote(self, outcome: Outcome) -> None:
        """Count what was written, and tell what is on the register and is not as it was read."""
        self.written += len(outcome.written)
        self.there += len(outcome.there)
        self.odd += outcome.odd
        if not self.as_json:
            note(*[wrapped(f"Mind: {each}", "", "  ") for each in outcome.odd])

    def end(self, *, adopt: bool) -> None:
        """Tell the whole."""
        counted = {
            "read": sum(self.counted.values()),
            **self.counted,
            "irregular": self.irregular,
            "unread": len(self.unread),
        }
        if self.as_json:
            say_json(
                {
                    "decisions": self.rows,
                    "unread": self.unread,
                    "summary": counted,
                    "taken_in": self.written,
                    "there_already": self.there,
                    "odd": self.odd,
                }
            )
            return
        say("", "; ".join(f"{number} {what}" for what, number in counted.items()) + ".")
        if adopt:
            say(f"Taken in: {self.written}. On the register already: {self.there}.")
        else:
            note("Nothing is taken in. To take it in: --adopt")


def _lines(ref: str, each: Assessed) -> Sequence[str]:
    listed = each.listed
    days = (
        f"{what} {spoken_day(day)}"
        for what, day in (
            ("made", listed.made_on),
            ("published", listed.published_on),
            ("effective from", listed.effective_from),
        )
        if day is not None
    )
    stands = each.comes.value
    if each.window is not None and each.comes.value == "open":
        stands = f"open until {spoken_day(each.window.last_day)}"
    lines = [f"{ref}  {stands}: {harmless(listed.title)}", f"    {', '.join(days) or 'no dates'}"]
    for what, said in (
        ("Left", (each.why,) if each.why else ()),
        ("Irregular", each.irregular),
        ("Doubt", listed.doubts),
    ):
        lines += [wrapped(f"{what}: {one}", "    ", "      ") for one in said]
    return lines


def _plain(ref: str, each: Assessed) -> dict[str, Any]:
    listed, window = each.listed, each.window
    return {
        "ref": ref,
        "source": listed.source,
        "identity": listed.identity,
        "reference": listed.reference,
        "title": listed.title,
        "decided_by": listed.decided_by or None,
        "is_key": listed.is_key,
        "is_subject_to_call_in": listed.is_subject_to_call_in,
        "made_on": _iso(listed.made_on),
        "published_on": _iso(listed.published_on),
        "effective_from": _iso(listed.effective_from),
        "comes": each.comes.name.lower(),
        "why": each.why or None,
        "last_day": None if window is None else window.last_day.isoformat(),
        "takes_effect": None if window is None else both_times(window.effective_from),
        "irregular": list(each.irregular),
        "doubts": list(listed.doubts),
        "raw": [list(pair) for pair in listed.raw],
    }


def _iso(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())

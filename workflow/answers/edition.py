"""Editions of a constitution, as every face gives them: what differs, what was in use and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workflow.answers.constitution import ProvisionAnswer, provision_answer, table
from workflow.answers.record import drawn
from workflow.constitution.comparison import RuleDifference, differences, heads
from workflow.constitution.constitution import Constitution
from workflow.register.constitution_acts import EditionAdopted
from workflow.register.editions import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadDiffers:
    """What is another about the council itself."""

    old: str
    """As it was."""
    new: str
    """As it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDiffers:
    """What differs in one entry."""

    table: str
    """The table, by its name in a constitution file."""
    from_: date
    """The day from which the entry holds."""
    change: str
    """`new`, `gone`, `value`; or `source`, if only its source or its words differ."""
    old: ProvisionAnswer | None
    """The entry as it was."""
    new: ProvisionAnswer | None
    """The entry as it is."""


def _differs(each: RuleDifference) -> RuleDiffers:
    return RuleDiffers(
        table=table(each.name),
        from_=each.since,
        change=each.change.name.lower(),
        old=None if each.old is None else provision_answer(each.old),
        new=None if each.new is None else provision_answer(each.new),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsCompared:
    """What differs between two constitution files, entry by entry."""

    old: str
    """The first, as it was named."""
    new: str
    """The second, as it was named."""
    council: Mapping[str, HeadDiffers]
    """What is another about the council itself, by its key in a constitution file."""
    differences: tuple[RuleDiffers, ...]
    """Each entry that differs."""


def editions_compared(
    old: str, new: str, before: Constitution, after: Constitution
) -> EditionsCompared:
    """Give what differs between two constitutions."""
    return EditionsCompared(
        old=old,
        new=new,
        council={key: HeadDiffers(old=was, new=now) for key, was, now in heads(before, after)},
        differences=tuple(_differs(each) for each in differences(before, after)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionInUse:
    """What is in use since an edition was adopted, or withdrawn."""

    council: str | None
    """The council, by its short name; null where nothing was on file, nor is."""
    written: bool
    """Whether anything was written; false in a rehearsal, and where that very edition is in use
    already."""
    before: str | None
    """What was in use before: a file, or an edition."""
    after: str | None
    """What is in use now; null where nothing is."""
    council_differs: tuple[str, ...]
    """What is another about the council itself, by its key in a constitution file."""
    differences: tuple[RuleDiffers, ...]
    """Each entry that differs."""
    minded: tuple[str, ...]
    """What a person should look at, each a sentence."""


def edition_in_use(
    adopted: EditionAdopted, minded: Sequence[str] = (), *, dry_run: bool = False
) -> EditionInUse:
    """Give what is in use since an edition was adopted, or withdrawn."""
    before, after = adopted.before, adopted.after
    council = after or before
    heads_differ: tuple[str, ...] = ()
    differ: tuple[RuleDiffers, ...] = ()
    if before is not None and after is not None:
        heads_differ = tuple(key for key, *_ in heads(before, after))
        differ = tuple(_differs(each) for each in differences(before, after))
    return EditionInUse(
        council=None if council is None else council.council,
        written=adopted.written and not dry_run,
        before=None if before is None else before.source,
        after=None if after is None else after.source,
        council_differs=heads_differ,
        differences=differ,
        minded=tuple(minded),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionAnswer:
    """An edition of a council's constitution that the register has held."""

    number: int
    """1 for the first."""
    adopted_at: datetime
    """When it was put in use."""
    until: datetime | None
    """When it went out of use; null while it is in use."""
    approved_by: str
    """The body or the office that approved it."""
    approved_on: date
    """The day on which it was approved."""
    adopted_by: str
    """Who put it in use."""
    established: str
    """How it was established who they are."""
    reason: str
    """Why."""
    file: str
    """The file it came in."""
    digest: str
    """SHA-256 of its words."""
    edition_before: str | None
    """The edition in force that day by what was in use before."""
    edition_after: str | None
    """The edition in force that day by this one."""


def edition_answer(each: Edition) -> EditionAnswer:
    """Give an edition that the register has held."""
    event = each.adopted
    return drawn(EditionAnswer, each, event, adopted_at=event.at, adopted_by=each.by)

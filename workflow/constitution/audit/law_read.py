"""The law that the engine rests on: where each provision and citation is, and when it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workflow import authority as law
from workflow.answer_fields import given_as
from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.constitution.audit.watched import WANTING, WATCHED
from workflow.constitution.head import Body
from workflow.constitution.jurisdiction import nation_of
from workflow.constitution.provisions import PROVISIONS, table_named
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.reading import national


class Sort(StrEnum):
    """What of the law a row is about."""

    PROVISION = "provision"
    """A rule that stands under the rules of every council, or of one sort of body, of a nation."""
    CITATION = "citation"
    """The rule that a refusal, or an entry of the record, cites."""
    NOT_ON_FILE = "not on file"
    """Law that is known of, and bears on the engine, and on which nothing rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRead:
    """One provision or citation of the law, and how old its reading is."""

    of: str
    """Whose law it is: a nation, and the sort of body if it applies to one sort only."""
    sort: Sort
    """`provision`, `citation` or `not on file`: law that is known, on which nothing rests yet."""
    what: str
    """Its subject."""
    since: date | None = field(metadata=given_as("from"))
    """From when it applies here; None for a citation."""
    title: str
    """The Act or instrument."""
    rule: str
    """The section or regulation in it."""
    link: str
    """The address at which it can be read."""
    read: date | None
    """The day on which it was last read; None if it never was."""
    age: int | None = field(metadata=given_as("read_age"))
    """How many days ago that is."""
    unsure: bool
    """Whether the reading is in doubt."""
    disapplied: bool
    """Whether it says only that a rule does not apply to this sort of body, or no longer
    applies."""
    unknown: str = field(metadata=given_as("not_found"))
    """What was looked for and not found."""
    settled_by: str
    """What would settle it."""


def law_read(today: date) -> tuple[LawRead, ...]:
    """Give every provision of national law, every citation, and the law that is known not to be on
    file: each with the day it was last read, and how old that is."""
    return (*_provisions(today), *_citations(today), *_watched(today))


def _provisions(today: date) -> Iterator[LawRead]:
    for nation in Nation:
        for body in Body:
            for name in PROVISIONS:
                for provision in _of_their_own(nation, body, name):
                    yield _row(
                        _whose(nation, body),
                        Sort.PROVISION,
                        table_named(name).title,
                        provision.authority,
                        today,
                        since=provision.since,
                        done_away=provision.value is None,
                        unknown=provision.evidence.not_found,
                        settled_by=provision.evidence.settled_by,
                    )


def _of_their_own(nation: Nation, body: Body, name: str) -> tuple[Provision[object], ...]:
    """Give what the law says for one sort of body, where that is not what it says for all."""
    every = national(nation)
    entries = () if every is None else every.on(name)
    if body is Body.COUNCIL:
        return entries
    theirs = national(nation, body)
    own = () if theirs is None else theirs.on(name)
    return () if own == entries else own


def _whose(nation: Nation, body: Body) -> str:
    return nation.label if body is Body.COUNCIL else f"{nation.label}, {body}"


def citations() -> Mapping[str, Authority]:
    """Give what the engine's own code cites, by its name there; its own rules are not among it."""
    return {name: each for name, each in vars(law).items() if isinstance(each, Authority)}


def _citations(today: date) -> Iterator[LawRead]:
    for name, each in citations().items():
        nation = nation_of(each)
        unknown, settled_by = WANTING.get(name, ("", ""))
        yield _row(
            "United Kingdom" if nation is None else nation.label,
            Sort.CITATION,
            each.words.split(". ")[0].rstrip("."),
            each,
            today,
            unknown=unknown,
            settled_by=settled_by,
        )


def _watched(today: date) -> Iterator[LawRead]:
    for each in WATCHED:
        yield _row(
            each.of,
            Sort.NOT_ON_FILE,
            each.what,
            each.authority,
            today,
            unknown=each.unknown,
            settled_by=each.settled_by,
        )


def _row(
    of: str,
    sort: Sort,
    what: str,
    authority: Authority,
    today: date,
    *,
    since: date | None = None,
    done_away: bool = False,
    unknown: str = "",
    settled_by: str = "",
) -> LawRead:
    read = authority.read
    return LawRead(
        of=of,
        sort=sort,
        what=what,
        since=since,
        title=authority.title,
        rule=authority.rule,
        link=authority.link,
        read=read,
        age=None if read is None else (today - read).days,
        unsure=authority.unsure,
        disapplied=done_away,
        unknown=unknown,
        settled_by=settled_by,
    )

"""The editions of councils' constitutions that a register holds: each adopted on a person's word,
and in use before any file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from workflow.clock import london_day, spoken_day
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.lifecycle.attempt import Refused
from workflow.model.people import Actor, Role
from workflow.model.register import ConstitutionAdopted, ConstitutionWithdrawn
from workflow.model.text import day, line, words
from workflow.service.councils import Constitutions
from workflow.service.journal import read
from workflow.service.ports import Work
from workflow.service.streams import append, not_authorised

if TYPE_CHECKING:
    from workflow.policy.constitution import Constitution

_STREAM: Final = "constitution/"


class InRegister:
    """The constitutions as one register has them, within one transaction: an edition that it holds
    comes before a file of one's own, and that before the one that is shipped."""

    __slots__ = ("_held", "_of_files", "_work")

    def __init__(self, of_files: Constitutions, work: Work) -> None:
        self._of_files = of_files
        self._work = work
        self._held: dict[str, Constitution | None] = {}

    def names(self) -> tuple[str, ...]:
        """Give every council on file."""
        return tuple(sorted({*self._of_files.names(), *(council for council, _ in self.own())}))

    def must_hold(self, council: str) -> None:
        """Raise NotFound, with the nearest name, unless a council's constitution is on file."""
        if self._own(council) is None:
            self._of_files.must_hold(council)

    def named(self, council: str) -> "Constitution":
        """Give the constitution a council goes by now; NotFound if none is on file."""
        return self._own(council) or self._of_files.named(council)

    def own(self) -> Iterator[tuple[str, "Callable[[], Constitution]"]]:
        """Give every council of which an edition is in use, with a way to read it."""
        for stream in self._work.streams(_STREAM):
            event = _latest(self._work, stream.removeprefix(_STREAM))
            if event is not None:
                yield event.council, partial(_of, event)

    def _own(self, council: str) -> "Constitution | None":
        if council not in self._held:
            self._held[council] = _in_use(self._work, council)
        return self._held[council]


def _in_use(work: Work, council: str) -> "Constitution | None":
    event = _latest(work, council)
    if event is None:
        return None
    return _of(event)


def _of(event: ConstitutionAdopted) -> "Constitution":
    return replace(
        _parsed(event.text, event.file),
        source=f"the edition adopted on {spoken_day(london_day(event.at))}, approved by "
        f"{event.approved_by}",
    )


def council_of(text: str, file: str) -> str:
    """Give the council that a constitution is of; BadConstitution where it is none."""
    return _parsed(text, line(file, "file's name")).council


@lru_cache(maxsize=64)
def _parsed(text: str, file: str) -> "Constitution":
    """Read a constitution's text; BadConstitution, with every complaint, where it is none."""
    from workflow.policy.reading import parse  # no edition is read that is not there

    found, complaints = parse(text, file)
    if found is None:
        raise BadConstitution("\n".join(map(str, complaints)))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition that a register has held, and when it was."""

    number: int
    """Its place in the constitution's own stream, from 1."""
    adopted: ConstitutionAdopted
    by: str
    """Who adopted it, as shown."""
    until: datetime | None
    """When another took its place, or it was withdrawn; None while it is in use."""


def editions(work: Work, council: str) -> tuple[Edition, ...]:
    """Give every edition a register has held of a council's constitution, oldest first."""
    kept = [read(sheet) for sheet in work.stream(_STREAM + council)]
    ends = [*(each.event.at for each in kept[1:]), None]
    return tuple(
        Edition(number=each.seq, adopted=each.event, by=each.by, until=until)
        for each, until in zip(kept, ends, strict=False)
        if isinstance(each.event, ConstitutionAdopted)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What was done: the constitution in use before and after. None where none was on file."""

    before: "Constitution | None"
    after: "Constitution | None"
    written: bool = True
    """False where that very edition is in use already, and nothing was written."""


def adopt(
    work: Work,
    councils: Constitutions,
    text: str,
    *,
    file: str,
    approved_by: str,
    approved_on: date,
    reason: str,
    by: Actor,
    now: datetime,
) -> Adopted | Refused:
    """Put an edition of a council's constitution in use from now on. No deadline moves.

    Raises BadConstitution, with every complaint, where the text is no constitution.
    """
    named = line(file, "file's name")
    new = _parsed(text, named)
    _must_be_known(new, now)
    before = _on_file(councils, new.council)
    role = Role.MONITORING_OFFICER
    if role not in by.roles:
        if before is not None or not _is_new(work, new.council):
            return not_authorised("policy adopt", str(by), (role,))
        role = Role.KEEPER  # a council that nothing is on file of can have appointed nobody yet
    _must_keep_its_prefix(new, before, councils)
    if before is not None and before.nation is not new.nation:
        raise Invalid(
            f"{new.name} is of {new.nation.label} in this file, and of {before.nation.label} in "
            "the one in use.",
            remedy="Mend the nation in the file.",
        )
    digest = sha256(text.encode()).hexdigest()
    approved = (line(approved_by, "body that approved it"), _approved(approved_on, now))
    if _is_in_use(work, new.council, digest, approved):
        return Adopted(before=before, after=before, written=False)
    event = ConstitutionAdopted(
        at=now,
        council=new.council,
        file=named,
        digest=digest,
        text=text,
        approved_by=approved[0],
        approved_on=approved[1],
        reason=words(reason, "reason"),
        edition_before=_edition(before, now),
        edition_after=_edition(new, now),
    )
    append(work, _STREAM + new.council, event, by, role, now)
    return Adopted(before=before, after=_in_use(work, new.council))


def withdraw(
    work: Work,
    of_files: Constitutions,
    council: str,
    *,
    approved_by: str,
    approved_on: date,
    reason: str,
    by: Actor,
    now: datetime,
) -> Adopted | Refused:
    """Take an adopted edition out of use: the council's file, if there is one, is in use again.

    Raises NotFound where no edition is in use.
    """
    latest = _latest(work, council)
    if latest is None:
        raise NotFound(
            f"The register holds no edition in use for a council called {council!a}.",
            remedy="See what it has held: decisions policy editions NAME",
        )
    if Role.MONITORING_OFFICER not in by.roles:
        return not_authorised("policy withdraw", str(by), (Role.MONITORING_OFFICER,))
    before, after = _on_file(InRegister(of_files, work), council), _on_file(of_files, council)
    if after is None and council in work.councils():
        raise Invalid(
            f"Decisions of {council} are on the register, and without this edition nothing would "
            "be on file for them to go by.",
            remedy="Adopt another edition in its place: decisions policy adopt FILE",
        )
    event = ConstitutionWithdrawn(
        at=now,
        council=council,
        approved_by=line(approved_by, "body that approved it"),
        approved_on=_approved(approved_on, now),
        reason=words(reason, "reason"),
        edition_before=latest.edition_after if before is None else _edition(before, now),
        edition_after=_edition(after, now),
    )
    append(work, _STREAM + council, event, by, Role.MONITORING_OFFICER, now)
    return Adopted(before=before, after=after)


def _must_be_known(new: "Constitution", now: datetime) -> None:
    """Raise BadConstitution for what nobody can know yet."""
    from workflow.policy.ahead import cannot_be

    complaints = list(cannot_be(new, london_day(now)))
    if complaints:
        raise BadConstitution("\n".join(map(str, complaints)))


def _approved(on: date, now: datetime) -> date:
    if day(on, "day it was approved") > london_day(now):
        raise Invalid(
            f"It cannot have been approved on {spoken_day(on)}, which is to come.",
            remedy="Adopt it once it is approved. A rule may begin later: say so in its `from`.",
        )
    return on


def _on_file(councils: Constitutions, council: str) -> "Constitution | None":
    """Give the constitution in use, or None: also of an edition that cannot be read any more, for
    it has to be possible to put another in its place."""
    try:
        return councils.named(council)
    except (NotFound, BadConstitution):
        return None


def _is_in_use(work: Work, council: str, digest: str, approved: tuple[str, date]) -> bool:
    event = _latest(work, council)
    return (
        event is not None
        and event.digest == digest
        and (event.approved_by, event.approved_on) == approved
    )


def _latest(work: Work, council: str) -> ConstitutionAdopted | None:
    """Give the adoption that is in use, if one is; its text is not read."""
    sheet = work.latest(_STREAM + council)
    event = None if sheet is None else read(sheet).event
    return event if isinstance(event, ConstitutionAdopted) else None


def _is_new(work: Work, council: str) -> bool:
    """Say whether the register holds nothing of a council: no edition ever, nobody, no decision."""
    return (
        work.latest(_STREAM + council) is None
        and not work.appointments(council)
        and council not in work.councils()
    )


def _must_keep_its_prefix(
    new: "Constitution", before: "Constitution | None", councils: Constitutions
) -> None:
    """Raise Invalid where references would begin otherwise, or as another council's do."""
    if before is not None and before.prefix != new.prefix:
        raise Invalid(
            f"References begin with {before.prefix}, and with {new.prefix} in this file.",
            remedy=f'Keep prefix = "{before.prefix}": what is on the register is known by it.',
        )
    for other in councils.names() if before is None else ():
        theirs = None if other == new.council else _on_file(councils, other)
        if theirs is not None and theirs.prefix == new.prefix:
            raise Invalid(
                f"References of {other} begin with {new.prefix} already.",
                remedy="Choose another prefix.",
            )


def _edition(constitution: "Constitution | None", now: datetime) -> str | None:
    return None if constitution is None else constitution.in_force_on(london_day(now)).edition

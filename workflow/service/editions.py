"""The editions of councils' constitutions that a register holds: each adopted on a person's word,
and in use before any file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from workflow.clock import london_day, spoken_day
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.lifecycle.attempt import Refused
from workflow.model.people import Actor, Role
from workflow.model.register import ConstitutionAdopted, ConstitutionWithdrawn
from workflow.model.text import day, line, words
from workflow.service.councils import Councils
from workflow.service.journal import Read, read
from workflow.service.ports import Work
from workflow.service.streams import append, not_authorised

if TYPE_CHECKING:
    from workflow.policy.constitution import Constitution

_STREAM: Final = "constitution/"


class InRegister(Councils):
    """The constitutions as one register has them, within one transaction: an edition that it holds
    comes before a file of one's own, and that before the one that is shipped."""

    __slots__ = ("_held", "_of_files", "_work")

    def __init__(self, of_files: Councils, work: Work) -> None:
        super().__init__()
        self._of_files = of_files
        self._work = work
        self._held: dict[str, Constitution | None] = {}

    def names(self) -> tuple[str, ...]:
        """Give every council on file."""
        held = (stream.removeprefix(_STREAM) for stream in self._work.streams(_STREAM))
        return tuple(sorted({*self._of_files.names(), *(each for each in held if self._own(each))}))

    def must_hold(self, council: str) -> None:
        """Raise NotFound, with the nearest name, unless a council's constitution is on file."""
        if self._own(council) is None:
            self._of_files.must_hold(council)

    def named(self, council: str) -> "Constitution":
        """Give the constitution a council goes by now; NotFound if none is on file."""
        return self._own(council) or self._of_files.named(council)

    def own(self) -> "Iterator[Constitution]":
        """Give every edition that the register holds and that is in use."""
        for stream in self._work.streams(_STREAM):
            held = self._own(stream.removeprefix(_STREAM))
            if held is not None:
                yield held

    def _own(self, council: str) -> "Constitution | None":
        if council not in self._held:
            self._held[council] = _in_use(self._work, council)
        return self._held[council]


def _in_use(work: Work, council: str) -> "Constitution | None":
    sheet = work.latest(_STREAM + council)
    if sheet is None:
        return None
    latest = read(sheet)
    event = latest.event
    if not isinstance(event, ConstitutionAdopted):
        return None
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
    councils: Councils,
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
        if before is not None:
            return not_authorised("policy adopt", str(by), (role,))
        role = Role.KEEPER  # a council that nothing is on file of can have appointed nobody yet
    if before is not None and before.nation is not new.nation:
        raise Invalid(
            f"{new.name} is of {new.nation.label} in this file, and of {before.nation.label} in "
            "the one in use.",
            remedy="Mend the nation in the file.",
        )
    digest = sha256(text.encode()).hexdigest()
    if _is_in_use(work, new.council, digest):
        return Adopted(before=before, after=new, written=False)
    event = ConstitutionAdopted(
        at=now,
        council=new.council,
        file=named,
        digest=digest,
        text=text,
        approved_by=line(approved_by, "body that approved it"),
        approved_on=_approved(approved_on, now),
        reason=words(reason, "reason"),
        edition_before=_edition(before, now),
        edition_after=_edition(new, now),
    )
    append(work, _STREAM + new.council, event, by, role, now)
    return Adopted(before=before, after=_in_use(work, new.council))


def withdraw(
    work: Work,
    of_files: Councils,
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
    before = _in_use(work, council)
    if before is None:
        raise NotFound(
            f"The register holds no edition in use for a council called {council!a}.",
            remedy="See what it has held: decisions policy editions NAME",
        )
    if Role.MONITORING_OFFICER not in by.roles:
        return not_authorised("policy withdraw", str(by), (Role.MONITORING_OFFICER,))
    after = _on_file(of_files, council)
    event = ConstitutionWithdrawn(
        at=now,
        council=council,
        approved_by=line(approved_by, "body that approved it"),
        approved_on=_approved(approved_on, now),
        reason=words(reason, "reason"),
        edition_before=_edition(before, now),
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


def _on_file(councils: Councils, council: str) -> "Constitution | None":
    try:
        return councils.named(council)
    except NotFound:
        return None


def _is_in_use(work: Work, council: str, digest: str) -> bool:
    sheet = work.latest(_STREAM + council)
    latest: Read | None = None if sheet is None else read(sheet)
    return (
        latest is not None
        and isinstance(latest.event, ConstitutionAdopted)
        and latest.event.digest == digest
    )


def _edition(constitution: "Constitution | None", now: datetime) -> str | None:
    return None if constitution is None else constitution.in_force_on(london_day(now)).edition

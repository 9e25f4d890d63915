"""Adopting an edition of a council's constitution, and withdrawing it: who may do so, and what is
refused."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, final

from workflow.clock import london_day, spoken_day
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.model.people import Role
from workflow.procedures.attempt import Refused
from workflow.register.act import Act
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.editions import STREAM, InRegister, in_force, in_use, parsed
from workflow.register.events import ConstitutionAdopted, ConstitutionWithdrawn
from workflow.register.ports import UnitOfWork
from workflow.text import day, line, words

if TYPE_CHECKING:
    from workflow.constitution.constitution import Constitution


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EditionAdopted:
    """What was done: the constitution in use before and after; None where there was none."""

    before: "Constitution | None"
    after: "Constitution | None"
    written: bool = True
    """False where that very edition is in use already, and nothing was written."""


def adopt(
    act: Act,
    text: str,
    *,
    file: str,
    approved_by: str,
    approved_on: date,
    reason: str,
) -> EditionAdopted | Refused:
    """Put an edition of a council's constitution in use from now on. No deadline moves.

    The monitoring officer does it, or, while nothing of the council is on file, whoever has the
    register. Raises BadConstitution, with every problem, where the text is not a constitution; and
    Invalid for an approval in the future, and where the council's nation or prefix would change.
    """
    work, councils, now = act.work, act.councils, act.now
    named = line(file, "file's name")
    new = parsed(text, named)
    _must_be_known(new, now)
    before = _on_file(councils, new.council)
    role = Role.MONITORING_OFFICER
    if role not in act.by.roles:
        if before is not None or not _is_new(work, new.council):
            return act.not_authorised("constitution adopt", (role,), new.council)
        role = Role.KEEPER  # a council that nothing is on file of can have appointed nobody yet
    _must_keep_its_prefix(new, before, councils)
    digest = sha256(text.encode()).hexdigest()
    approved = (line(approved_by, "body that approved it"), _approved(approved_on, now))
    if _is_in_use(work, new.council, digest, approved):
        return EditionAdopted(before=before, after=before, written=False)
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
    act.record(STREAM + new.council, event, role)
    return EditionAdopted(before=before, after=in_use(work, new.council))


def withdraw(
    act: Act,
    of_files: ConstitutionsOnFile,
    council: str,
    *,
    approved_by: str,
    approved_on: date,
    reason: str,
) -> EditionAdopted | Refused:
    """Take an adopted edition out of use: the council's file, if there is one, is in use again.

    Raises NotFound where no edition is in use, and Invalid where decisions on the register would
    be left without a constitution.
    """
    work, now = act.work, act.now
    latest = in_force(work, council)
    if latest is None:
        raise NotFound(
            f"The register holds no edition in use for a council called {council!a}.",
            remedy="See what it has held: decisions constitution editions NAME",
        )
    if Role.MONITORING_OFFICER not in act.by.roles:
        return act.not_authorised("constitution withdraw", (Role.MONITORING_OFFICER,), council)
    before, after = _on_file(InRegister(of_files, work), council), _on_file(of_files, council)
    if after is None and council in work.decisions.councils():
        raise Invalid(
            f"Decisions of {council} are on the register, and without this edition nothing would "
            "be on file for them to go by.",
            remedy="Adopt another edition in its place: decisions constitution adopt FILE",
        )
    if before is not None and after is not None:
        _must_be_alike(after, before)
    event = ConstitutionWithdrawn(
        at=now,
        council=council,
        approved_by=line(approved_by, "body that approved it"),
        approved_on=_approved(approved_on, now),
        reason=words(reason, "reason"),
        edition_before=latest.edition_after if before is None else _edition(before, now),
        edition_after=_edition(after, now),
    )
    act.record(STREAM + council, event, Role.MONITORING_OFFICER)
    return EditionAdopted(before=before, after=after)


def _must_be_known(new: "Constitution", now: datetime) -> None:
    """Raise BadConstitution, with every problem, for rules that cannot be known yet, and for those
    that claim more than their sources show."""
    from workflow.constitution.checks.every_check import complaints_of

    complaints = complaints_of(new, london_day(now))
    if complaints:
        raise BadConstitution("\n".join(map(str, complaints)))


def _approved(on: date, now: datetime) -> date:
    if day(on, "day it was approved") > london_day(now):
        raise Invalid(
            f"It cannot have been approved on {spoken_day(on)}, which is to come.",
            remedy="Adopt it once it is approved. A rule may begin later: say so in its `from`.",
        )
    return on


def _on_file(councils: ConstitutionsOnFile, council: str) -> "Constitution | None":
    """Give the constitution in use, or None. An edition that can no longer be read is None too, so
    that another can be adopted in its place."""
    try:
        return councils.named(council)
    except (NotFound, BadConstitution):
        return None


def _is_in_use(work: UnitOfWork, council: str, digest: str, approved: tuple[str, date]) -> bool:
    event = in_force(work, council)
    return (
        event is not None
        and event.digest == digest
        and (event.approved_by, event.approved_on) == approved
    )


def _is_new(work: UnitOfWork, council: str) -> bool:
    """Say whether the register holds nothing of a council: no edition, appointment or decision."""
    return (
        work.journal.latest(STREAM + council) is None
        and not work.appointments.of(council)
        and council not in work.decisions.councils()
    )


def _must_be_alike(new: "Constitution", before: "Constitution") -> None:
    """Raise Invalid where the council's nation or prefix would change."""
    if before.nation is not new.nation:
        raise Invalid(
            f"{new.name} is of {new.nation.label} in {new.source}, and of {before.nation.label} in "
            "the one in use.",
            remedy="Mend the nation in the file.",
        )
    if before.prefix != new.prefix:
        raise Invalid(
            f"References begin with {before.prefix}, and with {new.prefix} in {new.source}.",
            remedy=f'Keep prefix = "{before.prefix}": what is on the register is known by it.',
        )


def _must_keep_its_prefix(
    new: "Constitution", before: "Constitution | None", councils: ConstitutionsOnFile
) -> None:
    """Raise Invalid where the prefix would change, or is another council's already."""
    if before is not None:
        _must_be_alike(new, before)
    for other in councils.names() if before is None else ():
        theirs = None if other == new.council else _on_file(councils, other)
        if theirs is not None and theirs.prefix == new.prefix:
            raise Invalid(
                f"References of {other} begin with {new.prefix} already.",
                remedy="Choose another prefix.",
            )


def _edition(constitution: "Constitution | None", now: datetime) -> str | None:
    return None if constitution is None else constitution.in_force_on(london_day(now)).edition

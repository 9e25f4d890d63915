"""On what grounds a decision may be called in, and what each ground needs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workflow.constitution.provisions.request import RULERS
from workflow.files.toml_table import TableReader
from workflow.model.people import Role

CERTIFIERS: Final = (*RULERS, Role.FINANCE_OFFICER)
"""Who may be named to certify a ground."""


class Certificate(StrEnum):
    """When a ground needs an officer's certificate."""

    ALWAYS = "always"
    ALONE = "when it is the only ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One ground in a council's list."""

    name: str
    """A word or two to know it by, as in "policy"."""
    words: str
    particulars: bool = False
    """Whether it must be given with particulars."""
    certificate: Certificate | None = None
    certified_by: tuple[Role, ...] = ()
    opinion: bool = False
    """Whether counsel's opinion must be had before the decision is reconsidered."""
    majority_percent: int | None = None
    """The part of the votes, in per cent, rounded up, that a reconsideration on it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsRule:
    """The grounds on which a decision may be called in."""

    closed: bool
    """Whether no other ground will do."""
    grounds: tuple[Ground, ...]

    def named(self, name: str) -> Ground | None:
        """Give the ground of that name, in either case, or None."""
        wanted = name.strip().casefold()
        return next((each for each in self.grounds if each.name.casefold() == wanted), None)


def _ground(entry: TableReader) -> Ground:
    certificate = entry.choice("certificate", Certificate) if entry.has("certificate") else None
    wanted = entry.has("certified-by") or certificate is not None
    by = entry.some_of("certified-by", Role, CERTIFIERS) if wanted else ()
    if by and certificate is None:
        entry.complain("certificate", "It is missing.", "Say when it needs one; or name nobody.")
    if certificate is not None and not by:
        entry.complain("certified-by", "Nobody is named.", "Name who certifies it.")
    majority = "majority-percent"
    ground = Ground(
        name=entry.text("name", "a word or two to know the ground by"),
        words=" ".join(entry.words("words", "what the ground is, in plain words").split()),
        particulars=entry.flag("particulars", required=False),
        certificate=certificate,
        certified_by=by,
        opinion=entry.flag("opinion", required=False),
        majority_percent=entry.whole(majority, 1, 100) if entry.has(majority) else None,
    )
    if ":" in ground.name:
        entry.complain("name", "It holds a colon.", "Particulars follow one: leave it out.")
    entry.refuse_others()
    return ground


def read_grounds(entry: TableReader) -> GroundsRule:
    """Read the grounds."""
    rows = entry.rows("grounds", "a list of grounds, each with its name and words")
    grounds = tuple(_ground(row) for row in rows)
    names = [each.name.casefold() for each in grounds]
    if len(set(names)) < len(names):
        entry.complain("grounds", "Two have the same name.", "Give each a name of its own.")
    return GroundsRule(closed=entry.flag("closed"), grounds=grounds)

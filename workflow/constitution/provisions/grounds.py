"""On what grounds a decision may be called in, and what each ground needs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.request import RULERS
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Problems, SelfChecking, rows
from workflow.files.takes import prose, some_of, text, whole
from workflow.model.people import Role

CERTIFIERS: Final = (*RULERS, Role.FINANCE_OFFICER)
"""Who may be named to certify a ground."""


class Certificate(StrEnum):
    """When a ground needs an officer's certificate."""

    ALWAYS = "always"
    ALONE = "when it is the only ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(SelfChecking):
    """One ground in a council's list."""

    name: Annotated[str, text("a word or two to know the ground by")]
    """A short name for the ground, as in `policy`, without a colon."""
    words: Annotated[str, prose("what the ground is, in plain words")]
    """What it is, in plain words."""
    particulars: bool = False
    """`true` if a request on it must give particulars."""
    certificate: Certificate | None = None
    """When it needs an officer's certificate."""
    certified_by: Annotated[tuple[Role, ...], some_of(CERTIFIERS)] = ()
    """The roles that may give the certificate. Any one of them may."""
    opinion: bool = False
    """`true` if counsel's opinion is needed before the decision is reconsidered."""
    majority_percent: Annotated[int | None, whole(1, 100)] = None
    """The percentage of the votes, rounded up, that a reconsideration on it needs."""

    def problems(self) -> Problems:
        if self.certified_by and self.certificate is None:
            yield "certificate", "It is missing.", "Say when it needs one; or name nobody."
        if self.certificate is not None and not self.certified_by:
            yield "certified-by", "Nobody is named.", "Name who certifies it."
        if ":" in self.name:
            yield "name", "It holds a colon.", "Particulars follow one: leave it out."


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsRule(SelfChecking):
    """The grounds on which a decision may be called in."""

    closed: bool
    """`true` if no other ground is allowed."""
    grounds: Annotated[
        tuple[Ground, ...], rows(Ground, "a list of grounds, each with its name and words")
    ]
    """The list of grounds."""

    def named(self, name: str) -> Ground | None:
        """Give the ground of that name, in either case, or None."""
        wanted = name.strip().casefold()
        return next((each for each in self.grounds if each.name.casefold() == wanted), None)

    def problems(self) -> Problems:
        names = [each.name.casefold() for each in self.grounds]
        if len(set(names)) < len(names):
            yield "grounds", "Two have the same name.", "Give each a name of its own."


@in_words.register
def _(value: GroundsRule) -> str:
    named = ", ".join(_ground(each) for each in value.grounds)
    return f"only on: {named}" if value.closed else f"on any ground; named are: {named}"


def _ground(ground: Ground) -> str:
    needs = []
    if ground.particulars:
        needs.append("with particulars")
    if ground.certificate is not None:
        by = " or ".join(role.label for role in ground.certified_by)
        needs.append(f"with a certificate of the {by}, {ground.certificate}")
    if ground.opinion:
        needs.append("with counsel's opinion")
    if ground.majority_percent is not None:
        needs.append(f"by {ground.majority_percent} per cent of the votes")
    return f"{ground.name} ({'; '.join(needs)})" if needs else ground.name


CALL_IN_GROUNDS: Final = Table(
    key="call-in-grounds",
    record=GroundsRule,
    title="Grounds for call-in",
    says="On what grounds a decision may be called in.",
    without="Any ground is allowed.",
    harm=Harm.WHO,
)

"""What follows once a decision is called in: by when each body acts, and what it may do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Problems, SelfChecking
from workflow.files.takes import whole
from workflow.model.time_limit import LimitRule


class MayDo(StrEnum):
    """What scrutiny may do with a called-in decision."""

    NO_FURTHER_ACTION = "no further action"
    REFER_BACK = "refer back"
    REFER_TO_COUNCIL = "refer to council"
    DIRECT = "direct that it not be implemented"


class ToCouncil(StrEnum):
    """When scrutiny may refer a decision to full council."""

    WHENEVER = "whenever scrutiny so decides"
    CONTRARY = "only when contrary to the budget or policy framework"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """How many members the council has, for a part of them."""

    members: Annotated[int, whole(1, 1000)]
    """How many members the council has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes(SelfChecking):
    """What scrutiny may do, and on what conditions."""

    may: tuple[MayDo, ...]
    """What scrutiny may do with a called-in decision."""
    to_council: ToCouncil | None = None
    """When it may refer the decision to full council. Needed if `may` has `refer to council`, and
    only then."""

    def problems(self) -> Problems:
        refers = MayDo.REFER_TO_COUNCIL in self.may
        if not self.may:
            yield "may", "It is empty.", "Say what scrutiny may do, or leave the table out."
        if refers and self.to_council is None:
            yield "to-council", "It is missing.", "Say when it may be referred to council."
        if not refers and self.to_council is not None:
            yield (
                "to-council",
                "Referral to council is not among what scrutiny may do.",
                f'Add "{MayDo.REFER_TO_COUNCIL}" to "may", or leave this out.',
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionRule:
    """How long a direction that a decision not be implemented may last."""

    most_days: Annotated[int, whole(1, 366)]
    """How many calendar days a direction may last, from the day after its issue."""


class ChangedIs(StrEnum):
    """What a decision is once its maker has changed it on reconsideration."""

    FINAL = "final"
    NEW = "a new decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconsidered:
    """What a decision is once it has been changed on reconsideration."""

    changed_is: ChangedIs
    """What a decision is once its maker has changed it. If `final`, it takes effect as changed. If
    `a new decision`, it is published, and may be called in."""


@in_words.register
def _(value: Membership) -> str:
    return f"{value.members} members"


@in_words.register
def _(value: Outcomes) -> str:
    may = ", ".join(each.value for each in value.may)
    return may if value.to_council is None else f"{may} ({value.to_council})"


@in_words.register
def _(value: DirectionRule) -> str:
    return f"for at most {value.most_days} calendar days from its issue"


@in_words.register
def _(value: Reconsidered) -> str:
    return f"once changed, it is {value.changed_is}"


MEMBERSHIP: Final = Table(
    key="membership",
    record=Membership,
    title="Membership",
    says="How many members the council has.",
    without="A percentage of them cannot be counted.",
    harm=Harm.WHO,
)
SCRUTINY_MEETS: Final = Table(
    key="scrutiny-meets",
    record=LimitRule,
    title="Scrutiny meets",
    says="By when scrutiny must meet on a called-in decision.",
    without="There is no time limit.",
    harm=Harm.TIME_LIMIT,
)
SCRUTINY_OUTCOMES: Final = Table(
    key="scrutiny-outcomes",
    record=Outcomes,
    title="What scrutiny may do",
    says="What scrutiny may do with a called-in decision.",
    without="It may let the decision stand or refer it back.",
)
DIRECTION: Final = Table(
    key="direction",
    record=DirectionRule,
    title="Direction not to implement",
    says="How long a direction not to implement may last.",
    without="Scrutiny cannot give a direction.",
    harm=Harm.TIME_LIMIT,
)
RECONSIDERED_BY: Final = Table(
    key="reconsidered-by",
    record=LimitRule,
    title="Reconsidered by",
    says="By when the decision maker must reconsider a decision.",
    without="There is no time limit.",
    harm=Harm.TIME_LIMIT,
)
RECONSIDERED: Final = Table(
    key="reconsidered",
    record=Reconsidered,
    title="A decision changed on reconsideration",
    says="Whether a decision changed on reconsideration is final or new.",
    without="It cannot be changed, only confirmed or rescinded.",
)
COUNCIL_MEETS: Final = Table(
    key="council-meets",
    record=LimitRule,
    title="Full council meets",
    says="By when full council must meet on a decision referred to it.",
    without="There is no time limit.",
    harm=Harm.TIME_LIMIT,
)

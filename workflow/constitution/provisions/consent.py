"""Who consents where there is no time, or where a decision is to be kept from call-in."""

from dataclasses import dataclass, field
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Key, Problems, SelfChecking
from workflow.files.takes import lists_of, prose, whole
from workflow.model.json_data import stored_as
from workflow.model.people import Role

_NOBODY_TO_ASK: Final = (Role.AUTHOR, Role.DECISION_MAKER, Role.KEEPER, Role.SYSTEM)
_OFFICES: Final = tuple(role for role in Role if role not in _NOBODY_TO_ASK)
"""The offices whose holder may consent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRule(SelfChecking):
    """Whose consent is needed, and in what order the offices are asked."""

    orders: Annotated[tuple[tuple[Role, ...], ...], lists_of(_OFFICES), Key("consents")] = field(
        metadata=stored_as("ladders")
    )
    """A list of lists of roles. Each list is one consent that is needed: its roles are asked in
    their order, and the first who can act answers."""
    ground: Annotated[str, prose("what they must be satisfied of")]
    """What they must be satisfied about."""
    not_contactable_hours: Annotated[int | None, whole(1, 1000)] = None
    """After how many hours someone who cannot be reached is skipped. If left out, nobody is skipped
    for that reason."""

    def goes_beyond(self, law: "ConsentRule") -> bool:
        """Say whether it asks all that the law asks, in its order, and perhaps others besides; and
        passes nobody over sooner."""
        ours, theirs = self.not_contactable_hours, law.not_contactable_hours
        as_long = ours is None or (theirs is not None and ours >= theirs)
        return set(law.orders) <= set(self.orders) and as_long

    @property
    def offices(self) -> tuple[Role, ...]:
        """Give every office that may be asked."""
        return tuple(role for order in self.orders for role in order)

    def problems(self) -> Problems:
        if len(set(self.offices)) < len(self.offices):
            yield "consents", "An office is there twice.", "Give each once."


@in_words.register
def _(value: ConsentRule) -> str:
    orders = [", failing whom the ".join(role.label for role in each) for each in value.orders]
    who = "; and ".join(f"the {each}" for each in orders)
    hours = value.not_contactable_hours
    passed = f"; one not reached in {hours} hours is passed over" if hours is not None else ""
    return f"{who}, on this ground: {value.ground.rstrip('.')}{passed}"


SPECIAL_URGENCY_CONSENT: Final = Table(
    key="special-urgency-consent",
    record=ConsentRule,
    title="Consent to special urgency",
    says="Who agrees to special urgency.",
    without="It cannot be asked for.",
)
PRIVATE_MEETING_CONSENT: Final = Table(
    key="private-meeting-consent",
    record=ConsentRule,
    title="Consent to a private meeting",
    says="Who agrees to a private meeting at short notice.",
    without="It cannot be asked for.",
)
EXEMPTION_CONSENT: Final = Table(
    key="exemption-consent",
    record=ConsentRule,
    title="Consent to exemption from call-in",
    says="Who agrees to exemption from call-in.",
    without="It cannot be asked for.",
    harm=Harm.WHO,
)
EARLY_IMPLEMENTATION_CONSENT: Final = Table(
    key="early-implementation-consent",
    record=ConsentRule,
    title="Consent to acting early",
    says="Who agrees to act before the statement is signed.",
    without="It cannot be asked for.",
    harm=Harm.WHO,
)

"""What is not on file of a council's constitution on a day, and what is on file but not sure."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from workflow.constitution.constitution import Constitution, InForce
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.provision import Basis
from workflow.model.kind import Kind

_NO_GAP: Final = "council-ends"
"""The one table that nothing is wanting without: most councils do not end."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is wanting in a council's file on one day."""

    rules: InForce
    missing: tuple[str, ...]
    """Tables with no entry in force, by name as in a file; the nation's law counts as an entry."""
    kinds: tuple[Kind, ...]
    """Kinds of decision of which it is not said whether they may be called in."""
    unsure: tuple[str, ...]
    """Tables whose entry in force is an unsure reading."""
    inferred: tuple[str, ...]
    """Tables whose entry in force was worked out from published dates."""
    assumed: tuple[str, ...]
    """Tables whose entry is not known to hold on the day, and is assumed to."""

    @property
    def can_publish(self) -> bool:
        """Say whether some decision that may be called in can be published."""
        period, kinds = self.rules[CALL_IN_PERIOD], self.rules[SUBJECT_TO_CALL_IN]
        return period is not None and kinds is not None


def gaps(constitution: Constitution, day: date) -> Gaps:
    """Give what is not on file of a constitution on a civil day in London."""
    rules = constitution.in_force_on(day)
    provisions = {key: rules[table] for key, table in TABLES.items()}
    subject = rules[SUBJECT_TO_CALL_IN]
    kinds: set[Kind] = set()
    if subject is not None and subject.value is not None:
        kinds = {*subject.value.subject, *subject.value.not_subject}
    return Gaps(
        rules=rules,
        missing=tuple(n for n, each in provisions.items() if each is None and n != _NO_GAP),
        kinds=tuple(kind for kind in Kind if kind not in kinds) if kinds else (),
        unsure=tuple(
            n for n, each in provisions.items() if each is not None and each.authority.unsure
        ),
        inferred=tuple(
            n for n, each in provisions.items() if each is not None and each.basis is Basis.INFERRED
        ),
        assumed=tuple(n for n, each in provisions.items() if each is not None and each.assumed),
    )

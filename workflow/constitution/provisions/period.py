"""How long a decision may be called in, and which kinds may be."""

from dataclasses import dataclass
from typing import Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Problems, SelfChecking
from workflow.model.call_in_period import PeriodRule
from workflow.model.kind import Kind

KINDS: Final = {
    Kind.KEY: "key",
    Kind.NON_KEY: "non-key",
    Kind.OFFICER_KEY: "officers' key",
    Kind.OFFICER_NON_KEY: "officers' non-key",
}
"""What each kind of decision is called in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectToCallIn(SelfChecking):
    """Which kinds of decision may be called in, and which may not."""

    subject: tuple[Kind, ...]
    """The kinds that may be called in."""
    not_subject: tuple[Kind, ...]
    """The kinds that may not. They take effect on publication."""

    def problems(self) -> Problems:
        for kind in set(self.subject) & set(self.not_subject):
            yield (
                "not-subject",
                f'"{kind}" is in both lists.',
                "A kind either may be called in or may not: keep it in one list.",
            )


@in_words.register
def _(value: SubjectToCallIn) -> str:
    named_kinds = {*value.subject, *value.not_subject}
    parts = (
        ("may be called in", value.subject),
        ("may not", value.not_subject),
        ("not on file", tuple(kind for kind in Kind if kind not in named_kinds)),
    )
    return "; ".join(
        f"{what}: {', '.join(KINDS[kind] for kind in kinds)}" for what, kinds in parts if kinds
    )


CALL_IN_PERIOD: Final = Table(
    key="call-in-period",
    record=PeriodRule,
    title="Call-in period",
    says="How long a decision may be called in.",
    without="A decision that may be called in cannot be published.",
    harm=Harm.TOO_EARLY,
)
SUBJECT_TO_CALL_IN: Final = Table(
    key="subject-to-call-in",
    record=SubjectToCallIn,
    title="Subject to call-in",
    says="Which kinds of decision may be called in.",
    without="Nothing can be published, except what is exempt.",
    harm=Harm.WHO,
)

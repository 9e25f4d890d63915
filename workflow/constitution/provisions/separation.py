"""Which duties may not fall to one person."""

from dataclasses import dataclass
from typing import Annotated, Final

from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """Which duties one person may not have together."""

    signer_and_publisher: Annotated[bool, Key("signer-and-publisher-differ")]
    """`true` if whoever recorded the signature may not publish."""


@in_words.register
def _(value: Separation) -> str:
    may = "does not publish" if value.signer_and_publisher else "may publish"
    return f"whoever recorded the signature {may}"


SEPARATION: Final = Table(
    key="separation",
    record=Separation,
    title="Separation of duties",
    says="Which duties one person may not have together.",
    without="Only the engine's own rules apply.",
)

"""The register itself, as every face gives it: what it holds, and whether it verifies."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.answer_fields import INLINE
from workflow.register.extent import RegisterExtent
from workflow.register.journal_breaks import JournalBreak
from workflow.register.verify import Verification


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAnswer:
    """A register, by its address and by what it holds."""

    address: str | None
    """Its address, without a password; null if that was not asked."""
    holds: RegisterExtent | None = field(metadata=INLINE)
    """What it holds. A database that cannot be counted has none of these names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedAnswer:
    """What a check of the journal found."""

    entries: int
    """How many entries were checked."""
    verified: bool
    """Whether everything verifies; false for an empty register too."""
    breaks: tuple[JournalBreak, ...]
    """Where it does not."""
    register: RegisterAnswer
    """Which register it is."""


def verified_answer(verification: Verification, address: str | None = None) -> VerifiedAnswer:
    """Give what a check of the journal found, of the register at an address."""
    return VerifiedAnswer(
        entries=verification.checked,
        verified=bool(verification),
        breaks=verification.breaks,
        register=RegisterAnswer(address=address, holds=verification.extent),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseChecked:
    """Whether a register's database is complete."""

    revision: str | None
    """The revision of its tables."""
    whole: bool
    """Whether nothing is missing, added or changed."""
    problems: tuple[str, ...]
    """What is missing, added or changed."""
    register: RegisterAnswer
    """Which register it is."""


def database_checked(
    revision: str | None, problems: Sequence[str], address: str, extent: RegisterExtent | None
) -> DatabaseChecked:
    """Give whether a register's database is whole."""
    return DatabaseChecked(
        revision=revision,
        whole=not problems,
        problems=tuple(problems),
        register=RegisterAnswer(address=address, holds=extent),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseUpgraded:
    """A register's database that was brought up to date."""

    before: str | None
    """The revision before; null if there was none."""
    after: str | None
    """The revision now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseRevision:
    """Which revision a register's database is at."""

    revision: str | None
    """The revision; null if it is not set up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedAnswer:
    """Text that was erased from an entry."""

    ref: str
    """The decision."""
    entry: int
    """The entry."""
    part: str
    """The part of the entry."""
    erased: bool
    """Whether it is gone; false in a rehearsal."""
    lingers: str | None
    """Where the text may still be, and until when."""

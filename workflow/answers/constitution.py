"""A council's constitution, as every face gives it: its rules, with where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflow.answer_fields import INLINE
from workflow.answers.record import drawn
from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.constitution.constitution import Constitution, InForce
from workflow.constitution.gaps import Gaps
from workflow.constitution.provisions import PROVISIONS, TABLES
from workflow.constitution.provisions.evidence import Evidence
from workflow.constitution.provisions.provision import Basis, Provision
from workflow.constitution.wording import in_words
from workflow.model.kind import Kind
from workflow.register.councils import Councils


def table(name: str) -> str:
    """Give the name of a table as it stands in a constitution file."""
    return name.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionAnswer:
    """One rule of a council, from a day."""

    from_: date
    """The day from which it is in force."""
    known_to: date | None
    """The last day on which it is known to be in force; null if that was not noted."""
    before_assumed: bool
    """Whether it may be assumed to have held before it began."""
    assumed: bool
    """Whether it is only assumed to be in force on the day that was asked about."""
    binding: bool
    """Whether it is binding national law: a council's own rule may not ask for less."""
    basis: Basis
    """How it came to be known."""
    words: str
    """What it says, in words."""
    value: Any
    """What it says, part by part; null if it repeals the rule before it."""
    could_be: tuple[Any, ...]
    """Each other reading of it, part by part."""
    authority: Authority
    """The source."""


def provision_answer(provision: Provision[object]) -> ProvisionAnswer:
    """Give one rule of a council."""
    return drawn(
        ProvisionAnswer,
        provision,
        from_=provision.since,
        words=in_words(provision.value),
        could_be=tuple(provision.other_rules),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionShown:
    """One rule of a council, with what it rests on."""

    provision: ProvisionAnswer = field(metadata=INLINE)
    """The rule."""
    evidence: Evidence
    """What it rests on: printed windows, what was not found, what would settle it."""


def _shown(found: Provision[object]) -> ProvisionShown:
    return ProvisionShown(provision=provision_answer(found), evidence=found.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAnswer:
    """A council whose constitution is on file."""

    council: str
    """Its short name."""
    name: str
    """Its name."""
    nation: Nation
    """Its nation."""
    source: str
    """The file, or the edition, that its rules are from."""


def council_answer(found: Constitution) -> CouncilAnswer:
    """Give a council whose constitution is on file."""
    return drawn(CouncilAnswer, found)


def councils_answer(found: Councils) -> tuple[CouncilAnswer, ...]:
    """Give every council whose constitution is on file."""
    return tuple(council_answer(each) for each in found.all().values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstitutionAnswer:
    """A council's constitution: every rule on file."""

    council: CouncilAnswer = field(metadata=INLINE)
    """The council."""
    prefix: str
    """What its references begin with."""
    rules: Mapping[str, tuple[ProvisionShown, ...]]
    """The entries of each table, by its name in a constitution file, in the order of their days."""


def constitution_answer(constitution: Constitution) -> ConstitutionAnswer:
    """Give every rule on file of a council."""
    return ConstitutionAnswer(
        council=council_answer(constitution),
        prefix=constitution.prefix,
        rules={
            table(name): tuple(_shown(each) for each in constitution.on(name))
            for name in PROVISIONS
        },
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesAnswer:
    """A council's rules in force on one day."""

    council: CouncilAnswer = field(metadata=INLINE)
    """The council."""
    on: date
    """The day."""
    edition: str
    """The edition of the constitution that was in force."""
    rules: Mapping[str, ProvisionShown]
    """The rule of each table that has one in force."""
    missing: tuple[str, ...]
    """The tables with no rule in force."""


def rules_answer(constitution: Constitution, wanting: Gaps) -> RulesAnswer:
    """Give a council's rules in force on a day."""
    rules = wanting.rules
    return RulesAnswer(
        council=council_answer(constitution),
        on=rules.day,
        edition=rules.edition,
        rules={table(name): _shown(each) for name, each in rules.provisions.items()},
        missing=wanting.missing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAnswer:
    """A table with nothing on file."""

    table: str
    """Its name in a constitution file."""
    says: str
    """What it says."""
    without: str
    """What happens without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsAnswer:
    """What is not on file for a council, and what follows from that."""

    council: str
    """The council, by its short name."""
    on: date
    """The day asked about."""
    missing: tuple[MissingAnswer, ...]
    """The tables with no rule in force."""
    kinds: tuple[Kind, ...]
    """The kinds of decision for which no rule says whether they may be called in."""
    unsure: tuple[str, ...]
    """The tables whose entry is an unsure reading."""
    inferred: tuple[str, ...]
    """The tables whose entry was worked out from published dates."""
    assumed: tuple[str, ...]
    """The tables whose entry is only assumed to be in force on the day."""
    can_publish: bool
    """Whether some decision that may be called in can be published."""


def gaps_answer(constitution: Constitution, wanting: Gaps) -> GapsAnswer:
    """Give what is not on file of a council's constitution."""
    return drawn(
        GapsAnswer,
        wanting,
        council=constitution.council,
        on=wanting.rules.day,
        missing=tuple(
            MissingAnswer(table=name, says=TABLES[name].says, without=TABLES[name].without)
            for name in wanting.missing
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesCompared:
    """Councils' rules side by side, as in force on one day."""

    on: date
    """The day."""
    councils: tuple[str, ...]
    """The councils, by their short names."""
    rules: Mapping[str, Mapping[str, ProvisionAnswer | None]]
    """The rule of each table at each council; null if none is in force."""


def rules_compared(day: date, rules: tuple[InForce, ...]) -> RulesCompared:
    """Give councils' rules side by side: each table that any of them has."""
    return RulesCompared(
        on=day,
        councils=tuple(each.council for each in rules),
        rules={
            table(name): {each.council: _side(each.provisions.get(name)) for each in rules}
            for name in PROVISIONS
            if any(name in each.provisions for each in rules)
        },
    )


def _side(found: Provision[object] | None) -> ProvisionAnswer | None:
    return None if found is None else provision_answer(found)

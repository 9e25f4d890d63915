"""A council's constitution, as far as this engine needs it: dated provisions, and nothing else.
What it does not say is absent; no default stands in for it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

from workflow.calendars.nations import Nation
from workflow.clock import spoken_day
from workflow.errors import NotOnFile
from workflow.model.period import PeriodRule
from workflow.model.plain import canonical, to_plain
from workflow.policy.provision import (
    Implementation,
    Provision,
    SpecialUrgency,
    SubjectToCallIn,
    in_force,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The provisions in force at one council on one day. None means "not on file"."""

    council: str
    council_name: str
    day: date
    edition: str
    """Council, the day its latest provision began, and a digest of all that is in force."""
    call_in_period: Provision[PeriodRule] | None
    subject_to_call_in: Provision[SubjectToCallIn] | None
    special_urgency: Provision[SpecialUrgency] | None
    implementation: Provision[Implementation] | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Constitution:
    """All the provisions of one council on file, oldest first in each list."""

    council: str
    """Its short name, as in "herefordshire"."""
    name: str
    nation: Nation
    prefix: str
    """What its decisions' references begin with."""
    source: str
    """The file it was read from."""
    note: str = ""
    call_in_period: tuple[Provision[PeriodRule], ...] = ()
    subject_to_call_in: tuple[Provision[SubjectToCallIn], ...] = ()
    special_urgency: tuple[Provision[SpecialUrgency], ...] = ()
    implementation: tuple[Provision[Implementation], ...] = ()

    def in_force_on(self, day: date) -> InForce:
        """Give the provisions in force on a civil day in London."""
        return _in_force_on(self, day)


@lru_cache(maxsize=4096)
def _in_force_on(constitution: Constitution, day: date) -> InForce:
    found = {
        "call_in_period": in_force(constitution.call_in_period, day),
        "subject_to_call_in": in_force(constitution.subject_to_call_in, day),
        "special_urgency": in_force(constitution.special_urgency, day),
        "implementation": in_force(constitution.implementation, day),
    }
    began = max((p.since for p in found.values() if p is not None), default=day)
    digest = sha256(canonical(to_plain(found)).encode()).hexdigest()[:12]
    return InForce(
        council=constitution.council,
        council_name=constitution.name,
        day=day,
        edition=f"{constitution.council}/{began.isoformat()}/{digest}",
        **found,  # type: ignore[arg-type]
    )


def on_file(provision: Provision[T] | None, what: str, rules: InForce) -> tuple[T, Provision[T]]:
    """Give the provision's value, or raise NotOnFile naming the council, the rule and the day."""
    if provision is None or provision.value is None:
        raise NotOnFile(
            f"{rules.council_name}'s rule on {what} is not on file for {spoken_day(rules.day)}.",
            remedy=f"See what is on file: decisions policy show {rules.council}; then add the "
            "provision, with its source, to the council's file.",
        )
    return provision.value, provision

"""What a constitution says of days that are still to come, on the day that it is looked at."""

from collections.abc import Iterator
from datetime import date

from workflow.clock import spoken_day
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.council_ends import CouncilEnds
from workflow.constitution.provisions.provision import Basis
from workflow.files.toml_table import Problem


def known_too_soon(constitution: Constitution, today: date) -> Iterator[Problem]:
    """Complain of what nobody can know yet: a source read on a day to come, a rule inferred from
    notices that begins on one, and one that is assumed to have held before it does."""
    for place, provision in constitution.entries():
        read = provision.authority.read
        if read is not None and read > today:
            yield Problem(
                constitution.source,
                f"{place}.read",
                f"{spoken_day(read)} is to come, so nobody has read it then.",
                "Give the day on which it was read.",
            )
        if provision.since > today and provision.basis is Basis.INFERRED:
            yield Problem(
                constitution.source,
                f"{place}.from",
                f"{spoken_day(provision.since)} is to come, and no notice of that day can have "
                "shown it.",
                f'Mend the day; or say where the rule is written (basis = "{Basis.CONSTITUTION}").',
            )
        if provision.since > today and provision.before_assumed:
            yield Problem(
                constitution.source,
                f"{place}.before",
                f"The rule begins on {spoken_day(provision.since)}, which is to come: it does not "
                "hold before.",
                "Leave it out.",
            )


def to_come(constitution: Constitution, today: date) -> Iterator[str]:
    """Give each rule that is agreed and begins on a day to come, in words."""
    for place, provision in constitution.entries():
        if provision.since > today and provision.basis is not Basis.INFERRED:
            then = _until_then(constitution, place, today)
            if isinstance(provision.value, CouncilEnds):
                then = "the council's rules hold; from it, none of its own does"
            yield f"{place}.from: {spoken_day(provision.since)} is to come. Until that day {then}."


def _until_then(constitution: Constitution, place: str, today: date) -> str:
    """Say what holds until an entry begins: the one before it, as far as that is known."""
    name = place.partition("[")[0].replace("-", "_")
    before = [each for each in constitution.on(name) if each.since <= today]
    known_to = before[-1].known_to if before else None
    if known_to is not None and known_to < today:
        return f"no rule is known to hold: the entry before it has known-to = {known_to}"
    return "the entry before it holds, or none"

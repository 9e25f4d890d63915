"""A council's constitution, as far as this engine needs it: dated provisions, and nothing else.
What it does not say is absent; no default stands in for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

from workflow.calendars.nations import Nation
from workflow.clock import spoken_day
from workflow.constitution.head import Body
from workflow.constitution.provisions import PROVISIONS
from workflow.constitution.provisions.council_ends import COUNCIL_ENDS, when_ended
from workflow.constitution.provisions.provision import Provision, in_force, keeps, unread
from workflow.constitution.provisions.table import Table
from workflow.errors import NotOnFile
from workflow.model.call_in_period import PeriodRule
from workflow.model.json_data import JsonData, canonical, to_json_data

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The provisions in force at one council on one day."""

    council: str
    council_name: str
    begins: date | None
    """The day on which the council came into being, where its file says that."""
    day: date
    edition: str
    """Council, the day its latest provision began, and a digest of all that is in force."""
    provisions: Mapping[str, Provision[object]]
    """Each by its name, as in "call_in_period", in the order of the tables. One that is not there
    is not on file. Once the council has ended, no other rule of its own is in force."""

    def __getitem__(self, table: Table[T]) -> Provision[T] | None:
        """Give the provision in force of one table, as in `rules[CALL_IN_PERIOD]`."""
        return self.provisions.get(table.name)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Constitution:
    """All the provisions of one council on file, oldest first in each list."""

    council: str
    """Its short name, as in "herefordshire"."""
    name: str
    nation: Nation
    body: Body = Body.COUNCIL
    begins: date | None = None
    """The day on which it came into being, where a rule of its own could be taken for older."""
    prefix: str
    """What its decisions' references begin with."""
    source: str
    """The file it was read from."""
    digest: str = ""
    """SHA-256 of the file's text; empty where it was put together from parts."""
    rests_on: str = ""
    """What the record says of where it is from: the shipped rules, an edition that was adopted, or
    a file of one's own, each with the beginning of its digest. Empty where it was put together."""
    is_own: bool = False
    """Whether it is from a file of one's own, put before the shipped ones."""
    note: str = ""
    provisions: Mapping[str, tuple[Provision[object], ...]]
    """Each provision by its name, as in "call_in_period"; one that is not there is not on file."""
    national: "Constitution | None" = None
    """What the law of its nation says for every council, where the council itself says nothing."""

    def on(self, name: str) -> tuple[Provision[object], ...]:
        """Give the entries of one provision, oldest first; none where it is not on file."""
        return self.provisions.get(name, ())

    def own_on(self, name: str, day: date) -> Provision[object] | None:
        """Give the council's own entry of one provision that is in force on a day; none before the
        council began, nor once it has ended."""
        unborn = self.begins is not None and day < self.begins
        ended = name != "council_ends" and in_force(self.on("council_ends"), day) is not None
        return None if unborn or ended else in_force(self.on(name), day)

    def entries(self) -> Iterator[tuple[str, Provision[object]]]:
        """Give every entry, each with its place in the file, as in "call-in-period[1]"."""
        for name, rows in self.provisions.items():
            for number, provision in enumerate(rows, start=1):
                yield f"{name.replace('_', '-')}[{number}]", provision

    def in_force_on(self, day: date) -> InForce:
        """Give the provisions in force on a civil day in London."""
        return _in_force_on(self, day)

    def period_on(self, day: date) -> Provision[PeriodRule] | None:
        """Give the call-in period in force on a day, alone: whoever compares dates by the thousand
        needs no edition of each day's rules."""
        return _found(self, "call_in_period", day)  # type: ignore[return-value]


@lru_cache(maxsize=4096)
def _in_force_on(constitution: Constitution, day: date) -> InForce:
    every = ((name, _found(constitution, name, day)) for name in PROVISIONS)
    in_force = {name: each for name, each in every if each is not None}
    began = max((each.since for each in in_force.values()), default=day)
    contents = {name: _edition_content(each) for name, each in in_force.items()}
    digest = sha256(canonical(contents).encode()).hexdigest()[:12]
    return InForce(
        council=constitution.council,
        council_name=constitution.name,
        begins=constitution.begins,
        day=day,
        edition=f"{constitution.council}/{began.isoformat()}/{digest}",
        provisions=in_force,
    )


def _edition_content(provision: Provision[object]) -> JsonData:
    """Give what an edition is known by: what is in force, and not what it was read from."""
    content: dict[str, JsonData] = {
        "since": to_json_data(provision.since),
        "value": to_json_data(provision.value),
        "basis": to_json_data(provision.basis),
        "authority": to_json_data(unread(provision).authority),
        "binding": provision.binding,
    }
    if provision.other_rules:
        content["could_be"] = to_json_data(provision.other_rules)
    return content


def _found(constitution: Constitution, name: str, day: date) -> Provision[object] | None:
    own = constitution.own_on(name, day)
    if constitution.national is None:
        return own
    law = in_force(constitution.national.on(name), day)
    if own is not None and own.assumed and law is not None:
        return law
    falls_short = law is not None and law.binding and own is not None and not keeps(own, law)
    return law if own is None or falls_short else own


def on_file(provision: Provision[T] | None, what: str, rules: InForce) -> tuple[T, Provision[T]]:
    """Give the provision's value, or raise NotOnFile naming the council, the rule and the day."""
    if provision is None or provision.value is None:
        raise not_on_file(what, rules)
    return provision.value, provision


def not_on_file(what: str, rules: InForce) -> NotOnFile:
    """Give the fault that a council's rule on a matter is not on file for the day."""
    end = rules[COUNCIL_ENDS]
    if end is not None and end.value is not None:
        return NotOnFile(
            f"{rules.council_name}'s rule on {what} is not on file for {spoken_day(rules.day)}: "
            f"the council ended {when_ended(end)}.",
            remedy="Go by the rules of the council that took its place: see which are on file with "
            "decisions constitution list",
        )
    began = rules.begins if rules.begins is not None and rules.day < rules.begins else None
    why = "" if began is None else f": the council began on {spoken_day(began)}"
    return NotOnFile(
        f"{rules.council_name}'s rule on {what} is not on file for {spoken_day(rules.day)}{why}.",
        remedy=f"See what is on file: decisions constitution show {rules.council}; then add the "
        "provision, with its source, to the council's file.",
    )

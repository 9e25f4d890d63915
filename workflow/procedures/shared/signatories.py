"""Who the people are that ask for a call-in, what each counts as, and whether they are enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workflow.constitution.provisions.request import Alternative, Who
from workflow.model.people import Appointment, Role, pseudonym

_ON_SCRUTINY = frozenset({Role.SCRUTINY_CHAIR, Role.SCRUTINY_VICE_CHAIR, Role.SCRUTINY_MEMBER})
_SEATS = _ON_SCRUTINY | {Role.MEMBER, Role.EXECUTIVE_MEMBER, Role.CO_OPTEE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """One person who asks, as the register of appointments has them."""

    name: str
    """The name that was given."""
    who: str
    """The person's mark."""
    login: str
    """The person's stable name; the name that was given, for one the register does not know."""
    seats: tuple[Appointment, ...]
    """Every seat the person has held; none for someone the register does not know."""
    doubtful: bool = False
    """Whether two people of that name have held seats, so that it is not known which is meant."""

    def sits_on(self, day: date) -> bool:
        """Say whether the person held a seat on that day."""
        return any(seat.in_force_on(day) for seat in self.seats)

    def had_begun(self, day: date) -> bool:
        """Say whether any seat of the person's had begun by that day, ended or not."""
        return any(seat.since <= day for seat in self.seats)

    def counts_as(self, day: date, wards: Sequence[str]) -> frozenset[Who]:
        """Give what the person counts as on that day, for a decision that affects these wards."""
        held = [seat for seat in self.seats if seat.in_force_on(day)]
        roles = {seat.role for seat in held}
        seats = set()
        if Role.MEMBER in roles:
            seats.add(Who.MEMBERS)
            if Role.EXECUTIVE_MEMBER not in roles:
                seats.add(Who.NON_EXECUTIVE)
        if Role.EXECUTIVE_MEMBER not in roles and roles & _ON_SCRUTINY:
            seats.add(Who.COMMITTEE_MEMBERS)
        if Role.SCRUTINY_CHAIR in roles:
            seats.add(Who.CHAIRS)
        if Role.CO_OPTEE in roles:
            seats.add(Who.CO_OPTEES)
        affected = {ward.casefold() for ward in wards}
        if any(seat.role is Role.MEMBER and seat.of.casefold() in affected for seat in held):
            seats.add(Who.WARD_MEMBERS)
        return frozenset(seats)


def pseudonym_of(name: str, council: str, people: Sequence[Appointment]) -> str:
    """Give the mark of whoever is meant by a login, or by the name they are appointed under."""
    for meant in appointments_of(name, people):
        return pseudonym(council, meant.person)
    return pseudonym(council, name)


def appointments_of(name: str, seats: Sequence[Appointment]) -> list[Appointment]:
    """Give whose login this is, as it is written; or else whose name, or login, in other capitals.

    So others are named, in what an officer records of them. Who acts is known by the login alone.
    """
    wanted = " ".join(name.split())
    by_login = [each for each in seats if each.person == wanted]
    by_name = [each for each in seats if each.name.casefold() == wanted.casefold()]
    plain = wanted.lower() if wanted.isascii() else wanted
    return by_login or by_name or [each for each in seats if each.person.lower() == plain]


def names_with_seats(people: Sequence[Appointment]) -> list[str]:
    """Give the names under which people hold seats, or have held them."""
    return [each.name for each in people if each.role in _SEATS]


def signatory(name: str, council: str, people: Sequence[Appointment]) -> Signatory:
    """Give who is meant by a name: the person's login, or the name they are appointed under."""
    seats = [each for each in people if each.role in _SEATS]
    appointments = appointments_of(name, seats)
    persons = {pseudonym(council, each.person) for each in appointments}
    whole = tuple(each for each in seats if pseudonym(council, each.person) in persons)
    login = appointments[0].person if appointments else name
    doubtful, who = len(persons) > 1, pseudonym(council, login)
    return Signatory(name=name, who=who, login=login, seats=whole, doubtful=doubtful)


def by_pseudonym(council: str, people: Sequence[Appointment]) -> dict[str, Signatory]:
    """Give everyone who holds or has held a seat, by the mark they are known by."""
    seats: dict[str, list[Appointment]] = {}
    for each in people:
        if each.role in _SEATS:
            seats.setdefault(pseudonym(council, each.person), []).append(each)
    return {
        who: Signatory(name=held[-1].name, who=who, login=held[-1].person, seats=tuple(held))
        for who, held in seats.items()
    }


def needed_of(percent: int, members: int) -> int:
    """Give so many per cent of the members, rounded up, in whole numbers."""
    return -(-members * percent // 100)


def are_enough(
    alternative: Alternative,
    people: Sequence[frozenset[Who]],
    *,
    electors: int,
    members: int | None,
) -> bool:
    """Say whether these people meet an alternative, each counted once."""
    if alternative.percent is not None:
        if members is None:
            return False
        asking = sum(Who.MEMBERS in counts for counts in people)
        return asking >= needed_of(alternative.percent, members)
    places = [
        need.who
        for need in alternative.needs
        if need.who is not Who.ELECTORS
        for _ in range(need.number)
    ]
    wanted = sum(need.number for need in alternative.needs if need.who is Who.ELECTORS)
    return electors >= wanted and _all_filled(places, people)


def _all_filled(places: Sequence[Who], people: Sequence[frozenset[Who]]) -> bool:
    """Say whether each place can be filled by another person: a matching, found by trading."""
    if len(places) > len(people):
        return False
    holder: dict[int, int] = {}

    def seat(place: int, tried: set[int]) -> bool:
        for person, counts in enumerate(people):
            if places[place] in counts and person not in tried:
                tried.add(person)
                if person not in holder or seat(holder[person], tried):
                    holder[person] = place
                    return True
        return False

    return all(seat(place, set()) for place in range(len(places)))

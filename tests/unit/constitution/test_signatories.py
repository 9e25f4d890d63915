"""Who asks for a call-in: who they are, what each counts as, and whether they are enough."""

from datetime import date

import pytest

from support.states import seat
from workflow.constitution.provisions.request import Alternative, Need, Who
from workflow.model.people import Appointment, Role, pseudonym
from workflow.procedures.shared.signatories import are_enough, by_pseudonym, needed_of, signatory

COUNCIL = "herefordshire"
DAY = date(2018, 10, 24)
BEFORE, AFTER = date(2018, 10, 23), date(2018, 10, 25)
MEMBER, NON_EXECUTIVE = Who.MEMBERS, Who.NON_EXECUTIVE


def counted(*seats: Appointment, day: date = DAY, wards: tuple[str, ...] = ()) -> set[Who]:
    return set(signatory(seats[0].person, COUNCIL, seats).counts_as(day, wards))


# -- what each counts as ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("roles", "counts"),
    [
        ([Role.MEMBER], {MEMBER, NON_EXECUTIVE}),
        ([Role.MEMBER, Role.EXECUTIVE_MEMBER], {MEMBER}),
        ([Role.MEMBER, Role.SCRUTINY_MEMBER], {MEMBER, NON_EXECUTIVE, Who.COMMITTEE_MEMBERS}),
        (
            [Role.MEMBER, Role.SCRUTINY_CHAIR],
            {MEMBER, NON_EXECUTIVE, Who.COMMITTEE_MEMBERS, Who.CHAIRS},
        ),
        (
            [Role.MEMBER, Role.SCRUTINY_VICE_CHAIR],
            {MEMBER, NON_EXECUTIVE, Who.COMMITTEE_MEMBERS},
        ),
        ([Role.MEMBER, Role.SCRUTINY_MEMBER, Role.EXECUTIVE_MEMBER], {MEMBER}),
        ([Role.CO_OPTEE], {Who.CO_OPTEES}),
        ([Role.EXECUTIVE_MEMBER], set()),
    ],
)
def test_what_a_person_counts_as_follows_from_the_seats_held(
    roles: list[Role], counts: set[Who]
) -> None:
    assert counted(*(seat("x", role) for role in roles)) == counts


def test_a_seat_counts_from_its_first_day_to_its_last_both_included() -> None:
    held = seat("x", Role.MEMBER, since=DAY, until=DAY)
    told = [counted(held, day=day) for day in (BEFORE, DAY, AFTER)]
    assert told == [set(), {MEMBER, NON_EXECUTIVE}, set()]
    person = signatory("x", COUNCIL, [held])
    assert [person.sits_on(day) for day in (BEFORE, DAY, AFTER)] == [False, True, False]


def test_who_joins_the_executive_that_day_is_no_longer_outside_it() -> None:
    seats = (seat("x", Role.MEMBER), seat("x", Role.EXECUTIVE_MEMBER, since=DAY))
    assert NON_EXECUTIVE in counted(*seats, day=BEFORE)
    assert NON_EXECUTIVE not in counted(*seats)


def test_a_member_counts_for_the_ward_affected_and_for_no_other() -> None:
    held = seat("x", Role.MEMBER, "Dunmore")
    assert Who.WARD_MEMBERS in counted(held, wards=("Holme", "DUNMORE"))
    assert Who.WARD_MEMBERS not in counted(held, wards=("Holme",))
    assert Who.WARD_MEMBERS not in counted(held)
    assert Who.WARD_MEMBERS not in counted(seat("x", Role.MEMBER), wards=("Dunmore",))
    chair = (seat("x", Role.MEMBER), seat("x", Role.SCRUTINY_CHAIR, "Dunmore"))
    assert Who.WARD_MEMBERS not in counted(*chair, wards=("Dunmore",))


def test_an_officers_appointment_is_no_seat() -> None:
    person = signatory("x", COUNCIL, [seat("x", Role.PROPER_OFFICER)])
    assert person.seats == ()
    assert not person.sits_on(DAY)


# -- who is meant -------------------------------------------------------------------------------


def test_a_person_is_found_by_login_or_by_the_name_shown_in_either_case() -> None:
    seats = [seat("ash", Role.MEMBER)]
    marks = {signatory(given, COUNCIL, seats).who for given in ("ash", "ASH", " cllr  ASH ")}
    assert marks == {pseudonym(COUNCIL, "ash")}
    assert by_pseudonym(COUNCIL, seats)[pseudonym(COUNCIL, "ash")].seats == tuple(seats)


def test_a_login_as_it_is_written_comes_before_a_name_and_one_that_looks_the_same_is_nobodys() -> (
    None
):
    one, other = seat("ash", Role.MEMBER), seat("beech", Role.MEMBER)
    seats = [one, Appointment(**{**_fields(other), "name": "ASH"})]
    assert signatory("ash", COUNCIL, seats).login == "ash"
    assert signatory("ASH", COUNCIL, seats).login == "beech"
    looks = [seat("staff", Role.MEMBER)]
    assert signatory("STAFF", COUNCIL, looks).seats
    assert not signatory("sta\ufb00", COUNCIL, looks).seats


def test_two_people_of_one_name_are_in_doubt_and_a_login_is_not() -> None:
    one, other = seat("ash", Role.MEMBER), seat("ash2", Role.MEMBER)
    same = [one, Appointment(**{**_fields(other), "name": one.name})]
    assert signatory("Cllr ash", COUNCIL, same).doubtful
    assert not signatory("ash2", COUNCIL, same).doubtful


def _fields(of: Appointment) -> dict[str, object]:
    return {name: getattr(of, name) for name in of.__dataclass_fields__}


def test_one_the_register_does_not_know_has_a_mark_and_no_seat() -> None:
    stranger = signatory("Cllr Nobody", COUNCIL, [seat("ash", Role.MEMBER)])
    assert stranger.seats == ()
    assert stranger.who == pseudonym(COUNCIL, "cllr nobody")
    assert stranger.counts_as(DAY, ()) == frozenset()


# -- whether they are enough --------------------------------------------------------------------

CHAIR_AND_TWO = Alternative(
    needs=(Need(who=Who.CHAIRS, number=1), Need(who=Who.COMMITTEE_MEMBERS, number=2))
)
CHAIR = frozenset({MEMBER, NON_EXECUTIVE, Who.COMMITTEE_MEMBERS, Who.CHAIRS})
ON_SCRUTINY = frozenset({MEMBER, NON_EXECUTIVE, Who.COMMITTEE_MEMBERS})
BACKBENCH = frozenset({MEMBER, NON_EXECUTIVE})
IN_CABINET = frozenset({MEMBER})


def enough(way: Alternative, *people: frozenset[Who], electors: int = 0, members: int = 40) -> bool:
    return are_enough(way, people, electors=electors, members=members)


@pytest.mark.parametrize(
    ("people", "met"),
    [
        ((CHAIR, ON_SCRUTINY, ON_SCRUTINY), True),
        ((ON_SCRUTINY, ON_SCRUTINY, CHAIR), True),
        ((CHAIR, CHAIR, ON_SCRUTINY), True),
        ((CHAIR, CHAIR, CHAIR), True),
        ((CHAIR, ON_SCRUTINY), False),
        ((ON_SCRUTINY, ON_SCRUTINY, ON_SCRUTINY), False),
        ((CHAIR, ON_SCRUTINY, BACKBENCH), False),
        ((CHAIR, BACKBENCH, ON_SCRUTINY, ON_SCRUTINY), True),
    ],
)
def test_the_chair_and_two_members_are_three_people_each_counted_once(
    people: tuple[frozenset[Who], ...], met: bool
) -> None:
    """A chair is a member of scrutiny too, and is not counted as both."""
    assert enough(CHAIR_AND_TWO, *people) is met


@pytest.mark.parametrize("order", [1, -1])
def test_places_are_traded_until_as_many_are_filled_as_can_be(order: int) -> None:
    """One who could take either place leaves it to the one who can take no other."""
    needs = (Need(who=Who.COMMITTEE_MEMBERS, number=1), Need(who=NON_EXECUTIVE, number=1))
    way = Alternative(needs=needs[::order])
    assert enough(way, ON_SCRUTINY, BACKBENCH)
    assert enough(way, BACKBENCH, ON_SCRUTINY)
    assert not enough(way, ON_SCRUTINY)
    assert not enough(way, BACKBENCH, BACKBENCH)


@pytest.mark.parametrize(
    ("percent", "members", "wanted"),
    [
        (15, 40, 6),
        (15, 41, 7),
        (15, 60, 9),
        (15, 61, 10),
        (33, 100, 33),
        (1, 1, 1),
        (100, 53, 53),
        (29, 100, 29),
        (7, 100, 7),
    ],
)
def test_so_many_per_cent_is_rounded_up_in_whole_numbers(
    percent: int, members: int, wanted: int
) -> None:
    """No part of a person, and nothing that a fraction in binary would add."""
    assert needed_of(percent, members) == wanted
    way = Alternative(needs=(), percent=percent)
    assert enough(way, *[IN_CABINET] * wanted, members=members)
    assert not enough(way, *[IN_CABINET] * (wanted - 1), members=members)


def test_a_part_of_the_members_counts_members_alone_and_wants_their_number() -> None:
    way = Alternative(needs=(), percent=15)
    assert not enough(way, *[frozenset({Who.CO_OPTEES})] * 40)
    assert not are_enough(way, [IN_CABINET] * 40, electors=0, members=None)


def test_electors_are_a_number_and_do_not_fill_a_members_place() -> None:
    way = Alternative(needs=(Need(who=Who.ELECTORS, number=150),))
    assert [enough(way, electors=number) for number in (149, 150, 151)] == [False, True, True]
    both = Alternative(needs=(Need(who=Who.ELECTORS, number=10), Need(who=MEMBER, number=1)))
    assert enough(both, IN_CABINET, electors=10)
    assert not enough(both, electors=1000)
    assert not enough(both, IN_CABINET, electors=9)

"""What must be so of a request before it is ruled valid."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from workflow.clock import london_day, months_on, start_of_day
from workflow.constitution.provisions.request import Alternative, Once, RequestRule, Who
from workflow.constitution.provisions.scrutiny import MEMBERSHIP
from workflow.errors import Refusal
from workflow.model.proceedings import Request, RequestStatus
from workflow.procedures.case import Case
from workflow.procedures.requests import validity_refusals as refusals
from workflow.procedures.requests.choose_request import request_meant
from workflow.procedures.requests.how_many import HowMany, Needed
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.signatories import are_enough, by_pseudonym, needed_of

# -- who asks -----------------------------------------------------------------------------------


def _members(case: Case) -> int | None:
    membership = case.in_force[MEMBERSHIP]
    return None if membership is None or membership.value is None else membership.value.members


def _ways(case: Case, rule: RequestRule) -> list[Alternative]:
    """Give the ways of asking that hold for this decision."""
    return [each for each in rule.may_ask if not each.education_only or case.statement.education]


def would_still_do(case: Case, request: Request, without: tuple[str, ...]) -> bool:
    """Say whether a request would still meet the council's rule without these people."""
    left = tuple(each for each in request.signatures if each.who not in without)
    return will_do(case, replace(request, signatures=left))


def will_do(case: Case, request: Request) -> bool:
    """Say whether as many ask as the council's rule wants; whoever asks will do where it does not
    say."""
    found = asking_rule(case)
    if found is None or not found[0].may_ask:
        return True
    people, members = _people(case, request), _members(case)
    return any(
        are_enough(way, people, electors=request.electors, members=members)
        for way in _ways(case, found[0])
    )


def enough_ask(case: Case) -> Refusal | None:
    """Enough people ask, in one of the ways that the council's rule allows."""
    on_file, request = asking_rule(case), request_meant(case)
    if on_file is None or not on_file[0].may_ask or request is None:
        return None
    if will_do(case, request):
        return None
    rule, provision = on_file
    members, ways = _members(case), _ways(case, rule)
    if members is None and any(way.percent is not None for way in ways):
        return refusals.MEMBERSHIP_UNKNOWN(
            provision.authority, council_name=case.in_force.council_name
        )
    counted = _counted(_people(case, request), ways, len(request.signatures))
    few = refusals.TooFew.NOT_ALL_COUNTED if counted else refusals.TooFew.ALL_COUNTED
    return refusals.TOO_FEW_ASK[few if ways else refusals.TooFew.NOBODY_MAY](
        provision.authority,
        number=request.number,
        asking=_asking(request),
        counted=counted,
        needed=tuple(_needed(way, members) for way in ways),
        ref=case.subject.ref,
    )


def _people(case: Case, request: Request) -> list[frozenset[Who]]:
    """Give what each person who asks counts as, as they sat when they signed."""
    council, wards = case.subject.council, case.statement.wards
    known = by_pseudonym(council, case.rules.people())
    return [
        known[each.who].counts_as(london_day(each.at), wards)
        for each in request.signatures
        if each.who in known
    ]


def _asking(request: Request) -> tuple[HowMany, ...]:
    people, electors = len(request.signatures), request.electors
    found = [HowMany(people)] if people or not electors else []
    return (*found, HowMany(electors, Who.ELECTORS)) if electors else tuple(found)


def _counted(
    people: Sequence[frozenset[Who]], ways: Sequence[Alternative], number: int
) -> tuple[HowMany, ...]:
    """Give how many count as each sort that the rule asks for, unless all of them count as each."""
    sorts = [need.who for way in ways for need in way.needs]
    sorts += [Who.MEMBERS for way in ways if way.percent is not None]
    counts = {who: sum(who in each for each in people) for who in sorts if who is not Who.ELECTORS}
    if not number or all(count == number for count in counts.values()):
        return ()
    return tuple(HowMany(count, who) for who, count in counts.items())


def _needed(way: Alternative, members: int | None) -> Needed:
    needs = tuple(HowMany(need.number, need.who) for need in way.needs)
    if way.percent is None or members is None:
        return Needed(needs, way.percent)
    return Needed(needs, way.percent, needed_of(way.percent, members))


# -- within what limits -------------------------------------------------------------------------


def proposes_an_alternative(case: Case) -> Refusal | None:
    """If the council's rule needs it, a request proposes an alternative."""
    found, request = asking_rule(case), request_meant(case)
    if found is None or request is None or request.proposes or not found[0].proposes_alternative:
        return None
    return refusals.NO_ALTERNATIVE_PROPOSED(found[1].authority, number=request.number)


def ground_not_used_before(case: Case) -> Refusal | None:
    """If a decision may be called in once for each ground, no ground is used twice."""
    on_file, request = asking_rule(case), request_meant(case)
    if on_file is None or request is None or on_file[0].once is not Once.PER_GROUND:
        return None
    published_at = case.subject.published_at
    used = {
        name
        for each in case.subject.proceedings.requests
        if each.status in (RequestStatus.CONCLUDED, RequestStatus.ACCEPTED)
        and (published_at is None or each.received_at >= published_at)
        for name in each.grounds
    }
    if not request.grounds or not set(request.grounds) <= used:
        return None
    return refusals.GROUND_USED_ALREADY(on_file[1].authority, grounds=request.grounds)


def _year_began(day: date, begins: str) -> datetime:
    this_year = date.fromisoformat(f"{day.year}-{begins}")
    year = day.year if day >= this_year else day.year - 1
    return start_of_day(date.fromisoformat(f"{year}-{begins}"))


def nobody_asks_too_often(case: Case) -> Refusal | None:
    """If the council's rule has a limit, nobody supports more requests in a council year."""
    on_file, request = asking_rule(case), request_meant(case)
    if on_file is None or request is None or on_file[0].each_a_year is None:
        return None
    rule, provision = on_file
    began = {
        each.who: _year_began(london_day(each.at), rule.year_begins) for each in request.signatures
    }
    known = by_pseudonym(case.subject.council, case.rules.people())
    most, ref = rule.each_a_year, case.subject.ref
    assert most is not None
    over = [
        known[each.who].name if each.who in known else each.who
        for each in request.signatures
        if case.rules.joined(each.who, began[each.who], each.at, ref) >= most
    ]
    if not over:
        return None
    return refusals.ASKED_TOO_OFTEN(
        provision.authority,
        people=tuple(over),
        most=most,
        since=london_day(max(began.values())),
        ref=ref,
    )


def same_issue_not_asked(case: Case) -> Refusal | None:
    """If the council's rule says so, the same matter is not called in again within some months."""
    on_file, request = asking_rule(case), request_meant(case)
    if on_file is None or request is None or request.issue is None:
        return None
    months = on_file[0].same_issue_months
    if months is None:
        return None
    received_at = request.received_at
    since = start_of_day(months_on(london_day(received_at), -months))
    others = case.rules.requests_on_issue(request.issue, since, received_at, case.subject.ref)
    if not others:
        return None
    return refusals.SAME_ISSUE_ASKED(
        on_file[1].authority,
        issue_reference=case.statement.issue_reference,
        months=months,
        other_decisions=tuple(others),
    )

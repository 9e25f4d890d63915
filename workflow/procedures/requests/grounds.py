"""What must be so of the grounds of a request before it is ruled valid."""

from difflib import get_close_matches

from workflow.authority import Authority
from workflow.constitution.provisions.grounds import Certificate, Ground, GroundsRule
from workflow.errors import Refusal
from workflow.model.people import Role
from workflow.model.proceedings import Request
from workflow.procedures.case import Case
from workflow.procedures.requests import refusals
from workflow.procedures.requests.choose_request import request_meant
from workflow.procedures.requests.inputs import CallIn, CertifyGround
from workflow.procedures.requests.refusals import REQUESTS
from workflow.procedures.shared.asking import grounds_rule


def who_certifies(case: Case) -> tuple[tuple[Role, ...], Authority] | None:
    """Give who certifies a ground, where the council's rule names them."""
    on_file, details = grounds_rule(case), case.inputs
    if on_file is None:
        return None
    wanted = [each for each in on_file[0].grounds if each.certificate is not None]
    if isinstance(details, CertifyGround):
        wanted = [each for each in wanted if each is on_file[0].named(details.ground)]
    roles = tuple(dict.fromkeys(role for each in wanted for role in each.certified_by))
    return (roles, on_file[1].authority) if roles else None


def _listed(rule: GroundsRule, request: Request) -> tuple[Ground, ...]:
    found = (rule.named(name) for name in request.grounds)
    return tuple(ground for ground in found if ground is not None)


def _is_bare(ground: Ground, request: Request) -> bool:
    return ground.particulars and ground.name in request.bare


def _uncertified(ground: Ground, request: Request) -> bool:
    if ground.certificate is None or ground.name in request.certified:
        return False
    return ground.certificate is Certificate.ALWAYS or len(request.grounds) == 1


def _is_good(ground: Ground, request: Request) -> bool:
    return not _is_bare(ground, request) and not _uncertified(ground, request)


def _judged(case: Case) -> tuple[GroundsRule, Authority, Request] | None:
    """Give what grounds are judged by, unless one of them is good: then the rest do not matter."""
    on_file, request = grounds_rule(case), request_meant(case)
    if on_file is None or request is None:
        return None
    rule, provision = on_file
    if any(_is_good(ground, request) for ground in _listed(rule, request)):
        return None
    return rule, provision.authority, request


def grounds_are_spelt(case: Case) -> Refusal | None:
    """A ground that is nearly one in the council's list is given by the name in the list.

    One that is like none of them is lodged as it came: whether it will do is for the ruling.
    """
    details, on_file = case.inputs, grounds_rule(case)
    if not isinstance(details, CallIn) or on_file is None or not on_file[0].closed:
        return None
    known = {each.name.casefold(): each.name for each in on_file[0].grounds}
    for ground in details.grounds:
        name = ground.partition(":")[0].strip()
        near = get_close_matches(name.casefold(), known, n=1, cutoff=0.8)
        if near and on_file[0].named(name) is None:
            return refusals.GROUND_MISSPELT(
                on_file[1].authority, ground=name, nearest=known[near[0]]
            )
    return None


def a_ground_is_listed(case: Case) -> Refusal | None:
    """If the council's list of grounds is closed, at least one ground is on it."""
    judged = _judged(case)
    if judged is None or not judged[0].closed or _listed(judged[0], judged[2]):
        return None
    rule, authority, request = judged
    return refusals.GROUND_NOT_LISTED(
        authority,
        number=request.number,
        grounds=tuple(each.name for each in rule.grounds),
        council=case.subject.council,
    )


def grounds_have_particulars(case: Case) -> Refusal | None:
    """A ground that needs particulars is given with them."""
    judged = _judged(case)
    if judged is None:
        return None
    bare = tuple(each.name for each in _listed(judged[0], judged[2]) if _is_bare(each, judged[2]))
    if not bare:
        return None
    return refusals.PARTICULARS_MISSING(judged[1], grounds=bare, council=case.subject.council)


def grounds_are_certified(case: Case) -> Refusal | None:
    """A ground that needs an officer's certificate has it."""
    judged = _judged(case)
    if judged is None:
        return None
    rule, authority, request = judged
    bare = [each for each in _listed(rule, request) if _uncertified(each, request)]
    if not bare:
        return None
    return refusals.CERTIFICATE_MISSING(
        authority,
        ground=bare[0].name,
        officer=tuple(bare[0].certified_by),
        ref=case.subject.ref,
    )


def ground_needs_certificate(case: Case) -> Refusal | None:
    """A certificate is given for a ground of the request that needs one."""
    details, request, on_file = case.inputs, request_meant(case), grounds_rule(case)
    if request is None:
        return None
    wanting = () if on_file is None else _wanting_a_certificate(on_file[0], request)
    rule, council = REQUESTS if on_file is None else on_file[1].authority, case.subject.council
    if not isinstance(details, CertifyGround):
        if any(each.name not in request.certified for each in wanting):
            return None
        return refusals.NO_CERTIFICATE_NEEDED(rule, number=request.number, council=council)
    named = None if on_file is None else on_file[0].named(details.ground)
    if named in wanting and (named is None or named.name not in request.certified):
        return None
    return refusals.NONE_NEEDED_FOR_THAT_GROUND(
        rule, number=request.number, ground=details.ground, council=council
    )


def _wanting_a_certificate(rule: GroundsRule, request: Request) -> tuple[Ground, ...]:
    listed = _listed(rule, request)
    return tuple(ground for ground in listed if ground.certificate is not None)

"""What must be so before the maker of a decision, having looked again, confirms or changes it."""

from workflow.constitution.constitution import on_file
from workflow.constitution.provisions.grounds import Ground
from workflow.constitution.provisions.scrutiny import RECONSIDERED
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.reconsideration import refusals
from workflow.procedures.reconsideration.inputs import Change, Reconsider
from workflow.procedures.shared.asking import grounds_rule


def _grounds_asked_on(case: Case) -> tuple[Ground, ...]:
    found = grounds_rule(case)
    if found is None:
        return ()
    names = {name for each in case.subject.proceedings.accepted() for name in each.grounds}
    return tuple(each for each in found[0].grounds if each.name in names)


def opinion_is_received(case: Case) -> Refusal | None:
    """If a ground needs counsel's opinion, it is received before reconsideration."""
    found = grounds_rule(case)
    wanted = [each.name for each in _grounds_asked_on(case) if each.opinion]
    if found is None or not wanted or case.subject.proceedings.opinion_at is not None:
        return None
    return refusals.OPINION_MISSING(found[1].authority, ground=wanted[0], ref=case.subject.ref)


def _percent(case: Case) -> int | None:
    """Give the part of the votes that a reconsideration needs, where a ground asks for one."""
    parts = [each.majority_percent for each in _grounds_asked_on(case)]
    return max((part for part in parts if part is not None), default=None)


def wants_the_votes(case: Case) -> tuple[str, ...]:
    """Give that the votes are told where a ground needs a part of them."""
    return () if _percent(case) is None else ("votes_for", "votes_against")


def majority_is_reached(case: Case) -> Refusal | None:
    """If a ground needs a percentage of the votes, enough were cast for what is decided."""
    details, found = case.inputs, grounds_rule(case)
    if not isinstance(details, Reconsider | Change) or found is None:
        return None
    percent = _percent(case)
    if percent is None:
        return None
    cast, against = details.votes_for, details.votes_against
    if cast is None or against is None:
        return refusals.VOTES_MISSING(found[1].authority, percent=percent)
    wanted = -(-(cast + against) * percent // 100)
    if cast >= wanted and cast > 0:
        return None
    return refusals.MAJORITY_NOT_REACHED(
        found[1].authority,
        votes_for=cast,
        votes=cast + against,
        percent=percent,
        votes_needed=wanted,
    )


def what_a_change_makes_is_on_file(case: Case) -> Refusal | None:
    """The council's rule says whether a changed decision is final, or a new one."""
    rules = case.in_force
    on_file(rules[RECONSIDERED], "decisions changed on reconsideration", rules)
    return None


def made_within_the_framework(case: Case) -> Refusal | None:
    """A decision contrary to the framework, to which council objects, is not confirmed
    unchanged."""
    if not case.subject.proceedings.contrary:
        return None
    return refusals.CONTRARY_TO_FRAMEWORK(ref=case.subject.ref)

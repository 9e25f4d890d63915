"""Who made a decision, or may have made it: they take no part in what is done about it."""

from collections.abc import Sequence

from workflow.model.decision import Decision
from workflow.model.people import Appointment, Role, pseudonym
from workflow.procedures.case import Case
from workflow.procedures.shared.refusals import WhyBarred


def pseudonyms_of(council: str, person: str, people: Sequence[Appointment]) -> frozenset[str]:
    """Give the marks of a person, with those of every login appointed under the same name."""
    own = pseudonym(council, person)
    names = {each.name.casefold() for each in people if pseudonym(council, each.person) == own}
    same = {pseudonym(council, each.person) for each in people if each.name.casefold() in names}
    return frozenset({own, *same})


def _is_made(decision: Decision) -> bool:
    return decision.signed_at is not None or decision.published_at is not None


def why_barred(case: Case, person: str) -> WhyBarred | None:
    """Give why a person takes no part in what is done about a decision; None where they may.

    Where nobody is on record as its maker, nobody who makes decisions can be shown not to be.
    """
    decision, people = case.subject, case.rules.people()
    if decision.makers:
        made = not pseudonyms_of(decision.council, person, people).isdisjoint(decision.makers)
        return WhyBarred.MADE_IT if made else None
    if not _is_made(decision) or not _makes_decisions(case, person, people):
        return None
    return WhyBarred.MAY_HAVE_MADE_IT


def _makes_decisions(case: Case, person: str, people: Sequence[Appointment]) -> bool:
    council, actor, made_on = case.subject.council, case.actor, case.subject.made_on
    own = pseudonym(council, person)
    if own == pseudonym(council, actor.person) and Role.DECISION_MAKER in actor.roles:
        return True
    return any(
        each.role is Role.DECISION_MAKER
        and pseudonym(council, each.person) == own
        and (made_on is None or each.in_force_on(made_on))
        for each in people
    )

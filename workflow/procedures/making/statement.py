"""What a written statement must say before it is signed: what the law of its day asks."""

from collections.abc import Mapping

from workflow.authority import Authority
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.provision import Basis
from workflow.constitution.provisions.statement import USUAL, WRITTEN_STATEMENT, Matter
from workflow.errors import Refusal
from workflow.model.kind import Kind
from workflow.model.refusal import RefusalKind
from workflow.procedures.case import Case
from workflow.procedures.making import refusals


def record_rule(case: Case) -> Authority:
    """Give the law on what the record of a decision says, or this engine's own rule."""
    provision = case.in_force[WRITTEN_STATEMENT]
    of_the_law = provision is not None and provision.basis is Basis.NATIONAL_LAW
    if provision is None or provision.value is None or not of_the_law:
        return refusals.RECORD_RULE
    of_another = case.statement.kind.is_officers and not provision.value.officers
    return refusals.RECORD_RULE if of_another else provision.authority


def record_says(rules: InForce, kind: Kind) -> tuple[Matter, ...]:
    """Give what the record of a decision of a kind is to say, by the rules of a day."""
    provision = rules[WRITTEN_STATEMENT]
    rule = None if provision is None else provision.value
    if rule is None or (kind.is_officers and not rule.officers):
        return USUAL
    return rule.says


def _says(case: Case) -> tuple[Matter, ...]:
    return record_says(case.in_force, case.statement.kind)


def _of_the_list(case: Case) -> Authority:
    """Give the rule whose list of what a record says has more than the usual, whosever it is."""
    provision = case.in_force[WRITTEN_STATEMENT]
    return refusals.RECORD_RULE if provision is None else provision.authority


def _incomplete(
    case: Case,
    kinds: Mapping[bool, RefusalKind],
    under: Authority | None = None,
    **values: object,
) -> Refusal:
    is_public = (case.subject.published_at or case.subject.effective_at) is not None
    return kinds[is_public](under or record_rule(case), ref=case.subject.ref, **values)


def states_the_decision(case: Case) -> Refusal | None:
    """The statement gives the decision itself."""
    if case.statement.decision:
        return None
    return _incomplete(case, refusals.DECISION_MISSING)


def states_when_made(case: Case) -> Refusal | None:
    """The statement gives the date on which the decision was made."""
    if case.statement.made_on:
        return None
    return _incomplete(case, refusals.DATE_MADE_MISSING)


def states_reasons(case: Case) -> Refusal | None:
    """The statement gives the reasons."""
    if case.statement.reasons:
        return None
    return _incomplete(case, refusals.REASONS_MISSING)


def states_alternatives(case: Case) -> Refusal | None:
    """The statement gives the alternatives rejected, or says expressly that there were none."""
    if case.statement.alternatives is not None or Matter.ALTERNATIVES not in _says(case):
        return None
    return _incomplete(case, refusals.ALTERNATIVES_MISSING)


def states_conflicts(case: Case) -> Refusal | None:
    """The statement gives the conflicts declared, or says expressly that there were none."""
    if case.statement.conflicts is not None:
        return None
    return _incomplete(case, refusals.CONFLICTS_MISSING)


def conflicts_have_dispensation(case: Case) -> Refusal | None:
    """Each conflict declared has a note of dispensation."""
    bare = [c.member for c in case.statement.conflicts or () if not c.dispensation]
    if not bare:
        return None
    return _incomplete(case, refusals.DISPENSATION_MISSING, members=tuple(bare))


def states_consultation(case: Case) -> Refusal | None:
    """The statement gives the consultation, or says why there was none, if the law needs it."""
    if case.statement.consultation or Matter.CONSULTATION not in _says(case):
        return None
    return _incomplete(case, refusals.CONSULTATION_MISSING, _of_the_list(case))


def states_who_decided(case: Case) -> Refusal | None:
    """The statement names who attended, or who decided alone, if the law needs it."""
    if case.statement.attended or Matter.NAMES not in _says(case):
        return None
    return _incomplete(case, refusals.NAMES_MISSING, _of_the_list(case))


def states_apologies(case: Case) -> Refusal | None:
    """If several members attended, the statement gives the apologies, or says that there were none.

    One member who decides alone has none to give.
    """
    statement = case.statement
    if (
        statement.apologies is not None
        or len(statement.attended) < 2
        or Matter.NAMES not in _says(case)
    ):
        return None
    return _incomplete(case, refusals.APOLOGIES_MISSING, _of_the_list(case))


def made_before_signing(case: Case) -> Refusal | None:
    """A decision is made on or before the day on which its record is signed."""
    made_on = case.statement.made_on
    if made_on is None or made_on <= case.day:
        return None
    return refusals.SIGNED_BEFORE_MADE(
        record_rule(case), made_on=made_on, day=case.day, ref=case.subject.ref
    )


RECORD = (
    states_the_decision,
    states_when_made,
    states_reasons,
    states_alternatives,
    states_conflicts,
    conflicts_have_dispensation,
    states_consultation,
    states_who_decided,
    states_apologies,
    made_before_signing,
)
"""What a written statement must say."""

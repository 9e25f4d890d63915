"""What a written statement must say before it is signed: what the law of its day asks."""

from typing import Final

from workflow.authority import Authority, engine_rule
from workflow.clock import spoken_day
from workflow.constitution.provisions.provision import Basis
from workflow.constitution.provisions.statement import USUAL, WRITTEN_STATEMENT, Matter
from workflow.errors import Refusal
from workflow.model.kind import Kind
from workflow.procedures.case import Case

_RECORD = engine_rule(
    "written statements",
    "What is signed says what was decided and when, the reasons, the alternatives, and the "
    "conflicts declared, or expressly that there were none.",
)


_OFFICERS: Final = (Kind.OFFICER_KEY, Kind.OFFICER_NON_KEY)


def record_rule(case: Case) -> Authority:
    """Give the law on what the record of a decision says, or this engine's own rule."""
    provision = case.in_force[WRITTEN_STATEMENT]
    of_the_law = provision is not None and provision.basis is Basis.NATIONAL_LAW
    if provision is None or provision.value is None or not of_the_law:
        return _RECORD
    of_another = case.statement.kind in _OFFICERS and not provision.value.officers
    return _RECORD if of_another else provision.authority


def _says(case: Case) -> tuple[Matter, ...]:
    """Give what the record of a decision is to say."""
    provision = case.in_force[WRITTEN_STATEMENT]
    rule = None if provision is None else provision.value
    if rule is None or (case.statement.kind in _OFFICERS and not rule.officers):
        return USUAL
    return rule.says


def _of_the_list(case: Case) -> Authority:
    """Give the rule whose list of what a record says has more than the usual, whosever it is."""
    provision = case.in_force[WRITTEN_STATEMENT]
    return _RECORD if provision is None else provision.authority


def _incomplete(
    case: Case, code: str, because: str, do: str, under: Authority | None = None
) -> Refusal:
    ref, put = case.subject.ref, case.subject.published_at or case.subject.effective_at
    how = f"amend {ref}" if put is None else f"correct {ref} --ruling 'why it is clerical' …"
    remedy = f"{do}: decisions {how}"
    return Refusal(code=code, because=because, authority=under or record_rule(case), remedy=remedy)


def states_the_decision(case: Case) -> Refusal | None:
    """The statement gives the decision itself."""
    if case.statement.decision:
        return None
    return _incomplete(
        case,
        "decision-missing",
        "The statement does not say what was decided.",
        "Add it with --decision",
    )


def states_when_made(case: Case) -> Refusal | None:
    """The statement gives the date on which the decision was made."""
    if case.statement.made_on:
        return None
    return _incomplete(
        case,
        "date-made-missing",
        "The statement does not say when the decision was made.",
        "Add it with --made-on",
    )


def states_reasons(case: Case) -> Refusal | None:
    """The statement gives the reasons."""
    if case.statement.reasons:
        return None
    return _incomplete(
        case, "reasons-missing", "The statement gives no reasons.", "Add them with --reasons"
    )


def states_alternatives(case: Case) -> Refusal | None:
    """The statement gives the alternatives rejected, or says expressly that there were none."""
    if case.statement.alternatives is not None or Matter.ALTERNATIVES not in _says(case):
        return None
    return _incomplete(
        case,
        "alternatives-missing",
        "The statement does not give the alternatives considered and rejected, nor say that there "
        "were none.",
        "Add each with --alternative, or say --no-alternatives",
    )


def states_conflicts(case: Case) -> Refusal | None:
    """The statement gives the conflicts declared, or says expressly that there were none."""
    if case.statement.conflicts is not None:
        return None
    return _incomplete(
        case,
        "conflicts-missing",
        "The statement does not give the conflicts of interest declared, nor say that there were "
        "none.",
        "Add each with --conflict, or say --no-conflicts",
    )


def conflicts_have_dispensation(case: Case) -> Refusal | None:
    """Each conflict declared has a note of dispensation."""
    bare = [c.member for c in case.statement.conflicts or () if not c.dispensation]
    if not bare:
        return None
    return _incomplete(
        case,
        "dispensation-missing",
        f"There is no note of dispensation for the conflict declared by {', '.join(bare)}.",
        "Give each with --conflict, and its note or 'none granted'",
    )


def states_consultation(case: Case) -> Refusal | None:
    """The statement gives the consultation, or says why there was none, where the law asks it."""
    if case.statement.consultation or Matter.CONSULTATION not in _says(case):
        return None
    return _incomplete(
        case,
        "consultation-missing",
        "The statement does not give the consultation there was, nor say why there was none.",
        "Add it with --consultation",
        _of_the_list(case),
    )


def states_who_decided(case: Case) -> Refusal | None:
    """The statement names who attended, or who decided alone, where the law asks it."""
    if case.statement.attended or Matter.NAMES not in _says(case):
        return None
    return _incomplete(
        case,
        "names-missing",
        "The statement does not name the members who attended the meeting, or the member who "
        "decided alone.",
        "Name each with --attended",
        _of_the_list(case),
    )


def states_apologies(case: Case) -> Refusal | None:
    """Where several members attended, the statement gives the apologies, or says there were none.

    One member who decides alone has none to give.
    """
    said = case.statement
    if said.apologies is not None or len(said.attended) < 2 or Matter.NAMES not in _says(case):
        return None
    return _incomplete(
        case,
        "apologies-missing",
        "The statement does not say who sent apologies, nor that nobody did.",
        "Name each with --apology, or say --no-apologies",
        _of_the_list(case),
    )


def made_before_signing(case: Case) -> Refusal | None:
    """A decision is made before, or on the day that, its record is signed."""
    made_on = case.statement.made_on
    if made_on is None or made_on <= case.day:
        return None
    return Refusal(
        code="signed-before-made",
        because=f"The decision is dated {spoken_day(made_on)}, and would be signed "
        f"on {spoken_day(case.day)}.",
        authority=record_rule(case),
        remedy=f"Sign it once it is made, or mend the date with --made-on: "
        f"decisions amend {case.subject.ref}",
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

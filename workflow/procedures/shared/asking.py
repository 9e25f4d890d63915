"""The council's own rules on who may ask for a call-in, and on what grounds."""

from workflow.constitution.provisions.grounds import CALL_IN_GROUNDS, GroundsRule
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.request import CALL_IN_REQUEST, RequestRule
from workflow.procedures.case import Case


def asking_rule(case: Case) -> tuple[RequestRule, Provision[RequestRule]] | None:
    """Give the council's rule on requests, or None where it is not on file."""
    provision = case.in_force[CALL_IN_REQUEST]
    if provision is None or provision.value is None:
        return None
    return provision.value, provision


def grounds_rule(case: Case) -> tuple[GroundsRule, Provision[GroundsRule]] | None:
    """Give the council's list of grounds, or None where it is not on file."""
    provision = case.in_force[CALL_IN_GROUNDS]
    if provision is None or provision.value is None:
        return None
    return provision.value, provision

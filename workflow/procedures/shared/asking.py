"""The council's own rules on who may ask for a call-in, and on what grounds."""

from workflow.constitution.provisions.grounds import GroundsRule
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.request import RequestRule
from workflow.procedures.case import Case


def asking_rule(case: Case) -> tuple[RequestRule, Provision[RequestRule]] | None:
    """Give the council's rule on requests, or None where it is not on file."""
    provision = case.in_force.call_in_request
    if provision is None or provision.value is None:
        return None
    return provision.value, provision


def grounds_rule(case: Case) -> tuple[GroundsRule, Provision[GroundsRule]] | None:
    """Give the council's list of grounds, or None where it is not on file."""
    provision = case.in_force.call_in_grounds
    if provision is None or provision.value is None:
        return None
    return provision.value, provision

"""Who rules on a request: the monitoring officer, where it is in time by one reading of the
council's rule alone."""

from dataclasses import replace

from workflow.authority import Authority
from workflow.constitution.wording.readings import BETWEEN
from workflow.model.people import Role
from workflow.model.proceedings import Request
from workflow.procedures.case import Case
from workflow.procedures.requests.choose_request import request_meant
from workflow.procedures.requests.validity import will_do
from workflow.procedures.shared.asking import asking_rule

Named = tuple[tuple[Role, ...], Authority]


def who_rules(case: Case) -> Named | None:
    """Give who rules on a request: the monitoring officer where it is in time by one reading of the
    rule only; else those whom the council's rule names.

    Where it is not said which of several is meant, whoever rules on any of them will do.
    """
    on_file = asking_rule(case)
    named = (on_file[0].ruled_by, on_file[1].authority) if on_file and on_file[0].ruled_by else None
    meant = request_meant(case)
    requests = case.subject.proceedings.pending() if meant is None else (meant,)
    between = [_is_between(case, each) for each in requests]
    if not any(between):
        return named
    if all(between):
        return (Role.MONITORING_OFFICER,), BETWEEN
    return None if named is None else ((*named[0], Role.MONITORING_OFFICER), named[1])


def _is_between(case: Case, request: Request) -> bool:
    """Say whether a request is in time by one reading only: because of when it was received, or
    because it takes those who joined it between the two ends to make enough."""
    window = case.subject.window
    if window is None or not window.other_ends:
        return False
    if window.is_between(request.received_at):
        return True
    by_both = tuple(each for each in request.signatures if not window.is_between(each.at))
    surely = replace(
        request, signatures=by_both, electors=request.electors - request.electors_between
    )
    return surely != request and will_do(case, request) and not will_do(case, surely)

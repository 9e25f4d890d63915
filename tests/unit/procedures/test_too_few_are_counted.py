"""Too few who ask for a call-in are told by what each of them counts as."""

from support.inputs import DETAILS
from support.requests import GULL, MONITORING, ON_CALL_IN, lodged
from support.states import refused


def why_too_few(*people: str, electors: int = 0) -> str:
    few = lodged(requested_by=people, electors=electors)
    ruling = DETAILS["request-accept"]
    said = refused("request-accept", few, ON_CALL_IN, ruling, rules=GULL, actor=MONITORING)
    return next(each.because for each in said.refusals if each.code == "too-few-ask")


def test_two_of_whom_one_sits_on_scrutiny_are_told_apart() -> None:
    """They look like enough where two members of scrutiny are."""
    counted = "2 people, counted as 0 chairs of scrutiny, 1 member of scrutiny,"
    assert why_too_few("ash", "elm").startswith(f"Request 1 is from {counted} ")


def test_electors_alone_are_their_number() -> None:
    said = why_too_few(electors=149)
    assert said.startswith("Request 1 is from 149 registered electors. Needed: ")

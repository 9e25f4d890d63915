"""Between the two ends of a period whose rule can be read in two ways: who rules, in what words.

Published on Thursday 18 October 2018: requests by 17:00 on Thursday 25, or on Monday 29.
"""

import pytest

from support.requests import OFFICER, POLICY, THREE, on, opened, request
from support.requests import rules as councils_rules
from support.states import case, codes, refused, someone, taken
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.procedures.attempt import judge
from workflow.procedures.requests.inputs import RuleOnRequest, SupportRequest
from workflow.procedures.table import BY_NAME

_PRINTED = """
  { reference = "1", published = 2018-05-08, effective-from = 2018-05-18 },
  { reference = "2", published = 2018-06-04, effective-from = 2018-06-14 },
"""
_OR_SEVEN = f"""confidence = "unsure"
could-be = [{{ days = 7, windows = [{_PRINTED}] }}]
words = "Five working days after"""
TWICE = councils_rules(
    "gullshire",
    ('words = "Five working days after', _OR_SEVEN),
    ('ruled-by = ["monitoring-officer"]', 'ruled-by = ["proper-officer"]'),
    ('once = "per ground"\n', ""),
)
WHEN_BOTH, BETWEEN, LATE = on(25, 16), on(26, 16), on(30, 9)
MONITORING = someone(Role.MONITORING_OFFICER)
RULING = RuleOnRequest(reason="Considered")
HIS = {"rules": TWICE, "actor": OFFICER}
OPENED = opened(TWICE)


def asked(*people: str, electors: int = 0) -> Decision:
    """Have these people ask for it on the Thursday, in time by both."""
    given = request(requested_by=people, electors=electors, received_at=WHEN_BOTH)
    return taken("call-in", OPENED, WHEN_BOTH, given, **HIS)


def joined(decision: Decision, *people: str, electors: int = 0) -> Decision:
    """Have others join on the Friday, between the two ends."""
    given = SupportRequest(requested_by=people, electors=electors, received_at=BETWEEN)
    return taken("request-support", decision, BETWEEN, given, **HIS)


def who_may(decision: Decision, verb: str = "request-accept", number: int | None = None) -> str:
    """Give who may rule on a request, of the two: the officer, the monitoring officer, or both."""
    details = None if number is None else RuleOnRequest(request=number, reason="Considered")
    found = [
        name
        for name, actor in (("officer", OFFICER), ("monitoring officer", MONITORING))
        if not judge(
            BY_NAME[verb], case(decision, decision.last_at, details, rules=TWICE, actor=actor)
        )
    ]
    return " and ".join(found)


def test_in_time_by_both_readings_the_councils_rule_names_who_rules() -> None:
    assert who_may(asked(*THREE)) == "officer"
    assert who_may(joined(asked(*THREE), "elm")) == "officer"


@pytest.mark.parametrize("verb", ["request-accept", "request-reject"])
def test_those_who_joined_between_the_ends_and_make_enough_leave_it_to_the_monitoring_officer(
    verb: str,
) -> None:
    """Two asked in time by both; the third that the rule wants joined by the longer alone."""
    assert who_may(joined(asked("chair", "ash"), "beech"), verb) == "monitoring officer"


@pytest.mark.parametrize("verb", ["request-accept", "request-reject"])
def test_electors_who_joined_between_the_ends_count_so_too(verb: str) -> None:
    assert who_may(joined(asked("elm", electors=149), electors=1), verb) == "monitoring officer"
    assert who_may(joined(asked("elm", electors=150), electors=1), verb) == "officer"


def test_of_those_who_are_too_few_by_either_reading_it_is_rejected_as_ever() -> None:
    few = joined(asked("elm"), "fir")
    assert who_may(few, "request-reject") == "officer"


def test_of_several_requests_each_is_offered_to_whoever_rules_on_it() -> None:
    """`next` cannot know which is meant: it offers the step to both; a number settles it."""
    given = request(requested_by=("elm", "fir", "beech"), received_at=BETWEEN)
    two = taken("call-in", asked(*THREE), BETWEEN, given, **HIS)
    assert who_may(two) == "officer and monitoring officer"
    assert who_may(two, number=1) == "officer"
    assert who_may(two, number=2) == "monitoring officer"


def test_a_request_for_which_nobody_joined_between_has_the_words_it_had() -> None:
    """What is kept of it is to the byte what was kept before: only who joins between is noted."""
    from workflow.model.json_data import to_json_data

    plain = [to_json_data(each) for each in asked("elm", electors=149).proceedings.requests]
    assert "electors_between" not in plain[0]  # type: ignore[operator]
    later = joined(asked("elm", electors=149), electors=1).proceedings.requests[0]
    assert later.electors_between == 1


def test_what_is_refused_says_by_which_reading_the_time_has_ended() -> None:
    late = refused("call-in", OPENED, LATE, request(received_at=LATE), **HIS)
    assert codes(late) == ["out-of-time"]
    assert late.refusals[0].because.endswith(
        "The time for a call-in ended at 17:00 on Mon 29 Oct 2018, by the reading of the council's "
        "rule that gives the most time."
    )


def test_what_waits_on_a_request_between_the_ends_does_not_call_it_in_time() -> None:
    between = taken("call-in", OPENED, BETWEEN, request(received_at=BETWEEN, grounds=POLICY), **HIS)
    for verb, said in (
        ("implement", "received in time by one reading of the council's rule, awaits a ruling"),
        ("publication-void", "by one reading of the council's rule, must be ruled on first"),
    ):
        found = judge(BY_NAME[verb], case(between, BETWEEN, None, rules=TWICE))
        assert said in found[-1].because, verb

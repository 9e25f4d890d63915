"""What `next` offers: no step for which a council has no rule, or the request no want."""

from typing import Any

from support.drafts import BY, CHAIR, COUNCIL, EXEMPT, EXEMPTION, consented, signed
from support.inputs import DETAILS
from support.requests import GULL, MONITORING, ON_CALL_IN, THREE, Asked, called_in, lodged, opened
from support.requests import rules as councils_rules
from support.states import EVERY_STATE, case, codes, refused, someone, taken
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.attempt import judge
from workflow.procedures.requests.inputs import RuleOnRequest
from workflow.procedures.table import BY_NAME


def against(verb: str, decision: Decision, by: Asked = GULL, **more: Any) -> list[str]:
    """Give what stands in the way of a step, asked before anything is given for it."""
    at = max(decision.last_at, ON_CALL_IN)
    return [each.code for each in judge(BY_NAME[verb], case(decision, at, None, rules=by, **more))]


def test_a_certificate_is_offered_where_a_ground_needs_one() -> None:
    """And no more once it has it, or where no list of grounds is on file."""
    plain, wanting = lodged(), lodged(grounds=("relevant matters",))
    chief = someone(Role.HEAD_OF_PAID_SERVICE)
    assert against("request-certify", plain) == ["no-certificate-needed"]
    assert against("request-certify", wanting, actor=chief) == []
    given = {"rules": GULL, "actor": chief}
    certified = taken("request-certify", wanting, ON_CALL_IN, DETAILS["request-certify"], **given)
    assert against("request-certify", certified) == ["no-certificate-needed"]
    unlisted = councils_rules("wealdshire")
    asked = lodged(opened(unlisted), by=unlisted, requested_by=THREE)
    assert against("request-certify", asked, unlisted) == ["no-certificate-needed"]


def test_consent_is_offered_where_it_is_said_who_gives_it() -> None:
    """Larkshire says nothing of consent: in England the law has it asked for urgency."""
    draft, scottish = EVERY_STATE[State.DRAFT], ('nation = "england"', 'nation = "scotland"')
    assert against("consent-ask", draft, councils_rules("larkshire")) == []
    assert against("consent-ask", draft, councils_rules("larkshire", scottish)) == ["not-on-file"]


def test_once_signed_only_exemption_is_still_asked_for() -> None:
    made = EVERY_STATE[State.SIGNED]
    assert against("consent-ask", made) == []
    assert against("consent-ask", made, councils_rules("larkshire")) == ["not-on-file"]


# -- what it wants of this decision besides -----------------------------------------------------


def wants(verb: str, decision: Decision, by: Asked = GULL) -> tuple[str, ...]:
    """Give what a step wants of a decision beside what every such step wants."""
    at = max(decision.last_at, ON_CALL_IN)
    return BY_NAME[verb].wants(case(decision, at, None, rules=by))


def test_where_several_requests_stand_a_step_says_which() -> None:
    one = lodged()
    two = lodged(one, requested_by=("elm", "fir", "cedar"), grounds=("consultation: C",))
    for verb in ("request-accept", "request-reject", "request-support", "request-withdraw"):
        assert wants(verb, one) == ()
        assert wants(verb, two) == ("request",)


def test_where_a_ground_needs_a_part_of_the_votes_they_are_told() -> None:
    adverse = called_in(grounds=("adverse effect: It does.",))
    for verb in ("reconsideration-confirm", "reconsideration-change", "reconsideration-rescind"):
        assert wants(verb, called_in()) == ()
        assert wants(verb, adverse) == ("votes_for", "votes_against")


def test_what_is_exempt_by_consent_is_published_with_its_reason() -> None:
    both = consented(consented(EXEMPT, EXEMPTION, CHAIR), EXEMPTION, COUNCIL)
    assert wants("publish", signed(both, BY)) == ("exemption_reason",)
    assert wants("publish", EVERY_STATE[State.SIGNED]) == ()


def test_with_two_requests_pending_a_ruling_is_offered_for_either() -> None:
    two = lodged(lodged(), requested_by=("elm", "fir", "cedar"), grounds=("consultation: C",))
    asked_about = case(two, ON_CALL_IN, None, rules=GULL, actor=MONITORING)
    for verb in ("request-accept", "request-reject", "request-withdraw"):
        assert judge(BY_NAME[verb], asked_about) == ()
    ruling = RuleOnRequest(reason="W")
    outcome = refused("request-accept", two, ON_CALL_IN, ruling, rules=GULL, actor=MONITORING)
    assert codes(outcome) == ["which-request"]

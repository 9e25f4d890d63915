"""A decision that council objected to as contrary to the budget or policy framework."""

from support.inputs import DETAILS
from support.requests import GULL, MONITORING, called_in, not_closed, on
from support.states import MAKER, codes, refused, taken
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.scrutiny.inputs import ReferToCouncil

CONTRARY = ReferToCouncil(concerns="C", advice="It is contrary to the budget.")


def objected() -> Decision:
    """Give a decision that was advised to be contrary, and council objected to."""
    given = {"rules": GULL, "actor": MONITORING}
    council = taken("scrutiny-refer-to-council", called_in(), on(24), CONTRARY, **given)
    return taken("council-object", council, on(25), DETAILS["council-object"], **given)


def test_what_is_contrary_to_the_framework_is_changed_or_given_up_and_not_confirmed() -> None:
    given = {"rules": GULL, "actor": MAKER}
    outcome = refused(
        "reconsideration-confirm", objected(), on(26), DETAILS["reconsideration-confirm"], **given
    )
    assert codes(outcome) == ["contrary-to-framework"]
    assert (
        taken(
            "reconsideration-change", objected(), on(26), DETAILS["reconsideration-change"], **given
        ).state
        is State.SIGNED
    )
    assert taken(
        "reconsideration-rescind", objected(), on(26), DETAILS["reconsideration-rescind"], **given
    ).state


def test_what_council_objects_to_as_contrary_takes_no_effect_by_waiting() -> None:
    assert objected().due_effect is None
    left = not_closed(objected(), on(30, month=11))
    assert codes(left) == ["overdue"]
    assert "Contrary to the framework" in left.refusals[0].because

"""A member who was entered late asks for a call-in: told apart from one who has left."""

from datetime import date

from support.requests import OFFICER, ON_CALL_IN, OPENED, request, rules
from support.states import SEATS, codes, refused, seat
from workflow.model.people import Role


def test_a_seat_that_had_not_begun_is_told_apart_from_one_that_had_ended() -> None:
    """A member who is entered late was never away: the remedy is an earlier first day."""
    begins = rules()
    begins.appointments = (*SEATS, seat("fern", Role.MEMBER, since=date(2018, 10, 23)))
    outcome = refused(
        "call-in", OPENED, ON_CALL_IN, request(requested_by=("fern",)), rules=begins, actor=OFFICER
    )
    (early,) = outcome.refusals
    assert early.code == "signatory-not-yet-appointed"
    assert early.because.endswith("as it is entered here: from Tue 23 Oct 2018.")
    assert "decisions people add fern --role member --since DATE --council" in early.remedy
    begins.appointments += (seat("fern", Role.MEMBER, until=date(2018, 10, 1)),)
    asked = request(requested_by=("fern",))
    outcome = refused("call-in", OPENED, ON_CALL_IN, asked, rules=begins, actor=OFFICER)
    assert codes(outcome) == ["signatory-departed"]

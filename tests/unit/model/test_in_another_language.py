"""A refusal can be said in another language: its sentences are whole, and its values are facts."""

from datetime import datetime

from support.inputs import DETAILS
from support.statements import REF
from support.states import EVERY_STATE, instant_in, refused, someone
from workflow.clock import london
from workflow.errors import Refusal
from workflow.model.people import Role
from workflow.model.refusal import say
from workflow.model.state import State
from workflow.procedures.making.refusals import WAS_SIGNED
from workflow.procedures.shared.refusals import NOT_AUTHORISED_AT
from workflow.procedures.shared.standing_refusals import IT_STANDS, STANDS

WELSH = {
    NOT_AUTHORISED_AT[True, True, False].because: (
        "Mae {actor} yn gweithredu fel {roles_held}. Dim ond y {may:neu'r} a gaiff wneud hyn."
    ),
    WAS_SIGNED: "Llofnodwyd {ref} am {signed_at}.",
    IT_STANDS[STANDS[State.CALLED_IN][True].because]: (
        "Cafodd ei alw i mewn am {at}, ac mae gerbron craffu."
    ),
}
ROLES = {
    Role.AUTHOR: "awdur adroddiadau",
    Role.DECISION_MAKER: "penderfynwr",
    Role.PROPER_OFFICER: "swyddog priodol",
}
MONTHS = {10: "Hydref"}


def in_welsh(value: object) -> object:
    """Give a value in Welsh where its words are English."""
    if isinstance(value, tuple):
        return tuple(map(in_welsh, value))
    if isinstance(value, datetime):
        there = london(value)
        return f"{there:%H:%M} ar {there.day} {MONTHS[there.month]} {there.year}"
    return ROLES[value] if isinstance(value, Role) else value


def welsh(refusal: Refusal) -> str:
    """Say why not in Welsh, by nothing but the refusal's sentences and values."""
    values = {name: in_welsh(value) for name, value in refusal.values.items()}
    return " ".join(say(WELSH[each], values) for each in refusal.sentences)


def test_a_refusal_is_said_in_welsh_by_its_values_alone() -> None:
    """The report author would sign a decision that was signed, and has been called in since."""
    called_in, at = EVERY_STATE[State.CALLED_IN], instant_in(State.CALLED_IN)
    author = someone(Role.AUTHOR)
    no = refused("sign", called_in, at, DETAILS["sign"], actor=author, late_reason="Post")
    who, where = no.refusals
    assert welsh(who) == (
        f"Mae {author} yn gweithredu fel awdur adroddiadau. "
        "Dim ond y penderfynwr neu'r swyddog priodol a gaiff wneud hyn."
    )
    assert where.because.startswith(f"{REF} was signed at 15:00 on Thu 18 Oct 2018. It was called")
    assert welsh(where) == (
        f"Llofnodwyd {REF} am 15:00 ar 18 Hydref 2018. "
        "Cafodd ei alw i mewn am 12:00 ar 24 Hydref 2018, ac mae gerbron craffu."
    )

"""Drafting a decision, and signing its written statement."""

from typing import Final

from workflow.authority import REGS_12_13, engine_rule
from workflow.constitution.provisions.notice import KEY_DECISION_NOTICE
from workflow.model.event import Event
from workflow.model.notice import NoticeRoute
from workflow.model.people import Role, pseudonym
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.making import signing, statement, urgency
from workflow.procedures.making.events import Amended, Drafted, Signed
from workflow.procedures.making.inputs import Amend, Draft, Sign
from workflow.procedures.making.wrong_state import no_amendment, no_second_signature
from workflow.procedures.notices import guards as notices
from workflow.procedures.notices.notice_dates import notice_route
from workflow.procedures.shared.council_has_ended import the_council_has_not_ended
from workflow.procedures.shared.signatories import pseudonym_of
from workflow.procedures.step import step

_DRAFTING = engine_rule("drafting", "A draft may be unfinished; what is signed may not.")
COMPLETE: Final = (
    *statement.RECORD,
    urgency.urgency_is_stated,
    urgency.urgency_has_reason,
    urgency.urgency_has_consent,
    urgency.consent_precedes_decision,
    notices.key_decision_was_noticed,
    notices.private_meeting_was_noticed,
)
"""What must be so of a statement, and of the notice before it, for a decision to be signed."""


_DECIDES = ("title", "kind", "body", "decision")


def notice_route_of(case: Case) -> NoticeRoute | None:
    """Give the route by which a key decision came to be made; None for any other."""
    key = case.subject.kind.is_key
    return notice_route(case) if key and case.in_force[KEY_DECISION_NOTICE] is not None else None


@step(
    "new",
    cannot="{ref} cannot be drafted.",
    source=(),
    target=State.DRAFT,
    by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=_DRAFTING,
    example="--council herefordshire --title 'Ofsted action plan' --body Cabinet --kind non-key",
)
def new(case: Case, inputs: Draft) -> Event:
    """Begin a draft, complete or not."""
    statement = inputs.statement
    return Drafted(
        at=case.at,
        council=inputs.council,
        kind=statement.kind,
        title=statement.title,
        statement=statement,
    )


@step(
    "amend",
    cannot="{ref} cannot be amended.",
    source=(State.DRAFT,),
    target=None,
    by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=_DRAFTING,
    stopped_by_hold=False,
    wrong_state=no_amendment,
    example="HFD-042 --made-on '18 October' --no-conflicts",
)
def amend(case: Case, inputs: Amend) -> Event:
    """Change a draft. Signed text is never changed."""
    statement, before = inputs.statement, case.statement
    another = any(getattr(statement, part) != getattr(before, part) for part in _DECIDES)
    return Amended(
        at=case.at,
        kind=statement.kind,
        title=statement.title,
        afresh=another and bool(case.subject.proceedings.applications),
        statement=statement,
    )


@step(
    "sign",
    cannot="{ref} cannot be signed.",
    source=(State.DRAFT,),
    target=State.SIGNED,
    by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=REGS_12_13,
    needs=(the_council_has_not_ended, *COMPLETE),
    checks=(signing.those_who_made_it_did_not_consent,),
    wrong_state=no_second_signature,
    example="HFD-042 --signatory 'Leader of the Council'",
)
def sign(case: Case, inputs: Sign) -> Event:
    """Sign the written statement of a decision that has been made."""
    made_on = case.statement.made_on
    assert made_on is not None
    council, actor = case.subject.council, case.actor
    signer = pseudonym(council, actor.person)
    people = case.rules.people() if inputs.made_by else ()
    makers = tuple(pseudonym_of(name, council, people) for name in inputs.made_by)
    if Role.DECISION_MAKER in actor.roles:
        makers += (signer,)
    return Signed(
        at=case.at,
        made_on=made_on,
        notice_route=notice_route_of(case),
        makers=tuple(dict.fromkeys(makers)),
        signer=signer,
        signatory=inputs.signatory,
        made_by=inputs.made_by,
    )


ROWS: Final = (new, amend, sign)

"""Drafting a decision, and signing its written statement."""

from typing import Final

from workflow.authority import REGS_12_13, engine_rule
from workflow.constitution.provisions.notice import KEY_DECISION_NOTICE
from workflow.model.event import Event
from workflow.model.kind import Kind
from workflow.model.notice import NoticeRoute
from workflow.model.people import Role, mark
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.making import signing, statement, urgency
from workflow.procedures.making.events import Amended, Drafted, Signed
from workflow.procedures.making.inputs import Amend, Draft, Sign
from workflow.procedures.making.wrong_state import no_amendment, no_second_signature
from workflow.procedures.notices import guards as notices
from workflow.procedures.notices.notice_dates import road_taken
from workflow.procedures.shared.council_ends import the_council_has_not_ended
from workflow.procedures.shared.signatories import mark_of
from workflow.procedures.step import Step

_DRAFTING = engine_rule("drafting", "A draft may be unfinished; what is signed may not.")
_TIME = engine_rule(
    "what time brings about", "What a deadline has already brought about is only recorded."
)
COMPLETE: Final = (
    *statement.RECORD,
    urgency.urgency_is_stated,
    urgency.urgency_has_reason,
    urgency.urgency_has_consent,
    urgency.consent_precedes_decision,
    notices.by_one_of_three_roads,
    notices.private_meeting_was_noticed,
)
"""What must be so of a statement, and of the notice before it, for a decision to be signed."""


def drafted(case: Case) -> Event:
    """The first draft."""
    given = case.details
    assert isinstance(given, Draft)
    statement = given.statement
    return Drafted(
        at=case.at,
        council=given.council,
        kind=statement.kind,
        title=statement.title,
        statement=statement,
    )


_DECIDES = ("title", "kind", "body", "decision")


def amended(case: Case) -> Event:
    """The draft as it now reads."""
    given = case.details
    assert isinstance(given, Amend)
    statement, before = given.statement, case.statement
    another = any(getattr(statement, part) != getattr(before, part) for part in _DECIDES)
    return Amended(
        at=case.at,
        kind=statement.kind,
        title=statement.title,
        afresh=another and bool(case.subject.proceedings.applications),
        statement=statement,
    )


def signed(case: Case) -> Event:
    """The signature, with the day on which the decision was made."""
    given, made_on = case.details, case.statement.made_on
    assert isinstance(given, Sign)
    assert made_on is not None
    council, actor = case.subject.council, case.actor
    signer = mark(council, actor.person)
    people = case.rules.people() if given.made_by else ()
    makers = tuple(mark_of(name, council, people) for name in given.made_by)
    if Role.DECISION_MAKER in actor.roles:
        makers += (signer,)
    return Signed(
        at=case.at,
        made_on=made_on,
        road=road_of(case),
        makers=tuple(dict.fromkeys(makers)),
        signer=signer,
        signatory=given.signatory,
        made_by=given.made_by,
    )


def road_of(case: Case) -> NoticeRoute | None:
    """Give the road by which a key decision came to be made; None for any other."""
    key = case.subject.kind in (Kind.KEY, Kind.OFFICER_KEY)
    return road_taken(case) if key and case.in_force[KEY_DECISION_NOTICE] is not None else None


ROWS: Final = (
    Step(
        verb="new",
        done="drafted",
        source=(),
        target=State.DRAFT,
        by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Begin a draft, complete or not.",
        under=_DRAFTING,
        asks=Draft,
        records=drafted,
        example="--council herefordshire --title 'Ofsted action plan' --body Cabinet "
        "--kind non-key",
    ),
    Step(
        verb="amend",
        done="amended",
        source=(State.DRAFT,),
        target=None,
        by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Change a draft; what is signed is never changed.",
        under=_DRAFTING,
        asks=Amend,
        records=amended,
        forward=False,
        elsewhere=no_amendment,
        example="HFD-042 --made-on '18 October' --no-conflicts",
    ),
    Step(
        verb="sign",
        done="signed",
        source=(State.DRAFT,),
        target=State.SIGNED,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Sign the written statement of a decision that has been made.",
        under=REGS_12_13,
        asks=Sign,
        needs=(the_council_has_not_ended, *COMPLETE),
        checks=(signing.those_who_made_it_did_not_consent,),
        records=signed,
        elsewhere=no_second_signature,
        example="HFD-042 --signatory 'Leader of the Council'",
    ),
)

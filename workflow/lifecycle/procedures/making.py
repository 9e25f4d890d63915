"""Drafting a decision, and signing its written statement."""

from typing import Final

from workflow.authority import REGS_12_13, engine_rule
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import statement, urgency
from workflow.policy.standing import no_amendment

_DRAFTING = engine_rule("drafting", "A draft may be unfinished; what is signed may not.")
_TIME = engine_rule(
    "what time brings about", "What a deadline has already brought about is only recorded."
)
_COMPLETE = (
    statement.states_the_decision,
    statement.states_when_made,
    statement.states_reasons,
    statement.states_alternatives,
    statement.states_conflicts,
    statement.conflicts_have_dispensation,
    statement.made_before_signing,
    urgency.urgency_has_reason,
    urgency.urgency_has_consent,
    urgency.consent_precedes_decision,
)


def drafted(case: Case) -> e.Event:
    """The first draft."""
    given = case.details
    assert isinstance(given, asks.Draft)
    statement = given.statement
    return e.Drafted(
        at=case.at,
        council=given.council,
        kind=statement.kind,
        title=statement.title,
        statement=statement,
    )


def amended(case: Case) -> e.Event:
    """The draft as it now reads."""
    given = case.details
    assert isinstance(given, asks.Amend)
    statement = given.statement
    return e.Amended(at=case.at, kind=statement.kind, title=statement.title, statement=statement)


def signed(case: Case) -> e.Event:
    """The signature, with the day on which the decision was made."""
    given, made_on = case.details, case.statement.made_on
    assert isinstance(given, asks.Sign)
    assert made_on is not None
    return e.Signed(at=case.at, made_on=made_on, signatory=given.signatory)


ROWS: Final = (
    Step(
        verb="draft",
        done="drafted",
        command="new",
        source=(),
        target=State.DRAFT,
        by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Begin a draft, complete or not.",
        under=_DRAFTING,
        asks=asks.Draft,
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
        asks=asks.Amend,
        records=amended,
        forward=False,
        elsewhere=no_amendment,
        example="HFD-2018-001 --made-on 2018-10-18 --no-conflicts",
    ),
    Step(
        verb="sign",
        done="signed",
        source=(State.DRAFT,),
        target=State.SIGNED,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Authenticate the written statement of a decision that has been made.",
        under=REGS_12_13,
        asks=asks.Sign,
        needs=_COMPLETE,
        records=signed,
        example="HFD-2018-001 --signatory 'Leader of the Council'",
    ),
)

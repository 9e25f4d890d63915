"""Provisions in plain words, a line or two each: what a page, a table or a notice says."""

from functools import singledispatch

from workflow.constitution.provisions.council_ends import CouncilEnds
from workflow.constitution.provisions.effect import (
    Implementation,
    OfficerReport,
    RequiredReport,
    Separation,
    SpecialUrgency,
    WrittenStatement,
)
from workflow.constitution.provisions.grounds import GroundsRule
from workflow.constitution.provisions.notice import (
    ConsentRule,
    NoticeRule,
    PublicationTarget,
    ReportRule,
)
from workflow.constitution.provisions.period import SubjectToCallIn
from workflow.constitution.provisions.request import RequestRule
from workflow.constitution.provisions.scrutiny import (
    DirectionRule,
    Membership,
    Outcomes,
    Reconsidered,
)
from workflow.constitution.wording import short
from workflow.constitution.wording.lists import grounds, outcomes, subject
from workflow.constitution.wording.notices import consent, notice, report, target
from workflow.constitution.wording.requests import request
from workflow.constitution.wording.time_limits import limit, period
from workflow.model.call_in_period import PeriodRule
from workflow.model.time_limit import LimitRule


@singledispatch
def in_words(value: object) -> str:
    """Put the value of a provision in words, without a capital or a full stop; "repealed" for
    None. A test holds that every table of a file has its words."""
    raise TypeError(f"{type(value).__name__} has no words.")


@in_words.register
def _(_: None) -> str:
    return "repealed"


for _kind, _put in (
    (PeriodRule, period),
    (SubjectToCallIn, subject),
    (RequestRule, request),
    (GroundsRule, grounds),
    (LimitRule, limit),
    (Outcomes, outcomes),
    (NoticeRule, notice),
    (ConsentRule, consent),
    (PublicationTarget, target),
    (ReportRule, report),
    (Membership, short.membership),
    (DirectionRule, short.direction),
    (Reconsidered, short.reconsidered),
    (WrittenStatement, short.written_statement),
    (OfficerReport, short.officer_report),
    (RequiredReport, short.required_report),
    (Separation, short.separation),
    (SpecialUrgency, short.special_urgency),
    (Implementation, short.implementation),
    (CouncilEnds, short.council_ends),
):
    in_words.register(_kind, _put)

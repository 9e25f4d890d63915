"""Provisions in plain words, a line or two each: what a page, a table or a notice says."""

from functools import singledispatch

from workflow.model.limit import LimitRule
from workflow.model.period import PeriodRule
from workflow.policy.provisions.council_ends import CouncilEnds
from workflow.policy.provisions.effect import (
    Implementation,
    OfficerReport,
    RequiredReport,
    Separation,
    SpecialUrgency,
    WrittenStatement,
)
from workflow.policy.provisions.grounds import GroundsRule
from workflow.policy.provisions.notice import ConsentRule, NoticeRule, PublicationTarget, ReportRule
from workflow.policy.provisions.period import SubjectToCallIn
from workflow.policy.provisions.request import RequestRule
from workflow.policy.provisions.scrutiny import DirectionRule, Membership, Outcomes, Reconsidered
from workflow.policy.worded import short
from workflow.policy.worded.clocks import limit, period
from workflow.policy.worded.lists import grounds, outcomes, subject
from workflow.policy.worded.notices import consent, notice, report, target
from workflow.policy.worded.requests import request


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

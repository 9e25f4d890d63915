"""What each step asks for. Every field says what it is, so that commands and forms can ask."""

from workflow.model.details.asked import Because, Details, Nothing
from workflow.model.details.consents import AnswerConsent, AskConsent, SkipConsent
from workflow.model.details.deadlines import Review, ReviewDeadline
from workflow.model.details.holds import Hold
from workflow.model.details.making import Amend, Draft, Sign
from workflow.model.details.notices import AskReview, ConcludeReview, GiveNotice
from workflow.model.details.publication import Implement, Publish, PublishUnsigned, SignMinutes
from workflow.model.details.putting_right import (
    Correct,
    NoteIrregularity,
    ReportKey,
    RequireReport,
    ResolveIrregularity,
    Supersede,
)
from workflow.model.details.reconsideration import Change, Confirm, Reconsider
from workflow.model.details.reinstating import FindHold, Reinstate
from workflow.model.details.requests import (
    CallIn,
    CertifyGround,
    RecordOpinion,
    RuleOnRequest,
    SupportRequest,
    WithdrawRequest,
)
from workflow.model.details.scrutiny import (
    Adjourn,
    CouncilDecides,
    CouncilViews,
    Direct,
    LetStand,
    Meet,
    Meeting,
    Outcome,
    ReferBack,
    ReferToCouncil,
    Resolve,
)
from workflow.model.details.severing import Sever
from workflow.model.holder import Holder

__all__ = [
    "Adjourn",
    "Amend",
    "AnswerConsent",
    "AskConsent",
    "AskReview",
    "Because",
    "CallIn",
    "CertifyGround",
    "Change",
    "ConcludeReview",
    "Confirm",
    "Correct",
    "CouncilDecides",
    "CouncilViews",
    "Details",
    "Direct",
    "Draft",
    "FindHold",
    "GiveNotice",
    "Hold",
    "Holder",
    "Implement",
    "LetStand",
    "Meet",
    "Meeting",
    "NoteIrregularity",
    "Nothing",
    "Outcome",
    "Publish",
    "PublishUnsigned",
    "Reconsider",
    "RecordOpinion",
    "ReferBack",
    "ReferToCouncil",
    "Reinstate",
    "ReportKey",
    "RequireReport",
    "Resolve",
    "ResolveIrregularity",
    "Review",
    "ReviewDeadline",
    "RuleOnRequest",
    "Sever",
    "Sign",
    "SignMinutes",
    "SkipConsent",
    "Supersede",
    "SupportRequest",
    "WithdrawRequest",
]

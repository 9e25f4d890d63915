"""What each step asks for. Every field says what it is, so that commands and forms can ask."""

from workflow.model.holder import Holder
from workflow.model.inputs import Because, Inputs, NoInputs
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent, SkipConsent
from workflow.procedures.corrections.inputs import (
    Correct,
    NoteIrregularity,
    ReportKey,
    RequireReport,
    ResolveIrregularity,
    Supersede,
)
from workflow.procedures.expiry.inputs import Review, ReviewDeadline
from workflow.procedures.found_late.inputs import FindHold, Reinstate
from workflow.procedures.holds.inputs import Hold
from workflow.procedures.making.inputs import Amend, Draft, Sign
from workflow.procedures.notices.inputs import AskReview, ConcludeReview, GiveNotice
from workflow.procedures.publication.inputs import Implement, Publish, PublishUnsigned, SignMinutes
from workflow.procedures.reconsideration.inputs import Change, Confirm, Reconsider
from workflow.procedures.requests.inputs import (
    CallIn,
    CertifyGround,
    RecordOpinion,
    RuleOnRequest,
    SupportRequest,
    WithdrawRequest,
)
from workflow.procedures.scrutiny.inputs import (
    Adjourn,
    CouncilDecides,
    CouncilViews,
    Direct,
    LetStand,
    Meet,
    Meeting,
    ReferBack,
    ReferToCouncil,
    Resolve,
    ScrutinyOutcome,
)
from workflow.procedures.severing.inputs import Sever

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
    "Inputs",
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
    "NoInputs",
    "ScrutinyOutcome",
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

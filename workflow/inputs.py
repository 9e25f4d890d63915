"""What each step is given, as a record whose fields a type checker knows.

    from workflow.inputs import Publish

    engine.take("HFD-052", Publish(where="the website"), by="p.officer")

Beside the record of each step stand the words that some of their fields take. docs/generate.py
makes this from the table of steps: change that, not this.
"""

from workflow.model.consent import Purpose, WhySkipped
from workflow.model.holder import Holder
from workflow.model.irregularity import Irregular
from workflow.model.notice import NoticeKind
from workflow.procedures.consents.inputs import AskConsent, GiveConsent, RefuseConsent, SkipConsent
from workflow.procedures.corrections.inputs import (
    Correct,
    CorrectMaterially,
    NoteIrregularity,
    ReportKey,
    RequireReport,
    ResolveIrregularity,
    Supersede,
    VoidPublication,
)
from workflow.procedures.expiry.inputs import Close, RecordLapse, Review, ReviewDeadline
from workflow.procedures.found_late.inputs import RecordLateHold, RecordLateOutcome, SettleDispute
from workflow.procedures.holds.inputs import Hold, Release, Withdraw
from workflow.procedures.implementation.inputs import (
    AskReview,
    ConcludeReview,
    Implement,
    ImplementEarly,
)
from workflow.procedures.making.inputs import Amend, Sign
from workflow.procedures.notices.inputs import GiveNotice
from workflow.procedures.publication.inputs import Publish, PublishUnsigned, SignMinutes
from workflow.procedures.reconsideration.inputs import Change, Confirm, Reconsider, RecordOpinion
from workflow.procedures.requests.inputs import (
    AcceptRequest,
    CallIn,
    CertifyGround,
    RecordLateRequest,
    RejectRequest,
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
    "AcceptRequest",
    "Adjourn",
    "Amend",
    "AskConsent",
    "AskReview",
    "CallIn",
    "CertifyGround",
    "Change",
    "Close",
    "ConcludeReview",
    "Confirm",
    "Correct",
    "CorrectMaterially",
    "CouncilDecides",
    "CouncilViews",
    "Direct",
    "GiveConsent",
    "GiveNotice",
    "Hold",
    "Holder",
    "Implement",
    "ImplementEarly",
    "Irregular",
    "LetStand",
    "Meet",
    "Meeting",
    "NoteIrregularity",
    "NoticeKind",
    "Publish",
    "PublishUnsigned",
    "Purpose",
    "Reconsider",
    "RecordLapse",
    "RecordLateHold",
    "RecordLateOutcome",
    "RecordLateRequest",
    "RecordOpinion",
    "ReferBack",
    "ReferToCouncil",
    "RefuseConsent",
    "RejectRequest",
    "Release",
    "ReportKey",
    "RequireReport",
    "Resolve",
    "ResolveIrregularity",
    "Review",
    "ReviewDeadline",
    "ScrutinyOutcome",
    "SettleDispute",
    "Sever",
    "Sign",
    "SignMinutes",
    "SkipConsent",
    "Supersede",
    "SupportRequest",
    "VoidPublication",
    "WhySkipped",
    "Withdraw",
    "WithdrawRequest",
]

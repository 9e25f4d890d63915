"""Every event that can stand on a decision's record, by the name that is stored."""

from workflow.model.event import Event
from workflow.procedures.consents.events import ConsentAnswered, ConsentAsked
from workflow.procedures.corrections.events import (
    Corrected,
    CorrectedMaterially,
    HistoryCorrected,
    IrregularityNoted,
    IrregularityResolved,
    PublicationVoided,
    Reported,
    ReportRequired,
    Superseded,
)
from workflow.procedures.expiry.events import (
    CallInClosed,
    DeadlineReviewed,
    LimitRanOut,
    LimitReviewed,
)
from workflow.procedures.found_late.events import DisputeSettled, HoldFound, OutcomeFound, PutBefore
from workflow.procedures.holds.events import Held, Released, Withdrawn
from workflow.procedures.implementation.events import (
    ActedOnEarly,
    Implemented,
    ImplementedByRule,
    ReviewAsked,
    ReviewConcluded,
)
from workflow.procedures.making.events import Amended, Drafted, Signed
from workflow.procedures.making.taken_in import TakenIn
from workflow.procedures.notices.events import NoticeGiven
from workflow.procedures.publication.events import (
    CallInOpened,
    MinutesSigned,
    Published,
    PublishedUnsigned,
    TookEffect,
)
from workflow.procedures.reconsideration.events import (
    Changed,
    Confirmed,
    OpinionReceived,
    Rescinded,
    TookEffectAsChanged,
)
from workflow.procedures.requests.events import (
    CalledIn,
    CallInBegun,
    CallInEnded,
    GroundCertified,
    PeriodReopened,
    PutBack,
    RequestAccepted,
    RequestFound,
    RequestLodged,
    RequestRejected,
    RequestSupported,
    RequestWithdrawn,
)
from workflow.procedures.scrutiny.events import (
    Adjourned,
    CallInResolved,
    CouncilDecided,
    CouncilLetStand,
    CouncilObjected,
    DirectionIssued,
    MeetingRecorded,
    ReferredBack,
    ReferredToCouncil,
)
from workflow.procedures.severing.events import PartSevered, SeveredOff

EVENTS: tuple[type[Event], ...] = (
    Drafted,
    TakenIn,
    Amended,
    NoticeGiven,
    ConsentAsked,
    ConsentAnswered,
    Signed,
    Published,
    MinutesSigned,
    PublishedUnsigned,
    ActedOnEarly,
    CallInOpened,
    TookEffect,
    RequestLodged,
    RequestSupported,
    GroundCertified,
    RequestAccepted,
    RequestRejected,
    RequestWithdrawn,
    PeriodReopened,
    CallInBegun,
    CallInEnded,
    CalledIn,
    RequestFound,
    MeetingRecorded,
    Adjourned,
    CallInResolved,
    PutBack,
    ReferredBack,
    ReferredToCouncil,
    DirectionIssued,
    CouncilObjected,
    CouncilLetStand,
    CouncilDecided,
    LimitRanOut,
    LimitReviewed,
    OutcomeFound,
    HoldFound,
    DisputeSettled,
    PutBefore,
    OpinionReceived,
    Confirmed,
    Changed,
    TookEffectAsChanged,
    Rescinded,
    CallInClosed,
    DeadlineReviewed,
    ImplementedByRule,
    Implemented,
    ReviewAsked,
    ReviewConcluded,
    PartSevered,
    SeveredOff,
    Corrected,
    CorrectedMaterially,
    HistoryCorrected,
    PublicationVoided,
    Superseded,
    ReportRequired,
    Reported,
    IrregularityNoted,
    IrregularityResolved,
    Withdrawn,
    Held,
    Released,
)
BY_NAME: dict[str, type[Event]] = {kind.name: kind for kind in EVENTS}

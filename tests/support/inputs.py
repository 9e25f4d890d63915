"""Complete inputs for each step."""

from dataclasses import replace
from datetime import date
from typing import Any

from support.statements import BEFORE_THE_END, MADE_ON, SIGNED_AT, STATEMENT
from workflow.inputs import (
    AcceptRequest,
    Adjourn,
    Amend,
    AskConsent,
    AskReview,
    CallIn,
    CertifyGround,
    Change,
    Close,
    ConcludeReview,
    Confirm,
    Correct,
    CorrectMaterially,
    CouncilDecides,
    CouncilViews,
    Direct,
    GiveConsent,
    GiveNotice,
    Hold,
    Implement,
    ImplementEarly,
    LetStand,
    Meet,
    Meeting,
    NoteIrregularity,
    Publish,
    PublishUnsigned,
    Reconsider,
    RecordLapse,
    RecordLateHold,
    RecordLateOutcome,
    RecordLateRequest,
    RecordOpinion,
    ReferBack,
    ReferToCouncil,
    RefuseConsent,
    RejectRequest,
    Release,
    ReportKey,
    RequireReport,
    Resolve,
    ResolveIrregularity,
    Review,
    ReviewDeadline,
    ScrutinyOutcome,
    SettleDispute,
    Sever,
    Sign,
    SignMinutes,
    SkipConsent,
    Supersede,
    SupportRequest,
    VoidPublication,
    Withdraw,
    WithdrawRequest,
)
from workflow.model.holder import Holder
from workflow.procedures.making.inputs import Draft

DETAILS: dict[str, Any] = {
    "new": Draft(council="herefordshire", statement=STATEMENT),
    "amend": Amend(statement=STATEMENT),
    "sign": Sign(signatory="The Leader"),
    "publish": Publish(where="the council's website"),
    "call-in": CallIn(requested_by=("Cllr C",), grounds="Consultation", received_at=BEFORE_THE_END),
    "request-record-late": RecordLateRequest(
        requested_by=("Cllr C",), grounds="Consultation", received_at=BEFORE_THE_END
    ),
    "request-support": SupportRequest(requested_by=("Cllr D",), received_at=BEFORE_THE_END),
    "request-certify": CertifyGround(ground="relevant matters", certificate="It bears on it."),
    "request-accept": AcceptRequest(reason="In time"),
    "request-reject": RejectRequest(reason="Not members"),
    "request-withdraw": WithdrawRequest(reason="Satisfied"),
    "scrutiny-meet": Meet(meeting=Meeting.INQUORATE, note="Two came."),
    "scrutiny-adjourn": Adjourn(until=date(2018, 11, 30), consent="the Leader", reason="A witness"),
    "scrutiny-direct": Direct(days=14, reason="Under review"),
    "scrutiny-refer-back": ReferBack(concerns="Nobody was asked."),
    "scrutiny-refer-to-council": ReferToCouncil(concerns="Over budget.", advice="It is contrary."),
    "council-object": CouncilViews(views="Look again."),
    "council-let-stand": LetStand(views="Noted."),
    "council-decide": CouncilDecides(decision="No charge.", reason="Not budgeted."),
    "request-record-opinion": RecordOpinion(counsel="A Barrister KC", opinion="It has merit."),
    "reconsideration-confirm": Confirm(reason="They were asked."),
    "reconsideration-change": Change(decision="For a year.", reason="Scrutiny asked."),
    "reconsideration-rescind": Reconsider(reason="Well founded."),
    "lapse": RecordLapse(),
    "scrutiny-resolve": Resolve(outcome=ScrutinyOutcome.UPHELD, reason="The plan was noted."),
    "close": Close(),
    "deadline-review": ReviewDeadline(outcome=Review.REVISE, reason="A closure"),
    "implement": Implement(evidence="The plan was sent."),
    "withdraw": Withdraw(reason="Overtaken"),
    "hold": Hold(
        on_account_of=Holder.MONITORING_OFFICER, under="LGHA 1989 s.5A", reason="A report"
    ),
    "release": Release(reason="Considered"),
    "advance-notice-give": GiveNotice(
        kind="reasons", published_at=SIGNED_AT, where="the website", reasons="A flood."
    ),
    "consent-ask": AskConsent(purpose="special-urgency", reason="A flood."),
    "consent-give": GiveConsent(
        purpose="special-urgency", capacity="scrutiny-chair", given_by="a.chair", note="Agreed."
    ),
    "consent-refuse": RefuseConsent(
        purpose="special-urgency",
        capacity="scrutiny-chair",
        given_by="a.chair",
        note="It can wait.",
    ),
    "consent-skip": SkipConsent(
        purpose="special-urgency", capacity="scrutiny-chair", why="unable-to-act", note="Ill."
    ),
    "correct": Correct(
        statement=replace(STATEMENT, reasons="As in the report of the 16th."), ruling="Clerical"
    ),
    "correct-materially": CorrectMaterially(
        statement=replace(STATEMENT, decision="That half of it be approved."), ruling="Material"
    ),
    "publication-void": VoidPublication(reason="The page could not be reached."),
    "supersede": Supersede(superseded_by="HFD-2018-043", reason="Made anew"),
    "key-report-require": RequireReport(opinion="Two wards", report_by=date(2018, 12, 14)),
    "key-report-submit": ReportKey(report="It fell below the threshold."),
    "irregular-note": NoteIrregularity(
        kind="implemented-early", happened_on=MADE_ON, rule="section 9F", what="Letters went out."
    ),
    "irregular-resolve": ResolveIrregularity(number=1, accepted_by="MO", reason="Recalled"),
    "implement-early": ImplementEarly(evidence="The gate was shut."),
    "minutes-publish": PublishUnsigned(where="the website"),
    "minutes-sign": SignMinutes(signatory="The chair"),
    "sever": Sever(
        stays="That the plan alone be approved.",
        part="That the hall be let.",
        title="The hall",
        ruling="It stands alone.",
        part_ref="NONE",
    ),
    "found-late-record-outcome": RecordLateOutcome(
        acted_at=BEFORE_THE_END, reason="The clerk was away."
    ),
    "found-late-settle-dispute": SettleDispute(reason="It was from too few."),
    "found-late-record-hold": RecordLateHold(
        on_account_of=Holder.COURT, under="An order", reason="Served", made_at=BEFORE_THE_END
    ),
    "review-ask": AskReview(requested_by=("Cllr C",), reason="It was exempt."),
    "review-conclude": ConcludeReview(findings="The urgency was real."),
}

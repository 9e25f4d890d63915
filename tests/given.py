"""A complete statement, the days of its period, and what each step may be given."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from workflow.clock import at_hour, start_of_day
from workflow.model import details as asks
from workflow.model.kind import Kind
from workflow.model.statement import Conflict, Statement, Urgency

REF = "HFD-2018-042"
MADE_ON = date(2018, 10, 18)
SIGNED_AT = at_hour(MADE_ON, datetime(2018, 1, 1, 15).time())
LAST_DAY = date(2018, 10, 24)
ENDS_AT = start_of_day(date(2018, 10, 25))

STATEMENT = Statement(
    title="Ofsted inspection: action plan",
    body="Cabinet",
    kind=Kind.NON_KEY,
    made_on=MADE_ON,
    decision="That the plan be approved.",
    reasons="As in the report.",
    alternatives=(),
    conflicts=(
        Conflict(member="Cllr A", interest="A school governor", dispensation="none granted"),
    ),
    consultation="Head teachers were asked.",
    attended=("Cllr A", "Cllr B"),
    apologies=(),
)
URGENT = Urgency(
    reason="The plan is due before a period could end.",
    agreed_by="Cllr B",
    capacity="chair of the relevant scrutiny committee",
    agreed_on=MADE_ON,
)
BEFORE_THE_END = ENDS_AT - timedelta(hours=12)
DETAILS: dict[str, Any] = {
    "draft": asks.Draft(council="herefordshire", statement=STATEMENT),
    "amend": asks.Amend(statement=STATEMENT),
    "sign": asks.Sign(signatory="The Leader"),
    "publish": asks.Publish(where="the council's website"),
    "call-in": asks.CallIn(
        requested_by=("Cllr C",), grounds="Consultation", received_at=BEFORE_THE_END
    ),
    "note-request": asks.CallIn(
        requested_by=("Cllr C",), grounds="Consultation", received_at=BEFORE_THE_END
    ),
    "support-request": asks.SupportRequest(requested_by=("Cllr D",), received_at=BEFORE_THE_END),
    "certify-ground": asks.CertifyGround(ground="relevant matters", certificate="It bears on it."),
    "accept-request": asks.RuleOnRequest(reason="In time"),
    "reject-request": asks.RuleOnRequest(reason="Not members"),
    "withdraw-request": asks.WithdrawRequest(reason="Satisfied"),
    "meet": asks.Meet(meeting=asks.Meeting.INQUORATE, note="Two came."),
    "adjourn": asks.Adjourn(until=date(2018, 11, 30), consent="the Leader", reason="A witness"),
    "direct": asks.Direct(days=14, reason="Under review"),
    "refer-back": asks.ReferBack(concerns="Nobody was asked."),
    "refer-to-council": asks.ReferToCouncil(concerns="Over budget.", advice="It is contrary."),
    "council-objects": asks.CouncilViews(views="Look again."),
    "council-lets-stand": asks.LetStand(views="Noted."),
    "council-decides": asks.CouncilDecides(decision="No charge.", reason="Not budgeted."),
    "record-opinion": asks.RecordOpinion(counsel="A Barrister KC", opinion="It has merit."),
    "confirm": asks.Confirm(reason="They were asked."),
    "change": asks.Change(decision="For a year.", reason="Scrutiny asked."),
    "rescind": asks.Reconsider(reason="Well founded."),
    "lapse": asks.Nothing(),
    "resolve": asks.Resolve(outcome=asks.Outcome.UPHELD, reason="The plan was noted."),
    "close": asks.Nothing(),
    "review-deadline": asks.ReviewDeadline(outcome=asks.Review.REVISE, reason="A closure"),
    "implement": asks.Implement(evidence="The plan was sent."),
    "withdraw": asks.Because(reason="Overtaken"),
    "hold": asks.Hold(
        on_account_of=asks.Holder.MONITORING_OFFICER, under="LGHA 1989 s.5A", reason="A report"
    ),
    "release": asks.Because(reason="Considered"),
    "give-notice": asks.GiveNotice(
        kind="reasons", published_at=SIGNED_AT, where="the website", reasons="A flood."
    ),
    "ask-consent": asks.AskConsent(purpose="special-urgency", reason="A flood."),
    "give-consent": asks.AnswerConsent(
        purpose="special-urgency", capacity="scrutiny-chair", given_by="a.chair", note="Agreed."
    ),
    "refuse-consent": asks.AnswerConsent(
        purpose="special-urgency",
        capacity="scrutiny-chair",
        given_by="a.chair",
        note="It can wait.",
    ),
    "skip-consent": asks.SkipConsent(
        purpose="special-urgency", capacity="scrutiny-chair", why="unable-to-act", note="Ill."
    ),
    "correct": asks.Correct(
        statement=replace(STATEMENT, reasons="As in the report of the 16th."), ruling="Clerical"
    ),
    "correct-materially": asks.Correct(
        statement=replace(STATEMENT, decision="That half of it be approved."), ruling="Material"
    ),
    "void-publication": asks.Because(reason="The page could not be reached."),
    "supersede": asks.Supersede(superseded_by="HFD-2018-043", reason="Made anew"),
    "require-report": asks.RequireReport(opinion="Two wards", report_by=date(2018, 12, 14)),
    "report-to-council": asks.ReportKey(report="It fell below the threshold."),
    "note-irregularity": asks.NoteIrregularity(
        kind="implemented-early", happened_on=MADE_ON, rule="section 9F", what="Letters went out."
    ),
    "resolve-irregularity": asks.ResolveIrregularity(number=1, accepted_by="MO", reason="Recalled"),
    "act-early": asks.Implement(evidence="The gate was shut."),
    "publish-unsigned": asks.PublishUnsigned(where="the website"),
    "sign-minutes": asks.SignMinutes(signatory="The chair"),
    "sever": asks.Sever(
        stays="That the plan alone be approved.",
        part="That the hall be let.",
        title="The hall",
        ruling="It stands alone.",
        part_ref="NONE",
    ),
    "find-outcome": asks.Reinstate(acted_at=BEFORE_THE_END, reason="The clerk was away."),
    "settle-dispute": asks.Because(reason="It was from too few."),
    "find-hold": asks.FindHold(
        on_account_of=asks.Holder.COURT, under="An order", reason="Served", made_at=BEFORE_THE_END
    ),
    "ask-review": asks.AskReview(requested_by=("Cllr C",), reason="It was exempt."),
    "conclude-review": asks.ConcludeReview(findings="The urgency was real."),
}

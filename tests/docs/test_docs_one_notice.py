"""The notice on the page about I50027300 is the one that is made from its record, and it is read
back as the statement that the council published."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from support.pages.shell import DOCS
from support.people import AUTHOR, MAKER, OFFICER
from support.steps import must, opened
from workflow import Kind, ManualClock, Statement
from workflow.errors import Refusal
from workflow.importing.statements.drafting import to_statement
from workflow.importing.statements.reading import read_statement
from workflow.model.kind import Access
from workflow.publishing.notice.text import notice_text

PUBLISHED = Statement(
    title="Outcome of children's Ofsted Inspection of Local Authority Children's Services (ILACS) "
    "inspection and action plan",
    body="Cabinet",
    kind=Kind.NON_KEY,
    made_on=date(2018, 10, 18),
    decision="That: (a) Cabinet determine any additional actions it wishes to be taken to "
    "strengthen the draft action plan attached as appendix 2; and (b) Subject to any revisions, "
    "the action plan be approved for submission to Ofsted by 25 October 2018.",
    reasons="As set out in the report. Documents relating to this decision are available at "
    "http://councillors.herefordshire.gov.uk/mglssueHistoryHome.aspx?lld=50027300",
    alternatives=("1. There are no alternative options to the above recommendations.",),
    conflicts=(),
    purpose="To receive the outcome of the Ofsted inspection of services under the new Inspection "
    "of Local Authority Children Services (ILACS) framework, which was conducted between 4 June "
    "2018 and 22 June 2018. To consider the council's response to areas for improvement identified "
    "and to make any recommendations regarding the council's proposed submission to Ofsted and "
    "proposed actions to address the areas of improvement that have been identified. The council "
    "is required to submit an action plan to Ofsted within 70 days of the publication of their "
    "report (which is 25 October 2018), outlining how the council intends to address each of the "
    "areas for improvement, the timescales for action to be undertaken, and the monitoring "
    "arrangements.",
    access=Access.OPEN,
    issue_reference="I50027300",
)
"""What the council published, word for word; and that no conflict was declared, which it leaves
blank."""


def test_the_notice_on_the_page_is_the_one_that_is_made() -> None:
    clock = ManualClock(datetime(2018, 10, 18, 14, tzinfo=UTC))
    engine = opened("sqlite:///:memory:", clock)
    ref = must(engine.draft(council="herefordshire", statement=PUBLISHED, by=AUTHOR)).decision.ref
    leader = "Leader of the Council (Councillor JG Lester)"
    must(engine.take(ref, "sign", by=MAKER, signatory=leader))
    must(engine.take(ref, "publish", by=OFFICER, where="councillors.herefordshire.gov.uk"))
    found = engine.publishing.notice(ref)
    assert not isinstance(found, Refusal)
    made = notice_text(found)
    page = (DOCS / "explanation" / "one-notice.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert shown == made
    reading = read_statement(made)
    assert to_statement(reading) == replace(PUBLISHED, printed_expiry=date(2018, 10, 24))
    assert reading.text("signatory") == leader
    assert reading.day("signed_on") == date(2018, 10, 18)

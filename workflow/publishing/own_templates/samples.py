"""Made-up notices and pages, on which templates are tried."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from workflow.model.kind import Access, Kind
from workflow.model.statement import ConflictOfInterest
from workflow.publishing.known_register import KnownRegister
from workflow.publishing.notice.contents import DecisionNotice, HowToAsk, NoticeConsent
from workflow.publishing.notice.html import facts_of
from workflow.publishing.pages import html as pages
from workflow.publishing.pages.page import PageEntry, PublicPage

TYPED: Final = "<b>Typed & so on</b>"
"""Markup that somebody typed, which no page may take for its own."""
MUST_STAND: Final[Mapping[str, str]] = {
    "the reference": "BOR-2026-001",
    "the title": f"Award of a contract {TYPED}",
    "who decided": "The Cabinet of Borsetshire",
    "the day of the decision": "Thursday 26 November 2026",
    "the words on call-in": "until 5 pm on Thursday 3 December 2026",
}
"""What no notice may leave out: each with the text by which it is known in the made-up one."""
_AT: Final = datetime(2026, 11, 27, 9, tzinfo=UTC)
_OPEN: Final = DecisionNotice(
    council="borsetshire",
    council_name="Borsetshire County Council",
    ref=MUST_STAND["the reference"],
    issue_reference="I-1",
    title=MUST_STAND["the title"],
    kind=Kind.KEY,
    maker=MUST_STAND["who decided"],
    made_on=date(2026, 11, 26),
    access=Access.OPEN,
    withheld="",
    purpose="To award.",
    decision=f"That:\n(a) it be awarded; and\n(b) {TYPED}.",
    reasons="As reported. " * 200,
    alternatives=("To do nothing.", "To wait\nfor a year."),
    conflicts=(ConflictOfInterest(member="Cllr Ash", interest="A cousin", dispensation=""),),
    consultation="With residents.",
    attended=("Cllr Ash", "Cllr Beech"),
    apologies=(),
    consents=(),
    signed_by="The Leader",
    signed_on=date(2026, 11, 26),
    published_at=_AT,
    is_published=True,
    last_day=date(2026, 12, 3),
    is_open=True,
    call_in=(f"This decision may be called in {MUST_STAND['the words on call-in']}.",),
    how_to_ask=HowToAsk(to="", words="Send a request to the proper officer.", on_file=True),
    copies="At County Hall.",
    standing_words="Borsetshire.",
    logo="data:image/png;base64,AAAA",
    logo_alt="Borsetshire",
    as_of=_AT,
)
_URGENT: Final = NoticeConsent(
    purpose="exemption", heading="Exemption from call-in", reason="It cannot wait.",
    agreed_by=("Cllr Oak, chair of scrutiny, on Wednesday 25 November 2026",),
)  # fmt: skip
_SECRET: Final = replace(
    _OPEN,
    access=Access.EXEMPT,
    withheld="A part of this decision is kept from the public.",
    purpose=None,
    decision=None,
    reasons=None,
    alternatives=None,
    conflicts=None,
    consultation=None,
    attended=(),
    apologies=None,
    consents=(_URGENT,),
    how_to_ask=None,
    is_open=False,
    copies="",
    standing_words="",
    logo="",
    logo_alt="",
)
_BARE: Final = replace(_OPEN, issue_reference=None, access=None, last_day=None, alternatives=())
NOTICES: Final[tuple[dict[str, Any], ...]] = tuple(map(facts_of, (_OPEN, _SECRET, _BARE)))
"""What a template is given for notices of every shape."""
_PAGE: Final = PublicPage(
    name="open-for-call-in",
    council="borsetshire",
    council_name="Borsetshire County Council",
    title="Decisions open for call-in",
    as_of=_AT,
    lead=("Each of these may be called in.",),
    caption="Decisions that may be called in",
    subject="Title",
    headings=("Until",),
    entries=(
        PageEntry(ref="BOR-2026-001", title=TYPED, cells=("5 pm\non Thursday",), changed_at=_AT),
    ),
    nothing="None is open.",
    after=("Ask the proper officer.",),
    logo="",
    logo_alt="",
    register=KnownRegister(None, None),
)
PAGES: Final[tuple[dict[str, Any], ...]] = tuple(
    map(pages.facts_of, (_PAGE, replace(_PAGE, entries=())))
)
"""What a template is given for pages, with decisions and with none."""


def must_stand(values: Mapping[str, Any]) -> Mapping[str, str]:
    """Give what a page that is made of these may not leave out, each with the text by which it is
    known."""
    if values in NOTICES:
        return MUST_STAND
    found = {"the page's title": _PAGE.title, "what stands after the table": _PAGE.after[0]}
    if not values["entries"]:
        return {**found, "that there is no decision": _PAGE.nothing}
    (entry,) = _PAGE.entries
    return {
        **found,
        "the reference of a decision": entry.ref,
        "the title of a decision": entry.title,
        "what the table says of a decision": entry.cells[0].splitlines()[-1],
    }

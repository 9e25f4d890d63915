"""Ways to meet each refusal that comes before a decision is published, and those met anywhere."""

from datetime import date

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.lives.every_state import LIVES
from support.refusals.way import (
    Way,
    a_draft,
    a_signed,
    after,
    an_open,
    answered,
    asked_consent,
    closed,
    noticed,
    urgent,
)
from support.staffed_registers import EVENSHIRE, ODDSHIRE
from support.steps import held
from workflow import Kind
from workflow.model.statement import ConflictOfInterest

SIGN = "sign {ref} --signatory Leader --as the.leader"
PUBLISH = "publish {ref} --where website --as p.officer"
LATE = "--late-reason 'The clerk was ill'"
MADE = date(2018, 10, 18)

_STATEMENTS = (
    Way("decision-missing", a_draft(decision=None), SIGN),
    Way("date-made-missing", a_draft(made_on=None), SIGN),
    Way("reasons-missing", a_draft(reasons=None), SIGN),
    Way("alternatives-missing", a_draft(alternatives=None), SIGN),
    Way("conflicts-missing", a_draft(conflicts=None), SIGN),
    Way(
        "dispensation-missing",
        a_draft(conflicts=(ConflictOfInterest(member="Cllr D", interest="Land", dispensation=""),)),
        SIGN,
    ),
    Way("consultation-missing", a_draft(EVENSHIRE, consultation=None), SIGN),
    Way("names-missing", a_draft(EVENSHIRE, attended=()), SIGN),
    Way("apologies-missing", a_draft(EVENSHIRE, attended=("Cllr D", "Cllr E")), SIGN),
    Way("signed-before-made", a_draft(made_on=date(2018, 10, 19)), SIGN),
    Way("urgency-without-reason", a_draft(urgency=urgent(reason=None, agreed_on=MADE)), SIGN),
    Way("urgency-without-consent", a_draft(urgency=urgent()), SIGN),
    Way("urgency-agreed-late", a_draft(urgency=urgent(agreed_on=date(2018, 10, 19))), SIGN),
)

_NOTICE = "advance-notice give {ref} --published-at 2018-10-01T10:00 --where website --as p.officer"
_NOTICES = (
    Way("no-notice", a_draft(kind=Kind.KEY), SIGN),
    Way("notice-short", noticed(28), SIGN),
    Way("private-meeting-not-noticed", a_draft(private_meeting=True), SIGN),
    Way("notice-incomplete", a_draft(kind=Kind.KEY), f"{_NOTICE} --kind key-decision"),
    Way("notice-too-late", a_signed(), f"{_NOTICE} --kind private-meeting --matter A --reasons B"),
)

_URGENT = asked_consent("special-urgency", a_draft(kind=Kind.KEY))
_EXEMPT = asked_consent("exemption", a_draft(GULLSHIRE))
_ASK = "consent ask {ref} --reason 'A flood' --as an.author --purpose"
_GIVE = "consent give {ref} --note Yes --as p.officer"
_FOR_URGENCY = f"{_GIVE} --purpose special-urgency"
_SKIP = "consent skip {ref} --purpose special-urgency --capacity scrutiny-chair --note Rang"
_CHAIR = answered("consent-give", "exemption", "chair-of-council", "c.chair")
_BOTH = after(_EXEMPT, _CHAIR, answered("consent-give", "exemption", "scrutiny-chair", "a.chair"))
_AGREED = answered("consent-give", "special-urgency", "scrutiny-chair", "a.chair")
_CONSENTS = (
    Way("urgency-not-stated", after(_URGENT, _AGREED), SIGN),
    Way("consent-too-late", an_open(GULLSHIRE), f"{_ASK} exemption"),
    Way("consent-asked-already", _URGENT, f"{_ASK} special-urgency"),
    Way(
        "consent-not-asked",
        a_draft(kind=Kind.KEY),
        f"{_FOR_URGENCY} --capacity scrutiny-chair --given-by a.chair",
    ),
    Way(
        "not-in-consent-order",
        _URGENT,
        f"{_FOR_URGENCY} --capacity finance-officer --given-by f.officer",
    ),
    Way(
        "earlier-office-not-asked",
        _URGENT,
        f"{_FOR_URGENCY} --capacity chair-of-council --given-by c.chair",
    ),
    Way(
        "answered-already",
        after(_EXEMPT, _CHAIR),
        f"{_GIVE} --purpose exemption --capacity chair-of-council --given-by c.chair",
    ),
    Way("not-in-office", _URGENT, f"{_FOR_URGENCY} --capacity scrutiny-chair --given-by elm"),
    Way(
        "consent-after-decision",
        _URGENT,
        f"{_FOR_URGENCY} --capacity scrutiny-chair --given-by a.chair",
        days=1,
    ),
    Way("office-is-held", _URGENT, f"{_SKIP} --why vacancy --as p.officer"),
    Way("reason-will-not-do", _URGENT, f"{_SKIP} --why not-contactable --hours 48 --as p.officer"),
    Way(
        "exemption-reason-missing",
        after(_BOTH, ("sign", "the.leader", {"signatory": "L"})),
        PUBLISH,
    ),
    Way("exemption-not-agreed", a_signed(), f"{PUBLISH} --exemption-reason 'It cannot wait'"),
)

_EARLY = "implement-early {ref} --evidence 'The gate was shut' --as p.officer"
_SIGNING = (
    Way("statement-first", a_draft(WEALDSHIRE), _EARLY),
    Way("acted-on-already", LIVES["draft, acted on"], _EARLY),
    Way("signed-first", a_draft(), "minutes publish {ref} --where website --as p.officer"),
    Way("signed-already", an_open(), "minutes sign {ref} --signatory Chair --as p.officer"),
    Way("text-is-signed", a_signed(), "amend {ref} --title Other --as an.author"),
    Way("period-already-over", a_signed(ODDSHIRE, made_on=date(2018, 10, 1)), PUBLISH),
    Way(
        "signer-publishes",
        after(a_draft(EVENSHIRE), ("sign", "p.officer", {"signatory": "L"})),
        PUBLISH,
    ),
)

_ANYWHERE = (
    Way("not-authorised", a_draft(), "sign {ref} --signatory Leader --as an.author"),
    Way("in-the-future", a_draft(), f"{SIGN} --at 2018-10-18T18:00 {LATE}"),
    Way("clock-in-doubt", a_draft(), SIGN, days=6500),
    Way("out-of-order", a_draft(), f"{SIGN} --at 2018-10-18T08:00 {LATE}"),
    Way("late-entry-needs-reason", a_draft(), f"{SIGN} --at 2018-10-18T10:00", days=1),
    Way("held", lambda engine, clock: held(engine, a_signed()(engine, clock)), PUBLISH),
    Way(
        "held-already",
        lambda engine, clock: held(engine, a_signed()(engine, clock)),
        "hold {ref} --on-account-of court --under Order --reason R --as m.officer",
    ),
    Way("not-held", a_signed(), "release {ref} --reason R --as m.officer"),
    Way(
        "not-on-file",
        LIVES["called in"],
        "scrutiny refer-to-council {ref} --concerns C --as p.officer",
    ),
    Way(
        "text-still-needed",
        a_draft(),
        "journal erase {ref} --entry 1 --part statement --reason R --as m.officer",
    ),
    Way(
        "last-monitoring-officer",
        a_draft(),
        f"people end 1 --reason Left --council {HEREFORDSHIRE} --as m.officer",
    ),
)

_STANDING = (
    Way("is-draft", a_draft(), PUBLISH),
    Way("is-signed", a_signed(), SIGN),
    Way("is-effective", closed(LARKSHIRE), PUBLISH),
    Way("is-implemented", closed(HEREFORDSHIRE), PUBLISH),
    Way("is-called-in", LIVES["called in"], PUBLISH),
    Way("is-referred-back", LIVES["referred back"], PUBLISH),
    Way("is-referred-to-council", LIVES["referred to council"], PUBLISH),
    Way("is-withdrawn", LIVES["withdrawn"], PUBLISH),
    Way("is-superseded", LIVES["superseded by another"], PUBLISH),
)

BEFORE = (*_STATEMENTS, *_NOTICES, *_CONSENTS, *_SIGNING, *_ANYWHERE, *_STANDING)
"""Every way to meet a refusal before publication, or anywhere."""

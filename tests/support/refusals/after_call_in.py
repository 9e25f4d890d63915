"""Ways to meet each refusal that comes once a decision was called in, or has taken effect."""

from datetime import date, datetime
from typing import Any

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.lives.every_state import LIVES
from support.people import MONITORING, OFFICER
from support.refusals.way import Life, Way, after, an_open, closed, key_and_open
from support.register_pages import a_listed, import_listed
from support.staffed_registers import EVENSHIRE
from support.steps import drafted, petitioned, published
from workflow import Engine, ManualClock
from workflow.clock import LONDON

IN_BETWEEN = 7.5
"""Days after publication when the period is over, and the maker's time limit is not."""
_CONFIRM = "reconsideration confirm {ref} --reason R --as the.leader"
_DIRECT = "scrutiny direct {ref} --reason R --as p.officer --days"
_IMPLEMENT = "implement {ref} --evidence E --as p.officer"


def _called_in(council: str = GULLSHIRE, ground: str = "policy: It is against it.") -> Life:
    def live(engine: Engine, clock: ManualClock) -> str:
        ref = petitioned(engine, published(engine, council), (ground,))
        return after(lambda *_: ref, ("request-accept", MONITORING, {"reason": "E"}))(engine, clock)

    return live


_PUBLISHED_ON = "correct {ref} --ruling R --as m.officer --published-on"


def _imported(engine: Engine, clock: ManualClock) -> str:
    """A decision that another register kept until it was over."""
    return str(import_listed(engine, OFFICER, a_listed()).written[0])


def _and(life: Life, verb: str, **given: Any) -> Life:
    return after(life, (verb, OFFICER, given))


def _erased(engine: Engine, clock: ManualClock) -> str:
    """A decision that was carried out, and its statement then erased."""
    ref = LIVES["implemented"](engine, clock)
    assert engine.journal.erase(ref, 1, "statement", "Asked for.", by=MONITORING)
    return ref


_ADVERSE = _and(_called_in(ground="adverse effect"), "scrutiny-refer-back", concerns="C")
_OPINED = _and(_ADVERSE, "request-record-opinion", counsel="A KC", opinion="It has merit.")
_CALLED_IN = (
    Way(
        "outcome-not-allowed",
        _called_in(EVENSHIRE),
        "scrutiny refer-back {ref} --concerns C --as p.officer",
    ),
    Way(
        "not-contrary-to-framework",
        _called_in(),
        "scrutiny refer-to-council {ref} --concerns C --as p.officer",
    ),
    Way(
        "within-the-framework",
        _and(_called_in(EVENSHIRE), "scrutiny-refer-to-council", concerns="C"),
        "council decide {ref} --decision D --reason R --as p.officer",
    ),
    Way(
        "contrary-to-framework",
        _and(
            _and(_called_in(EVENSHIRE), "scrutiny-refer-to-council", concerns="C", advice="It is."),
            "council-object",
            views="V",
        ),
        "reconsideration confirm {ref} --reason R --as the.leader",
    ),
    Way("direction-too-long", _called_in(), f"{_DIRECT} 15"),
    Way(
        "directed-already",
        _and(_called_in(), "scrutiny-direct", days=7, reason="R"),
        f"{_DIRECT} 7",
    ),
    Way(
        "no-time-limit-runs",
        LIVES["called in"],
        "scrutiny adjourn {ref} --until 2018-11-30 --consent L --reason R --as p.officer",
    ),
    Way(
        "not-put-off",
        _called_in(),
        "scrutiny adjourn {ref} --until 2018-10-19 --consent L --reason R --as p.officer",
    ),
    Way("clock-still-runs", _called_in(), "close {ref} --as p.officer"),
    Way("overdue", LIVES["referred back by rule"], "close {ref} --as p.officer", days=30),
    Way("opinion-missing", _ADVERSE, _CONFIRM, days=IN_BETWEEN),
    Way("votes-missing", _OPINED, _CONFIRM, days=IN_BETWEEN),
    Way(
        "majority-not-reached",
        _OPINED,
        f"{_CONFIRM} --votes-for 7 --votes-against 3",
        days=IN_BETWEEN,
    ),
)

_RULED = "--ruling 'Clerical' --as m.officer"
_NOTED = {
    "kind": "other",
    "happened_on": date(2018, 10, 18),
    "rule": "rule 1",
    "what": "It was late.",
}
_REPORT = "key-report require {ref} --opinion O --as p.officer --report-by"
_SEVER = "sever {ref} --title T --ruling R --as p.officer --stays A --part"
_RESOLVE = "irregular resolve {ref} --accepted-by MO --reason R --as m.officer --number"


def _beside_a_draft(engine: Engine, clock: ManualClock) -> str:
    drafted(engine, ref="HFD-2018-900")
    return published(engine)


_PUT_RIGHT = (
    Way("text-erased", _erased, f"correct {{ref}} --decision D {_RULED}"),
    Way("statement-erased", _erased, "notice {ref}"),
    Way("nothing-corrected", an_open(), f"correct {{ref}} --title 'Ofsted action plan' {_RULED}"),
    Way("not-a-correction", an_open(), f"correct {{ref}} --made-on 2018-10-17 {_RULED}"),
    Way(
        "no-such-decision",
        an_open(),
        "supersede {ref} --superseded-by HFD-2018-999 --reason R --as p.officer",
    ),
    Way(
        "cannot-supersede",
        _beside_a_draft,
        "supersede {ref} --superseded-by HFD-2018-900 --reason R --as p.officer",
    ),
    Way("treated-as-key", key_and_open, f"{_REPORT} 2018-12-14"),
    Way("report-day-passed", an_open(), f"{_REPORT} 2018-10-17"),
    Way(
        "no-report-required",
        an_open(),
        "key-report submit {ref} --report R --as p.officer",
    ),
    Way(
        "report-required-already",
        _and(an_open(), "key-report-require", opinion="O", report_by=date(2018, 11, 30)),
        f"{_REPORT} 2018-12-14",
    ),
    Way(
        "not-disputed",
        LIVES["implemented"],
        "found-late settle-dispute {ref} --reason R --as m.officer",
    ),
    Way("nothing-irregular", an_open(), f"{_RESOLVE} 1"),
    Way("not-outstanding", _and(an_open(), "irregular-note", **_NOTED), f"{_RESOLVE} 2"),
    Way("imported", _imported, "minutes sign {ref} --signatory S --as p.officer"),
    Way("days-out-of-order", _imported, f"{_PUBLISHED_ON} 2018-03-05"),
    Way("period-still-runs", _imported, f"{_PUBLISHED_ON} 2018-10-18"),
    Way("nothing-severed", an_open(), f"{_SEVER} A"),
    Way("reference-taken", an_open(), f"{_SEVER} B --part-ref {{ref}}"),
)

_ASK_REVIEW = "review ask {ref} --requested-by A --reason R --as p.officer"
_FOUND = _and(
    LIVES["lapsed"],
    "found-late-record-outcome",
    acted_at=datetime(2018, 10, 31, 18, tzinfo=LONDON),
    reason="The clerk was away.",
)
_FIND = "found-late record-outcome {ref} --reason Away --as p.officer --acted-at"
_FIND_HOLD = (
    "found-late record-hold {ref} --on-account-of court --under O --reason R --as p.officer "
    "--made-at"
)
_EFFECT = (
    Way("outcome-not-recorded", _FOUND, "close {ref} --as p.officer"),
    Way("not-in-time", LIVES["lapsed"], f"{_FIND} 2018-11-05T18:00"),
    Way("not-by-time", LIVES["resolved"], f"{_FIND_HOLD} 2018-10-22T18:00"),
    Way("not-held-in-time", closed(LARKSHIRE), f"{_FIND_HOLD} 2018-10-30T18:00"),
    Way("did-not-lapse", closed(LARKSHIRE), f"{_FIND} 2018-10-22T18:00"),
    Way(
        "not-yet-effective",
        closed(LARKSHIRE),
        f"{_IMPLEMENT} --at 2018-10-20T12:00 --late-reason Post",
    ),
    Way(
        "review-open-already",
        _and(closed(HEREFORDSHIRE), "review-ask", requested_by=("A",), reason="R"),
        _ASK_REVIEW,
    ),
    Way(
        "no-review-open",
        closed(HEREFORDSHIRE),
        "review conclude {ref} --findings F --as p.officer",
    ),
)

AFTER = (*_CALLED_IN, *_PUT_RIGHT, *_EFFECT)
"""Every way to meet a refusal after a call-in, or when something is put right."""

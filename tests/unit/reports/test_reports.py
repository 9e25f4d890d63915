"""Reports to council: each matter, with its lines, its figures and the duty it answers."""

from datetime import date, datetime

import pytest

from support.councils import GULLSHIRE
from support.lives.one_year import (
    CHAIR,
    COUNCIL,
    DUTIES,
    asked,
    at,
    consent,
    engine_of,
    exempt,
    ordinary,
    refs,
    report,
    today,
    urgent,
)
from support.people import AUTHOR, MAKER, MONITORING, OFFICER
from support.steps import drafted, must, published, signed
from workflow import Engine, Kind, Role
from workflow.clock import LONDON
from workflow.model.statement import Urgency
from workflow.procedures.requests.events import LateRequestRecorded


@pytest.fixture
def gull() -> Engine:
    return engine_of()


# -- each matter --------------------------------------------------------------------------------


def test_special_urgency_gives_the_reason_and_who_agreed_in_what_capacity(gull: Engine) -> None:
    at(gull, 18)
    ref = urgent(gull)
    exempt(gull)
    ordinary(gull)
    found = report(gull, "special-urgency")
    (line,) = found.lines
    assert (line.ref, line.made_on, line.day) == (ref, date(2018, 10, 18), date(2018, 10, 18))
    assert line.reason == "A flood."
    assert line.by_whom == "a.chair, chair of scrutiny, consented Thu 18 Oct 2018 09:00"
    assert (found.now.number, found.now.of_all, found.now.share) == (1, 3, "33.3 %")
    assert found.duty.rule == "regulation 19"
    assert found.next_due == date(2019, 10, 31)


def test_special_urgency_is_reported_by_the_day_it_was_made_published_or_not(
    gull: Engine,
) -> None:
    """Made on the last day of October: it is October's, if it is published in November or never."""
    at(gull, 31)
    made_on = today(gull)
    unpublished = urgent(gull, publish=False)
    later = urgent(gull, publish=False)
    drafted(gull, GULLSHIRE, kind=Kind.KEY, made_on=made_on, urgency=Urgency(reason="R"))
    at(gull, 1, month=11)
    must(gull.take(later, "publish", by=OFFICER, where="website"))
    found = report(gull, "special-urgency")
    assert refs(found) == [unpublished, later]
    assert [line.day for line in found.lines] == [made_on, made_on]
    assert [line.outcome for line in found.lines] == ["signed", "call-in open"]
    assert (found.now.number, found.now.of_all, found.subject.among) == (2, 2, "made")
    november = (date(2018, 11, 1), date(2018, 11, 30))
    assert refs(report(gull, "special-urgency", *november)) == []


def test_agreement_that_the_statement_states_is_told_beside_an_unfinished_request(
    gull: Engine,
) -> None:
    """The chair was passed over and nobody else was asked; the statement says who agreed."""
    at(gull, 18)
    stated = Urgency(reason="R", agreed_by="Cllr B", capacity="vice-chair", agreed_on=today(gull))
    ref = drafted(gull, GULLSHIRE, made_on=today(gull), urgency=stated)
    ask = {"purpose": "special-urgency", "reason": "A flood."}
    must(gull.take(ref, "consent-ask", by=AUTHOR, **ask))
    skip = {"capacity": CHAIR[0], "why": "unable-to-act", "note": "Ill."}
    must(gull.take(ref, "consent-skip", by=OFFICER, purpose="special-urgency", **skip))
    must(gull.take(ref, "sign", by=MAKER, signatory="Leader"))
    must(gull.take(ref, "publish", by=OFFICER, where="website"))
    (line,) = report(gull, "special-urgency").lines
    assert line.by_whom == (
        "chair of scrutiny passed over: unable to act; Cllr B, vice-chair, Thu 18 Oct 2018"
    )


def test_urgency_that_only_the_statement_claims_is_reported_too(gull: Engine) -> None:
    at(gull, 18)
    claim = Urgency(
        reason="It may fall.", agreed_by="Cllr B", capacity="chair", agreed_on=today(gull)
    )
    ordinary(gull, urgency=claim)
    (line,) = report(gull, "special-urgency").lines
    assert (line.reason, line.by_whom) == ("It may fall.", "Cllr B, chair, Thu 18 Oct 2018")


def test_one_passed_over_is_named_by_office_and_reason(gull: Engine) -> None:
    at(gull, 18)
    ref = drafted(gull, GULLSHIRE, kind=Kind.KEY, made_on=today(gull), urgency=Urgency(reason="R"))
    purpose = {"purpose": "special-urgency"}
    must(gull.take(ref, "consent-ask", by=AUTHOR, reason="A flood.", **purpose))
    passing = {"capacity": "scrutiny-chair", "why": "unable-to-act", "note": "Ill."}
    must(gull.take(ref, "consent-skip", by=OFFICER, **passing, **purpose))
    told = {"capacity": "chair-of-council", "given_by": "c.chair", "note": "Yes."}
    must(gull.take(ref, "consent-give", by=OFFICER, **told, **purpose))
    must(gull.take(ref, "sign", by=MAKER, signatory="Leader"))
    must(gull.take(ref, "publish", by=OFFICER, where="website"))
    (line,) = report(gull, "special-urgency").lines
    assert line.by_whom.split("; ")[0] == "chair of scrutiny passed over: unable to act"


def test_exemptions_give_the_reason_on_the_notice_and_both_who_consented(gull: Engine) -> None:
    at(gull, 18)
    ref = exempt(gull)
    urgent(gull)
    ordinary(gull, kind=Kind.OFFICER_NON_KEY)
    found = report(gull, "exemptions")
    (line,) = found.lines
    assert line.ref == ref
    assert line.reason.startswith("Rain is forecast.")
    assert line.by_whom.count("consented") == 2
    assert found.duty.title == "council-decisions"
    assert found.next_due is None


def test_consent_to_exempt_what_is_never_called_in_spares_nothing(gull: Engine) -> None:
    at(gull, 18)
    ref = signed(gull, GULLSHIRE, made_on=today(gull), kind=Kind.OFFICER_NON_KEY)
    consent(gull, ref, "exemption", CHAIR, COUNCIL)
    stated = {"where": "website", "exemption_reason": "Rain is forecast."}
    must(gull.take(ref, "publish", by=OFFICER, **stated))
    assert refs(report(gull, "exemptions")) == []


def test_consent_refused_is_no_exemption(gull: Engine) -> None:
    at(gull, 18)
    ref = signed(gull, GULLSHIRE, made_on=today(gull))
    consent(gull, ref, "exemption", CHAIR)
    told = {"purpose": "exemption", "capacity": "chair-of-council", "given_by": "c.chair"}
    must(gull.take(ref, "consent-refuse", by=OFFICER, note="It can wait.", **told))
    must(gull.take(ref, "publish", by=OFFICER, where="website"))
    assert refs(report(gull, "exemptions")) == []


def test_every_request_is_reported_with_how_it_was_ruled() -> None:
    gull = engine_of(("[[direction]]", DUTIES))
    at(gull, 18)
    first, second = ordinary(gull), ordinary(gull)
    asked(gull, first)
    asked(gull, second)
    asked(gull, second, grounds="policy")
    must(gull.take(first, "request-accept", by=MONITORING, reason="Enough."))
    must(gull.take(second, "request-reject", by=MONITORING, request=2, reason="No particulars."))
    found = report(gull, "call-ins")
    assert refs(found) == [first, second, second]
    assert found.lines[0].outcome == "ruled valid; the decision is called in"
    assert found.lines[0].by_whom.endswith("150 electors")
    assert found.lines[0].reason == "consultation: Nobody was."
    assert "ruled invalid" in found.lines[2].outcome
    assert (found.now.number, found.now.of_all) == (2, 2)
    assert (found.duty.rule, found.next_due) == ("Part 5, rule 60", date(2019, 4, 30))


def test_those_who_joined_a_request_are_named_with_those_who_made_it(gull: Engine) -> None:
    at(gull, 18)
    assert gull.appointments.appoint(GULLSHIRE, "ash", Role.MEMBER, by=MONITORING, name="Cllr Ash")
    ref = ordinary(gull)
    asked(gull, ref, "a.chair")
    given = {"received_at": gull.clock.now(), "electors": 7}
    must(gull.take(ref, "request-support", by=OFFICER, requested_by=("ash",), **given))
    (line,) = report(gull, "call-ins").lines
    assert line.by_whom == "a.chair, ash and 157 electors"


def test_a_request_found_after_it_was_implemented_is_reported(gull: Engine) -> None:
    """By the day it was received, and among those decisions that were asked about."""
    at(gull, 18)
    ref = ordinary(gull)
    at(gull, 1, month=11)
    gull.close_due()
    must(gull.take(ref, "implement", by=OFFICER, evidence="Done."))
    at(gull, 5, month=11)
    found = {"received_at": datetime(2018, 10, 22, 9, tzinfo=LONDON), "requested_by": ("a.chair",)}
    late = gull.take(
        ref,
        "request-record-late",
        by=OFFICER,
        **found,
        grounds="policy",
        how="By hand.",
        late_reason="In the post.",
    )
    must(late)
    kept = gull.history(ref)[-1].event
    assert isinstance(kept, LateRequestRecorded)
    assert kept.how == "By hand."
    reported = report(gull, "call-ins")
    (line,) = reported.lines
    assert (line.ref, line.day) == (ref, date(2018, 10, 22))
    assert (line.reason, line.by_whom) == ("policy", "a.chair")
    assert line.outcome == "found after it was implemented; the decision is implemented"
    assert (reported.now.number, reported.now.of_all) == (1, 1)


def test_a_request_falls_on_the_day_it_was_received(gull: Engine) -> None:
    """Received in November about what was published in October: it is November's."""
    at(gull, 31)
    ref = ordinary(gull)
    at(gull, 1, month=11)
    asked(gull, ref)
    assert refs(report(gull, "call-ins")) == []
    found = report(gull, "call-ins", date(2018, 11, 1), date(2018, 11, 30))
    assert refs(found) == [ref]
    assert (found.now.of_all, found.now.share) == (0, "none")
    assert (found.now.requests, [each.requests for each in found.before]) == (1, [0, 0, 0])
    assert found.before[0].number == 1  # it was published in October, and asked about since
    assert "by the day they were received" in found.note


def test_what_was_published_after_the_target_is_late_to_the_day() -> None:
    gull = engine_of(("[[direction]]", DUTIES))
    at(gull, 18)
    in_time, late = (signed(gull, GULLSHIRE, made_on=today(gull)) for _ in range(2))
    at(gull, 22, 23, 59)
    must(gull.take(in_time, "publish", by=OFFICER, where="website"))
    at(gull, 24, 0)
    must(gull.take(late, "publish", by=OFFICER, where="website"))
    found = report(gull, "late")
    (line,) = found.lines
    assert line.ref == late
    assert line.reason == "to be published by Mon 22 Oct 2018"
    assert line.outcome == "published 2 days later"
    assert (found.now.share, found.note) == ("50.0 %", "")


def test_where_no_target_is_on_file_that_is_said(gull: Engine) -> None:
    at(gull, 30)
    published(gull, GULLSHIRE, made_on=date(2018, 7, 2))
    found = report(gull, "late")
    assert refs(found) == []
    assert "No target for publication is on file" in found.note

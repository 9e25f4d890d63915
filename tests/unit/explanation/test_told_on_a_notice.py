"""The words for a printed notice: wholly in words, by the council's own rule, and never more than
is known."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.people import MAKER, MONITORING, OFFICER
from support.steps import (
    asked,
    called_in,
    drafted,
    held,
    must,
    opened,
    petitioned,
    published,
    signed,
)
from workflow import Actor, Engine, Kind, ManualClock, Role, Urgency
from workflow.calendars.council import DayKind
from workflow.constitution.constitution import Constitution
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped
from workflow.errors import Refusal
from workflow.explanation.deadline import by_rule
from workflow.explanation.printed_notice import PrintedNotice, printed_by_rule

SHORT = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\d\d:\d\d"
)
"""What no notice has: a short name of a day or a month, and an hour in figures of 24."""


def notice(engine: Engine, ref: str) -> PrintedNotice:
    found = engine.publishing.call_in_words(ref)
    assert isinstance(found, PrintedNotice), found
    assert not SHORT.search(" ".join(found.paragraphs)), found
    return found


def no_notice(engine: Engine, ref: str, code: str) -> str:
    found = engine.publishing.call_in_words(ref)
    assert isinstance(found, Refusal)
    assert found.code == code
    return found.because


def test_the_whole_notice_of_a_council_whose_rule_says_everything(any_engine: Engine) -> None:
    """Gullshire: published on Thursday 18 October 2018, five working days, by 5 pm."""
    assert notice(any_engine, published(any_engine, GULLSHIRE)) == PrintedNotice(
        (
            "This decision may be called in until 5 pm on Thursday 25 October 2018.",
            (
                "It may be called in by one chair of scrutiny and two members of scrutiny, or "
                "three members not of the executive, or one member for the ward, or 150 electors, "
                "or two co-optees (education only)."
            ),
            (
                "The time allowed is five working days after the day on which it was published, "
                "Thursday 18 October 2018."
            ),
            "If it is not called in, it takes effect at 5 pm on Thursday 25 October 2018.",
            "The rule: Gullshire Council, constitution, Part 5, rule 1.",
        ),
        (),
    )


def test_who_may_ask_is_left_out_where_it_is_not_on_file(sqlite_engine: Engine) -> None:
    told = notice(sqlite_engine, published(sqlite_engine)).paragraphs
    assert told[:2] == (
        "This decision may be called in until the end of Wednesday 24 October 2018.",
        (
            "The time allowed is four working days after the day on which it was published, "
            "Thursday 18 October 2018."
        ),
    )
    assert told[2] == (
        "If it is not called in, it takes effect at the end of Wednesday 24 October 2018."
    )


def test_clear_days_and_the_next_working_day_are_said_as_the_rule_has_them(
    sqlite_engine: Engine,
) -> None:
    told = notice(sqlite_engine, published(sqlite_engine, LARKSHIRE)).paragraphs
    assert told[1].startswith("The time allowed is five clear working days after the day")
    assert told[2] == (
        "If it is not called in, it takes effect at the start of Friday 26 October 2018."
    )


def by(engine: Engine, council: str, year: int = 2024, day: int = 4) -> PrintedNotice:
    """Give what is printed of a decision that was published on a Tuesday of June."""
    return of(engine.councils.named(council), year, day)


def of(constitution: Constitution, year: int, day: int) -> PrintedNotice:
    found = by_rule(
        constitution=constitution,
        published_at=datetime(year, 6, day, 9, tzinfo=UTC),
        made_on=date(year, 6, day - 1),
    )
    assert found.window is not None
    assert found.rules is not None
    return printed_by_rule(found.window, found.rules)


def test_days_counted_from_the_decision_are_said_so(sqlite_engine: Engine) -> None:
    assert by(sqlite_engine, "kingston").paragraphs[2] == (
        "The time allowed is ten working days after the day on which it was made, "
        "Monday 3 June 2024."
    )


def test_a_start_day_that_counts_is_said_so() -> None:
    text = shipped()["herefordshire"].read_text(encoding="utf-8")
    counted = text.replace("start-day-counts = false", "start-day-counts = true")
    found, _ = parse(counted, "herefordshire")
    assert found is not None
    said = " ".join(of(found, 2021, 8).paragraphs)
    assert "beginning with the day on which it was published, Tuesday 8 June 2021." in said


def test_an_unsure_reading_is_said_beside_the_notice_and_not_on_it(sqlite_engine: Engine) -> None:
    found = by(sqlite_engine, "kingston")
    assert "unsure" not in " ".join(found.paragraphs)
    assert found.beside
    for each in found.beside:
        assert each.startswith("The reading of this rule is unsure; check it before you print: ")
        assert each.endswith("(an unsure reading).")


# -- where no date can be promised --------------------------------------------------------------


def test_a_decision_that_is_held_promises_no_effect(sqlite_engine: Engine) -> None:
    told = notice(sqlite_engine, held(sqlite_engine, published(sqlite_engine))).paragraphs
    assert told[0].startswith("This decision may be called in until the end of Wednesday")
    assert told[2] == "The decision is held, and takes no effect until the hold is released."
    assert "it takes effect at" not in " ".join(told)


def test_a_request_that_awaits_its_ruling_promises_no_effect(sqlite_engine: Engine) -> None:
    told = notice(sqlite_engine, asked(sqlite_engine, published(sqlite_engine))).paragraphs
    assert "takes no effect until that request has been ruled on" in told[2]


def test_a_decision_that_is_called_in_says_so_and_names_no_day_to_come(
    sqlite_engine: Engine,
) -> None:
    told = notice(sqlite_engine, called_in(sqlite_engine, published(sqlite_engine))).paragraphs
    assert told[0] == (
        "This decision has been called in, by a request received at 9 am on Thursday 18 October "
        "2018. It is before scrutiny, and takes no effect until that has been concluded."
    )
    assert len(told) == 2


def test_a_called_in_decision_with_a_clock_names_no_day_to_come_either(
    sqlite_engine: Engine,
) -> None:
    ref = petitioned(sqlite_engine, published(sqlite_engine, GULLSHIRE), ("policy: Against it.",))
    must(sqlite_engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    must(sqlite_engine.take(ref, "scrutiny-refer-back", by=OFFICER, concerns="Ask again."))
    (said, _) = notice(sqlite_engine, ref).paragraphs
    assert "has been referred back to those who made it" in said
    assert "November" not in said


def test_a_deadline_in_question_is_said_beside_the_notice(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = published(sqlite_engine)
    told = {"title": "Flood", "reason": "It rose", "source": "A notice"}
    day = date(2018, 10, 23)
    assert sqlite_engine.calendars.enter_day(
        HEREFORDSHIRE, day, DayKind.CLOSURE, by=OFFICER, **told
    )
    beside = " ".join(notice(sqlite_engine, ref).beside)
    assert f"decisions deadline-review {ref} --help" in beside
    clock.move_to(clock.now() + timedelta(days=8))
    (said, _) = notice(sqlite_engine, ref).paragraphs
    assert said == (
        "The time in which this decision could be called in ended at the end of Wednesday "
        "24 October 2018."
    )


# -- when the time is over ----------------------------------------------------------------------


@pytest.mark.parametrize("recorded", [True, False])
def test_a_time_that_is_over_is_told_in_the_past(
    sqlite_engine: Engine, clock: ManualClock, recorded: bool
) -> None:
    """It goes by the hour, whether or not the close has run."""
    ref = published(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=9))
    if recorded:
        assert sqlite_engine.close_due().closed == [ref]
    said = notice(sqlite_engine, ref).paragraphs[0]
    assert said.startswith(
        "The time in which this decision could be called in ended at the end of Wednesday "
        "24 October 2018. It was not called in"
    )
    assert "took effect at the end of Wednesday 24 October 2018." in said
    assert "may be called in" not in said


def test_between_the_last_request_and_the_effect_it_still_takes_effect(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """Larkshire: requests by 5 pm on Thursday, effect on Friday."""
    ref = published(sqlite_engine, LARKSHIRE)
    clock.move_to(datetime(2018, 10, 25, 17, tzinfo=UTC))
    assert notice(sqlite_engine, ref).paragraphs[0] == (
        "The time in which this decision could be called in ended at 5 pm on Thursday 25 October "
        "2018. It was not called in, and takes effect at the start of Friday 26 October 2018."
    )


# -- not subject to call-in ---------------------------------------------------------------------


def test_a_kind_that_may_not_be_called_in_says_so_with_its_rule(sqlite_engine: Engine) -> None:
    ref = published(sqlite_engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY)
    assert notice(sqlite_engine, ref).paragraphs == (
        (
            "This decision is not subject to call-in. It took effect at 9 am on "
            "Thursday 18 October 2018."
        ),
        "A decision of this kind (officers' non-key) is not subject to call-in.",
        "The rule: Larkshire Council, constitution, Part 4, rule 16.",
    )


def test_special_urgency_says_so_with_its_rule(sqlite_engine: Engine) -> None:
    urgent = Urgency(
        reason="It is unsafe.",
        agreed_by="Cllr B",
        capacity="chair of scrutiny",
        agreed_on=date(2018, 10, 18),
    )
    told = notice(sqlite_engine, published(sqlite_engine, urgency=urgent)).paragraphs
    assert told[1] == "Special urgency applies, so the decision is not subject to call-in."
    assert told[2].startswith("The rule: Herefordshire Council")
    assert "Cllr B" not in " ".join(told)


def test_consent_to_exemption_says_so_with_its_rule(sqlite_address: str) -> None:
    engine = opened(sqlite_address, ManualClock(datetime(2024, 6, 13, 8, tzinfo=UTC)))
    founder = Actor(person="founder", roles=frozenset(), established="test")
    for role in (Role.CHAIR_OF_COUNCIL, Role.SCRUTINY_CHAIR, Role.MONITORING_OFFICER):
        assert engine.appointments.appoint(
            "gloucestershire", f"a.{role}", role, name=role.label, by=founder
        )
    ref = signed(engine, "gloucestershire", made_on=date(2024, 6, 13))
    why = {"purpose": "exemption", "reason": "The rain."}
    must(engine.take(ref, "consent-ask", by=OFFICER, **why))
    for role in (Role.CHAIR_OF_COUNCIL, Role.SCRUTINY_CHAIR):
        given: dict[str, Any] = {"purpose": "exemption", "capacity": role, "note": "Yes."}
        must(engine.take(ref, "consent-give", by=OFFICER, given_by=role.label, **given))
    must(engine.take(ref, "publish", by=OFFICER, where="website", exemption_reason="The rain."))
    told = notice(engine, ref).paragraphs
    assert told[0].startswith("This decision is not subject to call-in. It took effect at 9 am on")
    assert told[1] == "It is exempt from call-in, by consent given before it was published."
    assert "rules 10.2 to 10.4" in told[2]


# -- nothing to print ---------------------------------------------------------------------------


def test_before_publication_there_is_nothing_to_print(sqlite_engine: Engine) -> None:
    draft, made = drafted(sqlite_engine), signed(sqlite_engine)
    why = "A notice says by when it may be called in, which is settled on publication."
    assert no_notice(sqlite_engine, draft, "is-draft") == f"{draft} is still a draft. {why}"
    assert no_notice(sqlite_engine, made, "is-signed") == (
        f"{made} is signed, and not yet published. {why}"
    )


def test_what_is_withdrawn_has_nothing_to_print(sqlite_engine: Engine) -> None:
    ref = published(sqlite_engine)
    must(sqlite_engine.take(ref, "withdraw", by=MAKER, reason="Not wanted."))
    assert "can no longer be called in" in no_notice(sqlite_engine, ref, "is-withdrawn")

"""Records to plain data and back: nothing lost, nothing added, no floats."""

from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.statements import STATEMENT, URGENT
from support.states import EVERY_STATE
from workflow.authority import Authority
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule, TakesEffect, Unit
from workflow.model.event import Event
from workflow.model.json_data import canonical, from_plain, instant_text, sealed_names, to_json_data
from workflow.model.kind import Access, Kind
from workflow.model.state import State
from workflow.model.statement import ConflictOfInterest, Statement
from workflow.procedures.events import EVENTS
from workflow.procedures.requests.events import RequestLodged
from workflow.register.events import EVERY_NAME
from workflow.text import hidden_in

AWARE = st.datetimes(
    min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))
SEEN = st.characters(exclude_categories=["Cs", "Cc", "Cf"]).filter(lambda each: not hidden_in(each))
WORDS = st.text(SEEN, min_size=1).map(str.strip)
LINES = WORDS.map(lambda text: " ".join(text.split())[:200]).filter(bool)


@given(
    st.builds(
        Statement,
        title=LINES,
        body=LINES,
        kind=st.sampled_from(Kind),
        made_on=st.none() | DAYS,
        decision=st.none() | LINES,
        reasons=st.none() | LINES,
        alternatives=st.none() | st.lists(LINES).map(tuple),
        conflicts=st.none()
        | st.lists(
            st.builds(
                ConflictOfInterest, member=LINES, interest=LINES, dispensation=st.just("") | LINES
            )
        ).map(tuple),
        access=st.none() | st.sampled_from(Access),
        urgency=st.none() | st.just(URGENT),
    )
)
def test_a_statement_comes_back_as_it_was(statement: Statement) -> None:
    assert from_plain(Statement, to_json_data(statement)) == statement


@given(
    st.builds(
        CallInPeriod,
        rule=st.builds(
            PeriodRule,
            days=st.integers(1, 366),
            unit=st.sampled_from(Unit),
            counted_from=st.sampled_from(CountedFrom),
            start_day_counts=st.booleans(),
            request_by=st.none() | st.times().map(lambda t: t.replace(tzinfo=None)),
            takes_effect=st.sampled_from(TakesEffect),
        ),
        authority=st.just(Authority(title="t", rule="r", words="w")),
        edition=LINES,
        counted_from=DAYS,
        last_day=DAYS,
        request_deadline=AWARE,
        deadline_included=st.booleans(),
        effective_from=AWARE,
        calendar_hash=LINES,
    )
)
def test_a_window_comes_back_as_it_was(window: CallInPeriod) -> None:
    assert from_plain(CallInPeriod, to_json_data(window)) == window


def test_the_canonical_form_is_the_same_for_the_same_record() -> None:
    """Keys are sorted, there are no spaces, and letters are not escaped."""
    assert canonical({"b": 1, "a": ["é", None, True]}) == '{"a":["é",null,true],"b":1}'
    assert canonical(to_json_data(STATEMENT)) == canonical(to_json_data(STATEMENT))


def test_instants_are_written_in_utc_to_the_microsecond() -> None:
    summer = timezone(timedelta(hours=1))
    assert instant_text(datetime(2018, 10, 24, 17, tzinfo=summer)) == "2018-10-24T16:00:00.000000Z"


@pytest.mark.parametrize("odd", [1.5, float("nan"), b"x", {1, 2}, object()])
def test_what_has_no_plain_form_is_refused(odd: object) -> None:
    with pytest.raises(TypeError):
        to_json_data(odd)


@pytest.mark.parametrize(
    ("kind", "odd"),
    [(bool, 1), (int, True), (str, 1), (date, "2018-02-30"), (datetime, "2018-10-24T17:00:00")],
)
def test_plain_data_of_another_kind_is_refused(kind: type, odd: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_plain(kind, odd)


def test_an_unknown_key_is_refused() -> None:
    plain = to_json_data(STATEMENT)
    assert isinstance(plain, dict)
    with pytest.raises(KeyError, match="no surprise"):
        from_plain(Statement, {**plain, "surprise": 1})


def test_every_event_is_named_once_in_the_past_tense() -> None:
    assert len(EVERY_NAME) == len(EVENTS) + 8
    for name, kind in EVERY_NAME.items():
        assert kind.name == name
        assert kind.__doc__
        assert "at" in [field.name for field in fields(kind)]


def test_free_text_and_names_in_events_are_sealed() -> None:
    """What a person wrote, and who they are, is kept beside the journal; codes and dates in it."""
    free = {"statement", "signatory", "requested_by", "grounds", "reason", "evidence", "stated"}
    free |= {"how", "person", "shown_as", "made_by", "given_by", "accepted_by"}
    free |= {"particulars", "alternative", "certificate", "note", "consent", "concerns", "advice"}
    free |= {"views", "decision", "counsel", "opinion", "findings", "ruling", "report", "what"}
    free |= {"setting_aside", "raw", "doubts", "why"}
    for kind in EVENTS:
        names = {field.name for field in fields(kind)}
        # Of a request, these are names from the council's own list; what was written is beside.
        coded = {"grounds"} if kind is RequestLodged else set()
        assert names & free - coded == set(sealed_names(kind)), kind


def test_a_time_of_day_comes_back_as_it_was() -> None:
    assert from_plain(time, to_json_data(time(16))) == time(16)


def test_a_decision_in_every_state_has_a_state_with_words() -> None:
    for state, decision in EVERY_STATE.items():
        assert decision.state is state
        assert State.named(state.value) is state
        assert state.says.endswith(".")
    assert issubclass(EVENTS[0], Event)

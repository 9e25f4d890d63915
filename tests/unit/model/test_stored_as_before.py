"""What came later is written only where it is set: every older record keeps the words it had."""

from datetime import UTC, date, datetime

from workflow import Kind, Statement
from workflow.answers.as_json import as_json
from workflow.model.json_data import from_plain, to_json_data
from workflow.model.proceedings import NONE_YET, Proceedings

STATEMENT = Statement(title="A", body="Cabinet", kind=Kind.KEY, made_on=date(2018, 10, 18))
LATER = {"consultation", "attended", "apologies"}


def test_a_statement_that_says_nothing_new_is_written_as_it_was() -> None:
    plain = to_json_data(STATEMENT)
    assert isinstance(plain, dict)
    assert LATER.isdisjoint(plain)
    assert plain["purpose"] is None
    assert from_plain(Statement, plain) == STATEMENT


def test_that_nobody_sent_apologies_is_written_and_is_not_the_same_as_not_said() -> None:
    said = Statement(title="A", body="Cabinet", kind=Kind.KEY, attended=("Cllr A",), apologies=())
    plain = to_json_data(said)
    assert isinstance(plain, dict)
    assert (plain["attended"], plain["apologies"]) == (["Cllr A"], [])
    assert from_plain(Statement, plain) == said


def test_an_answer_has_every_field() -> None:
    answer = as_json(STATEMENT)
    assert isinstance(answer, dict)
    assert answer.keys() >= LATER
    assert answer["consultation"] is None


def test_proceedings_are_written_with_what_came_later_only_where_it_is_set() -> None:
    plain = to_json_data(NONE_YET)
    assert isinstance(plain, dict)
    assert "past_end" not in plain
    kept = Proceedings(past_end=datetime(2027, 4, 1, tzinfo=UTC))
    assert from_plain(Proceedings, to_json_data(kept)) == kept

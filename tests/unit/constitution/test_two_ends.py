"""A call-in period whose rule can be read in two ways: the later end stands, and both are kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import at_hour
from workflow.constitution.constitution import InForce
from workflow.constitution.counting_limits import reaches
from workflow.constitution.period import counted_afresh, period_to_review, recount, window_for
from workflow.constitution.reading import parse
from workflow.constitution.wording.readings import other_readings
from workflow.explanation.deadline import asked_about
from workflow.model.call_in_period import CallInPeriod, OtherEnd
from workflow.model.json_data import canonical, from_plain, to_json_data

FILE = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2022-01-01
days = 5
unit = "working"
counted-from = "decision"
start-day-counts = false
request-by = 17:00:00
takes-effect = "{effect}"
basis = "inferred from notices"
rule = "published lists"
confidence = "unsure"
{could_be}
words = "Five working days."
"""
WINDOWS = """
  { reference = "1", published = 2023-05-16, effective-from = 2023-05-24 },
  { reference = "2", published = 2023-06-13, effective-from = 2023-06-21 },
"""
FROM_PUBLICATION = f'could-be = [{{ counted-from = "publication", windows = [{WINDOWS}] }}]'
ENGLAND = calendar_for(Nation.ENGLAND)


def rules(could_be: str = FROM_PUBLICATION, effect: str = "at the end of the period") -> InForce:
    found, complaints = parse(FILE.format(could_be=could_be, effect=effect), "a.toml")
    assert found is not None, complaints
    return found.in_force_on(date(2024, 6, 12))


def window(of: InForce, made: str = "2024-06-10", calendar: Calendar = ENGLAND) -> CallInPeriod:
    return window_for(
        of,
        calendar,
        made_on=date.fromisoformat(made),
        published_at=at_hour(date(2024, 6, 12), time(10)),
    )


def test_the_reading_that_gives_the_most_time_is_the_one_on_record() -> None:
    """Made on Monday, published on Wednesday: five days end on Monday, or on Wednesday."""
    found = window(rules())
    assert found.last_day == date(2024, 6, 19)
    assert found.counted_from == date(2024, 6, 12)
    (other,) = found.other_ends
    assert (other.last_day, other.counted_from) == (date(2024, 6, 17), date(2024, 6, 10))
    assert found.sooner == (other,)


def test_between_the_two_ends_is_from_just_after_the_sooner_to_the_later() -> None:
    found = window(rules())
    for instant, between in (
        (datetime(2024, 6, 17, 16, tzinfo=UTC), False),  # 5 pm in London, by both
        (datetime(2024, 6, 17, 16, 0, 1, tzinfo=UTC), True),
        (datetime(2024, 6, 19, 16, tzinfo=UTC), True),
        (datetime(2024, 6, 19, 16, 0, 1, tzinfo=UTC), False),  # late by both
    ):
        assert found.is_between(instant) is between, instant


def test_made_and_published_on_one_day_both_give_one_end() -> None:
    found = window(rules(), made="2024-06-12")
    assert found.sooner == ()
    assert len(found.other_ends) == 1
    assert not found.is_between(found.request_deadline)
    assert list(other_readings(found)) == [
        "The council's rule can be read in other ways, which give the same end on these days."
    ]


def test_effect_is_the_latest_that_any_reading_gives() -> None:
    """Requests end at the same 5 pm by both; by one the decision waits for the next morning."""
    reading = f'could-be = [{{ takes-effect = "next working day", windows = [{WINDOWS}] }}]'
    found = window(rules(reading))
    assert found.request_deadline == datetime(2024, 6, 17, 16, tzinfo=UTC)
    assert found.effective_from == datetime(2024, 6, 17, 23, tzinfo=UTC)


def test_a_day_closed_since_recounts_each_reading() -> None:
    """The last day of the later reading is closed: it ends a day later, the sooner as it did."""
    found = window(rules())
    closed = calendar_for(Nation.ENGLAND, asked_about([date(2024, 6, 19)]))
    again = period_to_review(found, closed, None)
    assert again is not None
    assert again.last_day == date(2024, 6, 20)
    assert [each.last_day for each in again.other_ends] == [date(2024, 6, 17)]
    assert recount(found, ENGLAND) is found
    assert counted_afresh(found, ENGLAND) == found


def test_a_window_with_one_reading_keeps_the_words_it_had() -> None:
    """What is stored of it is to the byte what was stored before there were other readings."""
    found = window(rules("could-be = []\ncould-be-why = 'None was found.'"))
    plain = to_json_data(found)
    assert isinstance(plain, dict)
    assert plain.keys() == {
        "rule",
        "authority",
        "edition",
        "counted_from",
        "last_day",
        "request_deadline",
        "deadline_included",
        "effective_from",
        "calendar_hash",
        "implemented_by_rule",
    }


def test_a_window_with_two_readings_is_read_back_as_it_was() -> None:
    found = replace(window(rules()), rule_assumed=True)
    again = from_plain(CallInPeriod, to_json_data(found))
    assert again == found
    assert canonical(to_json_data(again)) == canonical(to_json_data(found))
    assert isinstance(again.other_ends[0], OtherEnd)


def test_both_ends_are_said_in_words() -> None:
    assert "\n".join(other_readings(window(rules()))) == (
        "The council's rule can be read in more than one way. This end is by the reading that "
        "gives the most time: 5 working days after publication, until 17:00 on the last; in "
        "effect at that moment.\n"
        "By another reading: requests until 17:00 on Mon 17 Jun 2024, and effect at 17:00 on Mon "
        "17 Jun 2024 (5 working days after the decision, until 17:00 on the last; in effect at "
        "that moment).\n"
        "A request received between the two is recorded, and left for the monitoring officer. "
        "The decision takes no effect before the later."
    )


def test_days_are_counted_no_further_than_the_longest_reading_can_be() -> None:
    alone = "could-be = []\ncould-be-why = 'None was found.'"
    longer = f"could-be = [{{ days = 7, windows = [{WINDOWS}] }}]"
    ((of_one,), (of_two,)) = (list(reaches(rules(each), ENGLAND)) for each in (alone, longer))
    assert of_one.day > of_two.day
    assert of_two.words.startswith("7 working days after the decision")

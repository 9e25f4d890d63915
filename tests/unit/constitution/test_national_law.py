"""The law of a nation stands under each body's own rules: one law for one sort of body."""

from dataclasses import replace
from datetime import date

from support.councils import constitution
from workflow.calendars.nations import Nation
from workflow.constitution.head import Body
from workflow.constitution.provisions import PROVISIONS
from workflow.constitution.provisions.notice import KEY_DECISION_NOTICE, PRIVATE_MEETING_NOTICE
from workflow.constitution.provisions.report import REQUIRED_REPORT
from workflow.constitution.provisions.scrutiny import DIRECTION, SCRUTINY_OUTCOMES
from workflow.constitution.provisions.statement import (
    USUAL,
    WRITTEN_STATEMENT,
    Matter,
    WrittenStatement,
)
from workflow.constitution.reading import national

APRIL, MAY = date(2021, 4, 30), date(2021, 5, 1)


def test_the_law_for_combined_authorities_is_theirs_alone() -> None:
    """A council of England has none of it, and they have none that is on a council's executive."""
    day = date(2024, 6, 3)
    theirs = constitution("west-yorkshire").in_force_on(day)
    assert theirs[DIRECTION] is not None
    assert theirs[DIRECTION].value is not None
    assert theirs[DIRECTION].value.most_days == 14
    assert theirs[KEY_DECISION_NOTICE] is not None
    assert "SI 2017/68" in theirs[KEY_DECISION_NOTICE].authority.title
    for none in (
        theirs[PRIVATE_MEETING_NOTICE],
        theirs[REQUIRED_REPORT],
        theirs[WRITTEN_STATEMENT],
    ):
        assert none is None
    salford = constitution("salford").in_force_on(day)
    assert salford[DIRECTION] is None
    assert salford[PRIVATE_MEETING_NOTICE] is not None


def test_no_law_on_a_combined_authority_is_the_regulations_on_executives() -> None:
    """SI 2012/2089 speaks of county, district and London borough councils."""
    for body in (Body.COMBINED_AUTHORITY, Body.COMBINED_COUNTY_AUTHORITY):
        law = national(Nation.ENGLAND, body)
        assert law is not None
        rules = law.in_force_on(date(2026, 11, 30))
        held = [rules.provisions.get(name) for name in PROVISIONS]
        cited = {each.authority.title for each in held if each is not None}
        assert any("2017/68" in title for title in cited)
        assert not [title for title in cited if "2012/2089" in title]


def test_a_combined_county_authority_has_a_law_of_its_own() -> None:
    """By another Act, and by the same Order from the day on which it was made to speak of them."""
    first, second = (
        national(Nation.ENGLAND, body)
        for body in (Body.COMBINED_AUTHORITY, Body.COMBINED_COUNTY_AUTHORITY)
    )
    assert first is not None
    assert second is not None
    before, after = (second.in_force_on(date(2024, 5, day)) for day in (6, 7))
    assert before[DIRECTION] is None
    assert before[SCRUTINY_OUTCOMES] is not None
    assert before[SCRUTINY_OUTCOMES].authority.title == "Levelling-up and Regeneration Act 2023"
    assert after[DIRECTION] is not None
    assert after[DIRECTION].authority.rule.startswith("article 7(5)(b)")
    theirs = first.in_force_on(date(2024, 5, 7))
    for name in PROVISIONS:
        one, other = theirs.provisions.get(name), after.provisions.get(name)
        assert (one is None) == (other is None), name
        assert one is None or one.value == other.value, name


def test_what_a_record_says_in_wales_follows_the_law_of_its_day() -> None:
    """From 1 May 2021 it names those who were there; the alternatives it need never give."""
    law = national(Nation.WALES)
    assert law is not None
    before, after = (law.in_force_on(day)[WRITTEN_STATEMENT] for day in (APRIL, MAY))
    assert before is not None
    assert before.value is not None
    assert after is not None
    assert after.value is not None
    assert set(after.value.says) - set(before.value.says) == {Matter.NAMES}
    assert set(USUAL) - set(after.value.says) == {Matter.ALTERNATIVES}
    assert Matter.CONSULTATION in before.value.says
    assert not after.value.officers


def test_a_council_may_ask_more_of_a_record_than_the_law_and_not_less() -> None:
    law = WrittenStatement(signed_after_effect=False, says=(*USUAL, Matter.NAMES), officers=False)
    for own, keeps in (
        (replace(law, says=tuple(Matter)), True),
        (replace(law, officers=True), True),
        (replace(law, says=USUAL), False),
        (replace(law, signed_after_effect=True), False),
        (WrittenStatement(signed_after_effect=False, says=tuple(Matter)), True),
    ):
        assert own.goes_beyond(law) is keeps, own
    assert not law.goes_beyond(replace(law, officers=True))

"""The law of a nation stands under each body's own rules: one law for one sort of body."""

from datetime import date

from cells import constitution

from workflow.calendars.nations import Nation
from workflow.policy.constitution import PROVISIONS, Body
from workflow.policy.reading import national


def test_the_law_for_combined_authorities_is_theirs_alone() -> None:
    """A council of England has none of it, and they have none that is on a council's executive."""
    day = date(2024, 6, 3)
    theirs = constitution("west-yorkshire").in_force_on(day)
    assert theirs.direction is not None
    assert theirs.direction.value is not None
    assert theirs.direction.value.most_days == 14
    assert theirs.key_decision_notice is not None
    assert "SI 2017/68" in theirs.key_decision_notice.authority.title
    for none in (theirs.private_meeting_notice, theirs.required_report, theirs.written_statement):
        assert none is None
    salford = constitution("salford").in_force_on(day)
    assert salford.direction is None
    assert salford.private_meeting_notice is not None


def test_no_law_on_a_combined_authority_is_the_regulations_on_executives() -> None:
    """SI 2012/2089 speaks of county, district and London borough councils."""
    for body in (Body.COMBINED_AUTHORITY, Body.COMBINED_COUNTY_AUTHORITY):
        law = national(Nation.ENGLAND, body)
        assert law is not None
        rules = law.in_force_on(date(2026, 11, 30))
        held = [getattr(rules, name) for name in PROVISIONS]
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
    assert before.direction is None
    assert before.scrutiny_outcomes is not None
    assert before.scrutiny_outcomes.authority.title == "Levelling-up and Regeneration Act 2023"
    assert after.direction is not None
    assert after.direction.authority.rule.startswith("article 7(5)(b)")
    theirs = first.in_force_on(date(2024, 5, 7))
    for name in PROVISIONS:
        one, other = getattr(theirs, name), getattr(after, name)
        assert (one is None) == (other is None), name
        assert one is None or one.value == other.value, name

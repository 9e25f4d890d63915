"""Constitution files: what is on file is read exactly, and each fault is named with its cure."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from support.councils import constitution
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.constitution.constitution import on_file
from workflow.constitution.period import window_for
from workflow.constitution.provisions.effect import SPECIAL_URGENCY
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.provision import Basis
from workflow.constitution.reading import parse, read
from workflow.constitution.shipped import shipped
from workflow.errors import BadConstitution, NotOnFile
from workflow.model.call_in_period import CountedFrom, PeriodRule, TakesEffect, Unit
from workflow.model.kind import Kind

HEREFORDSHIRE = Path(constitution().source).read_text(encoding="utf-8")


def complaints_of(text: str) -> list[str]:
    found, complaints = parse(text, "a.toml")
    assert found is None
    return [f"{c.key}: {c.problem} {c.cure}" for c in complaints]


def test_herefordshires_rule_is_four_working_days_inferred_from_notices() -> None:
    provision = constitution().in_force_on(date(2018, 10, 18))[CALL_IN_PERIOD]
    assert provision is not None
    assert provision.basis is Basis.INFERRED
    assert "inferred" in provision.authority.words
    assert provision.value == PeriodRule(
        days=4,
        unit=Unit.WORKING,
        counted_from=CountedFrom.PUBLICATION,
        start_day_counts=False,
        request_by=None,
        takes_effect=TakesEffect.AT_THE_END,
    )


def test_herefordshires_period_is_unsure_and_binds_alone() -> None:
    """No other reading is on file: the 24 October of I50027300 stands, and nothing is between."""
    rules = constitution().in_force_on(date(2018, 10, 18))
    provision = rules[CALL_IN_PERIOD]
    assert provision is not None
    assert provision.authority.unsure
    assert provision.evidence.could_be == ()
    assert provision.evidence.could_be_why
    window = window_for(
        rules,
        calendar_for(Nation.ENGLAND),
        made_on=date(2018, 10, 18),
        published_at=datetime(2018, 10, 18, 15, 30, tzinfo=UTC),
    )
    assert window.last_day == date(2018, 10, 24)
    assert window.other_ends == ()
    assert not window.rule_assumed


def test_salfords_rule_is_effective_at_four_on_the_fifth_working_day() -> None:
    rules = constitution("salford").in_force_on(date(2022, 9, 16))
    assert rules[CALL_IN_PERIOD] is not None
    assert rules[CALL_IN_PERIOD].basis is Basis.COUNCIL_PAGE
    value = rules[CALL_IN_PERIOD].value
    assert value is not None
    assert (value.days, value.request_by) == (5, time(16))
    assert rules[SPECIAL_URGENCY] is None
    assert rules[SUBJECT_TO_CALL_IN] is not None
    assert rules[SUBJECT_TO_CALL_IN].value is not None
    assert Kind.OFFICER_KEY in rules[SUBJECT_TO_CALL_IN].value.not_subject


def test_every_shipped_provision_gives_its_source() -> None:
    """Each says where it comes from, what it says, and where it can be read."""
    for council, path in shipped().items():
        found = read(path)
        assert found.council == council, "a file is named by its council, so that it is found"
        assert found.provisions
        for name, provisions in found.provisions.items():
            for provision in provisions:
                assert provision.authority.rule
                assert provision.authority.words
                if not provision.authority.link:
                    assert "address was not kept" in provision.authority.words, (path, name)
                    continue
                assert provision.authority.link.startswith(("https://", "http://")), (path, name)
                law = provision.basis is Basis.NATIONAL_LAW
                read_on, unsure = provision.authority.read, provision.authority.unsure
                assert law or read_on is not None or unsure, (path, name)


def test_nothing_is_in_force_before_the_first_provision() -> None:
    rules = constitution().in_force_on(date(2017, 7, 20))
    assert rules[CALL_IN_PERIOD] is None
    with pytest.raises(NotOnFile, match="not on file for Thu 20 Jul 2017"):
        on_file(rules[CALL_IN_PERIOD], "the call-in period", rules)


def test_a_later_provision_takes_over_on_its_day_and_a_repeal_ends_it() -> None:
    """A rule that changes is a later entry; a repeal is a dated null; nothing is deleted."""
    source = """
basis = "constitution"
rule = "rule 16"
words = "Words of our own."
"""
    later = f"""
[[special-urgency]]
from = 2020-01-01
exempts-from-call-in = false
{source}
[[special-urgency]]
from = 2021-01-01
repealed = true
{source}
"""
    found, complaints = parse(HEREFORDSHIRE + later, "a.toml")
    assert found is not None, complaints
    on = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    values = [found.in_force_on(day)[SPECIAL_URGENCY] for day in on]
    told = [None if v is None or v.value is None else v.value.exempts_from_call_in for v in values]
    assert told == [True, False, False, None]
    editions = [found.in_force_on(day).edition for day in on]
    assert editions[1] == editions[2]
    assert len(set(editions)) == 3


def test_the_edition_is_the_same_for_the_same_rules() -> None:
    """An edition names the rules in force, whatever the day asked about."""
    first = constitution().in_force_on(date(2018, 10, 18))
    assert first.edition == constitution().in_force_on(date(2024, 1, 2)).edition
    assert first.edition.startswith("herefordshire/2018-03-06/")


def test_to_read_a_source_again_unchanged_makes_no_new_edition() -> None:
    """The day it was read is on file, and is no part of what the rule says."""
    again = re.sub(r"read = [0-9-]+", "read = 2027-01-04", HEREFORDSHIRE)
    found, complaints = parse(again, "a.toml")
    assert found is not None, complaints
    rules = found.in_force_on(date(2018, 10, 18))
    assert rules[CALL_IN_PERIOD] is not None
    assert rules[CALL_IN_PERIOD].authority.read == date(2027, 1, 4)
    assert rules.edition == constitution().in_force_on(date(2018, 10, 18)).edition


def test_an_unsure_reading_says_so_wherever_its_rule_is_cited() -> None:
    sure = HEREFORDSHIRE.replace('confidence = "unsure"', 'confidence = "sure"')
    rules = constitution().in_force_on(date(2018, 10, 18))
    assert rules[CALL_IN_PERIOD] is not None
    assert str(rules[CALL_IN_PERIOD].authority).endswith("(an unsure reading)")
    found, complaints = parse(sure, "a.toml")
    assert found is not None, complaints
    assert rules.edition != found.in_force_on(date(2018, 10, 18)).edition
    window = window_for(
        rules,
        calendar_for(Nation.ENGLAND),
        made_on=date(2018, 10, 18),
        published_at=datetime(2018, 10, 18, 9, tzinfo=UTC),
    )
    assert window.authority.unsure


@pytest.mark.parametrize(
    ("was", "now", "complaint"),
    [
        ('"unsure"', '"high"', "confidence: 'high' is not known here."),
        ("from = 2018-03-06", "from = 3018-03-06", "from: 3018-03-06 cannot be right."),
        ("read = 2026-11-24", "read = 0206-11-24", "read: 0206-11-24 cannot be right."),
        ("read = 2026-11-24", 'read = "yesterday"', "read: 'yesterday' does not fit."),
        ("days = 4", "days = 0", "call-in-period[1].days: 0 is out of bounds."),
        ("days = 4", 'days = "4"', "call-in-period[1].days: '4' does not fit."),
        ("days = 4", "days = true", "call-in-period[1].days: True does not fit."),
        ("days = 4", "dayz = 4", "call-in-period[1].days: It is missing."),
        ("days = 4", "days = 4\ndayz = 4", 'dayz: This key is not known. Did you mean "days"?'),
        ('unit = "working"', 'unit = "workdays"', "unit: 'workdays' is not known here."),
        ('"end of day"', '"5pm"', "request-by: '5pm' does not fit. Give an hour, as in 17:00:00"),
        ('"end of day"', "00:00:00", "request-by: datetime.time(0, 0) does not fit."),
        ("from = 2018-03-06", 'from = "2018-03-06"', "from: '2018-03-06' does not fit."),
        ('basis = "inferred from notices"', 'basis = "hearsay"', "basis: 'hearsay' is not known"),
        ('nation = "england"', 'nation = "englnd"', "council.nation: There is no nation"),
        ('prefix = "HFD"', 'prefix = "H F D"', "council.prefix: 'H F D' does not fit."),
        ('id = "herefordshire"', 'id = "../x"', "council.id: '../x' does not fit."),
        ("not-subject = []", 'not-subject = ["key"]', '"key" is in both lists.'),
        ("recorded = false", 'recorded = "no"', "implementation[1].recorded: 'no' does not fit."),
        ("[council]", "[councill]", "council: It is missing."),
        ("[[implementation]]", "[[implementaton]]", 'Did you mean "implementation"?'),
        ("[council]", "[council", "the file: It is not TOML:"),
        ('words = """', 'words = ""\nwordz = """', "words: It is empty."),
    ],
)
def test_each_fault_names_the_key_and_the_cure(was: str, now: str, complaint: str) -> None:
    assert was in HEREFORDSHIRE
    said = complaints_of(HEREFORDSHIRE.replace(was, now, 1))
    assert any(complaint in each for each in said), said


def test_a_file_of_very_many_provisions_is_read_or_refused_in_time(tmp_path: Path) -> None:
    """Thousands are read while the file is short enough; a longer one is refused by its length."""
    entry = '[[special-urgency]]\nfrom = {}\nexempts-from-call-in = true\nbasis = "constitution"\n'
    entry += 'rule = "r"\nwords = "w"\n'
    days = (date(1980, 1, 1) + timedelta(days=n) for n in range(10_000))
    many = HEREFORDSHIRE.split("[[special-urgency]]")[0] + "".join(map(entry.format, days))
    assert len(many) > 1_000_000
    for text in (many, "# " + "x" * 10_000_000):
        (tmp_path / "a.toml").write_text(text, encoding="utf-8")
        with pytest.raises(BadConstitution, match="longer than 1,000,000 bytes"):
            read(tmp_path / "a.toml")
    found, complaints = parse(many[: many.rindex("[[", 0, 900_000)], "a.toml")
    assert found is not None, complaints[:3]
    assert len(found.on("special_urgency")) > 7_000


def test_every_complaint_is_given_at_once() -> None:
    said = complaints_of(
        HEREFORDSHIRE.replace("days = 4", "days = 0").replace('unit = "working"', "unit = 1")
    )
    assert len(said) == 2


def test_clear_days_that_count_the_start_contradict_themselves() -> None:
    text = HEREFORDSHIRE.replace('unit = "working"', 'unit = "clear-working"').replace(
        "start-day-counts = false", "start-day-counts = true"
    )
    assert any("Of clear days neither end is counted." in each for each in complaints_of(text))


def test_entries_out_of_date_order_are_refused() -> None:
    block = HEREFORDSHIRE[HEREFORDSHIRE.index("[[implementation]]") :]
    assert any("does not come after" in each for each in complaints_of(HEREFORDSHIRE + block))


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / "odd.toml"
    odd.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(BadConstitution, match="is not text in UTF-8"):
        read(odd)
    odd.write_text("x = '\x00'", encoding="utf-8")
    with pytest.raises(BadConstitution):
        read(odd)


def test_a_council_of_ones_own_is_read_with_its_nation(tmp_path: Path) -> None:
    text = HEREFORDSHIRE.replace('nation = "england"', 'nation = "scotland"')
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    assert read(path).nation is Nation.SCOTLAND

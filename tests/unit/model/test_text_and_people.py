"""Text that may be kept, references, roles and appointments."""

import unicodedata
from datetime import date

import pytest

from workflow.errors import Invalid
from workflow.model.json_data import from_plain
from workflow.model.people import APPOINTABLE, Actor, Appointment, Role
from workflow.model.statement import ConflictOfInterest, Statement, Urgency
from workflow.procedures.case import PROMPT
from workflow.procedures.requests.inputs import CallIn
from workflow.text import (
    HIDING,
    LINE,
    WIDTHLESS,
    as_kept,
    character_name,
    clean,
    day,
    escaped,
    hidden_in,
    line,
    reference,
    words,
)

NAMED = {
    "\x00": "nul",
    "\x07": "bell",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x81": "a control character",
    "\x85": "next line",
    "\x9b": "control sequence introducer",
    "\u00ad": "soft hyphen",
    "\u061c": "arabic letter mark",
    "\u200b": "zero width space",
    "\u200c": "zero width non-joiner",
    "\u200d": "zero width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "left-to-right embedding",
    "\u202e": "right-to-left override",
    "\u2060": "word joiner",
    "\u2066": "left-to-right isolate",
    "\u2069": "pop directional isolate",
    "\ufeff": "zero width no-break space",
    "\ufff9": "interlinear annotation anchor",
    "\u3164": "hangul filler",
    "\ud800": "half a character",
    "\U000e0001": "language tag",
    "\U000e0041": "tag latin capital letter a",
    "\U000e0100": "variation selector-17",
}


@pytest.mark.parametrize("mark", NAMED)
def test_hidden_marks_are_refused_by_name_and_number(mark: str) -> None:
    """Each makes text read as it does not say, or drives a terminal."""
    for held in (f"a{mark}b", mark + "ab", "ab" + mark):
        with pytest.raises(Invalid) as refused:
            clean(held, "reasons")
        assert f"U+{ord(mark):04X} ({NAMED[mark]})" in str(refused.value)
    assert mark not in escaped(f"a{mark}b")


def test_every_character_that_is_not_seen_is_known_for_one() -> None:
    """By Unicode's own list: controls, formats, separators of lines, and halves of characters."""
    missed = [
        f"U+{code:04X}"
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp", "Cs")
        and hidden_in(chr(code)) is None
    ]
    assert missed == ["U+0009", "U+000A", "U+000D"]


@pytest.mark.parametrize(
    "said",
    [
        "Cyngor Tŷ Ddewi, ŵ, ẁ",
        "Comhairle nan Eilean Siar, àèìòù",
        "£5m — “quoted”; a\u00a0b",
        "🏫❤️ 日本 नगर",
    ],
)
def test_what_people_write_is_taken(said: str) -> None:
    assert clean(said, "reasons") == said
    assert escaped(said) == said


def test_what_an_older_version_took_is_read_back_and_not_taken_again() -> None:
    older = {"title": "a\u200bb", "body": "Cabinet\u00ad", "kind": "key", "reasons": "x\x9by"}
    assert from_plain(Statement, older).title == "a\u200bb"
    with pytest.raises(Invalid, match="soft hyphen"):
        Statement(**older)  # type: ignore[arg-type]


def test_text_is_composed_and_trimmed_and_bounded() -> None:
    assert clean("  Cafe\u0301 \n", "reasons") == "Café"
    assert line("two\nlines", "title") == "two lines"
    with pytest.raises(Invalid, match="301 characters; at most 300"):
        line("x" * (LINE + 1), "title")
    for empty in ("", "   ", "\n\t"):
        with pytest.raises(Invalid, match="is empty"):
            words(empty, "reason")
    with pytest.raises(Invalid, match="must be text"):
        clean(1, "reason")  # type: ignore[arg-type]


@pytest.mark.parametrize("good", ["HFD-2018-042", "I50027300", "a.b_c-1"])
def test_a_reference_may_be_the_councils_own(good: str) -> None:
    assert reference(good) == good


@pytest.mark.parametrize(
    "bad", ["", "a b", "../x", "a/b", "é", "-x", "x" * 41, "a\n", "a\x00", None, 5]
)
def test_anything_else_is_no_reference(bad: object) -> None:
    with pytest.raises(Invalid, match="is not a reference"):
        reference(bad)  # type: ignore[arg-type]


def test_an_empty_alternative_is_not_the_same_as_none() -> None:
    with pytest.raises(Invalid, match="An alternative is empty"):
        Statement(title="t", body="b", kind="key", alternatives=("  ",))  # type: ignore[arg-type]


def test_blank_parts_of_urgency_count_as_not_given() -> None:
    assert Urgency(reason="  ", agreed_by="").reason is None
    assert ConflictOfInterest(member="m", interest="i", dispensation=" ").dispensation == ""


def test_a_call_in_names_each_person_once() -> None:
    from datetime import UTC, datetime

    now = datetime(2018, 10, 24, tzinfo=UTC)
    with pytest.raises(Invalid, match="named twice"):
        CallIn(requested_by=("Cllr A", "cllr a "), grounds="g", received_at=now)
    with pytest.raises(Invalid, match="at least one person"):
        CallIn(requested_by=(), grounds="g", received_at=now)
    with pytest.raises(Invalid, match="time zone"):
        CallIn(requested_by=("A",), grounds="g", received_at=now.replace(tzinfo=None))


def test_nobody_is_appointed_to_be_the_engine() -> None:
    assert Role.SYSTEM not in APPOINTABLE
    with pytest.raises(Invalid, match="There is no role called 'proper officer'"):
        Role.named("proper officer")


def test_an_appointment_holds_on_its_first_and_last_day() -> None:
    held = Appointment(
        number=1,
        council="c",
        person="p",
        name="P",
        role=Role.AUTHOR,
        since=date(2018, 10, 18),
        until=date(2018, 10, 24),
    )
    days = [date(2018, 10, day) for day in (17, 18, 24, 25)]
    assert [held.in_force_on(day) for day in days] == [False, True, True, False]


def test_an_actor_has_a_name_to_show() -> None:
    assert str(Actor(person="jsmith", roles=frozenset(), established="sso")) == "jsmith"
    assert str(Actor(person="j", name="J Smith", roles=frozenset(), established="sso")) == "J Smith"
    with pytest.raises(Invalid):
        Actor(person="", roles=frozenset(), established="sso")


def test_a_minute_late_is_prompt() -> None:
    assert PROMPT.total_seconds() == 60


def test_what_is_dropped_and_what_is_refused_are_told_apart() -> None:
    """Papers carry marks without width by the way; a control or an override may hide something."""
    dropped = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"
    refused = "\x00\x07\x0b\x1b\x7f\x85\x9b\u2028\u202a\u202e\u2066\u2069\U000e0041\ud800"
    kept = "\t\n\r £é’…😀\ufe0f\u00a0"
    assert not WIDTHLESS.sub("", dropped)
    assert not HIDING.sub("", refused)
    assert not any(WIDTHLESS.search(each) or HIDING.search(each) for each in kept)
    assert character_name("\u202e") == "U+202E (right-to-left override)"
    assert [character_name(each)[8:-1] for each in "\x07\ud800"] == [
        "bell", "half a character",
    ]  # fmt: skip


@pytest.mark.parametrize("year", [1, 1066, 1899, 2201, 9999])
def test_a_day_in_no_year_of_ours_is_a_slip_and_what_is_on_record_is_read_back(year: int) -> None:
    """It is refused as it is given; what an older version took is not judged again."""
    slip = date(year, 6, 1)
    with pytest.raises(Invalid, match=f"The day it was made is in the year {year}") as refused:
        day(slip, "day it was made")
    assert refused.value.cure == "Give a day from 1900-01-01 to 2200-12-31."
    with as_kept():
        assert day(slip, "day it was made") == slip
    assert day(date(2018, 10, 18), "day it was made")

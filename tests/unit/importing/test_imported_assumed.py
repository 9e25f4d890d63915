"""What a register leaves blank and an import must settle is said; what is unknown has no name."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from support.councils import constitution
from support.people import OFFICER
from support.register_pages import a_listed, details, import_listed, read, row, table, whole
from workflow import Engine
from workflow.calendars.days import calendar_for
from workflow.importing import Pages, Register
from workflow.importing.assess import ImportAssessment, ImportOutcome, assess
from workflow.importing.references import reference_of

NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)
OPEN = {
    "identity": "9002",
    "made_on": date(2018, 10, 18),
    "published_on": date(2018, 10, 18),
    "effective_from": date(2018, 10, 25),
}


def comes(**more: object) -> ImportAssessment:
    found = constitution("herefordshire")
    return assess(a_listed(**more), found, calendar_for(found.nation), NOW)


def test_what_is_printed_in_full_assumes_nothing() -> None:
    assert comes().assumed == comes(**OPEN).assumed == ()


@pytest.mark.parametrize(
    ("blank", "said"),
    [
        ({"is_key": None}, "Whether it is key is not printed: it is entered as non-key."),
        (
            {"decided_by": ""},
            "Who made it is not printed: it is entered as the executive's, and not an officer's.",
        ),
        (
            {"decided_by": "Transport"},
            (
                "“Transport” does not say whether an officer made it: it is entered as the "
                "executive's."
            ),
        ),
        (
            {"decided_by": "Director of Adults"},
            "“Director of Adults” is read as an officer: it is entered as an officer's.",
        ),
        (
            {"is_subject_to_call_in": None},
            "Whether it may be called in is not printed: by the council's rule, it may be.",
        ),
        (
            {"is_subject_to_call_in": False, "effective_from": None},
            (
                "Its day of effect is not printed: it is entered as in effect from Tue 6 Mar 2018, "
                "when it was published."
            ),
        ),
        (
            {"is_subject_to_call_in": False, "effective_from": None, "published_on": None},
            (
                "Its day of effect is not printed: it is entered as in effect from Tue 6 Mar 2018, "
                "when it was made."
            ),
        ),
    ],
)
def test_a_blank_that_an_import_settles_is_said(blank: dict[str, object], said: str) -> None:
    found = comes(**blank)
    assert found.outcome is ImportOutcome.ENDED
    assert found.assumed == (said,)


def test_it_is_kept_with_the_decision_and_not_said_of_one_that_is_left(any_engine: Engine) -> None:
    import_listed(any_engine, OFFICER, a_listed(decided_by=""))
    (first,) = any_engine.history("HFD-MG-5038")
    assert any("Who made it is not printed" in doubt for doubt in first.event.doubts)
    assert comes(decided_by="", call_ins=1).assumed == ()


@pytest.mark.parametrize("register", list(Register))
def test_what_cannot_be_recognised_again_has_no_reference(register: Register) -> None:
    assert reference_of("HFD", a_listed(register=register, identity="")) == ""
    found = comes(register=register, identity="")
    assert found.outcome is ImportOutcome.NEEDS_PERSON
    assert found.why.startswith("nothing says which decision it is")


LABELS = (("Decision Maker", "Cabinet"), ("Date of Decision", "01/10/2018"), ("Status", "Agreed"))


def test_a_page_that_cannot_be_recognised_says_where_it_was_looked_for(
    any_engine: Engine, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.html").write_text(details(*LABELS, title=name))
    pages = list(any_engine.imports.pages("herefordshire", Pages(tmp_path)))
    found = [each for page in pages for each in page.assessed]
    assert [each.listed.source for each in found] == ["one.html", "two.html"]
    for each in found:
        assert "the address it was saved from" in each.why
        assert "the file's name" in each.why
        assert "“ref:”" in each.why
    with any_engine.imports.read("herefordshire", Pages(tmp_path)) as through:
        settled = [each.why for page in through for each in page.assessed]
    assert settled == [each.why for each in found], "neither is taken for the other"


def test_a_row_without_a_link_says_so() -> None:
    (listed,) = read(whole(table(row("A flag", "01/10/2018", "")))).listed
    assert listed.identity == ""

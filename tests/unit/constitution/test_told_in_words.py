"""Every rule has its words, and what is not on file is told by its title."""

import re
from datetime import date
from pathlib import Path

import pytest

from workflow.constitution.comparison import RuleChange, differences
from workflow.constitution.gaps import gaps
from workflow.constitution.provisions import TABLES, table_named
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped
from workflow.constitution.wording import in_words
from workflow.register.councils import load_councils

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "constitution-file.md"
SOUTHWARK = shipped()["southwark"].read_text(encoding="utf-8")


def test_every_rule_on_file_anywhere_has_its_words() -> None:
    """The example of the reference page has a table of every kind, and each has words."""
    page = REFERENCE.read_text(encoding="utf-8")
    source = (
        'from = 2024-05-21\nbasis = "constitution"\nrule = "rule 1"\nwords = "Words."\n'
        'confidence = "unsure"\n'
    )
    for name in TABLES:
        block = list(re.finditer(rf"\n\[\[{name}\]\]\n(.*?)(?:\n\n|```)", page, re.DOTALL))[-1]
        shared = r"^(from|basis|rule|link|read|confidence|words|repealed) = .*\n"
        body = re.sub(shared, "", block[1], flags=re.M)
        head = '[council]\nid = "b"\nname = "B"\nnation = "scotland"\nprefix = "B"\n'
        found, complaints = parse(f"{head}[[{name}]]\n{source}{body}\n", "a.toml")
        lone = [c for c in complaints if "table, from the same day" not in c.cure]
        assert lone == [], name
        if found is not None:
            words = in_words(found.on(name.replace("-", "_"))[0].value)
            assert words
            assert "Rule(" not in words
            assert "None" not in words
    for council in load_councils().all().values():
        for provisions in council.provisions.values():
            assert all(in_words(each.value) for each in provisions)
    with pytest.raises(TypeError):
        in_words(3)


@pytest.mark.parametrize(
    ("council", "name", "words"),
    [
        (
            "wiltshire",
            "call_in_period",
            (
                "5 clear working days after publication, until 17:00 on the last; "
                "in effect on the next working day"
            ),
        ),
        (
            "hillingdon",
            "call_in_period",
            "5 working days after publication, until 17:00 on the last; in effect on the next day",
        ),
        (
            "neath-port-talbot",
            "call_in_period",
            "3 working days after the decision, to the end of the last; in effect at that moment",
        ),
        (
            "isle-of-wight",
            "reconsidered_by",
            "within 5 working days after the referral; it waits until they act",
        ),
        (
            "harrow",
            "call_in_request",
            (
                "6 members, or 150 electors, or 1 co-optee and 5 members (education only), "
                "or 2 co-optees and 4 members (education only), "
                "or 3 co-optees and 3 members (education only), "
                "or 4 co-optees and 2 members (education only); once per decision"
            ),
        ),
        (
            "lambeth",
            "subject_to_call_in",
            (
                "may be called in: key, officers' key; may not: officers' non-key; "
                "not on file: non-key"
            ),
        ),
        (
            "west-somerset",
            "scrutiny_outcomes",
            "no further action, refer back, refer to council (whenever scrutiny so decides)",
        ),
    ],
)
def test_rules_in_words(council: str, name: str, words: str) -> None:
    assert in_words(load_councils().named(council).on(name)[0].value) == words


def test_gaps_name_what_is_not_on_file_on_that_day() -> None:
    sefton = load_councils().named("sefton")
    found = gaps(sefton, date(2024, 9, 13))
    assert "call-in-request" in found.missing
    assert "call-in-period" not in found.missing
    assert found.unsure == ("call-in-period", "subject-to-call-in", "scrutiny-outcomes")
    assert found.inferred == ("call-in-period",)
    assert found.can_publish
    assert "key-decision-notice" not in found.missing, "the law of the nation has it"
    york = load_councils().named("york")
    assert "call-in-period" in gaps(york, date(2024, 2, 26)).missing
    assert "call-in-period" not in gaps(york, date(2024, 2, 27)).missing
    assert not gaps(york, date(2024, 2, 26)).can_publish
    salford = gaps(load_councils().named("salford"), date(2024, 9, 13))
    assert salford.can_publish
    assert salford.kinds == ()
    assert table_named("scrutiny_meets").without == "There is no time limit."


@pytest.mark.parametrize(
    ("was", "now", "change", "tells"),
    [
        ("  { members = 5 },", "  { members = 6 },", RuleChange.VALUE, True),
        ("Any five members of the council", "Any five", RuleChange.SOURCE, False),
        ("from = 2024-04-01", "from = 2024-04-02", RuleChange.GONE, True),
    ],
)
def test_editions_differ_by_entry(was: str, now: str, change: RuleChange, tells: bool) -> None:
    old, new = parse(SOUTHWARK, "old.toml")[0], parse(SOUTHWARK.replace(was, now), "new.toml")[0]
    assert old is not None
    assert new is not None
    found = differences(old, new)
    assert (found[0].change, found[0].tells) == (change, tells)
    assert {each.name for each in found} == {"call_in_request"}
    assert len(found) == (2 if change is RuleChange.GONE else 1)


def test_to_have_read_it_again_is_no_difference() -> None:
    old = parse(SOUTHWARK, "old.toml")[0]
    new = parse(re.sub("read = .*", "read = 2027-01-04", SOUTHWARK), "new.toml")[0]
    assert old is not None
    assert new is not None
    assert differences(old, new) == ()

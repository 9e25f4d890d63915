"""A mapping is read whole or refused whole: each fault is named with its place and its cure."""

from pathlib import Path

import pytest

from workflow.errors import Invalid, NotFound
from workflow.importing import read_mapping
from workflow.importing.spreadsheet.drafted import drafted_mapping

WHOLE = """
register = "Sheet of decisions"
day-first = true
[columns]
identity = "Ref No"
title = "Title"
made-on = "Decision   Date"
[words.key]
yes = ["K", "Key  Decision"]
no = ["NK"]
[always]
subject-to-call-in = true
decided-by = "Cabinet"
"""


def mapped(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_it_says_is_read(tmp_path: Path) -> None:
    found = read_mapping(mapped(tmp_path, WHOLE))
    assert (found.register, found.day_first) == ("Sheet of decisions", True)
    assert found.columns == {
        "identity": "Ref No",
        "title": "Title",
        "made_on": "Decision Date",
    }
    assert found.words["is_key"] == {"k": True, "key decision": True, "nk": False}
    assert found.always == {"is_subject_to_call_in": "yes", "decided_by": "Cabinet"}


def test_a_day_is_month_or_day_first_only_where_that_is_said(tmp_path: Path) -> None:
    assert not read_mapping(mapped(tmp_path, WHOLE.replace("day-first = true", ""))).day_first


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("register", "regster", 'regster: This key is not known. Did you mean "register"?'),
        ('register = "Sheet of decisions"', "", "register: It is missing."),
        ('"Sheet of decisions"', '" "', "register: It is empty."),
        ("day-first = true", "day-first = 1", "day-first: 1 does not fit."),
        ("made-on", "made-onn", 'columns.made-onn: This key is not known. Did you mean "made-on"?'),
        ('title = "Title"', "", "columns.title: It is missing."),
        ('"Title"', "7", "columns.title: 7 does not fit."),
        ('"Title"', '"ref no"', "columns.title: ref no is named for another field too."),
        ("words.key", "words.keys", 'words.keys: This key is not known. Did you mean "key"?'),
        ('no = ["NK"]', 'no = ["k"]', "words.key.no: 'k' is both yes and no."),
        ('no = ["NK"]', 'no = "NK"', "words.key.no: 'NK' does not fit."),
        ("subject-to-call-in = true", 'subject-to-call-in = "yes"', "always.subject-to-call-in"),
        ("[always]", "[always]\nkeys = true", "always.keys: This key is not known. Did you mean"),
        ("[columns]", '[columns]\ndecided-by = "Who"', "always.decided-by: It has a column too."),
        ('"Title"', '"Ti\u202etle"', "hidden character"),
        ("[columns]", "[columns", "is not TOML"),
        ("[columns]", "[columns]\n[columns]", "is not TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in WHOLE
    with pytest.raises(Invalid) as refused:
        read_mapping(mapped(tmp_path, WHOLE.replace(old, new, 1)))
    assert said in str(refused.value)


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refused:
        read_mapping(mapped(tmp_path, "[columns]\nfoo = 1"))
    lines = str(refused.value).splitlines()
    assert len(lines) == 5, lines
    with pytest.raises(NotFound):
        read_mapping(tmp_path / "none.toml")


def test_one_is_begun_from_the_names_of_the_columns_and_reads_once_completed(
    tmp_path: Path,
) -> None:
    sheet = tmp_path / "d.csv"
    sheet.write_text(
        'Ref,"Decision ""title""",Title,Date of decision,Call-in expiry,Wards\n', encoding="utf-8"
    )
    text = drafted_mapping(sheet).text
    assert 'identity = "Ref"' in text
    assert 'last-day = "Call-in expiry"' in text
    assert '# published-on = ""' in text
    assert '"Decision \\"title\\"", "Wards"' in text, "kept, and said not to be read"
    with pytest.raises(Invalid, match="register: It is empty") as unfilled:
        read_mapping(mapped(tmp_path, text))
    assert unfilled.value.cure.startswith("Fill in, or put right, these lines of ")
    with pytest.raises(Invalid) as other:
        read_mapping(mapped(tmp_path, 'name = "no mapping"'))
    assert "decisions import mapping FILE.csv" in other.value.cure
    whole = text.replace('register = ""', 'register = "Ours"')
    assert read_mapping(mapped(tmp_path, whole)).columns == {
        "identity": "Ref",
        "title": "Title",
        "made_on": "Date of decision",
        "last_day": "Call-in expiry",
    }

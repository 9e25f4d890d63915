"""Councils as they are shipped, and those made up for the tests."""

import re
from pathlib import Path

from workflow.constitution.constitution import Constitution
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped

COUNCILS = Path(__file__).with_name("made_up_councils")
HEREFORDSHIRE, LARKSHIRE = "herefordshire", "larkshire"
GULLSHIRE, WEALDSHIRE, FENSHIRE = "gullshire", "wealdshire", "fenshire"
TWINSHIRE, DUSKSHIRE = "twinshire", "duskshire"
_WINDOWS = r"(?ms)^(windows|irregular|could-be) = \[(?:[^\n]*\]|.*?^\])\n"


def constitution(council: str = "herefordshire") -> Constitution:
    """Read a constitution that is shipped."""
    path = shipped()[council]
    found, complaints = parse(Path(path).read_text(encoding="utf-8"), str(path))
    assert found is not None, complaints
    return found


def made_up(council: str = "gullshire") -> Constitution:
    """Read a constitution that was made up for the tests."""
    path = COUNCILS / f"{council}.toml"
    found, complaints = parse(path.read_text(encoding="utf-8"), str(path))
    assert found is not None, complaints
    return found


def complaints(text: str) -> dict[str, list[str]]:
    """Give every complaint of a constitution that cannot be read, by its key."""
    found, told = parse(text, "own.toml")
    assert found is None
    assert {each.file for each in told} == {"own.toml"}
    assert all(each.cure for each in told)
    by_key: dict[str, list[str]] = {}
    for each in told:
        by_key.setdefault(each.key, []).append(f"{each.problem} {each.cure}")
    return by_key


def plain_file(council: str) -> str:
    """Give a shipped file as its council could have adopted it in 2018: every rule is sure and was
    read in words, so it rests on no printed windows, and on nothing that was seen later."""
    text = re.sub(_WINDOWS, "", shipped()[council].read_text(encoding="utf-8"))
    text = re.sub('(?m)^(could-be-why|confidence) = ".*"\n', "", text)
    text = re.sub("(?m)^read = .*$", "read = 2018-01-01", text)
    return text.replace('basis = "inferred from notices"', 'basis = "council page"')

"""What the law is said to be beside the lines that count, the page on counting says too."""

import re
from pathlib import Path

import pytest

from workflow.calendars import counting, days, instants

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "counting-days.md"
CITED = re.compile(r"By ((?:section|R v)[^:]*?(?:Act \d{4}|\(\d{4}\))):")


def cited(path: str) -> list[str]:
    """Give every Act and case that the comments of a file go by, as they are written there."""
    comments = re.findall(r"^ *# (.*)$", Path(path).read_text(encoding="utf-8"), re.MULTILINE)
    return CITED.findall(" ".join(comments))


@pytest.mark.parametrize("module", [counting, days, instants])
def test_the_page_on_counting_cites_what_the_code_goes_by(module: object) -> None:
    found = cited(str(vars(module)["__file__"]))
    assert found
    page = PAGE.read_text(encoding="utf-8")
    assert [each for each in found if each not in page] == []

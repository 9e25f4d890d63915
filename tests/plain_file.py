"""A shipped constitution as its council could have adopted it in 2018: its rules were read in
words, so it rests on no printed windows, and on nothing that was seen later."""

import re

from workflow.constitution.shipped import shipped

_WINDOWS = r"(?ms)^(windows|irregular|could-be) = \[(?:[^\n]*\]|.*?^\])\n"


def plain_file(council: str) -> str:
    """Give the text of a shipped file with every rule sure, read in words, before 2018 was over."""
    text = re.sub(_WINDOWS, "", shipped()[council].read_text(encoding="utf-8"))
    text = re.sub('(?m)^(could-be-why|confidence) = ".*"\n', "", text)
    text = re.sub("(?m)^read = .*$", "read = 2018-01-01", text)
    return text.replace('basis = "inferred from notices"', 'basis = "council page"')

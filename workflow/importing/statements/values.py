"""From what is printed under a label to a value, or to why there is none."""

import re
from datetime import date
from typing import Final

from workflow.importing.statements.dates import how_many_days, read_day
from workflow.importing.statements.labels import DAYS
from workflow.model.kind import Access, Kind

Value = str | date | bool

_ACCESS: Final = {"open": Access.OPEN, "exempt": Access.EXEMPT, "confidential": Access.CONFIDENTIAL}
_KINDS: Final = {
    "key": True,
    "key decision": True,
    "yes": True,
    "non-key": False,
    "non-key decision": False,
    "no": False,
}
_OFFICER_KINDS: Final = {
    "officer key decision": Kind.OFFICER_KEY,
    "officer key": Kind.OFFICER_KEY,
    "officer non-key decision": Kind.OFFICER_NON_KEY,
    "officer non-key": Kind.OFFICER_NON_KEY,
}
_REFERENCE: Final = re.compile(
    r"(?=.{0,39}[0-9])[A-Za-z0-9][A-Za-z0-9./()_-]*(?: [A-Za-z0-9./()_-]+){0,2}"
)
_NONE: Final = re.compile(
    r"(none|nil|none (were |was )?declared|there were none|no (declarations|conflicts)"
    r"( of interest)?( were| was)?( made| declared)?)\.?\Z",
    re.IGNORECASE,
)
_LONGEST: Final = 60


def shown(text: str) -> str:
    """Quote a text in a remark, cut short where it is long."""
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + '…'}”"


def is_access(text: str) -> bool:
    """Say whether a line is an access word and nothing else."""
    return text.removesuffix(".").casefold() in _ACCESS


def says_none(text: str) -> bool:
    """Say whether a text is "none" in so many words, and no more."""
    return _NONE.match(text.strip()) is not None


def read_kind(text: str) -> Kind | bool | None:
    """Read a label's answer: an officer's kind, or only whether the decision is key."""
    plain = re.sub("[‐‑–]", "-", text).removesuffix(".").casefold().replace("non key", "non-key")
    return _OFFICER_KINDS.get(plain, _KINDS.get(plain))


def read_value(field: str, text: str, lines: int) -> tuple[Value | None, str]:
    """Read a text, printed over so many lines, as a field's value: the value or None, and what a
    person should know of it."""
    if field in DAYS:
        return read_day(text)
    if field == "access":
        access = _ACCESS.get(text.removesuffix(".").casefold())
        return access, "" if access else "it is not Open, Exempt or Confidential alone"
    if field == "issue_reference":
        if lines == 1 and len(text) <= 40 and _REFERENCE.fullmatch(text):
            return text, ""
        return None, "it is not one reference on one line"
    if field in ("body", "signatory"):
        if how_many_days(text) or len(text) > 160 or lines > 3 or re.search(r"[a-z]\. [A-Z]", text):
            return None, "it is more than a name and an office"
        return text, ""
    return text, ""

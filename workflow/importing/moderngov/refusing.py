"""What a page is that is no register: said as plainly as it can be told, with the cure."""

import re
from typing import Final

from workflow.errors import Invalid
from workflow.files.cells import shown
from workflow.importing.opening import AS_PAGE
from workflow.importing.page_lines import PageText

_ERROR: Final = re.compile(
    r"\b(?:404|403|500|502|503|not found|cannot be found|can.t be found|access denied|forbidden"
    r"|server error|service unavailable|page error|runtime error|error has occurred)\b",
    re.IGNORECASE,
)
_CMIS: Final = re.compile(r"""\bCMIS_|\.cmis\.uk\.com|\bcmis5?\.""", re.IGNORECASE)


def refusal_of(page: PageText, text: str, name: str) -> Invalid:
    """Give the refusal of a page on which no decisions were found."""
    if _CMIS.search(text):
        return Invalid(
            f"{name} comes from CMIS, a register of another make, which is not read here.",
            remedy="Enter its decisions by hand, or from a sheet.",
        )
    if page.asks_password:
        return Invalid(
            f"{name} is a page to log in on, and shows no register.",
            remedy="Log in with a browser, open the register there, and save that page.",
        )
    heads = [page.title, *(line.whole for line in page.lines if line.level)]
    error = next((head for head in heads if _ERROR.search(head)), "")
    if error:
        return Invalid(
            f"{name} is a page of an error, {shown(error)}, and shows no register.",
            remedy="Open the register's address in a browser again, and save what it shows.",
        )
    if not any(line.whole for line in page.lines):
        return Invalid(f"{name} shows no text at all.", remedy=AS_PAGE)
    if page.cut:
        return Invalid(
            f"{name} breaks off before any decision on it is whole.",
            remedy="Save the page again, and wait until it has loaded.",
        )
    called = f", {shown(page.title)}," if page.title else ""
    return Invalid(
        f"{name}{called} holds no list of decisions, and no decision's own page.",
        remedy="Save a page of the register: its list of decisions, or the page of one of them.",
    )

"""Where a short answer ends: "None" goes on over no empty line, and into no other label.

A paper may still take it back further down ("None … except that Councillor Ash declared an
interest"). So text that speaks of the same matter, of a person, or of an exception is never cut
off from it unseen: the answer is then not relied on.
"""

import re
from typing import Final

from workflow.importing.statements.cleaning import without_enumerator

_OF_THE_MATTER: Final = {
    "conflicts": re.compile(r"interest|conflict|declar|dispens", re.IGNORECASE),
    "options": re.compile(r"option|alternativ|reject", re.IGNORECASE),
}
_EXCEPTS: Final = re.compile(
    r"\b(?:except|save|other than|apart from|however|but|although|though|unless)\b", re.IGNORECASE
)
_OF_A_PERSON: Final = re.compile(
    r"(?:the )?(?:deputy )?"
    r"(?:cllr|councillor|mr|mrs|ms|miss|dr|sir|dame|lord|lady|alderman|leader|mayor|chair|member"
    r"|cabinet|executive|director|chief|head|officer)",
    re.IGNORECASE,
)

ANSWERED: Final = frozenset(_OF_THE_MATTER)
"""The fields that "None" answers."""


def may_go_on(field: str, text: str) -> bool:
    """Say whether a line below "None" may take it back, or add to it."""
    return (
        text[:1].islower()
        or takes_back(field, text)
        or _OF_A_PERSON.match(without_enumerator(text)) is not None
    )


def takes_back(field: str, text: str) -> bool:
    """Say whether a line speaks of the matter that "None" answered, or of an exception."""
    return bool(_OF_THE_MATTER[field].search(text) or _EXCEPTS.search(text))

"""Who made a decision, by the words of an office: an officer, or a member or body of members."""

import re
from typing import Final, NamedTuple

_OFFICERS: Final = re.compile(
    r"\b(?:officer|director|chief executive|head of|manager|solicitor)s?\b", re.IGNORECASE
)
"""Words by which a decision maker is read as an officer."""
_CHIEFS: Final = re.compile(
    r"\b(?:chief executive|executive (?:director|head|officer))s?\b", re.IGNORECASE
)
_MEMBERS: Final = re.compile(
    r"\b(?:cllr|councillor|member|cabinet|leader|mayor|portfolio|executive|committee|"
    r"consultation)s?\b",
    re.IGNORECASE,
)
"""Words beside which it is not certain that they mean who decided."""


_NOBODY: Final = re.compile(
    r"(?:(?:the|an?) )?(?:individual |single |delegated )*"
    r"(?:(?:lead |cabinet |executive )*member|portfolio holder|councillor|officer)s?"
    r"(?: decisions?)?",
    re.IGNORECASE,
)
"""What says only what sort of person decided, as a form's heading prints it."""


class Maker(NamedTuple):
    """What the words of a maker read like; of a consultation, or of neither, both are the same."""

    an_officer: bool
    a_member: bool


def reads_like(maker: str) -> Maker:
    """Say what a maker reads like; a chief executive is no body of members."""
    plain = _CHIEFS.sub("officer", maker)
    return Maker(_OFFICERS.search(plain) is not None, _MEMBERS.search(plain) is not None)


def gives_way(general: str, maker: str) -> bool:
    """Say whether words name nobody in particular, and the maker may be one of that sort."""
    return _NOBODY.fullmatch(general) is not None and not all(reads_like(f"{general} {maker}"))

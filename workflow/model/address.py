"""A register's address: shown without its password, and told from a list of connection words."""

import re
from typing import Final
from urllib.parse import unquote_plus

from workflow.errors import Invalid

_LOGIN: Final = re.compile(r"(://[^:/?#@\s]*:)[^\s]*@")
_ASKED: Final = re.compile(r"([?&;])([^=&;\s?#]+)=([^&;\s]*)")
_WORDED: Final = re.compile(
    r"\b(\w*(?:password|passwd|pwd))(\s*=\s*)('(?:[^'\\]|\\.)*'?|[^\s&;\"]+)", re.IGNORECASE
)
_CONNECTION: Final = re.compile(
    r"\s*(?:host|hostaddr|port|dbname|user|password|service|passfile|sslmode|sslpassword|options"
    r"|connect_timeout|application_name)\s*=",
    re.IGNORECASE,
)
_SECRET: Final = ("password", "passwd", "pwd")
HIDDEN: Final = "***"


def masked(text: str) -> str:
    """Give a text with every password in it hidden: of an address, of its query, and of a list of
    connection words."""
    if "=" not in text and "://" not in text:
        return text
    text = _LOGIN.sub(rf"\1{HIDDEN}@", text)
    text = _ASKED.sub(_without, text)
    return _WORDED.sub(rf"\1\2{HIDDEN}", text)


def _without(found: re.Match[str]) -> str:
    name = unquote_plus(found[2])
    value = HIDDEN if name.lower().endswith(_SECRET) else found[3]
    return f"{found[1]}{found[2]}={value}"


def must_be_an_address(text: str) -> None:
    """Raise Invalid for a list of connection words, as in host=… password=…, which would be taken
    for a file's name. What it says is not repeated: it may hold a password."""
    if "://" in text or not _CONNECTION.match(text):
        return
    raise Invalid(
        "The register's address is a list of connection words (host=…, dbname=…), and would be "
        "taken for the name of a file.",
        remedy="Write it as postgresql://user@host/database. The password goes in ~/.pgpass.",
    )

"""A register's address: shown without its password, and distinguished from a list of connection
words."""

import re
from typing import Final
from urllib.parse import unquote_plus

from workflow.errors import Invalid

_LOGIN: Final = re.compile(r"((?://|\bpostgres\w*(?:\+\w+)?:)[^:/?#@\s]*:)[^\s]*@")
_ASKED: Final = re.compile(r"([?&;])([^=&;\s?#]+)=([^&;\s]*)")
_WORDED: Final = re.compile(
    r"\b(\w*(?:password|passwd|pwd))(\s*=\s*)('(?:[^'\\]|\\.)*'?|[^\s&;\"]+)", re.IGNORECASE
)
_CONNECTION: Final = re.compile(
    r"\s*(?:host|hostaddr|port|dbname|user|password|service|passfile|sslmode|sslpassword|options"
    r"|connect_timeout|application_name|server|data source|address|addr|database|initial catalog"
    r"|username|user name|user id|uid|driver|dsn|provider|pg[a-z]+)\s*="
    r"|.*(?:password|passwd|pwd)\s*=",
    re.IGNORECASE | re.DOTALL,
)
"""Connection words as psycopg, ODBC, .NET and PostgreSQL's own programs take them; or a password
among anything else."""
_HALF: Final = re.compile(
    r"\s*(?:(?:postgres|mysql|sqlite)[a-z+0-9]*:(?!//)|//[^/]*@)", re.IGNORECASE
)
"""An address with its slashes or its beginning left out."""
_SECRET: Final = ("password", "passwd", "pwd")
HIDDEN: Final = "***"


def masked(text: str) -> str:
    """Give a text with every password in it hidden, whether in an address, in its query, or in a
    list of connection words."""
    if "=" not in text and "@" not in text:
        return text
    text = _LOGIN.sub(rf"\1{HIDDEN}@", text)
    text = _ASKED.sub(_without, text)
    return _WORDED.sub(rf"\1\2{HIDDEN}", text)


def _without(found: re.Match[str]) -> str:
    name, value = unquote_plus(found[2]).lower(), found[3]
    if name.endswith(_SECRET) or any(each in unquote_plus(value).lower() for each in _SECRET):
        value = HIDDEN
    return f"{found[1]}{found[2]}={value}"


def must_be_an_address(text: str) -> None:
    """Raise Invalid for a list of connection words (host=… password=…) or half an address, which
    would be taken for a file's name. The text is not repeated: it may hold a password."""
    if "://" in text:
        return
    if _CONNECTION.match(text):
        what = "a list of connection words (host=…, dbname=…)"
    elif _HALF.match(text):
        what = "no whole one: it lacks its beginning, as in postgresql://"
    else:
        return
    raise Invalid(
        f"The register's address is {what}, and would be taken for the name of a file.",
        remedy="Write it as postgresql://user@host/database. The password goes in ~/.pgpass.",
    )

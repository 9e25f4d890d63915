"""The addresses in a saved page: what they call a decision, and which may be followed."""

import html
import re
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

_LONGEST: Final = 2_000
_KEYS: Final = ("id", "aiid", "iid", "planid")
_NAMES: Final = {"aiid": "AIId", "iid": "IId", "planid": "PlanId"}
_OF_ONE: Final = re.compile(
    r"(?:iedecisiondetails|mgissuehistoryhome|ieissuedetails)\.aspx\Z", re.IGNORECASE
)
_IDENTITY: Final = re.compile(r"[0-9]{1,12}")
_SAVED: Final = re.compile(r"<!-- saved from url=\([0-9]{1,6}\)([^\s<>]{1,2000}) -->")
_TAG: Final = re.compile(r"<(link|meta|form)\b([^<>]{1,2500})>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(
    r"""\b(rel|href|property|content|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)
_MOST_TAGS: Final = 500
"""Links, notes and forms looked through for a page's own address."""
_OF_A_REGISTER: Final = re.compile(
    r"(?:ieDecisionDetails|mgDelegatedDecisions|mgListOfficerDecisions)\.aspx", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"ieDecisionDetails\.aspx[?@_ -](?P<key>ID|AIId|IId)=(?P<number>[0-9]{1,12})", re.IGNORECASE
)
"""How a file is called that was saved under its address."""
_DOCUMENT: Final = re.compile(r"documents/[a-z][0-9]+/|mgconvert2pdf\.aspx", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What a page says of where it comes from."""

    address: str = ""
    """Its own address; empty where it does not say."""
    site: str = ""
    """The scheme and the host of that address."""
    identity: str = ""
    """What the address calls the decision, on the page of one."""


def home_of(text: str, name: str) -> Home:
    """Give what a page's text, or else its file's name, says of its own address."""
    address = _own_address(text)
    if address:
        return Home(address=address, site=site_of(address), identity=identity_of(address))
    named = _NAMED.search(unquote(name))
    if named:
        return Home(identity=_spelt(named["key"].lower(), named["number"]))
    return Home()


def _own_address(text: str) -> str:
    """Give the address a page says is its own; what it was saved from is the surest."""
    saved = _SAVED.search(text)
    if saved:
        return html.unescape(saved[1])
    own: dict[str, str] = {}
    for tag in islice(_TAG.finditer(text), _MOST_TAGS):
        parameters = {
            each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "").strip()
            for each in _ATTRIBUTE.finditer(tag[2])
        }
        if parameters.get("rel", "").lower() == "canonical":
            own.setdefault("link", parameters.get("href", ""))
        elif parameters.get("property", "").lower() == "og:url":
            own.setdefault("meta", parameters.get("content", ""))
        elif _OF_A_REGISTER.search(parameters.get("action", "")):
            own.setdefault("form", parameters["action"])
    return own.get("link") or own.get("meta") or own.get("form") or ""


def is_of_one(address: str) -> bool:
    """Say whether an address is the page of one decision, or of one issue to be decided."""
    return bool(identity_of(address))


def identity_of(address: str) -> str:
    """Give what an address calls a decision, as `ListedDecision.identity` has it; else nothing."""
    if not 0 < len(address) <= _LONGEST:
        return ""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if not _OF_ONE.search(parts.path):
        return ""
    parameters = {key.lower(): value for key, value in reversed(parse_qsl(parts.query))}
    for key in _KEYS:
        if _IDENTITY.fullmatch(parameters.get(key, "")):
            return _spelt(key, parameters[key])
    return ""


def _spelt(key: str, number: str) -> str:
    return number if key == "id" else f"{_NAMES[key]}={number}"


def site_of(address: str) -> str:
    """Give the scheme and host of an address on the web; empty for any other."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or "@" in parts.netloc:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()


def followable(address: str, home: Home) -> str:
    """Give an address that may be followed, whole where the page says its own; else nothing.

    Only what is on the web is: not scripts, not files, and nothing with hidden characters.
    """
    written = address.strip()
    if not 0 < len(written) <= _LONGEST or not written.isprintable() or "\\" in written:
        return ""
    try:
        whole = urljoin(home.address, written) if home.site else written
        parts = urlsplit(whole)
    except ValueError:
        return ""
    if parts.scheme.lower() in ("http", "https"):
        return whole if site_of(whole) else ""
    return "" if parts.scheme or parts.netloc or ":" in parts.path.split("/")[0] else whole


def is_document(address: str) -> bool:
    """Say whether an address has the form of a register's documents."""
    return len(address) <= _LONGEST and _DOCUMENT.search(address) is not None

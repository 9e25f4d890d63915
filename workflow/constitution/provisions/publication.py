"""What a council adds to the notices that it publishes: where a request is sent, and its own
words."""

from dataclasses import dataclass
from typing import Annotated, Final

from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Problems, SelfChecking
from workflow.files.takes import fitting, prose, text

_WEB: Final = "https://[^\\s<>\"']+"
_GIVE_A_PAGE: Final = "Give a page that begins with https://."


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNoticeRule(SelfChecking):
    """To whom and where a request for a call-in is sent, and what else stands on a notice."""

    requests_to: Annotated[str, text("the office to which a request is sent")]
    """The office to which a request for a call-in is sent, as in `the proper officer`. Not a
    person's name."""
    address: Annotated[str, prose("a postal address")] = ""
    """The postal address for requests, in one line."""
    email: Annotated[
        str,
        fitting(
            "an e-mail address",
            "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+",
            "Give one address, as in call-in@example.gov.uk.",
        ),
    ] = ""
    """The e-mail address for requests."""
    form: Annotated[str, fitting("a web page", _WEB, _GIVE_A_PAGE)] = ""
    """The web page with the form for a request."""
    copies: Annotated[str, prose("where to get copies")] = ""
    """Where the public can get copies of the documents, and how to ask."""
    standing_words: Annotated[str, prose("the words for every notice")] = ""
    """The council's own words at the end of every notice."""
    logo: Annotated[
        str,
        fitting(
            "an image",
            f"(?:{_WEB}|data:image/(?:png|jpeg|svg\\+xml);base64,[A-Za-z0-9+/=]+)",
            "Give an address that begins with https://, or the image itself as data:image/png….",
        ),
    ] = ""
    """The council's logo, for notices as web pages: an `https` address, or the image itself as
    `data:image/png;base64,…`."""
    logo_alt: Annotated[str, text("what the logo shows, in words")] = ""
    """What the logo shows, for those who cannot see it. Needed with `logo`."""

    def problems(self) -> Problems:
        if self.logo and not self.logo_alt:
            yield "logo-alt", "It is missing.", "Say what the logo shows, as in: coat of arms."
        if self.logo_alt and not self.logo:
            yield "logo-alt", "There is no logo.", 'Give "logo", or leave this out.'

    @property
    def says_where(self) -> bool:
        """Say whether it says where a request is sent."""
        return bool(self.address or self.email or self.form)


def sent_to(rule: DecisionNoticeRule) -> str:
    """Say to whom and where a request is sent, as the end of a sentence."""
    places = [
        f"by e-mail to {rule.email}" if rule.email else "",
        f"by post to {rule.address}" if rule.address else "",
        f"with the form at {rule.form}" if rule.form else "",
    ]
    where = ", or ".join(each for each in places if each)
    return f"to {rule.requests_to}, {where}" if where else f"to {rule.requests_to}"


@in_words.register
def _(rule: DecisionNoticeRule) -> str:
    parts = [f"requests are sent {sent_to(rule)}"]
    if rule.copies:
        parts.append(f"copies: {rule.copies}")
    if rule.standing_words:
        parts.append("with words of its own")
    if rule.logo:
        parts.append("with its logo")
    return "; ".join(parts)


DECISION_NOTICE: Final = Table(
    key="decision-notice",
    record=DecisionNoticeRule,
    title="Notice of a decision",
    says="Where a request for a call-in is sent, and what a council adds to its notices.",
    without="The notice says that the council must be asked where to send a request.",
)

"""What a council's constitution file adds to what is published: to whom and where a request to
call in is sent, and its logo."""

from dataclasses import dataclass, field

from workflow.answer_fields import NULL_IF_EMPTY
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.publication import DECISION_NOTICE, sent_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """To whom and where a request to call in is sent. Null stands for what is not on file."""

    requests_to: str
    """The office that a request is sent to."""
    address: str = field(metadata=NULL_IF_EMPTY)
    """The postal address for requests."""
    email: str = field(metadata=NULL_IF_EMPTY)
    """The e-mail address for requests."""
    form: str = field(metadata=NULL_IF_EMPTY)
    """The web page with the form for a request."""
    copies: str = field(metadata=NULL_IF_EMPTY)
    """Where to get copies of the documents, and how to ask."""
    sent_to: str
    """To whom and where, in words, as the end of a sentence."""
    says_where: bool
    """Whether an address of any kind is on file."""
    standing_words: str = field(metadata=NULL_IF_EMPTY)
    """The council's own words for every notice."""


def asking_at(rules: InForce) -> Asking | None:
    """Give where a request is sent by these rules; None where that is not on file."""
    provision = rules[DECISION_NOTICE]
    rule = None if provision is None else provision.value
    if rule is None:
        return None
    return Asking(
        requests_to=rule.requests_to,
        address=rule.address,
        email=rule.email,
        form=rule.form,
        copies=rule.copies,
        sent_to=sent_to(rule),
        says_where=rule.says_where,
        standing_words=rule.standing_words,
    )


def logo_at(rules: InForce) -> tuple[str, str]:
    """Give the council's logo by these rules, and what it shows; "" for both where none is on
    file."""
    provision = rules[DECISION_NOTICE]
    rule = None if provision is None else provision.value
    return ("", "") if rule is None else (rule.logo, rule.logo_alt)

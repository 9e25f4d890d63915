"""The states a decision passes through, each with the words an officer would use."""

from workflow.model.labelled_enum import LabelledEnum


class State(LabelledEnum):
    """Where a decision stands. Its value is the machine's word; `label` is the officer's."""

    DRAFT = ("draft", "draft", "It is being written.")
    SIGNED = ("signed", "signed", "It has been made, and its written statement is authenticated.")
    PUBLISHED = ("published", "published", "It is before the public.")
    CALL_IN_OPEN = ("call_in_open", "call-in open", "It may be called in until a set instant.")
    CALLED_IN = ("called_in", "called in", "It is before scrutiny and may not be implemented.")
    REFERRED_BACK = (
        "referred_back",
        "referred back",
        "Its maker is to look again, and it may not be implemented.",
    )
    REFERRED_TO_COUNCIL = (
        "referred_to_council",
        "referred to council",
        "Full council is to look at it, and it may not be implemented.",
    )
    EFFECTIVE = ("effective", "effective", "It is in force and may be implemented.")
    IMPLEMENTED = ("implemented", "implemented", "It has been carried out.")
    WITHDRAWN = ("withdrawn", "withdrawn", "It was withdrawn, with a reason.")
    SUPERSEDED = ("superseded", "superseded", "Another decision stands in its place.")

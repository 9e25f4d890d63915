"""The page of the labels that `decisions statement read` knows, made from the list it reads by."""

from workflow.importing.label_words import GIVING_WAY, OTHER, PRINTED, STATEMENT, labels
from workflow.importing.statements.labels import BARE_DATE, FIELDS
from workflow.procedures.render import markdown_table


def labels_page() -> str:
    """Give the page: each field, and the labels that councils print for it."""
    found: dict[str, list[str]] = {}
    weaker: dict[str, list[str]] = {}
    for words, into in ((PRINTED, found), (GIVING_WAY, weaker)):
        for label, field in labels(words, STATEMENT):
            into.setdefault(field, []).append(label)
    rows = [
        (
            field.replace("_", " "),
            "; ".join(found.get(field, [])),
            "; ".join(weaker.get(field, [])),
        )
        for field in FIELDS
        if field in found
    ]
    return (
        "# Labels of a written statement\n\n"
        "This page is for officers who read a council's statements with\n"
        "[`decisions statement read`](commands.md#statement-read). It lists the labels that the\n"
        "command knows.\n\n"
        "Capitals, hyphens, bullets and numbers before a label make no difference. A label may\n"
        "stand alone on its line, or before a colon, a question mark, a dash, a tab or a wide\n"
        "gap. Two labels of one field may have a stroke between them: “Title/Subject”.\n\n"
        f"{markdown_table(('Field', 'Labels', 'Only where none of those is printed'), rows)}\n\n"
        f"“{'” or “'.join(found[BARE_DATE])}” is the day of signing beside or just below a\n"
        "signature, and the day of the decision above the reasons. Elsewhere it is neither.\n\n"
        "The kind is also read from a heading, such as “Written statement of a key decision”.\n"
        "Where no label gives the decision, it is read from its maker's own sentence: “I, the\n"
        "Leader, do hereby: (1) approve …”. The command says so.\n\n"
        "## Labels that it reads for nothing\n\n"
        "The text under these is shown as *not used*. They end the text above them.\n\n"
        f"{'; '.join(found[OTHER])}.\n\n"
        "## If a field is not found\n\n"
        "Nothing is guessed. Text under any other label is not used, and a text that may go on\n"
        "over an unknown label is not relied on. Write one of the labels above into the text,\n"
        "or say the field in the command: `decisions amend --help`.\n"
    )

"""What a page, a paper or a sheet says of its own fate is heeded, or left for a person."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from support.councils import constitution
from workflow.calendars.days import calendar_for
from workflow.importing import MappedSheet, Statements, read_mapping, read_page
from workflow.importing.assess import ImportAssessment, ImportOutcome, assess
from workflow.importing.records import ListedDecision
from workflow.importing.statements.telling import told_in

LATER = datetime(2024, 7, 17, 8, tzinfo=UTC)
WHILE_OPEN = datetime(2024, 6, 17, 8, tzinfo=UTC)

FATES = (
    "Called in", "CALLED-IN", "calledin", "Call-in received", "Withdrawn", "Referred back",
    "Superseded", "Overturned", "Proposed", "DRAFT", "Deferred", "On hold", "Rescinded", "Quashed",
    "Postponed", "Suspended", "Wedi'i alw i mewn", "Decision to be made", "Held in abeyance",
    "Decision recalled", "Under review by scrutiny", "Remitted to the Cabinet Member",
    "This decision is void", "Do not implement", "Not to be acted on", "Superceded",
    "Awaiting the outcome of scrutiny", "This decision did not proceed", "Not proceeded with",
    "Implementation on hold", "Paused", "Decision lapsed", "Decision deferred to the next meeting",
)  # fmt: skip
NO_CALL_IN = (
    "Not subject to call-in", "Exempt from call in", "Call-in waived", "The call-in does not apply",
    "Will not be subject to callin", "Excluded from call-in", "Waiver of call-in agreed",
    "Waived by the chair of scrutiny", "With immediate effect", "Takes effect immediately",
    "Not subject", "For immediate implementation",
)  # fmt: skip
INNOCENT = (
    "Spending over five thousand pounds", "Calling in the debt", "Recalled in 2023",
    "Not called in", "Will not be published in print", "Suspending nothing", "Unless called in",
    "Void properties let again", "Recommendations of scrutiny noted", "Challenge fund",
    "Proceeds of crime", "Fees waived for carers", "Household threshold", "Remittances to HMRC",
    "The order, made with immediate effect in 2019, renewed", "Review of the lapse of leases",
)  # fmt: skip
LABELS = (
    ("Decision Maker", "Cabinet"),
    ("Is Key decision?", "No"),
    ("Is subject to call in?", "Yes"),
    ("Publication date", "13/06/2024"),
    ("Date of decision", "13/06/2024"),
)


def comes(
    listed: ListedDecision, now: datetime = LATER, council: str = "gloucestershire"
) -> ImportAssessment:
    found = constitution(council)
    return assess(listed, found, calendar_for(found.nation), now)


def a_list(heading: str = "Decisions", *, above: str = "", title: str = "A shed") -> ListedDecision:
    heads = "".join(f"<th>{label}</th>" for label, _ in (("Title", ""), *LABELS))
    cells = "".join(f"<td>{value}</td>" for _, value in LABELS)
    page = (
        f"<html><body><h1>Decisions</h1><h2>{heading}</h2>{above}<table><tr>{heads}</tr><tr><td>"
        f'<a href="ieDecisionDetails.aspx?ID=3">{title}</a></td>{cells}</tr></table></body></html>'
    )
    return read_page(page.encode(), "list.html").listed[0]


def entries(heading: str, *, after: str = "") -> ListedDecision:
    labels = "".join(f'<p><span class="mgLabel">{a}: </span>{b}</p>' for a, b in LABELS)
    page = (
        f'<html><body><h2>{heading}</h2><h3><a href="ieDecisionDetails.aspx?ID=3">A shed</a></h3>'
        f"{labels}{after}</body></html>"
    )
    return read_page(page.encode(), "list.html").listed[0]


def own_page(
    banner: str = "", *, title: str = "A shed", text: str = "", subject: str = "Yes"
) -> ListedDecision:
    labels = dict(LABELS) | {"Is subject to call in?": subject}
    rows = "".join(f'<p><span class="mgLabel">{a}: </span>{b}</p>' for a, b in labels.items() if b)
    page = (
        f'<html><body><h2 class="mgSubTitleTxt">{title}</h2><form action="ieDecisionDetails.aspx?'
        f'ID=5"></form>{rows}{banner}<h3>Decision:</h3><div class="mgWordPara">{text}<p>That it be '
        "let.</p></div></body></html>"
    )
    return read_page(page.encode(), "page.html").listed[0]


def paper(folder: Path, more: str = "", above: str = "", title: str = "A shed") -> ListedDecision:
    text = (
        f"{above}Issue reference: I5\nWritten statement of a non-key decision\nTitle: {title}\n"
        f"Decision maker: Cabinet\nDate of decision: 12 June 2024\nDate published: 12 June 2024\n"
        f"{more}Decision: That it be let.\nReason for the decision: It is empty.\n"
        "Options considered: None.\nDeclarations of interest: None declared.\n"
    )
    path = folder / "paper.txt"
    path.write_text(text, encoding="utf-8")
    (read,) = Statements(path).reads()
    return read.listed[0]


@pytest.mark.parametrize("fate", FATES)
def test_a_fate_leaves_it_for_a_person_wherever_it_is_printed(fate: str, tmp_path: Path) -> None:
    forms = {
        "heading of a table": a_list(f"Decisions: {fate}"),
        "note above a table": a_list(above=f"<p>{fate}</p>"),
        "heading of entries": entries(f"Decisions: {fate}"),
        "note in an entry": entries("Decisions", after=f"<p>{fate}</p>"),
        "heading in an entry": entries("Decisions", after=f"<h4>{fate}</h4>"),
        "title": a_list(title=f"{fate}: a shed"),
        "end of a title": own_page(title=f"A shed - {fate}"),
        "brackets": own_page(title=f"A shed ({fate})"),
        "banner": own_page(f"<p><b>{fate}</b></p>"),
        "heading on a page": own_page(f"<h4>{fate}</h4>"),
        "short paragraph": own_page(text=f"<p>{fate}</p>"),
        "unknown label": own_page(f'<p><span class="mgLabel">Notes: </span>{fate}</p>'),
        "status": own_page(f'<p><span class="mgLabel">Decision status: </span>{fate}</p>'),
        "paper's note": paper(tmp_path, f"Notes: {fate}\n"),
        "above the paper": paper(tmp_path, above=f"{fate}\n\n"),
        "paper's title": paper(tmp_path, title=f"A shed ({fate})"),
        "paper's status": paper(tmp_path, f"Call-in status: {fate}\n"),
    }
    taken = [
        where
        for where, each in forms.items()
        if comes(each).outcome is not ImportOutcome.NEEDS_PERSON
    ]
    assert not taken


@pytest.mark.parametrize("said", NO_CALL_IN)
def test_what_is_not_subject_is_never_open(said: str, tmp_path: Path) -> None:
    forms = {
        "heading": a_list(said),
        "entries": entries(said),
        "banner": own_page(f"<p>{said}</p>"),
        "text": own_page(text=f"<p>{said}.</p>"),
        "title": own_page(title=f"A shed - {said}"),
        "no label": own_page(title=f"A shed - {said}", subject=""),
        "paper": paper(tmp_path, f"Notes: {said}\n"),
        "answer": paper(tmp_path, f"Subject to call-in: {said}\n"),
    }
    opened = [
        where
        for where, each in forms.items()
        if comes(each, WHILE_OPEN).outcome is ImportOutcome.OPEN
    ]
    assert not opened
    agreed = comes(own_page(f"<p>{said}</p>", subject="No"), WHILE_OPEN)
    assert agreed.outcome is ImportOutcome.ENDED


@pytest.mark.parametrize("said", INNOCENT)
def test_words_are_matched_as_words(said: str, tmp_path: Path) -> None:
    for each in (
        a_list(f"Officer decisions: {said}"),
        own_page(f"<p>{said}</p>", title=said),
        own_page(text=f"<p>{said}.</p>"),
        paper(tmp_path, f"Notes: {said}\n"),
    ):
        assert (comes(each).outcome, comes(each).why) == (ImportOutcome.ENDED, "")


@pytest.mark.parametrize(
    "text",
    [
        "may be called in by 20 June", "not withdrawn, superseded or called in",
        "No call-in was received", "no request for call-in has been received",
        "will not be implemented until the call-in period expires",
        "That the order be revoked", "Deadline for call-in: 20 June",
        "Members who wish this to be called in must write", "Draft Local Plan",
    ],
)  # fmt: skip
def test_what_is_denied_or_only_possible_tells_nothing(text: str) -> None:
    told = told_in(text)
    assert not told.in_prose
    assert not told.unclear


@pytest.mark.parametrize("answer", ["No", "n/a", "None", "Not applicable", "Exempt", "Waived", "-"])
@pytest.mark.parametrize("column", ["Subject to call-in", "Call-in?", "Call in"])
def test_a_column_that_says_no_opens_no_period(answer: str, column: str, tmp_path: Path) -> None:
    sheet, mapping = tmp_path / "s.csv", tmp_path / "m.toml"
    sheet.write_text(f"Ref,Title,Made,Published,{column}\n1,A,13/06/2024,13/06/2024,{answer}\n")
    head = 'register = "s"\nday-first = true\n[columns]\nidentity = "Ref"\ntitle = "Title"\n'
    days = 'made-on = "Made"\npublished-on = "Published"\n'
    always = '[always]\nkey = false\ndecided-by = "Cabinet"\n'
    for more in (
        f'subject-to-call-in = "{column}"\n{always}',
        f"{always}subject-to-call-in = true\n",
    ):
        mapping.write_text(head + days + more)
        (read,) = MappedSheet(sheet, read_mapping(mapping)).reads()
        assert comes(read.listed[0], WHILE_OPEN).outcome is not ImportOutcome.OPEN


def test_a_printed_day_of_publication_is_read_and_another_that_is_given_is_said(
    tmp_path: Path,
) -> None:
    found = paper(tmp_path)
    assert f"{found.published_on}" == "2024-06-12"
    (read,) = Statements(tmp_path / "paper.txt", datetime(2024, 6, 13).date()).reads()
    assert "12/06/2024 is printed, and 13/06/2024 was given" in comes(read.listed[0]).why


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("This notice was published on 17 June 2024", True),
        ("Published 17/06/2024", True),
        ("Date this record was published: 17 June 2024", True),
        ("Published 12 June 2024", False),
        ("Notice of key decision published on 1 May 2024", False),
        ("Published by the council", False),
    ],
)
def test_another_day_of_publication_that_is_printed_under_no_label_is_not_passed_over(
    tmp_path: Path, line: str, left: bool
) -> None:
    found = comes(paper(tmp_path, above=f"{line}\n\n"), datetime(2024, 6, 17, 8, tzinfo=UTC))
    assert (found.outcome is ImportOutcome.NEEDS_PERSON) is left, found.why


@pytest.mark.parametrize("beside", ["   Draft version 3", " - DRAFT v2", " (final draft)"])
def test_a_draft_that_is_told_beside_the_heading_is_left(tmp_path: Path, beside: str) -> None:
    found = paper(tmp_path)
    text = (tmp_path / "paper.txt").read_text("utf-8")
    (tmp_path / "paper.txt").write_text(
        text.replace("non-key decision", f"non-key decision{beside}")
    )
    (read,) = Statements(tmp_path / "paper.txt").reads()
    assert comes(found).outcome is ImportOutcome.ENDED
    assert comes(read.listed[0]).outcome is ImportOutcome.NEEDS_PERSON


def test_a_papers_status_is_heeded_as_a_pages_is(tmp_path: Path) -> None:
    """Not only words that are known: a status that is not known to stand leaves it."""
    for status, left in (("Approved", False), ("With the monitoring officer", True)):
        found = comes(paper(tmp_path, f"Status: {status}\n"))
        assert (found.outcome is ImportOutcome.NEEDS_PERSON) is left, found.why


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Call-in request form.pdf", True),
        ("Request for call in by five members", True),
        ("Scrutiny's response to the call-in", True),
        ("Minutes of the call-in hearing", True),
        ("Call_in_notice_signed.pdf", True),
        ("Notice of withdrawal", True),
        ("Decision called in - reasons", True),
        ("How to call in a decision", False),
        ("Call-in procedure rules: notice of call-in", False),
        ("Withdrawal agreement with the union", False),
        ("Report of the Director", False),
    ],
)
def test_a_request_that_is_attached_is_heeded(tmp_path: Path, name: str, left: bool) -> None:
    link = f'<a href="documents/s12/x.pdf">{name}</a>'
    for each in (
        own_page(f"<h3>Supporting documents:</h3><ul><li>{link}</li></ul>"),
        own_page(f'<p><span class="mgLabel">Accompanying Documents: </span>{link}</p>'),
        paper(tmp_path, f"Attachments: {name}\n"),
        paper(tmp_path, f"Appendices: {name}\n"),
    ):
        assert (comes(each).outcome is ImportOutcome.NEEDS_PERSON) is left, comes(each).why

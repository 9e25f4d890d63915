"""The pages that are made from the constitutions on file and from a run over published notices."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from string import Template

from cli.commands.constitution.audit_page import PERIOD, how_many, the_newest
from cli.commands.constitution.page import capital
from workflow.calendars.nations import Nation
from workflow.conformance.findings import Finding, RuleSource, Verdict, compare, is_sound
from workflow.conformance.printed import COLUMNS
from workflow.constitution.audit.findings import audit, worst_first
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions import PROVISIONS, table_named
from workflow.constitution.provisions.provision import Basis, Provision
from workflow.constitution.wording import in_words
from workflow.files.csv_rows import opened
from workflow.procedures.render import markdown_table
from workflow.register.councils import load_councils

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "tests" / "data" / "notices.csv"


def councils_page() -> str:
    """Every council on file: what its rules say, and where each is written."""
    found = load_councils().all().values()
    nations = Counter(each.nation for each in found)
    counted = ", ".join(f"{nations[nation]} in {nation.label}" for nation in Nation)
    return _made(
        "councils",
        number=str(len(found)),
        nations=counted,
        summary=_summary(found),
        every_rule="\n\n".join(_council(each) for each in sorted(found, key=lambda one: one.name)),
    )


def _made(page: str, **parts: str) -> str:
    """Fill in the page's text, which stands in a file of its own."""
    text = (ROOT / "docs" / "made" / f"{page}.md.in").read_text(encoding="utf-8")
    return Template(text).substitute(parts)


def _summary(found: Iterable[Constitution]) -> str:
    rows = [
        (
            f"[{each.name}](#{_anchor(each)})",
            each.nation.label,
            _latest(each, "call_in_period"),
            _windows(each),
            _latest(each, "call_in_request"),
        )
        for each in sorted(found, key=lambda each: each.name)
    ]
    return markdown_table(("Council", "Nation", "Call-in period", "Windows", "Who asks"), rows)


def _windows(council: Constitution) -> str:
    """Say how many printed windows the latest period rests on."""
    entries = council.on("call_in_period")
    return str(len(entries[-1].evidence.windows) or "") if entries else ""


def _latest(council: Constitution, name: str) -> str:
    entries = council.on(name)
    return _said(entries[-1]) if entries else "not on file"


def _said(each: Provision[object]) -> str:
    marks = [
        mark
        for mark, applies in (
            ("inferred", each.basis is Basis.INFERRED),
            ("unsure", each.authority.unsure),
        )
        if applies
    ]
    return in_words(each.value) + (f" (*{', '.join(marks)}*)" if marks else "")


def _anchor(council: Constitution) -> str:
    kept = "".join(c for c in council.name.lower() if c.isalnum() or c in " -")
    return kept.replace(" ", "-")


def _council(council: Constitution) -> str:
    rows = [
        (
            table_named(name).title,
            each.since.isoformat(),
            _said(each),
            each.basis.value,
            _source(each),
        )
        for name in PROVISIONS
        for each in council.on(name)
    ]
    table = markdown_table(("Rule", "From", "What it says", "Known from", "Source"), rows)
    note = f"{council.note}\n\n" if council.note else ""
    doubts = "\n".join(_doubts(council))
    listed = f"\n\n{doubts}" if doubts else ""
    return f"### {council.name}\n\n`{council.council}`\n\n{note}{table}{listed}"


def _doubts(council: Constitution) -> Iterator[str]:
    """Give a line of a list for each rule that is not sure, or rests on printed windows."""
    for each in worst_first(audit(council, date.max, date.max)):
        evidence = each.evidence
        if each.provision is None or not (each.unsure or each.inferred or evidence.windows):
            continue
        windows = f"{how_many(each)} seen"
        newest = f", {the_newest(each)} {each.newest_day}" if each.newest_day else ""
        yield f"- **{table_named(each.name).title}, from {each.provision.since}**: " + " ".join(
            part
            for part in (
                f"{each.sureness}.",
                f"{capital(windows)}{newest}." if each.name == PERIOD else "",
                *(
                    f"Could be: {in_words(one.rule)} ({len(one.windows)} windows)."
                    for one in evidence.could_be or ()
                ),
                f"No other reading: {evidence.could_be_why}" if evidence.could_be_why else "",
                f"Not found: {evidence.not_found}" if evidence.not_found else "",
                f"Would settle it: {evidence.settled_by}" if evidence.settled_by else "",
            )
            if part
        )


def _source(each: Provision[object]) -> str:
    rule = each.authority.rule.replace("[", "(").replace("]", ")")
    link = each.authority.link.replace(" ", "%20").replace("|", "%7C").replace(")", "%29")
    return f"[{rule}]({link})" if link else f"{rule} (address not kept)"


# -- how we know --------------------------------------------------------------------------------


def how_we_know_page() -> str:
    """What was compared with what councils printed, what agreed, and what did not and why."""
    by_file, by_rule = _run(RuleSource.FILE), _run(RuleSource.CONSTITUTION)
    explained = [each for each in by_file if each.explained]
    agree = sum(each.verdict is Verdict.AGREE for each in explained)
    assert is_sound(by_file), "an explained notice differs by its own rule"
    notes = _notes()
    return _made(
        "how-we-know",
        rows=str(len(by_file)),
        councils=str(len({each.council for each in by_file})),
        explained=str(len(explained)),
        others=str(len(by_file) - len(explained)),
        agree=str(agree),
        agreed=_agreed(by_file, by_rule),
        differing=_differing(by_file, notes),
        by_another=_by_another(by_rule),
        irregular=_irregular(by_rule, notes),
        assumed=str(sum(each.rule_assumed for each in by_rule)),
        not_on_file=_not_on_file(by_rule),
    )


def _run(by: RuleSource) -> list[Finding]:
    with opened(NOTICES, COLUMNS) as sheet:
        return list(compare(sheet.rows, by, load_councils().called))


def _notes() -> dict[str, str]:
    with opened(NOTICES, ("note",)) as sheet:
        return {row.cells["id"]: row.cells["note"] for row in sheet.rows}


def _agreed(by_file: Sequence[Finding], by_rule: Sequence[Finding]) -> str:
    rows = [
        (
            label,
            str(len(found)),
            *(str(_how_many(found, verdict)) for verdict in _SHOWN),
            str(sum(each.by_another for each in found)),
            str(sum(each.irregular for each in found)),
        )
        for by, findings in (("its own row", by_file), ("what is on file", by_rule))
        for label, found in (
            (f"All, by {by}", findings),
            (f"Explained, by {by}", [each for each in findings if each.explained]),
            *(
                (f"{nation.label}, by {by}", [e for e in findings if e.nation == nation.value])
                for nation in Nation
                if any(each.nation == nation.value for each in findings)
            ),
        )
    ]
    headings = (
        "Notices",
        "Rows",
        "Agree",
        "Differ",
        "Not on file",
        "Agree by another reading alone",
        "Differ as the council's file explains",
    )
    return markdown_table(headings, rows)


_SHOWN = (Verdict.AGREE, Verdict.DIFFER, Verdict.NOT_ON_FILE)


def _how_many(findings: Iterable[Finding], verdict: Verdict) -> int:
    return sum(each.verdict is verdict for each in findings)


def _differing(findings: Iterable[Finding], notes: dict[str, str]) -> str:
    rows = [
        (each.id, each.council, str(each.printed), str(each.computed), each.cause, notes[each.id])
        for each in findings
        if each.verdict is Verdict.DIFFER
    ]
    headings = ("Row", "Council", "Printed", "Counted", "Likely", "What its collector noted")
    return markdown_table(headings, rows)


def _irregular(by_rule: Iterable[Finding], notes: dict[str, str]) -> str:
    rows = [
        (
            each.id,
            each.council,
            str(each.printed),
            str(each.computed),
            "" if each.irregular else each.cause,
            notes[each.id],
            each.cause if each.irregular else "",
        )
        for each in by_rule
        if each.verdict is Verdict.DIFFER
    ]
    headings = (
        "Row",
        "Council",
        "Printed",
        "Counted",
        "Likely",
        "What its collector noted",
        "What the council's file says",
    )
    return markdown_table(headings, rows) if rows else "There are none."


def _by_another(by_rule: Iterable[Finding]) -> str:
    rows = [
        (each.id, each.council, str(each.printed), each.reading_in_words)
        for each in by_rule
        if each.by_another
    ]
    headings = ("Row", "Council", "Printed", "The other reading")
    return markdown_table(headings, rows) if rows else "No row needs another reading."


def _not_on_file(by_rule: Iterable[Finding]) -> str:
    rows = [
        (each.id, each.council, each.cause)
        for each in by_rule
        if each.verdict is Verdict.NOT_ON_FILE
    ]
    return markdown_table(("Row", "Council", "Why"), rows)

"""The command that proves the engine's dates against those that councils published."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from cli.command import without_register
from cli.context import Context
from cli.exits import DONE, NOT_VERIFIED
from cli.shown.answer import Answer, Table
from cli.shown.fitting import wrapped
from cli.shown.output import note
from cli.typed import options
from workflow.calendars.nations import Nation
from workflow.conformance.findings import (
    Finding,
    RuleSource,
    Tally,
    Verdict,
    compare,
    is_sound,
    tallies,
)
from workflow.conformance.printed import COLUMNS
from workflow.files.csv_rows import opened
from workflow.files.encodings import UTF_8


@without_register
def conformance(
    file: Annotated[Path, typer.Argument(help="Published notices, as CSV.", metavar="FILE")],
    by: Annotated[
        RuleSource,
        typer.Option(
            "--by",
            help="Count by the rule in each row of the file, or by what is on file for the "
            "council: its rule, and other readings of it.",
        ),
    ] = RuleSource.FILE,
    encoding: options.Encoding = None,
) -> Answer:
    """Compare dates that councils published with dates counted here, and give likely causes.

    Exit 7 if a row that is marked as explained differs, unless the council's file says why.

    Example: decisions conformance notices.csv --by constitution
    """
    from workflow.register.councils import load_councils

    councils = Context().councils() if by is RuleSource.CONSTITUTION else load_councils()
    with opened(file, COLUMNS, encoding or UTF_8) as sheet:
        findings = list(compare(sheet.rows, by, councils.called))
    if sheet.dropped:
        note(wrapped(f"Note: {sheet.dropped}", "", "      "))

    def data() -> object:
        from workflow.answers.conformance import conformance_answer

        return conformance_answer(by, findings)

    sound = is_sound(findings)
    code = DONE if sound else NOT_VERIFIED
    return Answer(data=data, text=_lines(by, findings), warnings=_warnings(findings), code=code)


def _warnings(findings: list[Finding]) -> Iterator[str]:
    unseen = sum(e.explained and e.verdict is Verdict.UNREADABLE for e in findings)
    if unseen:
        yield f"Explained rows that could not be read, and so were not compared: {unseen}."
    if not findings:
        yield "There is no row in the file: nothing was compared."
    if not is_sound(findings):
        yield (
            "An explained row differs: a rule, a calendar or the count is wrong, or the notice is."
        )


def _lines(by: RuleSource, findings: list[Finding]) -> Iterator[str | Table]:
    rule = "the rule in its own row" if by is RuleSource.FILE else "the council's rule on file"
    yield from (f"{len(findings)} notices, each reckoned by {rule}.", "")
    for each in findings:
        if each.verdict is not Verdict.AGREE or each.by_another or each.rule_assumed:
            yield wrapped(f"{_which(each)}: {_words(each)}", "", "    ")
    yield from ("", _tallies("COUNCIL", by, tallies(findings, lambda each: each.council)))
    yield from ("", _tallies("NATION", by, tallies(findings, _nation)))
    explained = [each for each in findings if each.explained]
    agree = sum(each.verdict is Verdict.AGREE for each in explained)
    yield from ("", f"Of {len(explained)} that are marked as explained, {agree} agree.")
    for name, number in _beside(findings).items():
        if number:
            yield f"{_BESIDE[name]}: {number}."


_BESIDE: Final = {
    "by_another_reading": "Rows that agree only by another reading on file than the rule",
    "irregular": "Rows that differ and are explained in the council's file",
    "rule_assumed": "Rows judged by a rule that is assumed to hold on their day",
}


def _beside(findings: list[Finding]) -> dict[str, int]:
    """Count what a verdict alone does not tell."""
    return {
        "by_another_reading": sum(each.by_another for each in findings),
        "irregular": sum(each.irregular for each in findings),
        "rule_assumed": sum(each.rule_assumed for each in findings),
    }


def _which(each: Finding) -> str:
    mark = "" if each.explained else ", not explained"
    return f"{each.id or 'A row'} (line {each.line}, {each.council or 'no council'}{mark})"


def _words(each: Finding) -> str:
    if each.verdict is Verdict.NOT_ON_FILE:
        return f"not on file: {each.cause}."
    if each.verdict is Verdict.UNREADABLE:
        where = f"column {each.column}: " if each.column else ""
        return f"unreadable: {where}{each.cause}"
    assumed = f" Counted so because {each.assumed}." if each.assumed else ""
    if each.rule_assumed:
        assumed += " The rule is not known to hold on that day, and is assumed to."
    if each.verdict is Verdict.AGREE:
        by = f" by another reading on file: {each.reading_in_words}" if each.by_another else ""
        return f"{each.printed} agrees{by}.{assumed}"
    days = each.days or 0
    side = "later" if days > 0 else "earlier"
    plural = "day" if abs(days) == 1 else "days"
    why = "Explained in the council's file" if each.irregular else "Likely"
    unsure = " The rule on file is an unsure reading." if each.unsure else ""
    return (
        f"{each.printed} is printed, {abs(days)} {plural} {side} than {each.computed}. "
        f"{why}: {each.cause.rstrip('.')}.{assumed}{unsure}"
    )


def _nation(each: Finding) -> str:
    return Nation(each.nation).label if each.nation else "(unread)"


def _tallies(of: str, by: RuleSource, tallies: Iterable[Tally]) -> Table:
    headings = (of, *(verdict.value.upper() for verdict in Verdict))
    on_file = by is RuleSource.CONSTITUTION
    rows = [
        (
            each.of or "(unread)",
            *(str(each.counted[verdict]) for verdict in Verdict),
            *((str(each.by_another), str(each.irregular)) if on_file else ()),
        )
        for each in tallies
    ]
    return Table((*headings, *(_OF_THEM if on_file else ())), rows)


_OF_THEM: Final = ("AGREE BY ANOTHER READING", "DIFFER AS ITS FILE EXPLAINS")

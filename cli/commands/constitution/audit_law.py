"""The audit of the law that stands under every council's rules: what was read where, and when."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cli.commands.constitution.arguments import today
from cli.commands.constitution.audit_page import ago
from cli.shown.answer import Listing, Table
from cli.shown.fitting import wrapped
from workflow.answers.as_json import named_parts
from workflow.answers.audit import laws_audited
from workflow.constitution.audit.law_read import LawRead, Sort, law_read


def law_answer(*, unsure: bool) -> Listing:
    """Answer with every provision and citation of the law, with the age of its reading."""
    now = today()
    rows = [each for each in sorted(law_read(now), key=_key) if not unsure or _is_open(each)]
    headings = [name.replace("_", " ").upper() for name in named_parts(rows[0])]
    table = Table(headings, (_cells(each) for each in rows))
    return Listing(data=lambda: laws_audited(now, rows), table=table, text=_page(rows))


def _is_open(each: LawRead) -> bool:
    """Say whether something of it is not known, or its reading is unsure, or was never noted."""
    return each.sort is Sort.NOT_ON_FILE or each.unsure or bool(each.unknown) or each.read is None


def _key(each: LawRead) -> tuple[object, ...]:
    """Put what nothing rests on yet first; then what is open; and of these the oldest."""
    return (_place(each), each.age is not None, -(each.age or 0), each.of, each.title, each.rule)


def _place(each: LawRead) -> int:
    if each.sort is Sort.NOT_ON_FILE:
        return 0
    return 1 if _is_open(each) else 2


_HEADS = (
    "Known of, and not on file",
    "On file, and something of it is not known",
    "On file, and nothing of it is known to be wanting",
)


def _page(rows: Sequence[LawRead]) -> Iterator[str]:
    for place, rows_there in groupby(rows, _place):
        those = list(rows_there)
        yield f"{_HEADS[place]} ({len(those)}):"
        for each in those:
            yield wrapped(f"{each.of}: {each.what}. {_where(each)}", "  ", "    ")
            if each.unknown:
                yield wrapped(f"Not known: {each.unknown}", "      ", "        ")
            if each.settled_by:
                yield wrapped(f"Would settle it: {each.settled_by}", "      ", "        ")
        yield ""
    still = sum(map(_is_open, rows))
    yield f"{len(rows)} provisions and citations, of which {still} are not known for certain."


def _where(each: LawRead) -> str:
    unsure = "; unsure" if each.unsure else ""
    read = "read on no day noted" if each.read is None else f"read {ago(each.age)}"
    return f"{each.title}, {each.rule}{unsure}; {read}."


def _cells(each: LawRead) -> list[str]:
    marks = {True: "yes", False: "no", None: ""}
    return [
        marks[value] if value is None or isinstance(value, bool) else str(value)
        for value in named_parts(each).values()
    ]

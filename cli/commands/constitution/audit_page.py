"""An audit as a page: a line for each rule of every council, or one council's in full."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from cli.commands.constitution import page
from cli.shown.fitting import wrapped
from workflow.clock import spoken_day
from workflow.constitution.audit.findings import Audited, Holds
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions import table_named
from workflow.constitution.wording import in_words

PERIOD = "call_in_period"


def a_line_each(rows: Sequence[Audited]) -> Iterator[str]:
    """Give a line for each rule, under what may go wrong where it is wrong."""
    for harm, rows_there in groupby(rows, lambda each: each.harm):
        those = list(rows_there)
        names = {each.name for each in those}
        kind = f"{table_named(those[0].name).title}: " if len(names) == 1 else ""
        yield page.capital(f"{kind}{harm.words} ({len(those)}):")
        yield from (f"  {_line(each, told_of=not kind)}" for each in those)
        yield ""
    unsure = sum(each.unsure for each in rows)
    councils = len({each.council for each in rows})
    yield f"{len(rows):,} rules of {councils:,} councils, of which {unsure:,} are not sure."


def _line(each: Audited, *, told_of: bool) -> str:
    name = f"{each.council}: {table_named(each.name).title}" if told_of else each.council
    if each.provision is None:
        return f"{name}: {each.sureness}"
    is_earlier = each.holds is Holds.EARLIER
    since = f" (earlier, of {each.provision.since.isoformat()})" if is_earlier else ""
    return f"{name}{since}: {each.sureness}; {_seen(each)}"


def _seen(each: Audited) -> str:
    """Give what it was seen in, and how old that is, in a few words."""
    if each.name != PERIOD or not each.evidence.windows:
        read = "on no day noted" if each.read is None else ago(each.read_age)
        return f"{'no windows, ' if each.name == PERIOD and each.inferred else ''}read {read}"
    newest = each.newest_age
    assert newest is not None
    return f"{how_many(each)}, {newest:,} days old"


def how_many(each: Audited) -> str:
    """Say how many printed windows were seen."""
    seen, odd = len(each.evidence.windows), len(each.evidence.irregular)
    told_odd = f" ({odd} irregular)" if odd else ""
    return f"{seen or 'no'} window{'' if seen == 1 else 's'}{told_odd}"


def the_newest(each: Audited) -> str:
    """Say what the day of the newest window is the day of."""
    return "of" if len(each.evidence.windows) == 1 else "the newest of"


def ago(age: int | None) -> str:
    """Say how many days ago something was; by a clock that is behind, it may be to come."""
    if age is None or age < 0:
        return "on a day to come"
    return "today" if age == 0 else f"{age:,} day{'' if age == 1 else 's'} ago"


def in_full(constitution: Constitution, rows: Sequence[Audited], on: date) -> Iterator[str]:
    """Give all that is known of each rule of one council."""
    yield from page.heading(constitution)
    yield f"  As in force on {spoken_day(on)}; the worst first."
    for each in rows:
        kind = f"{table_named(each.name).title} [{each.name.replace('_', '-')}]"
        yield ""
        if each.provision is None:
            yield wrapped(f"{kind}: not on file. {table_named(each.name).without}", "  ", "    ")
            continue
        yield wrapped(f"{kind}, {_when(each)}", "  ", "    ")
        yield wrapped(f"{page.capital(each.sureness)}.", "    ")
        yield wrapped(f"{page.capital(in_words(each.provision.value))}.", "    ")
        for line in _evidence(each):
            yield wrapped(line, "    ", "      ")
        authority = each.provision.authority
        yield wrapped(f"Source: {authority.title}, {authority.rule}", "    ", "      ")
        if authority.link:
            yield f"    {authority.link}"


def _when(each: Audited) -> str:
    assert each.provision is not None
    earlier = "; an earlier one" if each.holds is Holds.EARLIER else ""
    return f"{page.known(each.provision)}{earlier}"


def _evidence(each: Audited) -> Iterator[str]:
    told_of, newest = each.evidence, each.newest_day
    if each.name == PERIOD:
        last = "" if newest is None else f", {the_newest(each)} {spoken_day(newest)}"
        age = "" if newest is None else f" ({ago(each.newest_age)})"
        yield f"Printed and seen: {how_many(each)}{last}{age}."
    for reading in told_of.could_be or ():
        yield f"Could be: {in_words(reading.rule)} ({len(reading.windows)} windows)."
    if told_of.could_be_why:
        yield f"No other reading: {told_of.could_be_why}"
    if told_of.not_found:
        yield f"Not found: {told_of.not_found}"
    if told_of.settled_by:
        yield f"Would settle it: {told_of.settled_by}"
    when = "a day that was not noted" if each.read is None else spoken_day(each.read)
    yield f"Read on {when}" + ("." if each.read is None else f" ({ago(each.read_age)}).")

"""A constitution as a page: each rule with its date, what it says, and where that is written."""

from collections.abc import Iterable, Iterator
from datetime import date

from cli.shown.fitting import columns, wrapped
from workflow.clock import spoken_day
from workflow.constitution.constitution import Constitution
from workflow.constitution.gaps import Gaps
from workflow.constitution.provisions import PROVISIONS, table_named
from workflow.constitution.provisions.period import KINDS
from workflow.constitution.provisions.provision import Basis, Provision
from workflow.constitution.wording import in_words


def heading(constitution: Constitution, *, in_place_of: str = "") -> Iterator[str]:
    """Give the lines that say whose constitution it is, and what it stands in place of."""
    yield f"{constitution.name} ({constitution.council}), {constitution.nation.label}"
    yield f"  File: {constitution.source}"
    if in_place_of:
        yield f"  It is in place of {in_place_of}."
    if constitution.note:
        yield wrapped(f"Note: {constitution.note}", "  ")


def every_entry(found: Constitution) -> Iterator[str]:
    """Give every entry on file, oldest first in each table; or the nation's law where the council
    says nothing."""
    for name in PROVISIONS:
        national = () if found.national is None else found.national.on(name)
        yield from _table(name, found.on(name) or national)


def entries_on(found: Constitution, day: date) -> Iterator[str]:
    """Give only the entries in force on a day, with the edition they make."""
    rules = found.in_force_on(day)
    yield f"  In force on {spoken_day(day)}: edition {rules.edition}"
    for name, provision in rules.provisions.items():
        yield from _table(name, (provision,))


def _table(name: str, provisions: Iterable[Provision[object]]) -> Iterator[str]:
    for provision in provisions:
        basis = provision.basis.value
        unsure = "; an unsure reading" if provision.authority.unsure else ""
        yield ""
        kind = f"{table_named(name).title} [{name.replace('_', '-')}]"
        held = f"{known(provision)} ({basis}{unsure})"
        apart = len(f"  {kind}, {held}") > columns()
        yield from (f"  {kind},", f"    {held}") if apart else (f"  {kind}, {held}",)
        yield wrapped(f"{capital(in_words(provision.value))}.", "    ")
        for other in provision.other_rules:
            yield wrapped(f"Could be: {in_words(other)}.", "    ", "      ")
        yield wrapped(provision.authority.words, "      ")
        yield from source(provision, "      ")


def known(provision: Provision[object]) -> str:
    """Say between which days a rule is known to hold, and whether it is assumed before."""
    known_to = provision.known_to
    told_to = "" if known_to is None else f", known to {spoken_day(known_to)}"
    before = "; assumed before" if provision.before_assumed else ""
    return f"from {spoken_day(provision.since)}{told_to}{before}"


def source(provision: Provision[object], indent: str) -> Iterator[str]:
    """Give the lines that say where a rule is written, and when it was read there."""
    authority = provision.authority
    yield wrapped(f"Source: {authority.title}, {authority.rule}", indent)
    read = "" if authority.read is None else f" (read on {spoken_day(authority.read)})"
    if authority.link:
        link = f"{indent}{authority.link}"
        apart = len(link + read) > columns()
        yield from (link, *([indent + read.strip()] if read else ())) if apart else (link + read,)


def missing(gaps: Gaps) -> Iterator[str]:
    """Give the tables that are not on file, each with what follows."""
    if gaps.missing:
        yield ""
        yield "  Not on file:"
    for name in gaps.missing:
        yield wrapped(
            f"{table_named(name).title} [{name}]: {table_named(name).without}", "    ", "      "
        )
    if gaps.kinds:
        kinds = ", ".join(KINDS[kind] for kind in gaps.kinds)
        yield wrapped(f"Whether these may be called in: {kinds}. They cannot be published.", "    ")


def shaky(gaps: Gaps) -> Iterator[str]:
    """Give the tables that are on file, and rest on shaky ground."""
    for title, names in (
        ("Unsure readings", gaps.unsure),
        (f"{capital(Basis.INFERRED.value)}, the wording not found", gaps.inferred),
        ("Not known to hold on that day, and assumed to", gaps.assumed),
    ):
        if names:
            yield ""
            yield wrapped(f"{title}: {', '.join(names)}.", "  ", "    ")


def capital(text: str) -> str:
    """Give a text with a capital."""
    return text[:1].upper() + text[1:]

"""What every rule on file rests on, as every face gives it; and the law that stands under them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflow.answers.constitution import table
from workflow.answers.record import drawn
from workflow.constitution.audit.findings import Audited, Holds
from workflow.constitution.audit.law_read import LawRead
from workflow.constitution.provisions.provision import Basis
from workflow.constitution.wording import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAudited:
    """One rule on file and what it rests on, or a rule that is needed and missing."""

    council: str
    """The council, by its short name."""
    name: str
    """Its name."""
    table: str
    """The table, by its name in a constitution file."""
    harm: int
    """What could go wrong if the rule is wrong: 1 a valid request refused or an act too early, 2
    which decisions may be called in and who may ask, 3 a time limit, 4 another rule, 5 nothing can
    be published, 6 the rule is sure."""
    harm_in_words: str
    """The same in words."""
    holds: Holds
    """`in force`, `assumed to hold`, `earlier` or `not on file`. For the last, `says`, `from` and
    `basis` are null."""
    how_sure: str
    """How sure it is, in words."""
    says: str | None
    """The rule in words."""
    from_: date | None
    """The day from which it is in force."""
    known_to: date | None
    """The last day on which it is known to hold."""
    basis: Basis | None
    """How it came to be known."""
    unsure: bool
    """Whether it is an unsure reading, only assumed to hold, or not on file."""
    assumed_before: bool
    """Whether it may be assumed to have held before it began."""
    windows: int
    """How many printed windows agree with it."""
    irregular: int
    """How many printed windows do not agree with it."""
    newest_window: date | None
    """When the newest of them was published."""
    newest_window_age: int | None
    """How many days ago that is."""
    could_be: tuple[str, ...] | None
    """The other readings in words; empty if there are none, null if the file does not say."""
    could_be_why: str
    """Why there are none."""
    read: date | None
    """The day on which its source was last read."""
    read_age: int | None
    """How many days ago that is."""
    not_found: str
    """What was looked for and not found."""
    settled_by: str
    """What would settle it."""
    rule: str
    """The rule's place in the source."""
    link: str
    """The address of the source."""


def rule_audited(each: Audited) -> RuleAudited:
    """Give what one rule rests on."""
    provision, evidence = each.provision, each.evidence
    could_be = evidence.could_be
    return drawn(
        RuleAudited,
        each,
        evidence,
        name=each.council_name,
        table=table(each.name),
        harm=int(each.harm),
        harm_in_words=each.harm.words,
        how_sure=each.sureness,
        says=None if provision is None else in_words(provision.value),
        from_=None if provision is None else provision.since,
        known_to=None if provision is None else provision.known_to,
        basis=None if provision is None else provision.basis,
        assumed_before=provision is not None and provision.before_assumed,
        windows=len(evidence.windows),
        irregular=len(evidence.irregular),
        newest_window=each.newest_day,
        newest_window_age=each.newest_age,
        could_be=None if could_be is None else tuple(in_words(one.rule) for one in could_be),
        rule="" if provision is None else provision.authority.rule,
        link="" if provision is None else provision.authority.link,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesAudited:
    """What each rule on file rests on, the worst first."""

    on: date
    """The day for which the rules in force are given."""
    today: date
    """The day by which ages are counted."""
    rules: tuple[RuleAudited, ...]
    """Each rule, the worst first."""


def rules_audited(on: date, today: date, rows: Iterable[Audited]) -> RulesAudited:
    """Give what each rule on file rests on."""
    return RulesAudited(on=on, today=today, rules=tuple(rule_audited(each) for each in rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class LawsAudited:
    """Each provision and citation of the law."""

    today: date
    """The day by which ages are counted."""
    law: tuple[LawRead, ...]
    """Each provision and citation: first law on which nothing rests yet, then what is unsure."""


def laws_audited(today: date, rows: Iterable[LawRead]) -> LawsAudited:
    """Give each provision and citation of the law."""
    return LawsAudited(today=today, law=tuple(rows))

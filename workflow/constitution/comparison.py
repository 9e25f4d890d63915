"""What differs between two editions of a constitution, entry by entry."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions import PROVISIONS
from workflow.constitution.provisions.provision import Provision, unread


class RuleChange(StrEnum):
    """What became of an entry."""

    NEW = "new"
    GONE = "gone"
    VALUE = "changed"
    SOURCE = "the same, with another source or other words"


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """One entry that is not the same in both."""

    name: str
    """The provision, as in "call_in_period"."""
    since: date
    change: RuleChange
    old: Provision[object] | None
    new: Provision[object] | None

    @property
    def tells(self) -> bool:
        """Say whether any decision could be judged otherwise by it."""
        return self.change is not RuleChange.SOURCE


def heads(old: Constitution, new: Constitution) -> tuple[tuple[str, str, str], ...]:
    """Give what differs in the council itself: its key, as it was, and as it is. Another nation has
    other bank holidays and another law, so that every date may be another."""
    both = (
        ("id", old.council, new.council),
        ("name", old.name, new.name),
        ("nation", old.nation.label, new.nation.label),
        ("body", old.body.value, new.body.value),
        ("begins", _day(old.begins), _day(new.begins)),
        ("prefix", old.prefix, new.prefix),
    )
    return tuple(each for each in both if each[1] != each[2])


def _day(of: date | None) -> str:
    return "" if of is None else of.isoformat()


def differences(old: Constitution, new: Constitution) -> tuple[RuleDifference, ...]:
    """Give every entry that differs, in the order of the tables and then of the dates.

    Entries are matched by the day they begin. The day a source was last read makes no difference.
    """
    differing: list[RuleDifference] = []
    for name in PROVISIONS:
        before = {each.since: each for each in old.on(name)}
        after = {each.since: each for each in new.on(name)}
        for since in sorted(before.keys() | after.keys()):
            was, now = before.get(since), after.get(since)
            change = _change(was, now)
            if change is not None:
                differing.append(RuleDifference(name, since, change, was, now))
    return tuple(differing)


def _change(was: Provision[object] | None, now: Provision[object] | None) -> RuleChange | None:
    if was is None or now is None:
        return RuleChange.NEW if was is None else RuleChange.GONE
    if _judged(was) != _judged(now):
        return RuleChange.VALUE
    return None if unread(was) == unread(now) else RuleChange.SOURCE


def _judged(provision: Provision[object]) -> tuple[object, ...]:
    """Give what decisions are judged by: the rule, its other readings, and the days it answers."""
    known = provision.known_to, provision.before_assumed
    return provision.value, provision.other_rules, *known

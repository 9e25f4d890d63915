"""Where the provisions of one constitution contradict each other, each of them sound by itself."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, Final, NamedTuple

from workflow.constitution.checks.lifetime import against_its_end
from workflow.constitution.compare_readings import may_be_later
from workflow.constitution.provisions.provision import Provision, in_force, keeps
from workflow.constitution.provisions.request import GoesTo, Once, RequestRule, Withdrawal
from workflow.constitution.provisions.scrutiny import MayDo, Outcomes
from workflow.files.toml_table import Problem
from workflow.model.call_in_period import PeriodRule
from workflow.model.time_limit import Default, LimitRule, StartsFrom

Tables = Mapping[str, tuple[Provision[Any], ...]]


class Fault(NamedTuple):
    """One thing wrong with an entry: the key it is found at, what is wrong, and the cure."""

    key: str
    wrong: str
    cure: str


class OnFile:
    """What is on file for a council on any day: its own provisions, or its nation's."""

    def __init__(self, own: Tables, national: Tables) -> None:
        self.own = own
        self.national = national

    def on(self, name: str, day: date) -> Any:
        """Give the value of a provision on a day, or None where it is not on file."""
        found = in_force(self.own.get(name, ()), day) or self.law(name, day)
        return None if found is None else found.value

    def law(self, name: str, day: date) -> Provision[Any] | None:
        """Give what the law of the nation has on a day."""
        return in_force(self.national.get(name, ()), day)


Check = Callable[[OnFile, Provision[Any]], Iterator[Fault]]


def _wants(table: str, key: str, when: Callable[[Any], bool], wrong: str) -> Check:
    """Give the check that another table is there from the day a provision wants it."""

    def check(given: OnFile, provision: Provision[Any]) -> Iterator[Fault]:
        value, name = provision.value, table.replace("-", "_")
        if value is not None and when(value) and given.on(name, provision.since) is None:
            yield Fault(key, wrong, f"Write a [[{table}]] table, from the same day or before.")

    return check


def _may_direct(rule: Outcomes) -> bool:
    return MayDo.DIRECT in rule.may


def _once_for_each_ground(rule: RequestRule) -> bool:
    return rule.once is Once.PER_GROUND


def _a_part_may_ask(rule: RequestRule) -> bool:
    return any(way.percent is not None for way in rule.may_ask)


def _scrutiny_hears_what_it_meets_on(
    on_file: OnFile, provision: Provision[LimitRule]
) -> Iterator[Fault]:
    if provision.value is not None and _goes_to_its_maker(on_file, provision.since):
        yield Fault(
            "days",
            "A called-in decision goes to those who decided: this time limit would never start.",
            "Leave the table out, or say in [[call-in-request]] that it goes to scrutiny.",
        )


def _only_scrutiny_ends_at_its_meeting(
    _: OnFile, provision: Provision[LimitRule]
) -> Iterator[Fault]:
    value = provision.value
    if value is not None and value.default is Default.AT_THE_MEETING:
        yield Fault(
            "default",
            "Only a meeting of scrutiny that refers it nowhere brings it into effect.",
            f'Write "{Default.AT_THE_END}": what this body does at its meeting is recorded as what '
            "it did.",
        )


_STARTS: Final = {
    "scrutiny_meets": (StartsFrom.RECEIPT, StartsFrom.ACCEPTANCE),
    "reconsidered_by": (StartsFrom.REFERRAL, StartsFrom.RECEIPT_OF_REFERRAL),
    "council_meets": (StartsFrom.REFERRAL, StartsFrom.RECEIPT_OF_REFERRAL),
}
"""The events that each time limit can be counted from: those that have happened when it starts."""


def _starts_when_it_can(name: str) -> Check:
    """Give the check that a time limit is counted from what has happened by the time it starts."""

    def check(on_file: OnFile, provision: Provision[LimitRule]) -> Iterator[Fault]:
        value, may = provision.value, _STARTS[name]
        if _goes_to_its_maker(on_file, provision.since) and name == "reconsidered_by":
            may = (StartsFrom.RECEIPT, StartsFrom.ACCEPTANCE)
        if value is not None and value.counted_from not in may:
            named = " or ".join(f'"{each}"' for each in may)
            yield Fault(
                "counted-from",
                f'This time limit cannot be counted from "{value.counted_from}".',
                f"Give {named}.",
            )

    return check


def _goes_to_its_maker(on_file: OnFile, day: date) -> bool:
    asking = on_file.on("call_in_request", day)
    return asking is not None and asking.goes_to is GoesTo.MAKER


def _is_ever_before(*outcomes: MayDo) -> Check:
    """Give the check that scrutiny may send a decision to the body whose time limit it is."""

    def check(on_file: OnFile, provision: Provision[LimitRule]) -> Iterator[Fault]:
        rule = on_file.on("scrutiny_outcomes", provision.since)
        if provision.value is None or rule is None or _goes_to_its_maker(on_file, provision.since):
            return
        if not set(outcomes) & set(rule.may):
            named = " or ".join(f'"{each}"' for each in outcomes)
            yield Fault(
                "days",
                "Scrutiny may not send a decision there: this time limit would never start.",
                f"Leave the table out, or add {named} to what scrutiny may do.",
            )

    return check


def _enough_is_said(_: OnFile, provision: Provision[RequestRule]) -> Iterator[Fault]:
    value = provision.value
    if value is not None and value.withdrawal is Withdrawal.TOO_FEW and not value.may_ask:
        yield Fault(
            "withdrawal",
            "It ends when too few remain, and how many are enough is not said.",
            "Say who may ask, with may-ask; or leave this out.",
        )


def _other_readings_matter(_: OnFile, provision: Provision[PeriodRule]) -> Iterator[Fault]:
    value, readings = provision.value, provision.evidence.could_be or ()
    if value is not None and readings and not provision.authority.unsure:
        yield Fault("confidence", "It has another reading on file.", 'Write "unsure".')
    for number, each in enumerate(readings, start=1):
        if value is not None and each.rule != value and not may_be_later(each.rule, value):
            yield Fault(
                f"could-be[{number}]",
                "It never gives more time than the rule, so it would change nothing.",
                "Leave it out; or give the shorter as the rule, and the longer here.",
            )


CHECKS: Final[Mapping[str, tuple[Check, ...]]] = {
    "call_in_period": (_other_readings_matter,),
    "scrutiny_outcomes": (
        _wants(
            "direction",
            "may",
            _may_direct,
            "Scrutiny may direct, and how long a direction lasts is not said.",
        ),
    ),
    "call_in_request": (
        _wants(
            "call-in-grounds",
            "once",
            _once_for_each_ground,
            "It is once for each ground, and no list of grounds is given.",
        ),
        _wants(
            "membership",
            "may-ask",
            _a_part_may_ask,
            "It wants a part of the members, and how many there are is not said.",
        ),
        _enough_is_said,
    ),
    "scrutiny_meets": (_scrutiny_hears_what_it_meets_on, _starts_when_it_can("scrutiny_meets")),
    "reconsidered_by": (
        _only_scrutiny_ends_at_its_meeting,
        _starts_when_it_can("reconsidered_by"),
        _is_ever_before(MayDo.REFER_BACK, MayDo.REFER_TO_COUNCIL),
    ),
    "council_meets": (
        _only_scrutiny_ends_at_its_meeting,
        _starts_when_it_can("council_meets"),
        _is_ever_before(MayDo.REFER_TO_COUNCIL),
    ),
}
"""What is asked of each provision, by its name."""


def _is_not_the_law(on_file: OnFile, name: str, provision: Provision[Any]) -> Iterator[Fault]:
    own, later = on_file.own[name], [each.since for each in on_file.national.get(name, ())]
    for day in sorted({provision.since, *later}):
        law = on_file.law(name, day)
        if law is None or not law.binding or in_force(own, day) is not provision:
            continue
        if not keeps(provision, law):
            earlier = day > provision.since
            yield Fault(
                "from",
                f"{f'From {day} it' if earlier else 'It'} falls short of the law, which binds "
                f"every council: {law.authority}.",
                f"Add an entry from {day} with repealed = true."
                if earlier
                else "Leave the table out, or give what goes beyond the law.",
            )
            return


def contradictions(tables: Tables, national: Tables, file: str) -> Iterator[Problem]:
    """Give every way in which the provisions contradict each other, or the law of the nation.

    Each is held to the others, and to the law, as they stood on the day it came into force.
    """
    on_file = OnFile(tables, national)
    yield from against_its_end(tables, file)
    for name, provisions in tables.items():
        for number, provision in enumerate(provisions, start=1):
            problems = (check(on_file, provision) for check in CHECKS.get(name, ()))
            for fault in chain(_is_not_the_law(on_file, name, provision), *problems):
                key = f"{name.replace('_', '-')}[{number}].{fault.key}"
                yield Problem(file, key, fault.wrong, fault.cure)

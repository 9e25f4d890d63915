"""Where the provisions of one constitution contradict each other, each of them sound by itself."""

from collections.abc import Iterator, Mapping
from datetime import date

from workflow.policy.provisions.entries import Complaint
from workflow.policy.provisions.provision import Provision, in_force
from workflow.policy.provisions.request import Once, RequestRule
from workflow.policy.provisions.scrutiny import MayDo, Outcomes

Tables = Mapping[str, tuple[Provision[object], ...]]


def contradictions(tables: Tables, national: Tables, file: str) -> Iterator[Complaint]:
    """Give every way in which the provisions contradict each other, on any day.

    What the law of the nation gives counts as given.
    """

    def is_given(name: str, day: date) -> bool:
        own = in_force(tables.get(name, ()), day)
        return own is not None or in_force(national.get(name, ()), day) is not None

    for number, outcomes in enumerate(tables.get("scrutiny_outcomes", ()), start=1):
        value = outcomes.value
        if not isinstance(value, Outcomes) or MayDo.DIRECT not in value.may:
            continue
        if not is_given("direction", outcomes.since):
            yield Complaint(
                file,
                f"scrutiny-outcomes[{number}].may",
                "Scrutiny may direct, and how long a direction lasts is not said.",
                "Write a [[direction]] table, from the same day or before.",
            )
    for number, asking in enumerate(tables.get("call_in_request", ()), start=1):
        value = asking.value
        if not isinstance(value, RequestRule) or value.once is not Once.PER_GROUND:
            continue
        if not is_given("call_in_grounds", asking.since):
            yield Complaint(
                file,
                f"call-in-request[{number}].once",
                "It is once for each ground, and no list of grounds is given.",
                "Write a [[call-in-grounds]] table, from the same day or before.",
            )

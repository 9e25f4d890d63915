"""A host's tests may stop the clock with freezegun, instead of giving the engine a clock."""

from freezegun import freeze_time

from support.councils import HEREFORDSHIRE
from support.people import AUTHOR as BY
from support.statements import a_statement
from support.steps import must
from workflow import open_engine


def test_the_machines_own_clock_stands_still_with_the_hosts(sqlite_address: str) -> None:
    """What is recorded while time is frozen is recorded at that instant."""
    engine = open_engine(sqlite_address)
    with freeze_time("2018-10-18 09:00:00"):
        taken = must(engine.draft(council=HEREFORDSHIRE, statement=a_statement(), by=BY))
    assert taken.decision.last_at.isoformat() == "2018-10-18T09:00:00+00:00"

"""People who act, each in an office."""

from workflow import Actor, Role


def someone(person: str, *roles: Role) -> Actor:
    """Give an actor in these roles."""
    return Actor(person=person, roles=frozenset(roles), established="test")


AUTHOR = someone("an.author", Role.AUTHOR)
MAKER = someone("the.leader", Role.DECISION_MAKER)
OFFICER = someone("p.officer", Role.PROPER_OFFICER)
MONITORING = someone("m.officer", Role.MONITORING_OFFICER)
FINANCE = someone("f.officer", Role.FINANCE_OFFICER)

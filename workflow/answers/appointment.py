"""Who acts, as every face gives it."""

from dataclasses import dataclass

from workflow.model.people import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """Who acts here, and in which roles today."""

    person: str
    """The person's login."""
    council: str | None
    """The council; null where none is named."""
    roles: tuple[Role, ...]
    """The roles that they hold there today."""
    established: str
    """How it was established who they are."""

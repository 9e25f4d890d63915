"""A decision but for the requests that are on its record as refused."""

from dataclasses import replace

from workflow import Decision


def but_for_what_was_refused(after: Decision, before: Decision) -> Decision:
    """Give a decision without the requests that went on its record as refused since: they move
    nothing."""
    proceedings = replace(after.proceedings, refused=before.proceedings.refused)
    return replace(
        after, version=before.version, refused_at=before.refused_at, proceedings=proceedings
    )

"""The steps by which something that needs a person is done: while one is open, somebody has it to
do. Written by hand, so that it can check when a decision says that it needs nobody."""

from typing import Final

from workflow import Engine

SETTLES: Final = {
    "amend",
    "sign",
    "publish",
    "minutes-sign",
    "consent-give",
    "request-accept",
    "request-reject",
    "scrutiny-meet",
    "scrutiny-resolve",
    "scrutiny-refer-back",
    "council-let-stand",
    "council-decide",
    "reconsideration-confirm",
    "reconsideration-change",
    "release",
    "irregular-resolve",
    "key-report-submit",
    "review-conclude",
    "found-late-settle-dispute",
}


def open_to_settle(engine: Engine, ref: str) -> set[str]:
    """Give those of these steps that somebody can take on a decision now."""
    return {each.step.name for each in engine.next(ref) if each.open} & SETTLES

"""A request to call in that was refused, in words: when it was received, and why, in short."""

from collections.abc import Sequence
from typing import Final

from workflow.clock import received, stamped
from workflow.model.refused_request import RefusedRequest

_OUT_OF_TIME: Final = "out of time"
SHORT: Final = {
    "out-of-time": _OUT_OF_TIME,
    "is-effective": _OUT_OF_TIME,
    "is-implemented": _OUT_OF_TIME,
    "before-publication": "received before the decision was published",
    "called-in-already": "the decision has been called in already",
    "exempt-from-call-in": "the decision is not subject to call-in",
    "signatory-departed": "from somebody who held no seat any longer",
    "signatory-not-yet-appointed": "from somebody who held no seat yet",
    "signatory-ineligible": "from somebody whom the council's rule does not count",
    "signatory-made-it": "from somebody who made the decision, or may have",
    "signatory-unknown": "from somebody whom the register does not know",
    "request-ruled-already": "the request it joins has been ruled on",
    "is-withdrawn": "the decision was withdrawn",
    "is-superseded": "the decision was superseded",
}
"""Why a request was refused, in short, by the code of the reason."""


def refused_words(codes: Sequence[str]) -> str:
    """Say in short why a request was refused: "out of time"."""
    known = [SHORT[code] for code in codes if code in SHORT]
    reasons = dict.fromkeys(known or [code.replace("-", " ") for code in codes])
    return "; ".join(reasons)


def again_words(refused: RefusedRequest) -> str:
    """Say as what a refused request was entered again; nothing where it was not."""
    if refused.entered_at is None:
        return ""
    if refused.entered_as is None:
        return "entered again, as found after it was implemented"
    return f"entered again as request {refused.entered_as}"


def refused_request_words(refused: RefusedRequest) -> str:
    """Say when a refused request was received, and when it was refused."""
    return f"received {received(refused.received_at)}, refused {stamped(refused.refused_at)}"

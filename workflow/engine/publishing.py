"""What the public is shown: `engine.publishing`.

What makes each answer is loaded when it is first asked for: a command asks for one.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from workflow.engine.open_register import OpenRegister
from workflow.errors import Refusal
from workflow.text import instant, reference

if TYPE_CHECKING:
    from workflow.explanation.printed_notice import PrintedNotice
    from workflow.procedures.attempt import Refused
    from workflow.publishing.forward_plan import ForwardPlan
    from workflow.publishing.notice.contents import DecisionNotice
    from workflow.publishing.open_decisions import OpenForCallIn
    from workflow.publishing.published_days import PublishedDays


class Publishing:
    """What a council publishes of its decisions. Each method raises NotFound for a council, or a
    decision, that is not on file."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def notice(self, ref: str) -> "DecisionNotice | Refusal":
        """Give the notice of a published decision, as it stands now; or say why there is none. It
        holds nothing that is not for the public."""
        from workflow.publishing.notice.making import notice_of

        now = self._register.clock.now()
        with self._register.reading() as (work, councils):
            return notice_of(work, councils, reference(ref), now)

    def notice_if_published(self, ref: str, at: datetime) -> "DecisionNotice | Refused":
        """Give the notice of a signed decision as it would be if it were published at an instant;
        or every reason why it could not be published then. Nothing is written. Raises Invalid for
        an instant without its time zone."""
        from workflow.publishing.notice.before_publication import notice_if_published

        now, then = self._register.clock.now(), instant(at, "time of publication")
        with self._register.reading() as (work, councils):
            return notice_if_published(work, councils, reference(ref), then, now)

    def call_in_words(self, ref: str) -> "PrintedNotice | Refusal":
        """Give only the words about call-in of such a notice; or say why there are none."""
        from workflow.explanation.printed_notice import printed

        now = self._register.clock.now()
        with self._register.reading() as (work, councils):
            return printed(work, councils, reference(ref), now)

    def open_for_call_in(self, council: str) -> "OpenForCallIn":
        """Give every decision of a council that may be called in now, soonest first: until when, by
        whom, and where a request is sent."""
        from workflow.publishing.open_decisions import open_for_call_in

        now = self._register.clock.now()
        with self._register.reading() as (work, councils):
            return open_for_call_in(work, councils, council, now)

    def forward_plan(self, council: str) -> "ForwardPlan":
        """Give every key decision to come of a council of which a notice was published, with what
        that notice says (regulation 9 of SI 2012/2089), soonest first."""
        from workflow.publishing.forward_plan import forward_plan

        now = self._register.clock.now()
        with self._register.reading() as (work, councils):
            return forward_plan(work, councils, council, now)

    def open_days(self, council: str) -> "PublishedDays":
        """Give the last day for a request of each decision that is open for call-in, as an entry
        for a diary; of one that was given up before that day, as an entry to drop."""
        from workflow.publishing.published_days import open_days

        now = self._register.clock.now()
        with self._register.reading() as (work, councils):
            return open_days(work, councils, council, now)

    def plan_days(self, council: str) -> "PublishedDays":
        """Give the day on which each key decision to come may be made, as an entry for a diary."""
        from workflow.publishing.published_days import plan_days

        now = self._register.clock.now()
        with self._register.reading() as (work, councils):
            return plan_days(work, councils, council, now)

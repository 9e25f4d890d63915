"""The table of steps. Everything that knows the steps learns them here: the machine, the guards,
the commands and their help, `next`, the diagram in the docs, and the tests of every cell."""

from typing import Final

from workflow.authority import (
    MADE_NOT_IMPLEMENTED,
    REG_14,
    REGS_12_13,
    engine_rule,
)
from workflow.lifecycle import effects
from workflow.lifecycle.step import Step
from workflow.model import details
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy import call_in_guards as period
from workflow.policy import guards
from workflow.policy.standing import no_amendment, no_call_in

_DRAFTING = engine_rule("drafting", "A draft may be unfinished; what is signed may not.")
_TIME = engine_rule(
    "what time brings about", "What a deadline has already brought about is only recorded."
)
_RECORDED = engine_rule(
    "implementation", "Where a council records no later step, effect and implementation are one."
)
_WITHDRAWAL = engine_rule(
    "withdrawal", "A decision not yet carried out may be withdrawn by its maker, with a reason."
)

_COMPLETE = (
    guards.states_the_decision,
    guards.states_when_made,
    guards.states_reasons,
    guards.states_alternatives,
    guards.states_conflicts,
    guards.conflicts_have_dispensation,
    guards.made_before_signing,
    guards.urgency_has_reason,
    guards.urgency_has_consent,
    guards.consent_precedes_decision,
)
_IN_TIME = (
    period.received_already,
    period.received_after_publication,
    period.received_in_time,
    period.recorded_late_with_reason,
)
_LIVE = (
    State.DRAFT,
    State.SIGNED,
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.EFFECTIVE,
)

TABLE: Final[tuple[Step, ...]] = (
    Step(
        verb="draft",
        done="drafted",
        command="new",
        source=(),
        target=State.DRAFT,
        by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Begin a draft, complete or not.",
        under=_DRAFTING,
        asks=details.Draft,
        records=effects.drafted,
        example="--council herefordshire --title 'Ofsted action plan' --body Cabinet "
        "--kind non-key",
    ),
    Step(
        verb="amend",
        done="amended",
        source=(State.DRAFT,),
        target=None,
        by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Change a draft; what is signed is never changed.",
        under=_DRAFTING,
        asks=details.Amend,
        records=effects.amended,
        forward=False,
        elsewhere=no_amendment,
        example="HFD-2018-001 --made-on 2018-10-18 --no-conflicts",
    ),
    Step(
        verb="sign",
        done="signed",
        source=(State.DRAFT,),
        target=State.SIGNED,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Authenticate the written statement of a decision that has been made.",
        under=REGS_12_13,
        asks=details.Sign,
        needs=_COMPLETE,
        records=effects.signed,
        example="HFD-2018-001 --signatory 'Leader of the Council'",
    ),
    Step(
        verb="publish",
        done="published",
        source=(State.SIGNED,),
        target=State.PUBLISHED,
        by=(Role.PROPER_OFFICER,),
        says="Put the signed decision before the public.",
        under=REG_14,
        asks=details.Publish,
        needs=(period.kind_is_on_file, period.period_can_be_counted),
        records=effects.published,
        then=("open-call-in", "take-effect"),
        example="HFD-2018-001 --where https://councillors.herefordshire.gov.uk/",
    ),
    Step(
        verb="open-call-in",
        done="opened for call-in",
        source=(State.PUBLISHED,),
        target=State.CALL_IN_OPEN,
        by=(Role.SYSTEM,),
        says="The call-in period opens.",
        under=MADE_NOT_IMPLEMENTED,
        when=period.opens_for_call_in,
        records=effects.call_in_opened,
        automatic=True,
    ),
    Step(
        verb="take-effect",
        done="put into effect",
        source=(State.PUBLISHED,),
        target=State.EFFECTIVE,
        by=(Role.SYSTEM,),
        says="The decision takes effect at once: it is not subject to call-in.",
        under=MADE_NOT_IMPLEMENTED,
        when=period.takes_effect_at_once,
        records=effects.took_effect,
        then=("record-implementation",),
        automatic=True,
    ),
    Step(
        verb="call-in",
        done="called in",
        source=(State.CALL_IN_OPEN, State.EFFECTIVE),
        target=State.CALLED_IN,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record a request, received in time, that the decision be called in.",
        under=MADE_NOT_IMPLEMENTED,
        asks=details.CallIn,
        needs=(period.has_a_period, period.not_called_in_before),
        checks=_IN_TIME,
        records=effects.called_in,
        forward=False,
        settles=False,
        elsewhere=no_call_in,
        example="HFD-2018-001 --requested-by 'Cllr A Example' --grounds 'Consultation' "
        "--received-at 2018-10-24T16:30",
    ),
    Step(
        verb="note-request",
        done="noted as asked about in time",
        source=(State.IMPLEMENTED,),
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record a request that was in time, but found only after implementation.",
        under=MADE_NOT_IMPLEMENTED,
        asks=details.CallIn,
        needs=(period.has_a_period, period.not_called_in_before),
        checks=_IN_TIME,
        records=effects.request_found,
        forward=False,
        settles=False,
        example="HFD-2018-001 --requested-by 'Cllr A Example' --grounds 'Consultation' "
        "--received-at 2018-10-24T16:30 --late-reason 'Found in the post'",
    ),
    Step(
        verb="resolve",
        done="resolved",
        source=(State.CALLED_IN,),
        target=State.EFFECTIVE,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that scrutiny lets the decision stand; it takes effect.",
        under=MADE_NOT_IMPLEMENTED,
        asks=details.Resolve,
        needs=(period.others_may_no_longer_ask,),
        records=effects.resolved,
        then=("record-implementation",),
        example="HFD-2018-001 --outcome no-further-action --reason 'Scrutiny noted the plan.'",
    ),
    Step(
        verb="close",
        done="closed",
        source=(State.CALL_IN_OPEN,),
        target=State.EFFECTIVE,
        by=(Role.SYSTEM, Role.PROPER_OFFICER),
        says="Record that a call-in period has run out, dated at the legal instant.",
        under=_TIME,
        needs=(period.period_has_run_out, period.days_still_agree),
        records=effects.closed,
        then=("record-implementation",),
        settles=False,
        untimed=True,
        example="--dry-run",
    ),
    Step(
        verb="review-deadline",
        done="reviewed",
        source=(State.CALL_IN_OPEN,),
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Keep or revise a deadline whose days count differently since the calendar changed.",
        under=_TIME,
        asks=details.ReviewDeadline,
        needs=(period.days_have_changed,),
        records=effects.deadline_reviewed,
        forward=False,
        settles=False,
        example="HFD-2022-001 --outcome revise --reason 'State Funeral on 19 September'",
    ),
    Step(
        verb="record-implementation",
        done="recorded as implemented",
        source=(State.EFFECTIVE,),
        target=State.IMPLEMENTED,
        by=(Role.SYSTEM,),
        says="The decision counts as implemented on taking effect: no later step is recorded.",
        under=_RECORDED,
        when=period.implementation_is_not_recorded,
        records=effects.implemented_by_rule,
        automatic=True,
        untimed=True,
    ),
    Step(
        verb="implement",
        done="implemented",
        source=(State.EFFECTIVE,),
        target=State.IMPLEMENTED,
        by=(Role.AUTHOR, Role.PROPER_OFFICER),
        says="Record that the decision was carried out.",
        under=MADE_NOT_IMPLEMENTED,
        asks=details.Implement,
        needs=(guards.has_taken_effect,),
        records=effects.implemented,
        example="HFD-2018-001 --evidence 'Plan sent to Ofsted on 25 October 2018'",
    ),
    Step(
        verb="withdraw",
        done="withdrawn",
        source=_LIVE,
        target=State.WITHDRAWN,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Withdraw a decision that has not been carried out, with a reason.",
        under=_WITHDRAWAL,
        asks=details.Because,
        records=effects.withdrawn,
        forward=False,
        example="HFD-2018-001 --reason 'Overtaken by the new plan'",
    ),
    Step(
        verb="hold",
        done="held",
        source=_LIVE,
        target=None,
        by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
        says="Hold a decision: nothing moves forward until it is released.",
        under=guards.HOLDS,
        asks=details.Hold,
        needs=(guards.not_held_already,),
        records=effects.held,
        forward=False,
        example="HFD-2018-001 --on-account-of monitoring-officer "
        "--under 'LGHA 1989 s.5A' --reason 'Report in preparation'",
    ),
    Step(
        verb="release",
        done="released",
        source=_LIVE,
        target=None,
        by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
        says="Release a decision that is held.",
        under=guards.HOLDS,
        asks=details.Because,
        needs=(guards.is_held,),
        records=effects.released,
        forward=False,
        example="HFD-2018-001 --reason 'Report considered by cabinet on 1 November 2018'",
    ),
)

FIRST: Final = "draft"
BY_VERB: Final[dict[str, Step]] = {step.verb: step for step in TABLE}
OFFERED: Final[tuple[Step, ...]] = tuple(step for step in TABLE if not step.automatic)
"""The steps that somebody takes."""

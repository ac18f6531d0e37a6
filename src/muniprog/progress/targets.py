"""Which target is in force on a day: targets change during a programme, and the earlier ones are remembered."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import attrs

from muniprog.messages import Sentences, Spoken, message
from muniprog.model import Indicator, Target
from muniprog.progress.numbers import Quantity


@attrs.frozen(kw_only=True)
class TargetInForce:
    """The target that counts on a day.

    Attributes:
        target: The target.
        due: The last day for reaching it; the programme's last day where the target does not say.
        history: The targets for the same time that it has replaced, the first one first.
    """

    target: Target
    due: date
    history: tuple[Target, ...] = ()

    @property
    def is_revised(self) -> bool:
        """Whether another target stood here before."""
        return bool(self.history)

    def revisions(self, indicator: Indicator) -> tuple[Spoken, ...]:
        """Return a sentence for each change, in the order in which they were made."""
        chain = (*self.history, self.target)
        return tuple(_revision(indicator, old, new) for old, new in pairwise(chain))


def target_in_force(
    indicator: Indicator, as_of: date, measured_until: date | None, programme_end: date
) -> TargetInForce | None:
    """Return the target that a value is measured against, or None where none had been set by then.

    Of several targets for the same time the one set last counts. Of targets for several times the first one counts
    that is not due before the end of the period that the value is about; after the last one, the last.

    Args:
        indicator: The indicator.
        as_of: The day; targets that were set later are not known yet.
        measured_until: The last day of the period of the value; None where there is no value.
        programme_end: The last day of the programme.
    """
    by_time: defaultdict[date, list[Target]] = defaultdict(list)
    for target in indicator.targets:
        if target.set_on is None or target.set_on <= as_of:
            by_time[target.by.end or programme_end].append(target)
    if not by_time:
        return None
    reached = measured_until or as_of
    due = min((due for due in by_time if due >= reached), default=max(by_time))
    return _latest(due, by_time[due])


def _latest(due: date, targets: Sequence[Target]) -> TargetInForce:
    *earlier, last = sorted(targets, key=lambda target: target.set_on or date.min)
    return TargetInForce(target=last, due=due, history=tuple(earlier))


def _revision(indicator: Indicator, old: Target, new: Target) -> Spoken:
    before, after = _said(indicator, old), _said(indicator, new)
    parts: list[Spoken] = [
        message("The target was changed from {before} to {after}.", before=before, after=after)
        if new.set_on is None
        else message(
            "The target was changed from {before} to {after} on {day}.", before=before, after=after, day=new.set_on
        )
    ]
    if new.set_by:
        parts.append(message("Decided by: {who}.", who=new.set_by))
    if new.reason:
        parts.append(message("Reason: {reason}", reason=new.reason))
    return Sentences(parts)


def _said(indicator: Indicator, target: Target) -> Quantity:
    return Quantity(target.value, indicator.unit, indicator.decimals)

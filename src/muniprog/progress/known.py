"""What is known on a day: the updates and the observations that had been reported by then.

A report counts from the day on which it was made. Where that day is not written, an observation is known when its
period has ended, and an update when the period of its round has. What was sent back is no report until there is a new
one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from muniprog.model import FollowUp, Indicator, Observation, Programme, Status, Update
from muniprog.progress.order import last_one_last
from muniprog.progress.reservations import Reservation, reservations_on
from muniprog.timeframe import Period

_NEVER = date.min


@attrs.frozen
class Reported:
    """An update, with the round that it was made in.

    Attributes:
        update: What was reported.
        day: The day from which it is known.
        round: The period of the round of follow-up.
    """

    update: Update
    day: date
    round: Period

    @property
    def status(self) -> Status | None:
        """The status that was reported; None where the update only says something else."""
        return self.update.status

    @property
    def when(self) -> tuple[date, date, date, date]:
        """The days that tell which of several reports is the last one."""
        return self.day, *self.round.order, self.update.approved_on or _NEVER


@attrs.frozen(eq=False)
class Known:
    """The reports and observations that are known on a day, by the identifier of the item that they are about.

    Attributes:
        reports: The updates of each action and goal, the last one last.
        observations: The observations of each indicator.
        reservations: What should be known about the answers on each item.
    """

    reports: Mapping[str, Sequence[Reported]]
    observations: Mapping[str, Sequence[Observation]]
    reservations: Mapping[str, tuple[Reservation, ...]]

    def reports_of(self, item: str) -> Sequence[Reported]:
        """Return what was reported about an item, the last report last."""
        return self.reports.get(item, ())

    def reservations_about(self, item: str) -> tuple[Reservation, ...]:
        """Return what should be known about the answers on an item."""
        return self.reservations.get(item, ())


def known_on(programme: Programme, rounds: Iterable[FollowUp], as_of: date) -> Known:
    """Return what is known about a programme on a day."""
    rounds = tuple(rounds)
    return Known(
        _reports(programme, rounds, as_of),
        _observations(programme, rounds, as_of),
        reservations_on(programme, rounds, as_of),
    )


def _reports(programme: Programme, rounds: Iterable[FollowUp], as_of: date) -> dict[str, list[Reported]]:
    found: defaultdict[str, list[Reported]] = defaultdict(list)
    for follow_up in rounds:
        for update in follow_up.updates:
            day = update.reported_on or follow_up.period.end
            if day <= as_of and update.sent_back is None and update.item in programme:
                found[programme[update.item].id].append(Reported(update, day, follow_up.period))
    return {item: last_one_last(reports, lambda reported: reported.when) for item, reports in found.items()}


def _observations(programme: Programme, rounds: Iterable[FollowUp], as_of: date) -> dict[str, list[Observation]]:
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for indicator in programme.indicators:
        if indicator.observations:
            found[indicator.id].extend(indicator.observations)
    for follow_up in rounds:
        for observation in follow_up.observations:
            name = observation.indicator
            if name is not None and name in programme and isinstance(programme[name], Indicator):
                found[programme[name].id].append(observation)
    return {
        identifier: [
            seen for seen in observations if seen.sent_back is None and (seen.reported_on or seen.period.end) <= as_of
        ]
        for identifier, observations in found.items()
    }

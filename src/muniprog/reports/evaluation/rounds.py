"""The rounds of a programme in the order of time, each with the programme and the figures of its own day."""

from collections.abc import Mapping, Sequence

import attrs

from muniprog.interfaces import ReportOptions
from muniprog.model import FollowUp
from muniprog.progress import ActionFigures
from muniprog.reports.occasion import RoundOccasion
from muniprog.reports.teller import Teller
from muniprog.reports.voice import Voice


@attrs.frozen
class Rounds:
    """The rounds in the order of time.

    Attributes:
        tellers: What tells about each round; the last one tells the end.
        rounds: The rounds themselves.
    """

    tellers: tuple[Teller, ...]
    rounds: tuple[FollowUp, ...]

    @classmethod
    def of(cls, occasions: Sequence[RoundOccasion], options: ReportOptions) -> "Rounds":
        """Return the rounds that these occasions are of."""
        tellers = (
            Teller(each, Voice(options.languages, each.programme.record), look=options.look) for each in occasions
        )
        return cls(tuple(tellers), tuple(each.round for each in occasions))

    @property
    def end(self) -> Teller:
        """What tells about the last round."""
        return self.tellers[-1]

    @property
    def titles(self) -> tuple[str, ...]:
        """The period of each round, as it is written."""
        return tuple(each.period.raw for each in self.rounds)

    def actions(self) -> Mapping[str, tuple[ActionFigures | None, ...]]:
        """Return the figures of every action in each round, by the identifier that it has at the end.

        What is no longer in the programme comes last; in a round that did not know an action there is None.
        """
        by_round = [{self._at_the_end(each.id): each for each in teller.figures.actions} for teller in self.tellers]
        names = [name for figures in reversed(by_round) for name in figures]
        return {name: tuple(figures.get(name) for figures in by_round) for name in dict.fromkeys(names)}

    def _at_the_end(self, identifier: str) -> str:
        programme = self.end.programme
        return programme[identifier].id if identifier in programme else identifier

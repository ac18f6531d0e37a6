"""The figures of what holds actions and indicators: a goal, a theme, an owner, the whole programme."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Goal, Owner, Programme, Status, Theme
from muniprog.model.shown import ShowsItself
from muniprog.progress.actions import ActionFigures, status_sentence
from muniprog.progress.budgets import Money, money_of
from muniprog.progress.counts import Completion, StatusCounts, completion_of, counts_of
from muniprog.progress.explanation import Explanation
from muniprog.progress.indicators import IndicatorFigures
from muniprog.progress.known import Reported
from muniprog.progress.rollup import RolledUp
from muniprog.progress.standing import STANDING_WORDS, Standing
from muniprog.progress.words import called, named, status_word

if TYPE_CHECKING:
    from muniprog.document import Table

COMPLETION = message("Completion is done actions over all actions that are neither cancelled nor continuous.")
EACH_ONCE = message("Each action is counted once, however many owners it has.")


@attrs.frozen(kw_only=True, repr=False)
class GroupFigures(ShowsItself):
    """The figures of a goal, a theme, an owner or the programme on a day.

    Attributes:
        item: What the figures are about.
        programme: The programme.
        actions: The figures of the actions below it, each once.
        indicators: The figures of the indicators below it, each once.
        rolled_up: The attainment of the whole, and what it was computed from.
        reported: What was last reported about a goal itself; None where nothing was.
    """

    item: Goal | Theme | Owner | Programme
    programme: Programme = attrs.field(eq=False)
    actions: tuple[ActionFigures, ...] = ()
    indicators: tuple[IndicatorFigures, ...] = ()
    rolled_up: RolledUp
    reported: Reported | None = None

    @property
    def id(self) -> str:
        """The identifier of the item."""
        return self.item.id

    @property
    def status(self) -> Status | None:
        """The status that was last reported for a goal itself; None for «not reported»."""
        return None if self.reported is None else self.reported.status

    @cached_property
    def counts(self) -> StatusCounts:
        """How many actions have each status; «not reported» is one of the rows."""
        return counts_of(self.actions)

    @cached_property
    def completion(self) -> Completion:
        """How many of the actions are done, of those that can be."""
        return completion_of(self.actions)

    @property
    def attainment(self) -> Fraction | None:
        """How much of the way its indicators have come, by the programme's rule; exact, and not clamped."""
        return self.rolled_up.attainment

    @cached_property
    def late(self) -> tuple[ActionFigures, ...]:
        """The actions that are late."""
        return tuple(action for action in self.actions if action.is_late)

    @cached_property
    def never_reported(self) -> tuple[ActionFigures, ...]:
        """The actions that nobody has reported anything about."""
        return tuple(action for action in self.actions if action.never_reported)

    @cached_property
    def verdicts(self) -> Mapping[Standing, int]:
        """How many indicators stand where."""
        found = Counter(indicator.verdict for indicator in self.indicators)
        return {standing: found[standing] for standing in Standing}

    @cached_property
    def money(self) -> tuple[Money, ...]:
        """What is planned and what was spent for all its actions, by currency."""
        return money_of(line for action in self.actions for line in action.action.budget)

    @property
    def explanation(self) -> Explanation:
        """How the figures came about."""
        return Explanation(
            subject=called(self.item),
            result=_results(self),
            inputs=_inputs(self),
            rules=(COMPLETION, EACH_ONCE, *self.rolled_up.rule_sentences),
            footnotes=self._footnotes(),
        )

    def explain(self, language: str) -> str:
        """Return how the figures came about, in words."""
        return self.explanation.spoken(language)

    def _footnotes(self) -> Iterator[Spoken]:
        yield from self.completion.footnotes
        missing = self.counts[None]
        if missing:
            yield plural_message(
                "The status of {count} action has not been reported; that is not the same as not started.",
                "The status of {count} actions has not been reported; that is not the same as not started.",
                missing,
            )

    def _tables(self) -> "Iterable[Table]":
        from muniprog.progress.notebook import group_tables

        return group_tables(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}: {self.counts.total} actions, {self.completion} done>"


@attrs.frozen(kw_only=True, repr=False)
class OwnerFigures(GroupFigures):
    """The figures of an owner on a day; what an ended owner answered for stands under the one that took over.

    Attributes:
        continued_by: Identifier of the owner that has taken over by that day.
        former: The owners that this one has taken over from by that day.
    """

    item: Owner
    continued_by: str | None = None
    former: tuple[Owner, ...] = ()

    def _footnotes(self) -> Iterator[Spoken]:
        if self.continued_by is not None:
            yield message(
                "It has ended; its actions stand under {owner}.", owner=self.programme[self.continued_by].title
            )
        for owner in self.former:
            yield message("Includes what {owner} answered for, which has ended.", owner=owner.name)
        yield from super()._footnotes()


def by_identifier(figures: Iterable[ActionFigures]) -> tuple[ActionFigures, ...]:
    """Return the actions, each once, in the order of their identifiers: their order in the file changes no figure."""
    return tuple(sorted({figure.id: figure for figure in figures}.values(), key=lambda figure: figure.id))


def _results(figures: GroupFigures) -> Iterator[Spoken]:
    if figures.reported is not None:
        yield status_sentence(figures.programme, figures.reported)
    counts = figures.counts
    if not counts.total:
        yield message("There are no actions.")
    else:
        shares = counts.shares
        for status, count in counts.by_status.items():
            if count:
                yield message(
                    "{status}: {count} of {total} actions ({share}%).",
                    status=status_word(figures.programme, status),
                    count=count,
                    total=counts.total,
                    share=shares[status],
                )
        yield message("Done of those that can be completed: {completion}.", completion=figures.completion)
    if figures.late:
        yield message("Late: {actions}.", actions=named(late.action for late in figures.late))
    yield from (message("Money in {money}.", money=money) for money in figures.money)
    yield from figures.rolled_up.results


def _inputs(figures: GroupFigures) -> Iterator[Spoken]:
    yield from figures.rolled_up.inputs
    for standing, count in figures.verdicts.items():
        if count:
            yield message("Indicators that are {standing}: {count}.", standing=STANDING_WORDS[standing], count=count)

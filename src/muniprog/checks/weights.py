"""Weights: whether what a programme weighs can be weighed at all."""

from collections.abc import Iterator, Sequence

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Goal, Indicator, Programme, RollUp, Theme
from muniprog.source import Finding, Severity

Weighed = Theme | Goal | Indicator


class UnweighableParts(Rule):
    """A weight below zero, or parts that all weigh nothing."""

    code, name, severity = "C109", "unweighable-parts", Severity.ERROR
    title = message("Weights that cannot be weighed")
    explanation = message(
        "Where the programme rolls up by weight, a weight is zero or more, and at least one part of each whole weighs "
        "more than zero. Parts without a weight weigh 1. Otherwise no figure can be computed for the whole."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the weights below zero, and the wholes whose parts all weigh nothing."""
        if survey.programme.progress.roll_up is not RollUp.WEIGHTED:
            return
        for whole, parts in _wholes(survey.programme):
            for part in parts:
                if part.weight is not None and part.weight < 0:
                    sentence = message(
                        "The weight of “{title}” is {weight}, which is less than zero.",
                        title=label(part),
                        weight=part.weight,
                    )
                    yield self.finding(sentence, part.id, survey.path(part, "weight"))
            if parts and all(part.weight == 0 for part in parts):
                title = whole.title if isinstance(whole, Programme) else label(whole)
                sentence = message("All parts of “{title}” weigh zero, so none of them counts.", title=title)
                where = parts[0]
                yield self.finding(
                    sentence, "" if isinstance(whole, Programme) else whole.id, survey.path(where, "weight")
                )


def _wholes(programme: Programme) -> Iterator[tuple[Programme | Theme | Goal, Sequence[Weighed]]]:
    yield programme, (*programme.themes, *programme.programme_indicators)
    for theme in programme.all_themes:
        own = (*theme.indicators, *(each for action in theme.actions for each in action.indicators))
        yield theme, (*theme.goals, *theme.themes, *own)
    for goal in programme.goals:
        yield goal, goal.all_indicators


RULES = (UnweighableParts(),)

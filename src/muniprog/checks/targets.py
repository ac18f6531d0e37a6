"""Targets: whether one can tell which way is better, how far, and by when."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from muniprog.checks.measures import spoken_value
from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Comparison, Direction, Indicator, Target
from muniprog.source import Finding, Severity


class NoTarget(Rule):
    """A number of which nobody knows which way is better."""

    code, name, severity = "I111", "no-target", Severity.WARNING
    title = message("Neither target nor direction")
    explanation = message(
        "Without a target and without a direction nobody can say whether a new value is good or bad. Where the "
        "decision names no figure, write at least `direction`: increase, decrease or keep."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the numeric indicators that have neither."""
        for indicator in survey.programme.indicators:
            if indicator.is_numeric and not indicator.targets and indicator.direction is None:
                sentence = message("“{title}” has neither a target nor a direction.", title=label(indicator))
                yield self.finding(sentence, indicator.id, survey.path(indicator))


class ContraryDirection(Rule):
    """The direction says one thing, baseline and target the opposite."""

    code, name, severity = "I112", "contrary-direction", Severity.WARNING
    title = message("Direction against the target")
    explanation = message(
        "Going from the baseline to the target is a way up or down; `direction` says the opposite. The direction "
        "counts when progress is computed, so a mistake here turns success into failure."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the indicators whose direction contradicts the way from baseline to target."""
        for indicator in survey.programme.indicators:
            way = _way(indicator)
            if indicator.direction is not None and way is not None and way is not indicator.direction:
                baseline, target = _ends(indicator)
                sentence = message(
                    "“{title}” has the direction “{direction}”, but goes from {baseline} to {target}.",
                    title=label(indicator),
                    direction=str(indicator.direction),
                    baseline=baseline,
                    target=target,
                )
                yield self.finding(sentence, indicator.id, survey.path(indicator, "direction"))


class TargetIsBaseline(Rule):
    """A target that is reached before anything is done."""

    code, name, severity = "I113", "target-is-baseline", Severity.WARNING
    title = message("Target equal to the baseline")
    explanation = message(
        "The target is the value from which one starts. If the level is to be kept, say so with `direction: keep`; "
        "otherwise one of the two values is wrong."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the indicators whose last target is their baseline and that do not say `keep`."""
        for indicator in survey.programme.indicators:
            if _way(indicator) is Direction.KEEP and indicator.direction is None:
                sentence = message(
                    "The target of “{title}” is its baseline, {baseline}, but the direction is not “keep”.",
                    title=label(indicator),
                    baseline=_ends(indicator)[0],
                )
                yield self.finding(sentence, indicator.id, survey.path(indicator, "targets"))


class UnexplainedTarget(Rule):
    """A target that replaces another one, and nobody knows when or why."""

    code, name, severity = "I114", "unexplained-target", Severity.WARNING
    title = message("Target changed without a date or a reason")
    explanation = message(
        "Two targets for the same time mean that the target was changed. Which one counts on a given day follows "
        "from `set_on`; readers want to know the `reason`. Write both."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the later targets for the same time that lack the day or the reason."""
        for indicator in survey.programme.indicators:
            for position, target in _revisions(indicator):
                lacking = tuple(key for key in ("set_on", "reason") if not getattr(target, key))
                if lacking:
                    sentence = message(
                        "The target of “{title}” was changed to {value}; {lacking} should say when and why.",
                        title=label(indicator),
                        value=spoken_value(target.value),
                        lacking=lacking,
                    )
                    yield self.finding(sentence, indicator.id, survey.path(indicator, "targets", position))


class TargetOutsideProgramme(Rule):
    """A target for a time when the programme is over or has not begun."""

    code, name, severity = "I115", "target-outside-programme", Severity.WARNING
    title = message("Target outside the programme")
    explanation = message(
        "The target should be reached at a time that is not in the programme's period, so no follow-up of this "
        "programme will tell whether it was."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the targets that end after the programme or before it begins."""
        period = survey.programme.period
        for indicator in survey.programme.indicators:
            for position, target in enumerate(indicator.targets):
                end = target.by.end
                if end is not None and not period.start <= end <= period.end:
                    sentence = message(
                        "The target of “{title}” is for {by}, outside the programme's period {period}.",
                        title=label(indicator),
                        by=target.by.raw,
                        period=period.raw,
                    )
                    yield self.finding(sentence, indicator.id, survey.path(indicator, "targets", position, "by"))


class ContraryComparison(Rule):
    """A target counts as met in the wrong direction."""

    code, name, severity = "I116", "contrary-comparison", Severity.WARNING
    title = message("Comparison against the direction")
    explanation = message(
        "Where more is better, a target is met by at least its value; where less is better, by at most its value. "
        "Here it is the other way round."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the targets whose comparison contradicts the direction of their indicator."""
        for indicator in survey.programme.indicators:
            direction = indicator.direction or _way(indicator)
            for position, target in enumerate(indicator.targets):
                if (direction, target.comparison) in _CONTRARY:
                    sentence = message(
                        "A target of “{title}” is met by “{comparison}”, but the direction is “{direction}”.",
                        title=label(indicator),
                        comparison=str(target.comparison),
                        direction=str(direction),
                    )
                    yield self.finding(
                        sentence, indicator.id, survey.path(indicator, "targets", position, "comparison")
                    )


_CONTRARY = {(Direction.INCREASE, Comparison.AT_MOST), (Direction.DECREASE, Comparison.AT_LEAST)}


def _ends(indicator: Indicator) -> tuple[Decimal, Decimal] | tuple[None, None]:
    """Return the baseline and the last target, when both are numbers."""
    if indicator.is_numeric and indicator.baseline is not None and indicator.targets:
        baseline, target = indicator.baseline.value, indicator.targets[-1].value
        if isinstance(baseline, Decimal) and isinstance(target, Decimal):
            return baseline, target
    return None, None


def _way(indicator: Indicator) -> Direction | None:
    """Return which way it is from the baseline to the last target."""
    baseline, target = _ends(indicator)
    if baseline is None or target is None:
        return None
    if target == baseline:
        return Direction.KEEP
    return Direction.INCREASE if target > baseline else Direction.DECREASE


def _revisions(indicator: Indicator) -> Iterator[tuple[int, Target]]:
    """Yield the targets that come after another one for the same time, with their positions."""
    numbered = sorted(enumerate(indicator.targets), key=lambda pair: _time(pair[1]))
    for _, same in groupby(numbered, key=lambda pair: _time(pair[1])):
        yield from list(same)[1:]


def _time(target: Target) -> tuple[str, str]:
    if target.by.end is None and target.by.start is None:
        return "", target.by.raw
    return str(target.by.start), str(target.by.end)


RULES = (
    NoTarget(),
    ContraryDirection(),
    TargetIsBaseline(),
    UnexplainedTarget(),
    TargetOutsideProgramme(),
    ContraryComparison(),
)

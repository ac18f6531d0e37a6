"""Measures: whether an indicator's kind, unit, scale and values fit each other."""

from collections.abc import Iterator
from decimal import Decimal

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Sighting, Survey, label
from muniprog.messages import Message, Spoken, message
from muniprog.model import Indicator, Measure, Value
from muniprog.source import Finding, Path, Severity

_NEED_A_UNIT = (Measure.COUNT, Measure.MONEY, Measure.DURATION, Measure.RATIO)
_PER_CENT = (
    "%",
    "‰",
    "per cent",
    "percent",
    "per mille",
    "procent",
    "promille",
    "prosentti",
    "prosenttia",
    "promillea",
)


class LeftOver(Rule):
    """Something is left over from when the indicator was a number."""

    code, name, severity = "I101", "left-over-number", Severity.WARNING
    title = message("Left over from a number")
    explanation = message(
        "A milestone is reached or not, and a text indicator is told in words: neither has a unit, a scale or a "
        "number as its target. Usually the measure was changed and these were forgotten. They are not used; take "
        "them away."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield one finding for each text or milestone indicator that has what only numbers have."""
        for indicator in survey.programme.indicators:
            if indicator.measure in (Measure.TEXT, Measure.MILESTONE):
                left = tuple(what for what, _ in _left_over(indicator))
                if left:
                    sentence = message(
                        "“{title}” is measured as {measure}, but has what only a number has: {left}.",
                        title=label(indicator),
                        measure=str(indicator.measure),
                        left=left,
                    )
                    path = next(path for _, path in _left_over(indicator))
                    yield self.finding(sentence, indicator.id, survey.path(indicator, *path))


class WordsForNumbers(Rule):
    """Words, or yes and no, stand where the indicator wants a number."""

    code, name, severity = "I102", "words-for-numbers", Severity.ERROR
    title = message("Words where a number belongs")
    explanation = message(
        "Words cannot be added up or compared. If there is no value, write `missing` with a reason; if the answer "
        "really is in words, declare the indicator with `measure: text`."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield every value of a numeric indicator that is no number."""
        for indicator in survey.programme.indicators:
            if indicator.is_numeric:
                for value, at in _values(survey, indicator):
                    if not isinstance(value, Decimal):
                        sentence = message(
                            "“{found}” is not a number, but “{title}” is measured as {measure}.",
                            found=spoken_value(value),
                            title=label(indicator),
                            measure=str(indicator.measure),
                        )
                        yield self.finding(sentence, indicator.id, _path(survey, indicator, at))


class NoUnit(Rule):
    """A number of nobody knows what."""

    code, name, severity = "I103", "no-unit", Severity.WARNING
    title = message("Number without a unit")
    explanation = message("A bare number does not say what is counted. Write the unit, such as persons, euros or days.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the counts, sums of money, durations and ratios without a unit."""
        for indicator in survey.programme.indicators:
            if indicator.measure in _NEED_A_UNIT and not indicator.unit:
                sentence = message("“{title}” is a number without a unit.", title=label(indicator))
                yield self.finding(sentence, indicator.id, survey.path(indicator))


class UnclearShare(Rule):
    """A share of which nobody knows whether 0.5 is a half or half a per cent."""

    code, name, severity = "I104", "unclear-share", Severity.WARNING
    title = message("Share without a base")
    explanation = message(
        "A share is either given in per cent (write the unit `%`) or as numerator and denominator, from which it is "
        "computed. With neither, 0.5 may be a half or half a per cent."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the shares that have neither a per cent unit nor any numerator and denominator."""
        for indicator in survey.programme.indicators:
            if indicator.measure is Measure.SHARE and not _is_per_cent(indicator) and not _has_parts(survey, indicator):
                sentence = message(
                    "“{title}” is a share, but neither a unit such as % nor numerator and denominator say of what.",
                    title=label(indicator),
                )
                yield self.finding(sentence, indicator.id, survey.path(indicator, "unit"))


class ScaleBounds(Rule):
    """A scale that has no ends, or has them the wrong way round."""

    code, name, severity = "I105", "scale-bounds", Severity.WARNING
    title = message("Scale without its ends")
    explanation = message(
        "A value such as 3.5 says little until one knows that the scale goes from 1 to 5. Write `scale: [1, 5]`, the "
        "lowest value first."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the scales without two ends in order."""
        for indicator in survey.programme.indicators:
            wanted = indicator.measure is Measure.SCALE or bool(indicator.scale)
            if wanted and indicator.is_numeric and _bounds(indicator) is None:
                sentence = message(
                    "The scale of “{title}” should have two ends, the lowest first, such as [1, 5].",
                    title=label(indicator),
                )
                yield self.finding(sentence, indicator.id, survey.path(indicator, "scale"))


class OutsideScale(Rule):
    """A value that the scale does not have."""

    code, name, severity = "I106", "outside-scale", Severity.WARNING
    title = message("Value outside the scale")
    explanation = message(
        "The value is lower or higher than the scale of the indicator allows. One of the two is wrong."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the values that are outside the scale of their indicator."""
        for indicator in survey.programme.indicators:
            bounds = _bounds(indicator)
            if bounds is not None:
                for value, at in _values(survey, indicator):
                    if isinstance(value, Decimal) and not bounds[0] <= value <= bounds[1]:
                        sentence = message(
                            "{found} is outside the scale from {low} to {high} of “{title}”.",
                            found=value,
                            low=bounds[0],
                            high=bounds[1],
                            title=label(indicator),
                        )
                        yield self.finding(sentence, indicator.id, _path(survey, indicator, at))


class PluginMeasure(Rule):
    """A measure that a plug-in brings."""

    code, name, severity = "I107", "plugin-measure", Severity.NOTE
    title = message("Measure of a plug-in")
    explanation = message(
        "The measure is not one of muniprog's own. Its values are kept and shown as they are; progress is computed "
        "only by the plug-in that brings the measure."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the indicators whose measure is none of muniprog's own."""
        for indicator in survey.programme.indicators:
            if not isinstance(indicator.measure, Measure):
                sentence = message(
                    "The measure “{measure}” of “{title}” belongs to the plug-in “{plugin}”; without it the indicator "
                    "is shown as text, without progress.",
                    measure=indicator.measure,
                    title=label(indicator),
                    plugin=indicator.measure.partition(":")[0],
                )
                yield self.finding(sentence, indicator.id, survey.path(indicator, "measure"))


def spoken_value(value: Value) -> Spoken | str:
    """Return a measured value for a sentence."""
    if isinstance(value, bool):
        return message("yes") if value else message("no")
    return str(value)


def _left_over(indicator: Indicator) -> Iterator[tuple[Message, Path]]:
    if indicator.unit:
        yield message("a unit"), ("unit",)
    if indicator.scale:
        yield message("a scale"), ("scale",)
    if indicator.decimals is not None:
        yield message("decimals"), ("decimals",)
    if indicator.formula is not None:
        yield message("a formula"), ("formula",)
    if indicator.baseline is not None and isinstance(indicator.baseline.value, Decimal):
        yield message("a number as its baseline"), ("baseline",)
    for position, target in enumerate(indicator.targets):
        if isinstance(target.value, Decimal):
            yield message("a number as its target"), ("targets", position)
            return


def _values(survey: Survey, indicator: Indicator) -> Iterator[tuple[Value, Path | Sighting]]:
    """Yield every value of an indicator: baseline, targets, observations; paths are made only for what is found."""
    if indicator.baseline is not None:
        yield indicator.baseline.value, ("baseline", "value")
    for position, target in enumerate(indicator.targets):
        yield target.value, ("targets", position, "value")
    for sighting in survey.sightings[indicator.id]:
        if sighting.observation.value is not None:
            yield sighting.observation.value, sighting


def _path(survey: Survey, indicator: Indicator, at: Path | Sighting) -> Path:
    if isinstance(at, Sighting):
        return survey.sighting_path(at, "value")
    return survey.path(indicator, *at)


def _is_per_cent(indicator: Indicator) -> bool:
    units = (words.casefold() for _, words in indicator.unit.values if words) if indicator.unit else ()
    return any(sign in unit for unit in units for sign in _PER_CENT)


def _has_parts(survey: Survey, indicator: Indicator) -> bool:
    return indicator.formula is not None or any(
        sighting.observation.numerator is not None and sighting.observation.denominator is not None
        for sighting in survey.sightings[indicator.id]
    )


def _bounds(indicator: Indicator) -> tuple[Decimal, Decimal] | None:
    if len(indicator.scale) != 2 or indicator.scale[0] >= indicator.scale[1]:
        return None
    return indicator.scale[0], indicator.scale[1]


RULES = (LeftOver(), WordsForNumbers(), NoUnit(), UnclearShare(), ScaleBounds(), OutsideScale(), PluginMeasure())

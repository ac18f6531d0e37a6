"""Observations: values that stand for a time, with a value or the reason why there is none."""

from collections.abc import Iterator

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Sighting, Survey, label
from muniprog.messages import message
from muniprog.source import Finding, Severity


class OutsideProgramme(Rule):
    """A value for a time that is not the programme's."""

    code, name, severity = "I121", "observation-outside-programme", Severity.NOTE
    title = message("Observation outside the programme")
    explanation = message(
        "Values from before the programme show where it started, and values from after it what came of it. Inside "
        "the reports of the programme they are not counted; check that the year is right."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the observations whose period has no day in common with the programme's."""
        period = survey.programme.period
        for sighting in _sightings(survey):
            observed = sighting.observation.period
            if observed.end < period.start or observed.start > period.end:
                sentence = message(
                    "“{title}” has a value for {found}, outside the programme's period {period}.",
                    title=label(sighting.indicator),
                    found=observed.raw,
                    period=period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting, "period"))


class NoValue(Rule):
    """An observation of nothing."""

    code, name, severity = "I122", "no-value", Severity.WARNING
    title = message("Observation without a value")
    explanation = message(
        "Missing is not zero: where there is no value, `missing` says whether it is not available or suppressed, and "
        "`reason` says why."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the observations that have neither a value nor a word about its absence."""
        for sighting in _sightings(survey):
            seen = sighting.observation
            parts = seen.numerator is not None and seen.denominator is not None
            if seen.value is None and seen.missing is None and not parts:
                sentence = message(
                    "“{title}” has no value for {period}; write the value, or why it is `missing`.",
                    title=label(sighting.indicator),
                    period=seen.period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting))


class ValueAndMissing(Rule):
    """A value that is there and missing at once."""

    code, name, severity = "I123", "value-and-missing", Severity.WARNING
    title = message("Value that is also missing")
    explanation = message("An observation has either a value or a word about why it is missing. Take one of them away.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the observations that have both."""
        for sighting in _sightings(survey):
            if sighting.observation.value is not None and sighting.observation.missing is not None:
                sentence = message(
                    "The value of “{title}” for {period} is given and said to be missing.",
                    title=label(sighting.indicator),
                    period=sighting.observation.period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting, "missing"))


class MissingWithoutReason(Rule):
    """A value is missing and nobody says why."""

    code, name, severity = "I124", "missing-without-reason", Severity.NOTE
    title = message("Missing without a reason")
    explanation = message(
        "Readers ask why a value is missing. One sentence in `reason` answers them for years to come."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the missing values without a reason."""
        for sighting in _sightings(survey):
            if sighting.observation.missing is not None and not sighting.observation.reason:
                sentence = message(
                    "The value of “{title}” for {period} is missing without a reason.",
                    title=label(sighting.indicator),
                    period=sighting.observation.period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting, "missing"))


class BrokenParts(Rule):
    """A numerator and a denominator that cannot be divided."""

    code, name, severity = "I125", "broken-parts", Severity.WARNING
    title = message("Numerator and denominator that do not fit")
    explanation = message("A share or ratio needs both its parts, and the lower one cannot be zero.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the observations of which one part is missing or the lower part is zero."""
        for sighting in _sightings(survey):
            seen = sighting.observation
            if (seen.numerator is None) != (seen.denominator is None):
                lacking = message("the numerator") if seen.numerator is None else message("the denominator")
                sentence = message(
                    "“{title}” lacks {part} for {period}.",
                    title=label(sighting.indicator),
                    part=lacking,
                    period=seen.period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting))
            elif seen.denominator == 0:
                sentence = message(
                    "The denominator of “{title}” for {period} is zero.",
                    title=label(sighting.indicator),
                    period=seen.period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting, "denominator"))


class SamePeriod(Rule):
    """Two values for the same time, and nobody can tell which is the newer."""

    code, name, severity = "I126", "same-period-twice", Severity.WARNING
    title = message("Two values for the same time")
    explanation = message(
        "An indicator may be reported several times for one period. Which value is the latest follows from "
        "`reported_on`: give each its day."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the later ones of several values for one period and part that have no day of their own."""
        for sightings in survey.sightings.values():
            if len(sightings) > 1:
                yield from self._of_one(survey, sightings)

    def _of_one(self, survey: Survey, sightings: list[Sighting]) -> Iterator[Finding]:
        days: dict[object, set[object]] = {}
        for sighting in sightings:
            seen = sighting.observation
            key = (seen.period.start, seen.period.end, *sorted(seen.dimensions.items()))
            before = days.setdefault(key, set())
            if before and (seen.reported_on is None or None in before or seen.reported_on in before):
                sentence = message(
                    "“{title}” has more than one value for {period}, without days that tell which is the latest.",
                    title=label(sighting.indicator),
                    period=seen.period.raw,
                )
                yield self.finding(sentence, sighting.indicator.id, survey.sighting_path(sighting))
            before.add(seen.reported_on)


def _sightings(survey: Survey) -> Iterator[Sighting]:
    for sightings in survey.sightings.values():
        yield from sightings


RULES = (OutsideProgramme(), NoValue(), ValueAndMissing(), MissingWithoutReason(), BrokenParts(), SamePeriod())

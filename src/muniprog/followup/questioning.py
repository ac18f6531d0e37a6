"""Questions: what is asked about a subject, as one row of a form in one language."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

import attrs

from muniprog.followup.so_far import Held, SoFar
from muniprog.followup.subjects import Course, Measured, Spent, Subject
from muniprog.forms import FormRow, Question, QuestionKind
from muniprog.forms.form import canonical
from muniprog.language import date_text, number_text
from muniprog.messages import Spoken, message
from muniprog.model import FollowUp, Indicator, Measure, Missing, Observation, Programme, Status, Target
from muniprog.progress.numbers import Quantity, number_of
from muniprog.progress.values import AVAILABILITY_WORDS, Availability, read, scale_of
from muniprog.progress.words import called
from muniprog.text import Text
from muniprog.timeframe import Period

MISSING_WORDS: Mapping[Missing, Spoken] = {
    Missing.NOT_AVAILABLE: AVAILABILITY_WORDS[Availability.NOT_AVAILABLE],
    Missing.SUPPRESSED: AVAILABILITY_WORDS[Availability.SUPPRESSED],
}
"""Why there is no value, as a form offers it."""

YES, NO = message("yes"), message("no")

_WHOLE = 100
_NEVER_NEGATIVE = (Measure.COUNT, Measure.SHARE, Measure.DURATION)
_DATES, _TEXTS = ("planned_end", "actual_start", "actual_end"), ("note", "next_steps")


@attrs.frozen
class PeriodWords:
    """A period, in the words of its reader."""

    period: Period

    def spoken(self, language: str) -> str:
        """Return the period in `language`."""
        return self.period.label(language)


@attrs.frozen(eq=False, slots=False)
class Questioning:
    """Asks about one subject after another.

    Attributes:
        programme: The programme.
        round: The round.
        language: Language of the form.
        now: What the round holds.
        last: What the round before holds; None where this is the first.
    """

    programme: Programme
    round: FollowUp
    language: str
    now: SoFar
    last: SoFar | None

    def row(self, subject: Subject) -> FormRow:
        """Return the row of a subject."""
        held = self.now.fields(subject)
        questions = self.questions(subject)
        last = self._last(subject)
        return FormRow(
            key=subject.key,
            shown=self._shown(subject),
            questions={
                field: attrs.evolve(
                    question,
                    last=last.get(field, ""),
                    now=written(self.programme, question.kind, held[field], self.language),
                )
                for field, question in questions.items()
            },
        )

    def questions(self, subject: Subject) -> dict[str, Question]:
        """Return what is asked about a subject, without any answers."""
        if isinstance(subject, Course):
            return self._about_course
        if isinstance(subject, Measured):
            return self._about_value(subject)
        return {"actual": Question(field="actual", kind=QuestionKind.NUMBER, unit=subject.line.currency)}

    @cached_property
    def _about_course(self) -> dict[str, Question]:
        words = tuple(self.programme.status_word(status, self.language) for status in Status)
        questions = [Question(field="status", kind=QuestionKind.CHOICE, choices=words)]
        questions += [Question(field=field, kind=QuestionKind.TEXT) for field in _TEXTS]
        questions += [Question(field=field, kind=QuestionKind.DATE) for field in _DATES]
        return {question.field: question for question in questions}

    def _about_value(self, subject: Measured) -> dict[str, Question]:
        questions = [value_question(subject.item, self.language)]
        if subject.is_quotient:
            questions += [Question(field=field, kind=QuestionKind.NUMBER) for field in ("numerator", "denominator")]
        questions.append(Question(field="missing", kind=QuestionKind.CHOICE, choices=self._missing_words))
        questions += [Question(field=field, kind=QuestionKind.TEXT) for field in ("reason", "note")]
        return {question.field: question for question in questions}

    @cached_property
    def _missing_words(self) -> tuple[str, ...]:
        return tuple(word.spoken(self.language) for word in MISSING_WORDS.values())

    def _shown(self, subject: Subject) -> dict[str, str]:
        title = called(subject.item).spoken(self.language)
        if isinstance(subject, Spent):
            line = subject.line
            planned = (
                Quantity(line.planned, Text.of(line.currency)).spoken(self.language) if line.planned is not None else ""
            )
            funder = line.funder[self.language] if line.funder is not None else ""
            return {"title": title, "year": str(line.year), "funder": funder, "planned": planned}
        above = self.programme.parent(subject.item.id)
        goal = called(above).spoken(self.language) if above is not None else ""
        if isinstance(subject, Course):
            return {"goal": goal, "title": title, "timeframe": self._timeframe(subject)}
        if subject.dimensions:
            title = message("{title} ({part})", title=title, part=subject.part_of_whole).spoken(self.language)
        return {
            "goal": goal,
            "title": title,
            "period": subject.period.label(self.language),
            "target": "; ".join(self._target(subject.item, target) for target in _in_force(subject.item)),
        }

    def _timeframe(self, subject: Course) -> str:
        timeframe = self.programme.effective_timeframe(subject.item.id)[0]
        return timeframe.raw if self.language == self.programme.record else timeframe.text(self.language)

    def _target(self, indicator: Indicator, target: Target) -> str:
        value = Quantity(target.value, indicator.unit, indicator.decimals).spoken(self.language)
        by = target.by.text(self.language)
        return message("{value} ({when})", value=value, when=by).spoken(self.language) if by else value

    def _last(self, subject: Subject) -> dict[str, str]:
        """Return the answers of the last round as they are printed, as far as there were any."""
        if self.last is None:
            return {}
        if isinstance(subject, Measured):
            return self._last_value(subject, self.last)
        if isinstance(subject, Spent):
            return self._last_sum(subject, self.last.round.period)
        return self._printed(self.last.fields(subject))

    def _last_value(self, subject: Measured, last: SoFar) -> dict[str, str]:
        seen = _observed_before(subject, last)
        if seen is None:
            return {}
        value = read(subject.item, seen, seen.period)
        held = {name: getattr(seen, name) for name in ("numerator", "denominator", "missing", "reason", "note")}
        return self._printed(held) | ({"value": value.spoken(self.language)} if value.value is not None else {})

    def _last_sum(self, subject: Spent, period: Period) -> dict[str, str]:
        """Return what was spent in the last round of the same money: in the same currency, from the same funder."""
        sums = [
            self._sum(line.actual, line.currency)
            for line in subject.item.budget
            if (line.currency, line.funder) == (subject.line.currency, subject.line.funder)
            and period.start.year <= line.year <= period.end.year
        ]
        return {"actual": sums[-1]} if sums else {}

    def _sum(self, amount: Decimal | None, currency: str) -> str:
        return "" if amount is None else Quantity(amount, Text.of(currency)).spoken(self.language)

    def _printed(self, held: Mapping[str, Held]) -> dict[str, str]:
        return {field: printed(self.programme, answer, self.language) for field, answer in held.items()}


def value_question(indicator: Indicator, language: str) -> Question:
    """Return the question about the value of an indicator."""
    unit = indicator.unit[language] if indicator.unit is not None else ""
    if indicator.measure is Measure.MILESTONE:
        choices = (YES.spoken(language), NO.spoken(language))
        return Question(field="value", kind=QuestionKind.YES_NO, choices=choices)
    if not indicator.is_numeric:
        return Question(field="value", kind=QuestionKind.TEXT, unit=unit)
    least, most = _range(indicator)
    return Question(
        field="value", kind=QuestionKind.NUMBER, unit=unit, minimum=least, maximum=most, decimals=indicator.decimals
    )


def _range(indicator: Indicator) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest value that may be right.

    The scale says so. Without one, counts, shares and durations are not negative, and a share is not more than the
    whole, unless the programme itself aims higher.
    """
    if indicator.scale:
        return min(indicator.scale), max(indicator.scale)
    if indicator.measure not in _NEVER_NEGATIVE:
        return None, None
    if indicator.measure is not Measure.SHARE or scale_of(indicator) != _WHOLE:
        return Decimal(0), None
    known = [target.value for target in indicator.targets]
    known += [indicator.baseline.value] if indicator.baseline is not None else []
    beyond = any((number := number_of(value)) is not None and number > _WHOLE for value in known)
    return Decimal(0), None if beyond else Decimal(_WHOLE)


def written(programme: Programme, kind: QuestionKind, held: Held, language: str) -> "str | Decimal | date | None":
    """Return an answer as it is written in the cell of a form."""
    if kind is QuestionKind.NUMBER:
        return number_of(held) if isinstance(held, Decimal) else None
    if kind is QuestionKind.DATE:
        return held if isinstance(held, date) else None
    return in_words(programme, held, language) or None


def in_words(programme: Programme, held: Held, language: str) -> str:
    """Return an answer as it is written where words are wanted; a number is the same in every language."""
    return canonical(held) if isinstance(held, Decimal) else printed(programme, held, language)


def printed(programme: Programme, held: Held, language: str) -> str:
    """Return an answer as people read it; empty for none."""
    match held:
        case None:
            return ""
        case bool():
            return (YES if held else NO).spoken(language)
        case Status():
            return programme.status_word(held, language)
        case Missing():
            return MISSING_WORDS[held].spoken(language)
        case Text():
            return held.wording(language, programme.record)
        case Decimal():
            return number_text(held, language)
        case date():
            return date_text(held, language)
        case _:
            return held


def _observed_before(subject: Measured, last: SoFar) -> Observation | None:
    """Return the value of the last round: the one of the same part of the year, else the last one there is."""
    within = last.round.period
    written_under_it = (seen for seen in subject.item.observations if _lies_in(seen.period, within))
    there = (*written_under_it, *last.observations.get(subject.item.id, ()))
    alike = [seen for seen in there if seen.dimensions == subject.dimensions]
    season = [seen for seen in alike if _season(seen.period) == _season(subject.period)]
    best = season or alike
    return best[-1] if best else None


def _lies_in(period: Period, whole: Period) -> bool:
    return whole.start <= period.start and period.end <= whole.end


def _in_force(indicator: Indicator) -> Iterable[Target]:
    """Return the targets, of several for the same time only the one that was set last."""
    ordered = sorted(indicator.targets, key=lambda target: target.set_on or date.min)
    return {target.by.end: target for target in ordered}.values()


def _season(period: Period) -> tuple[int, int, int, int]:
    return period.start.month, period.start.day, period.end.month, period.end.day

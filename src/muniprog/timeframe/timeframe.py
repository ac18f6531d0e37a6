"""`Timeframe`: when something is done, as a programme says it, with the dates that this means."""

from datetime import date
from functools import lru_cache

import attrs

from muniprog.errors import ValueProblem
from muniprog.timeframe.calendar import Calendar, Precision
from muniprog.timeframe.period import Period, bounds_of
from muniprog.timeframe.reading import Offset, Reading
from muniprog.timeframe.recurrence import Recurrence
from muniprog.timeframe.refusals import not_understood, reversed_ends, with_ways_out
from muniprog.timeframe.remarks import Part, Remark
from muniprog.timeframe.texts import CONTINUOUS, as_text, plain_years
from muniprog.timeframe.units import Unit, year_unit

Order = tuple[int, date, date, str]

_STANDARD = Calendar()
_NOTHING_STATED = (None, Remark.NOT_GIVEN, Remark.TEMPLATE)


@attrs.frozen(kw_only=True)
class Timeframe:
    """When something is done: the text as written, and its meaning in dates.

    `Timeframe()` is «not stated», and false: `if action.timeframe:` asks whether a time is stated.

    Attributes:
        raw: The text as it is written in the programme.
        start: The first day; None where the start is open or not told.
        start_precision: How exactly the start was told.
        end: The last day, included; None where the end is open or not told.
        end_precision: How exactly the end was told.
        continuous: It goes on all the time, within `start` and `end` if they are told.
        recurring: How often it comes back.
        tentative: The dates are an estimate, an aim, or wider than what is meant (“slutet av 2022” is in 2022).
        part: Which part of the dates' stretch is meant, when the text is fuzzy.
        remark: What the text says besides dates.
        detail: The words that the remark or the dates refer to: a milestone, another document.
        offset: The length of time after a start that the text does not date.
        first: The stretch of the calendar that `start` opens, for the wording.
        last: The stretch that `end` closes.
    """

    raw: str = ""
    start: date | None = None
    start_precision: Precision | None = None
    end: date | None = None
    end_precision: Precision | None = None
    continuous: bool = False
    recurring: Recurrence | None = None
    tentative: bool = False
    part: Part | None = None
    remark: Remark | None = None
    detail: str = ""
    offset: Offset | None = None
    first: Unit | None = attrs.field(default=None, eq=False, repr=False)
    last: Unit | None = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise reversed_ends(self.raw, self.start, self.end)

    @classmethod
    def parse(cls, text: str | int, *, language: str = "sv", calendar: Calendar = _STANDARD) -> "Timeframe":
        """Return the meaning of a timetable's text; an empty text is `Timeframe()`.

        >>> autumn = Timeframe.parse("hösten 2021–våren 2022", language="sv")
        >>> autumn.start, autumn.end, autumn.covers(2022)
        (datetime.date(2021, 9, 1), datetime.date(2022, 5, 31), True)
        >>> Timeframe.parse("Kontinuerlig").text("fi")
        'jatkuva'

        Raises:
            ValueProblem: The text is not understood or can mean several things; the sentence lists the choices.
        """
        if type(text) is not str and type(text) is not int:
            raise not_understood(text, language)
        return _parsed(text, language, calendar)

    @classmethod
    def of(
        cls,
        raw: str = "",
        *,
        start: str | int | date | None = None,
        end: str | int | date | None = None,
        continuous: bool = False,
        tentative: bool = False,
        calendar: Calendar = _STANDARD,
    ) -> "Timeframe":
        """Return a timeframe whose dates are told beside its text.

        Args:
            raw: The text to print; the years where it is left out.
            start: The start in ISO form, as exact as it is known: 2020, 2020-10, 2020-10-01, 2020-Q3.
            end: The end, likewise; 2020-05 ends on 31 May.
            continuous: It goes on all the time between them.
            tentative: The dates are an estimate.
            calendar: The programme's calendar, for quarters.

        >>> Timeframe.of("När skolan är klar", start=2020, end="2021-05").end
        datetime.date(2021, 5, 31)
        """
        from muniprog.timeframe.partial import iso_unit

        first = None if start is None else iso_unit(start, calendar)
        last = None if end is None else iso_unit(end, calendar)
        words = bool(raw) and first is None and last is None and not continuous
        return _made(
            raw,
            Reading(
                start=first,
                end=last,
                continuous=continuous,
                tentative=tentative,
                remark=Remark.WORDS if words else None,
            ),
        )

    def __bool__(self) -> bool:
        """Whether anything is stated; “TBD” and an instruction left in from a template state nothing."""
        return self._spans or self.remark not in _NOTHING_STATED

    @property
    def _dated(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def _spans(self) -> bool:
        """Whether it lies in time at all; “done” and “see the roadmap” do not."""
        return self._dated or self.continuous or self.recurring is not None

    def overlaps(self, period: Period) -> bool:
        """Return whether it has at least one day in common with `period`; an open end has no last day."""
        if not self._spans:
            return False
        return (self.start is None or self.start <= period.end) and (self.end is None or period.start <= self.end)

    def covers(self, when: int | date | Period) -> bool:
        """Return whether the day lies in it, or at least one day of the year or period does.

        What is continuous or recurring covers everything within its bounds; what is not stated covers nothing.
        """
        return self.overlaps(Period("", *bounds_of(when)))

    def within(self, period: Period) -> bool:
        """Return whether none of its told dates lies outside `period`; an open end contradicts nothing."""
        told = [day for day in (self.start, self.end) if day is not None]
        return all(period.start <= day <= period.end for day in told)

    def years(self, within: Period) -> tuple[int, ...]:
        """Return the calendar years of `within` that it covers: the columns of a timetable.

        >>> Timeframe.parse("från 2021").years(Period.parse("2019–2022"))
        (2021, 2022)
        """
        if not self.overlaps(within):
            return ()
        first = max(self.start or within.start, within.start)
        last = min(self.end or within.end, within.end)
        return tuple(range(first.year, last.year + 1))

    @property
    def order(self) -> Order:
        """A key that sorts by date: what is dated, what comes back, what is continuous, what has no date, the rest."""
        start, end = self.start or self.end or date.max, self.end or date.max
        if self._dated:
            group = 0
        elif self.recurring is not None:
            group = 1
        elif self.continuous:
            group = 2
        else:
            group = 3 if self else 4
        return group, start, end, self.raw

    def bounds(self) -> tuple[str | None, str | None]:
        """Return start and end in ISO form, as exact as they are known: the form that `of` takes.

        >>> Timeframe.parse("maj – aug 2021").bounds()
        ('2021-05', '2021-08')
        """
        from muniprog.timeframe.partial import iso_text

        start = None if self.start is None else iso_text(self.start, self.start_precision, self.first)
        end = None if self.end is None else iso_text(self.end, self.end_precision, self.last)
        return start, end

    def text(self, language: str) -> str:
        """Return the timeframe in the words of `language`; empty where nothing is stated.

        In the language of record print `raw`. What has no dates, and no words of its own here (“när skolan är
        klar”), is returned as it is written.

        >>> Timeframe.parse("hösten 2021").text("en"), Timeframe.parse("fram till år 2027").text("fi")
        ('autumn 2021', 'viimeistään 2027')
        """
        from muniprog.timeframe.wording import timeframe_text

        return timeframe_text(self, language) if self else ""

    def __str__(self) -> str:
        return self.raw

    def __repr__(self) -> str:
        stated = self.raw or "not stated"
        return f"<Timeframe {stated}: {self.start or ''}…{self.end or ''}>" if self._dated else f"<Timeframe {stated}>"


def _made(raw: str, reading: Reading) -> Timeframe:
    first, last = reading.start, reading.end
    return Timeframe(
        raw=raw,
        start=None if first is None else first.start,
        start_precision=None if first is None else first.precision,
        end=None if last is None else last.end,
        end_precision=None if last is None else last.precision,
        continuous=reading.continuous,
        recurring=reading.recurring,
        tentative=reading.tentative,
        part=reading.part,
        remark=reading.remark,
        detail=reading.detail,
        offset=reading.offset,
        first=first,
        last=last,
    )


@lru_cache(maxsize=16384, typed=True)
def _parsed(text: str | int, language: str, calendar: Calendar) -> Timeframe:
    raw = as_text(text, language)
    if not raw.strip():
        return Timeframe()
    plain = plain_years(raw)
    if plain is not None:
        return _made(raw, Reading(start=year_unit(plain[0]), end=year_unit(plain[1])))
    if raw.casefold() in CONTINUOUS:
        return _made(raw, Reading(continuous=True))
    from muniprog.timeframe.parsing import read

    try:
        reading = read(raw, language, calendar)
    except ValueProblem as problem:
        raise with_ways_out(problem, language) from None
    return _made(raw, reading)

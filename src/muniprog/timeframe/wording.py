"""The words for a span of time in Swedish, Finnish and English; what is written here can be read back.

A language that muniprog does not speak gets English words around its own dates.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from muniprog.language import date_text, primary, range_text
from muniprog.timeframe.calendar import Precision
from muniprog.timeframe.recurrence import recurrence_text
from muniprog.timeframe.remarks import Part, Remark
from muniprog.timeframe.units import Unit, day_unit

if TYPE_CHECKING:
    from muniprog.timeframe.timeframe import Timeframe

Words = Mapping[str, str]

_CONTINUOUS: Words = {"sv": "kontinuerligt", "fi": "jatkuva", "en": "continuous"}
_BY: Words = {"sv": "senast", "fi": "viimeistään", "en": "by"}
_ABOUT: Words = {"sv": "ca", "fi": "noin", "en": "about"}
_SEASONS: Mapping[str, tuple[str, str, str, str]] = {
    "sv": ("våren", "sommaren", "hösten", "vintern"),
    "fi": ("kevät", "kesä", "syksy", "talvi"),
    "en": ("spring", "summer", "autumn", "winter"),
}
_TERMS: Mapping[str, tuple[str, str]] = {
    "sv": ("vårterminen", "höstterminen"),
    "fi": ("kevätlukukausi", "syyslukukausi"),
    "en": ("spring term", "autumn term"),
}
_WEEKS: Words = {"sv": "vecka {week} {year}", "fi": "viikko {week}/{year}", "en": "week {week} {year}"}
_LONG_YEARS: Mapping[Precision, Words] = {
    Precision.SCHOOL_YEAR: {"sv": "läsåret", "fi": "lukuvuosi", "en": "school year"},
    Precision.FISCAL_YEAR: {"sv": "räkenskapsåret", "fi": "tilikausi", "en": "fiscal year"},
    Precision.COUNCIL_TERM: {"sv": "mandatperioden", "fi": "valtuustokausi", "en": "council term"},
}
_PARTS: Mapping[Part, Words] = {
    Part.EARLY: {"sv": "början av", "fi": "alku", "en": "early"},
    Part.MIDDLE: {"sv": "mitten av", "fi": "keski", "en": "mid"},
    Part.LATE: {"sv": "slutet av", "fi": "loppu", "en": "late"},
}
_FINNISH_YEAR_PARTS: Mapping[Part, str] = {
    Part.EARLY: "alkuvuosi {year}",
    Part.MIDDLE: "vuoden {year} puoliväli",
    Part.LATE: "loppuvuosi {year}",
}
_REMARKS: Mapping[Remark, Words] = {
    Remark.DONE: {"sv": "genomfört", "fi": "toteutettu", "en": "done"},
    Remark.STARTED: {"sv": "påbörjad,", "fi": "aloitettu,", "en": "started,"},
    Remark.ONGOING: {"sv": "pågår", "fi": "käynnissä", "en": "in progress"},
    Remark.PARTIAL: {"sv": "delvis", "fi": "osittain", "en": "partly"},
    Remark.AIM: {"sv": "mål:", "fi": "tavoite:", "en": "aim:"},
    Remark.IMMEDIATE: {"sv": "omgående,", "fi": "heti,", "en": "immediately,"},
}


def speakable(language: str) -> str:
    """Return the language whose words are used for `language`: sv, fi or en."""
    spoken = primary(language)
    return spoken if spoken in _CONTINUOUS else "en"


def timeframe_text(timeframe: "Timeframe", language: str) -> str:
    """Return the words for a timeframe: its remark, whether it goes on or comes back, its dates."""
    if timeframe.remark is Remark.NO_YEAR:
        return timeframe.raw
    spoken = speakable(language)
    words: list[str] = []
    if timeframe.remark is not None and timeframe.remark in _REMARKS:
        words.append(_REMARKS[timeframe.remark][spoken])
    if timeframe.continuous:
        words.append(_CONTINUOUS[spoken])
    if timeframe.recurring is not None:
        words.append(recurrence_text(timeframe.recurring, spoken))
    dates = _dates_text(timeframe, language)
    if dates and timeframe.remark is Remark.ONGOING and timeframe.detail:
        dates = f"({timeframe.detail} {dates})"
    if dates:
        words.append(dates)
    return " ".join(words).rstrip(",:") or timeframe.raw


def _dates_text(timeframe: "Timeframe", language: str) -> str:
    first, last = _stretch(timeframe.first, timeframe.start), _stretch(timeframe.last, timeframe.end)
    dates = span_text(first, last, language, timeframe.part)
    sure = not timeframe.tentative or timeframe.part or timeframe.remark is Remark.AIM
    return dates if sure or not dates else about_text(dates, language)


def _stretch(named: Unit | None, day: date | None) -> Unit | None:
    """Return the named stretch; for a timeframe that was made from bare dates, the day."""
    return day_unit(day) if named is None and day is not None else named


def span_text(first: Unit | None, last: Unit | None, language: str, part: Part | None = None) -> str:
    """Return the words for a span of time; None is an open start or an open end.

    >>> from muniprog.timeframe.units import year_unit
    >>> span_text(year_unit(2019), year_unit(2022), "sv"), span_text(None, year_unit(2027), "fi")
    ('2019–2022', 'viimeistään 2027')
    """
    if last is None:
        return "" if first is None else f"{unit_text(first, language)}–"
    if first is None:
        return f"{_BY[speakable(language)]} {unit_text(last, language, part)}"
    if first == last:
        return unit_text(first, language, part)
    if first.precision is last.precision and first.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return range_text(first.start, last.end, language, first.precision, last.precision)
    return f"{unit_text(first, language)} – {unit_text(last, language)}"


def about_text(words: str, language: str) -> str:
    """Return the words for a time that is not certain."""
    return f"{_ABOUT[speakable(language)]} {words}"


def unit_text(unit: Unit, language: str, part: Part | None = None) -> str:
    """Return the words for one stretch, or for a fuzzy part of it: “slutet av 2022”, “loppuvuosi 2022”."""
    words = _named(unit, language)
    spoken = speakable(language)
    if part is None:
        return words
    if spoken != "fi":
        return f"{_PARTS[part][spoken]} {words}"
    if unit.precision is Precision.YEAR:
        return _FINNISH_YEAR_PARTS[part].format(year=words)
    return f"{_PARTS[part][spoken]}{words}" if unit.precision is Precision.SEASON else about_text(words, language)


def two_years(first: int, last: int) -> str:
    """Return the usual form of two years that follow each other: 2020/21."""
    return f"{first}/{last % 100:02}"


def long_year_text(precision: Precision, first: int, last: int, language: str) -> str:
    """Return the words for a school year, a fiscal year or a council's term."""
    years = f"{first}–{last}" if precision is Precision.COUNCIL_TERM else two_years(first, last)
    return f"{_LONG_YEARS[precision][speakable(language)]} {years}"


def _named(unit: Unit, language: str) -> str:
    spoken = speakable(language)
    first, last = unit.start.year, unit.end.year
    match unit.precision:
        case Precision.SEASON:
            return f"{_SEASONS[spoken][unit.number - 1]} {first if first == last else f'{first}–{last}'}"
        case Precision.TERM:
            return f"{_TERMS[spoken][unit.number - 1]} {first}"
        case Precision.WEEK:
            year, week, _ = unit.start.isocalendar()
            return _WEEKS[spoken].format(year=year, week=week)
        case Precision.QUARTER | Precision.HALF_YEAR:
            return _quarter_or_half(unit, language)
        case Precision.YEAR if first != last:
            return range_text(unit.start, unit.end, language, "year", "year")
        case Precision.DAY | Precision.MONTH | Precision.YEAR:
            return date_text(unit.start, language, unit.precision)
    return long_year_text(unit.precision, first, last, language)


def _quarter_or_half(unit: Unit, language: str) -> str:
    """Return the words for a quarter or half year; of a fiscal year, the years of that: “Q1 2020/21”."""
    code, months = ("Q", 3) if unit.precision is Precision.QUARTER else ("H", 6)
    before = months * (unit.number - 1)
    year, month = divmod(unit.start.year * 12 + unit.start.month - 1 - before, 12)
    if month == 0:
        return date_text(unit.start, language, unit.precision)
    return f"{code}{unit.number} {two_years(year, year + 1)}"

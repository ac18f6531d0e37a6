"""Hooks for single values: nothing is cast, and what does not fit says what was expected."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from muniprog.conversion.reading import current
from muniprog.conversion.refusals import Inside, UnknownKey, UnknownWord, WrongType
from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.model import Measure, Value
from muniprog.source import Plain, nearest
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe, parse_day

Word = TypeVar("Word", bound=StrEnum)

TEXT = message("text")
NUMBER = message("a number")
TEXT_SHAPE = message("text, or a mapping from language to text")
MAPPING = message("a mapping of keys and values")
LIST = message("a list")

_INFINITIES = (float("inf"), float("-inf"))
_PLUGIN_MEASURE = re.compile(r"[a-z][a-z0-9_-]*:[A-Za-z0-9][A-Za-z0-9._-]*")
_YEAR = re.compile(r"[0-9]{4}")


def read_string(value: Plain) -> str:
    """Return the text; a number or yes/no is refused, since quotes were forgotten."""
    if type(value) is not str:
        raise WrongType(TEXT)
    return value


def read_whole(value: Plain) -> int:
    """Return the whole number."""
    if type(value) is not int:
        raise WrongType(message("a whole number"))
    return value


def read_yes_no(value: Plain) -> bool:
    """Return true or false; "yes", "no", 1 and 0 are neither."""
    if type(value) is not bool:
        raise WrongType(message("true or false"))
    return value


def read_float(value: Plain) -> float:
    """Return the number as a float, for options of plug-ins; the model itself counts in decimals."""
    return float(read_number(value))


def read_number(value: Plain) -> Decimal:
    """Return the number as a decimal, so that 0.1 stays 0.1."""
    if type(value) is int or (type(value) is float and value == value and value not in _INFINITIES):
        return _decimal(value)
    raise WrongType(NUMBER)


@lru_cache(maxsize=4096, typed=True)
def _decimal(value: int | float) -> Decimal:
    """Return the number as a decimal; the same numbers come again and again, and a decimal is a large object."""
    return Decimal(repr(value))


def read_value(value: Plain) -> Value:
    """Return what was measured: a number, true or false, or words."""
    if type(value) is bool or type(value) is str:
        return value
    if type(value) is dict or type(value) is list or value is None:
        raise WrongType(message("a number, true or false, or text"))
    return read_number(value)


def read_date(value: Plain) -> date:
    """Return the day; written as text in ISO form."""
    if type(value) is not str:
        raise WrongType(message("a date such as 2019-02-01"))
    return parse_day(value)


def read_text(value: Plain) -> Text:
    """Return the text: a bare string is in the language of record, a mapping goes from language to string."""
    if type(value) is str:
        return Text(((current().languages[0], value),))
    if type(value) is not dict:
        raise WrongType(TEXT_SHAPE)
    languages = current().languages
    words: list[tuple[str, str | None]] = []
    remembered: list[tuple[str, str]] = []
    problems: list[tuple[str | int, Exception]] = []
    for language, said in value.items():
        if language not in languages:
            problems.append((language, _unknown_language(language, languages)))
        elif said is None or type(said) is str:
            words.append((language, said))
        elif (
            type(said) is dict and said.keys() == {"text", "translates"} and all(type(v) is str for v in said.values())
        ):
            words.append((language, str(said["text"])))
            remembered.append((language, str(said["translates"])))
        else:
            problems.append((language, WrongType(message("text, or {{text: …, translates: …}}"))))
    if problems:
        raise Inside(problems)
    return Text(tuple(words), tuple(remembered))


def _unknown_language(language: str, known: tuple[str, ...]) -> ValueProblem:
    refusal = UnknownKey(language, known)
    if nearest(language, known) is None:
        return ValueProblem(
            message(
                "“{language}” is not one of the programme's languages ({known}); "
                "add it to `languages` if it should be.",
                language=language,
                known=known,
            ),
            code="F003",
        )
    return refusal


def read_timeframe(value: Plain) -> Timeframe:
    """Return the timeframe: as written, or `{text: …, start: …, end: …}` where the dates must be told."""
    if type(value) is str or type(value) is int:
        settings = current()
        return Timeframe.parse(value, language=settings.languages[0], calendar=settings.calendar)
    if value is None:
        return Timeframe()
    if type(value) is not dict:
        raise WrongType(message("a timeframe such as 2019, 2019–2022 or “kontinuerlig”"))
    known = ("text", "start", "end")
    problems: list[tuple[str | int, Exception]] = [(key, UnknownKey(key, known)) for key in value if key not in known]
    parts: dict[str, str] = {}
    for key in known:
        part = value.get(key)
        if type(part) is str or (type(part) is int and key != "text"):
            parts[key] = str(part)
        elif part is not None:
            problems.append(
                (key, WrongType(TEXT if key == "text" else message("a date such as 2019, 2019-02 or 2019-02-01")))
            )
    if problems:
        raise Inside(problems)
    return Timeframe.of(
        parts.get("text", ""), start=parts.get("start"), end=parts.get("end"), calendar=current().calendar
    )


def read_period(value: Plain, *, whole_years: bool = False) -> Period:
    """Return the period, such as 2019, 2019–2022 or 2020-Q1.

    Args:
        value: The period as written.
        whole_years: Whether two years are two calendar years, as in a programme's own period.
    """
    if type(value) is not str and type(value) is not int:
        raise WrongType(message("a period such as 2020, 2019–2022 or 2020-Q1"))
    settings = current()
    language, calendar = settings.languages[0], settings.calendar
    return Period.parse(value, language=language, calendar=calendar, whole_years=whole_years)


def read_measure(value: Plain) -> Measure | str:
    """Return the measure; a plug-in's own is `plugin:kind` and stays text."""
    if type(value) is str and _PLUGIN_MEASURE.fullmatch(value):
        return value
    known: Measure = read_word(Measure)(value)
    return known


@cache
def read_word(words: type[Word]) -> Callable[[Plain], Word]:
    """Return a hook that reads one of the words of an enumeration."""
    known = {member.value: member for member in words}

    def read(value: Plain) -> Word:
        if type(value) is not str:
            raise WrongType(message("one of {known}", known=tuple(known)))
        if value not in known:
            raise UnknownWord(value, tuple(known))
        return known[value]

    return read


def read_open_mapping(value: Plain) -> dict[str, Plain]:
    """Return a mapping whose content is somebody else's business: it is kept as it is."""
    if value is None:
        return {}
    if type(value) is not dict:
        raise WrongType(MAPPING)
    return value


def read_years(value: Plain) -> dict[str, int]:
    """Return a mapping from year to whole number."""
    problems: list[tuple[str | int, Exception]] = []
    numbers: dict[str, int] = {}
    for year, number in read_open_mapping(value).items():
        if not _YEAR.fullmatch(year):
            problems.append((year, ValueProblem(message("Expected a year such as 2019, found “{found}”.", found=year))))
        elif type(number) is not int:
            problems.append((year, WrongType(message("a whole number"))))
        else:
            numbers[year] = number
    if problems:
        raise Inside(problems)
    return numbers


def write_timeframe(timeframe: Timeframe) -> Plain:
    """Return the timeframe as it is written: its text alone where that says it all."""
    settings = current()
    try:
        understood = Timeframe.parse(timeframe.raw, language=settings.languages[0], calendar=settings.calendar)
    except ValueProblem:
        understood = None
    if understood == timeframe:
        return write_year_or_text(timeframe.raw)
    start, end = timeframe.bounds()
    bounds = {"text": timeframe.raw, "start": start, "end": end}
    return {key: write_year_or_text(part) for key, part in bounds.items() if part}


def write_period(period: Period) -> Plain:
    """Return the period as it is written."""
    return write_year_or_text(period.raw)


def write_year_or_text(raw: str) -> Plain:
    """Return a bare year as a number, so that it is written without quotes, and anything else as it is."""
    return int(raw) if _YEAR.fullmatch(raw) and raw.isascii() and not raw.startswith("0") else raw


def write_number(number: Decimal) -> int | float:
    """Return the number as a whole number where it is one, else as a float with the same digits."""
    return int(number) if number == number.to_integral_value() and not str(number).count(".") else float(number)


def write_value(value: Value) -> Plain:
    """Return a measured value as it is written."""
    return write_number(value) if isinstance(value, Decimal) else value


def write_text(text: Text) -> Plain:
    """Return the text: a bare string where there is only the language of record."""
    if not text.translates and len(text.values) == 1 and text.values[0][0] == current().languages[0]:
        only = text.values[0][1]
        return only if only is not None else {text.values[0][0]: None}
    remembered = dict(text.translates)
    return {
        language: {"text": words, "translates": remembered[language]} if language in remembered else words
        for language, words in text.values
    }

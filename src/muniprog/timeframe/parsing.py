"""The road from a text to its `Reading`: whole sayings first, then how often, then the grammar."""

import re

import attrs

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import Calendar
from muniprog.timeframe.grammar import Grammar
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.reading import Reading
from muniprog.timeframe.recurrence import take_recurrences
from muniprog.timeframe.refusals import not_understood
from muniprog.timeframe.sayings import said
from muniprog.timeframe.scanner import Scanner, tidy

LONGEST = 500
"""A cell longer than this is not a timetable's."""

# A word that a line end broke in two: “Com- plete”. The hyphen of “syys- joulukuu” is tried as a dash first.
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")

_SEPARATORS = (",", ";")


def read(raw: str, language: str, calendar: Calendar) -> Reading:
    """Return what the text says, or raise the ValueProblem that says what can be written instead."""
    if len(raw) > LONGEST:
        raise not_understood(raw, language, message("It is too long for a timetable."))
    notations = Notations(raw, language, calendar)
    text = tidy(raw)
    try:
        return _read(text, notations)
    except ValueProblem:
        joined = _BROKEN_WORD.sub("", text)
        if joined == text:
            raise
        try:
            return _read(joined, notations)
        except ValueProblem:
            pass  # the first refusal speaks of the text as it was written
        raise


def _read(text: str, notations: Notations) -> Reading:
    saying = said(text, notations)
    if saying is None:
        return _dated(_unwrapped(text), notations)
    if not saying.dates:
        return saying.reading
    dates = _dated(saying.dates, notations)
    return attrs.evolve(saying.reading, start=dates.start, end=dates.end, tentative=dates.tentative)


def _dated(text: str, notations: Notations) -> Reading:
    recurrences, rest = take_recurrences(text.lower())
    if (
        len(recurrences) > 1
        or text[:1] in _SEPARATORS
        or text[-1:] in _SEPARATORS
        or rest.count("(") != rest.count(")")
    ):
        raise not_understood(notations.raw, notations.language)
    recurring = next(iter(recurrences), None)
    tokens = Scanner(notations).tokens(" ".join(rest.replace("()", "").split()))
    if recurring is not None and not tokens:
        return Reading(recurring=recurring)
    return attrs.evolve(Grammar(tokens, notations).read(), recurring=recurring)


def _unwrapped(text: str) -> str:
    """Return “(4/21)” without the brackets around the whole of it."""
    inner = text[1:-1].strip()
    return inner if text[:1] == "(" and text[-1:] == ")" and not {"(", ")"} & set(inner) else text

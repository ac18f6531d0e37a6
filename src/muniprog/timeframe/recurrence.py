"""How often something comes back: “årligen”, “twice a year”, “kerran valtuustokaudessa (neljän vuoden välein)”.

The phrases are cut out of a text before its dates are read, so that “vart fjärde år” is not mistaken for a year.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

import attrs

from muniprog.timeframe.calendar import Precision

Value = TypeVar("Value")

Every = tuple[int, Precision]
"""How long one round takes: `(4, Precision.YEAR)`."""

COUNCIL_YEARS = 4


@attrs.frozen
class Recurrence:
    """`times` times in every `every` units: `Recurrence(1, 4, Precision.YEAR)` is once in four years.

    Attributes:
        times: How many times; None where the text only says that it comes back.
        every: How many units one round takes; None where the text does not say.
        unit: day, week, month, quarter, half year or year; None where the text does not say.
    """

    times: int | None = None
    every: int | None = None
    unit: Precision | None = None


_UNITS: Mapping[Every, str] = {
    (1, Precision.DAY): "dag dagen dygn päivä päivässä päivän day days",
    (1, Precision.WEEK): "vecka veckan veckor veckors viikko viikossa viikon week weeks",
    (1, Precision.MONTH): "månad månaden månader månaders kuukausi kuukaudessa kuukauden month months",
    (1, Precision.QUARTER): "kvartal kvartalet neljännesvuosi neljännesvuodessa neljännesvuoden quarter quarters",
    (1, Precision.HALF_YEAR): "halvår halvåret puolivuosi puolivuodessa puolivuoden half-year half-years",
    (1, Precision.YEAR): "år året års vuosi vuodessa vuoden year years",
    (COUNCIL_YEARS, Precision.YEAR): (
        "mandatperiod mandatperioden fullmäktigeperiod fullmäktigeperioden valtuustokausi valtuustokaudessa "
        "valtuustokauden council_term term_of_office"
    ),
}
_NUMBERS: Mapping[int, str] = {
    1: "en ett yhden",
    2: "två andra annat annan kaksi kahden kahdessa toinen two second other",
    3: "tre tredje kolme kolmen kolmessa kolmas three third",
    4: "fyra fjärde neljä neljän neljässä neljäs four fourth",
    5: "fem femte viisi viiden viidessä viides five fifth",
    6: "sex sjätte kuusi kuuden kuudessa kuudes six sixth",
    8: "åtta åttonde kahdeksan kahdeksas eight eighth",
    10: "tio tionde kymmenen kymmenes ten tenth",
}
_DIRECT: Mapping[Every, str] = {
    (1, Precision.DAY): "dagligen daily päivittäin",
    (1, Precision.WEEK): "veckovis weekly viikoittain",
    (1, Precision.MONTH): "månatligen månadsvis monthly kuukausittain",
    (1, Precision.QUARTER): "kvartalsvis quarterly neljännesvuosittain",
    (1, Precision.HALF_YEAR): "halvårsvis puolivuosittain half-yearly",
    (1, Precision.YEAR): "årligen årlig årligt vuosittain vuosittainen annually annual yearly",
    (2, Precision.YEAR): "vartannat_år biennially",
}
_TIMES: Mapping[int, str] = {1: "en_gång kerran once", 2: "twice kahdesti"}
_COMES_BACK = "recurrent_event recurring_event recurrent recurring återkommande toistuva toistuvasti"


@attrs.frozen
class _Phrases:
    """The vocabulary turned round, and the one pattern that finds any of its phrases."""

    pattern: re.Pattern[str]
    units: Mapping[str, Every]
    direct: Mapping[str, Every]
    numbers: Mapping[str, int]
    times: Mapping[str, int]

    def recurrence(self, found: re.Match[str]) -> Recurrence:
        """Return what one found phrase says."""
        if found["back"]:
            return Recurrence()
        if found["direct"]:
            return Recurrence(1, *self.direct[found["direct"]])
        said = found["count"] or found["gap"] or ""
        many = int(said) if said.isdigit() else self.numbers.get(said, 1)
        every, unit = self.units[found["unit"] or found["gapped"]]
        times = self.times.get(found["once"] or "", 1)
        if found["many"]:
            times = int(found["many"]) if found["many"].isdigit() else self.numbers[found["many"]]
        return Recurrence(times, every * many, unit)


@cache
def _phrases() -> _Phrases:
    units, direct, numbers, times = _words(_UNITS), _words(_DIRECT), _words(_NUMBERS), _words(_TIMES)
    back = [phrase.replace("_", " ") for phrase in _COMES_BACK.split()]
    number = f"[1-9][0-9]?|{_any_of(numbers)}"
    once = f"(?:(?P<once>{_any_of(times)})|(?P<many>{number}) (?:gånger|gång|ggr|kertaa|times?))"
    per = "(?:per|om|i|a|in|every|each|varje|vart|joka)"
    each = "(?:varje|vart|var|joka|every|each)"
    pattern = (
        rf"(?<![\w-])(?:(?P<back>{_any_of(back)})|(?P<direct>{_any_of(direct)})"
        rf"|(?:{once}(?: {per} | ?/ ?| )|{each} )(?:(?P<count>{number})(?::[ae]|th|nd|rd)? )?(?P<unit>{_any_of(units)})"
        rf"|(?:med )?(?:(?P<gap>{number}) )?(?P<gapped>{_any_of(units)}) (?:välein|mellanrum))(?![\w-])"
    )
    return _Phrases(re.compile(pattern), units, direct, numbers, times)


def take_recurrences(text: str) -> tuple[frozenset[Recurrence], str]:
    """Return how often, as `text` (in lower case) says it, and the text without those words.

    >>> take_recurrences("kerran valtuustokaudessa (neljän vuoden välein)")
    (frozenset({Recurrence(times=1, every=4, unit=<Precision.YEAR: 'year'>)}), ' ()')
    """
    phrases = _phrases()
    found = frozenset(phrases.recurrence(match) for match in phrases.pattern.finditer(text))
    return found, phrases.pattern.sub("", text) if found else text


def _words(table: Mapping[Value, str]) -> dict[str, Value]:
    return {phrase.replace("_", " "): value for value, phrases in table.items() for phrase in phrases.split()}


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_SAID: Mapping[str, Mapping[Precision, tuple[str, str, str]]] = {
    "sv": {  # every one of them, after how many, the word before “4:e”
        Precision.DAY: ("dagligen", "dag", "var"),
        Precision.WEEK: ("varje vecka", "vecka", "var"),
        Precision.MONTH: ("varje månad", "månad", "var"),
        Precision.QUARTER: ("varje kvartal", "kvartal", "vart"),
        Precision.HALF_YEAR: ("varje halvår", "halvår", "vart"),
        Precision.YEAR: ("årligen", "år", "vart"),
    },
    "fi": {  # every one of them, how often in one, one of how many between
        Precision.DAY: ("päivittäin", "päivässä", "päivän"),
        Precision.WEEK: ("viikoittain", "viikossa", "viikon"),
        Precision.MONTH: ("kuukausittain", "kuukaudessa", "kuukauden"),
        Precision.QUARTER: ("neljännesvuosittain", "neljännesvuodessa", "neljännesvuoden"),
        Precision.HALF_YEAR: ("puolivuosittain", "puolivuodessa", "puolivuoden"),
        Precision.YEAR: ("vuosittain", "vuodessa", "vuoden"),
    },
    "en": {  # every one of them, one, several
        Precision.DAY: ("daily", "day", "days"),
        Precision.WEEK: ("weekly", "week", "weeks"),
        Precision.MONTH: ("monthly", "month", "months"),
        Precision.QUARTER: ("quarterly", "quarter", "quarters"),
        Precision.HALF_YEAR: ("half-yearly", "half-year", "half-years"),
        Precision.YEAR: ("annually", "year", "years"),
    },
}
_ALSO_BACK = {"sv": "återkommande", "fi": "toistuva", "en": "recurring"}


def recurrence_text(recurrence: Recurrence, language: str) -> str:
    """Return how often in the words of `language` (sv, fi or en).

    >>> twice = Recurrence(2, 1, Precision.YEAR)
    >>> [recurrence_text(twice, language) for language in ("sv", "fi", "en")]
    ['2 gånger per år', '2 kertaa vuodessa', '2 times a year']
    """
    times, every, unit = recurrence.times, recurrence.every, recurrence.unit
    if times is None or every is None or unit is None:
        return _ALSO_BACK[language]
    each, one, several = _SAID[language][unit]
    if times == every == 1:
        return each
    match language:
        case "sv" if times == 1:
            return f"{several} {every}:{'a' if every % 10 in (1, 2) else 'e'} {one}"
        case "sv":
            return f"{times} gånger per {one}" if every == 1 else f"{times} gånger per {every} {one}"
        case "fi" if times == 1:
            return f"{every} {several} välein"
        case "fi":
            return f"{times} kertaa {one}" if every == 1 else f"{times} kertaa {every} {one}"
    if times == 1:
        return f"every {every} {several}"
    return f"{times} times a {one}" if every == 1 else f"{times} times every {every} {several}"

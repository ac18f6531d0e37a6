"""Cells that are no dates but whole sayings: “TBD”, “heti”, “M11”, “see the roadmap”, a template's instruction.

Some hold free words, which no vocabulary can list: the name of another document, or of a milestone. Those words are
kept as the timeframe's detail; the rest of such a cell must still be understood.
"""

import re
from functools import cache

import attrs

from muniprog.timeframe.calendar import Precision
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.reading import Offset, Reading
from muniprog.timeframe.remarks import Remark
from muniprog.timeframe.units import day_after, fiscal_year_unit, half_year_unit

_NOT_GIVEN = frozenset(
    (
        "- ? ... tbd t.b.d. tbc n/a n.a. na öppen öppet avoin "
        "saknas puuttuu ej_angivet ej_angiven inte_angivet ej_fastställd ej_fastställt ej_bestämt meddelas_senare "
        "preciseras_senare ei_määritelty ei_määritetty ei_tiedossa ei_ilmoitettu täsmentyy_myöhemmin "
        "not_given not_stated not_specified not_defined to_be_defined to_be_decided to_be_determined to_be_confirmed "
        "unknown none"
    ).split()
)
_WITHIN_A_YEAR = frozenset("vuoden_sisällä vuoden_kuluessa inom_ett_år inom_året within_a_year within_one_year".split())

_PATTERNS = {
    "template": (
        r"(?:\(|\[|<)? ?(?:indicate|insert|enter|fill in|specify|ange|fyll i|skriv|merkitse|täytä|kirjoita|lisää) "
        r"[^0-9]+(?:\)|\]|>)?"
    ),
    "project_month": r"m ?(?P<month>[0-9]{1,3})",
    "document": (
        r"(?:(?:the )?(?:timetable|timeline|schedule|timeframe)[^0-9]* "
        r"(?:stated|given|described|defined|presented|set out|included) in"
        r"|see|se|enligt|as in|according to|ks\.?|katso|kts\.?"
        r"|tidtabellen? (?:finns|anges|framgår|beskrivs) (?:i|av)) (?P<document>.+)"
    ),
    "accounts": (
        r"(?:vuoden (?P<fi>[0-9]{4}) tilinpäätöksen yhteydessä"
        r"|i samband med bokslutet (?:för )?(?:år )?(?P<sv>[0-9]{4})"
        r"|with the (?P<en>[0-9]{4}) (?:annual )?accounts)"
    ),
    "some": r"for (?:some|part|parts) of (?:the )?(?P<some>[^0-9]+?) (?P<some_when>[0-9].*)",
    "milestone": (
        r"(?P<state>käynnissä|meneillään|pågår|in progress|ongoing) "
        r"\((?P<milestone>[^0-9()]+?) (?P<milestone_when>[0-9][^()]*)\)"
    ),
}


@attrs.frozen
class Saying:
    """What a saying means so far, and the text inside it that is still to be read as dates."""

    reading: Reading
    dates: str = ""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}_>{pattern})" for name, pattern in _PATTERNS.items()), re.IGNORECASE)


def said(text: str, notations: Notations) -> Saying | None:
    """Return the meaning of a text that is a saying as a whole, or None for any other text.

    The text is tidied but keeps its capitals, for the names in it.
    """
    words = text.lower().replace(" ", "_")
    if words in _NOT_GIVEN:
        return Saying(Reading(remark=Remark.NOT_GIVEN))
    if words in _WITHIN_A_YEAR:
        return Saying(Reading(remark=Remark.RELATIVE, offset=Offset(1, Precision.YEAR)))
    found = _pattern().fullmatch(text)
    return None if found is None else _meant(found, notations)


def _meant(found: re.Match[str], notations: Notations) -> Saying:
    if found["template_"]:
        return Saying(Reading(remark=Remark.TEMPLATE))
    if found["project_month_"]:
        return Saying(Reading(remark=Remark.RELATIVE, offset=Offset(int(found["month"]), Precision.MONTH)))
    if found["document_"]:
        return Saying(Reading(remark=Remark.SEE_OTHER_DOCUMENT, detail=found["document"]))
    if found["some_"]:
        return Saying(Reading(remark=Remark.PARTIAL, detail=found["some"]), found["some_when"])
    if found["milestone_"]:
        return Saying(Reading(remark=Remark.ONGOING, detail=found["milestone"]), found["milestone_when"])
    return _with_accounts(int(found["fi"] or found["sv"] or found["en"]), notations)


def _with_accounts(year: int, notations: Notations) -> Saying:
    """Return the half year after the fiscal year, in which its accounts are closed and adopted."""
    notations.year(year)
    fiscal = fiscal_year_unit(year, notations.calendar)
    half = half_year_unit(day_after(fiscal.end).year, 1, notations.calendar)
    return Saying(Reading(start=half, end=half, remark=Remark.RELATIVE, tentative=True))

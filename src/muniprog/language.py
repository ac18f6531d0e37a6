"""What each language does in its own way: the order of its letters, its dates, its numbers, its lists.

A language is a tag such as `sv`, `sv-FI` or `en`. Where a tag names no country, Finland is meant: plain
`sv` writes 1.6.2020 and `sv-SE` writes 2020-06-01. These are texts for people; what machines read (files,
tables, links) keeps ISO dates and plain numbers. Nothing asks the operating system for its locale, so a list
is in the same order on every machine.

Swedish, Finnish and English are written here as far as that is simple; what is left, and every other language,
comes from the Unicode locale data in Babel, which is loaded when it is first needed.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from decimal import MAX_PREC, ROUND_HALF_UP, Decimal, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

SortKey = tuple[str, str]

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

LANGUAGE_TAG = r"[a-z]{2,3}(-[A-Za-z0-9]+)*"
"""The code of a language, such as `sv` or `sv-FI`, as a regular expression; also in the JSON Schema."""


def canonical(text: str) -> str:
    """Return `text` with every letter composed (Unicode NFC), the form in which muniprog keeps all text.

    A file name from a Mac may hold å as the letter a and a ring; it is the same word.

    >>> canonical("A\u030abo") == "Åbo"
    True
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def primary(language: str) -> str:
    """Return the language of a tag without country or script: `sv` for `sv-FI`."""
    return language.replace("_", "-").split("-")[0].lower()


# --- Order ---------------------------------------------------------------------------------------------------

# The letters that a language counts as its own, in their order after z; others sort as the letter they look like.
_NORDIC = {"å": 0, "ä": 1, "æ": 1, "ö": 2, "ø": 2, "ő": 2}
_DANISH = {"æ": 0, "ä": 0, "ø": 1, "ö": 1, "å": 2}
_OWN_LETTERS = {"sv": _NORDIC, "fi": _NORDIC, "da": _DANISH, "nb": _DANISH, "nn": _DANISH, "no": _DANISH}
_LOOKS_LIKE = {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ŋ": "n", "ı": "i"}
_U_AS_Y = {"ü": "y", "ű": "y"}
_AFTER_Z = 0x250  # phonetic letters: past every Latin letter, before Greek and all other alphabets
_NUMBER = re.compile("[0-9]+")
_SIGNS = re.compile(r"[\W_]+")


@cache
def sort_key(language: str) -> Callable[[str], SortKey]:
    """Return the key by which `sorted` puts texts into the order that readers of `language` expect.

    Upper and lower case go together, signs count as a space, and numbers sort by their size.

    >>> sorted(["Östra", "Åbo", "Zetterberg", "Mäenpää", "Myers"], key=sort_key("sv"))
    ['Myers', 'Mäenpää', 'Zetterberg', 'Åbo', 'Östra']
    >>> sorted(["1.10 Språk", "1.2 Boende"], key=sort_key("fi"))
    ['1.2 Boende', '1.10 Språk']
    """
    letters = dict(_LOOKS_LIKE)
    if own := _OWN_LETTERS.get(primary(language)):
        letters |= _U_AS_Y
        letters |= {letter: chr(_AFTER_Z + rank) for letter, rank in own.items()}

    def key(text: str) -> SortKey:
        composed = canonical(text)
        folded = canonical(composed.casefold())
        if not folded.isascii():
            folded = "".join([letters.get(letter) or _bare(letter) for letter in folded])
        return _NUMBER.sub(_by_size, _SIGNS.sub(" ", folded).strip()), composed

    return key


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def _by_size(number: re.Match[str]) -> str:
    # The longer number is the larger one, so its length goes before it; the 0 keeps numbers before letters.
    digits = number.group().lstrip("0")
    return f"0{chr(min(_AFTER_Z + len(digits), sys.maxunicode))}{digits}"


# --- Numbers, lists and names ----------------------------------------------------------------------------------

_AND = {"sv": "och", "fi": "ja", "en": "and"}


def number_text(value: Decimal | int, language: str, decimals: int | None = None) -> str:
    """Return `value` as people write it in `language`, rounded half up to `decimals` places.

    Without `decimals` a number keeps the places that it has: `Decimal("2.50")` stays 2,50.

    >>> number_text(67000, "sv") == "67\u00a0000"
    True
    >>> number_text(Decimal("3.25"), "fi", 1), number_text(Decimal("3.25"), "en")
    ('3,3', '3.25')
    """
    number = Decimal(value)
    if decimals is not None and number.is_finite():
        with localcontext(prec=MAX_PREC):
            number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if not number:
        number = abs(number)  # -0.04 with one decimal is 0.0, not -0.0
    return f"{number:,f}".translate(_number_signs(language))


@cache
def _number_signs(language: str) -> dict[int, str]:
    """Return what to write for the comma, the full stop and the hyphen of an English number."""
    match primary(language):
        case "sv" | "fi":
            return str.maketrans({",": NO_BREAK_SPACE, ".": ",", "-": MINUS})
        case "en":
            return {}
        case _:
            from babel.numbers import get_decimal_symbol, get_group_symbol, get_minus_sign_symbol

            used = locale(language)
            group, point, minus = get_group_symbol(used), get_decimal_symbol(used), get_minus_sign_symbol(used)
            return str.maketrans({",": group, ".": point, "-": minus})


def join_list(items: Sequence[str], language: str) -> str:
    """Return the items as one phrase, with the language's word for “and” before the last.

    >>> join_list(["mål", "åtgärder", "mätare"], "sv")
    'mål, åtgärder och mätare'
    """
    conjunction = _AND.get(primary(language))
    if conjunction is None:
        from babel.lists import format_list

        return format_list(items, locale=locale(language))
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


_NAMES = {
    "sv": {"sv": "svenska", "fi": "finska", "en": "engelska"},
    "fi": {"sv": "ruotsi", "fi": "suomi", "en": "englanti"},
    "en": {"sv": "Swedish", "fi": "Finnish", "en": "English"},
}


def language_name(code: str, in_language: str) -> str:
    """Return what the language `code` is called in `in_language`; an unknown code is returned as it is.

    >>> language_name("fi", "sv"), language_name("sv", "fi")
    ('finska', 'ruotsi')
    """
    if named := _NAMES.get(primary(in_language), {}).get(code):
        return named
    from babel import Locale, UnknownLocaleError

    try:
        named = Locale.parse(code, sep="-").get_display_name(locale(in_language))
    except (UnknownLocaleError, ValueError):
        named = locale(in_language).languages.get(code)
    return named or code


@cache
def locale(language: str) -> "Locale":
    """Return Babel's locale for a language tag; in Finland unless the tag says otherwise, English if unknown."""
    from babel import Locale, UnknownLocaleError

    tags = (f"{language}-FI", language, primary(language)) if "-" not in language else (language, primary(language))
    for tag in tags:
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(tag, sep="-")
    return Locale.parse("en_FI")


# --- Dates -----------------------------------------------------------------------------------------------------

_HALVES = {
    "sv": ("första halvåret {year}", "andra halvåret {year}"),
    "fi": ("vuoden {year} alkupuoli", "vuoden {year} loppupuoli"),
    "en": ("first half of {year}", "second half of {year}"),
}


def date_text(day: date, language: str, precision: str = "day") -> str:
    """Return a date as people write it in `language`, no more exact than it is known.

    Args:
        day: The date, or any day of the month, quarter, half year or year that is meant.
        language: The reader's language.
        precision: `day`, `month`, `quarter`, `half_year` or `year`. What a season or a school year is, a programme's
            own calendar says; see `muniprog.timeframe`.

    >>> day = date(2020, 6, 1)
    >>> [date_text(day, language) for language in ("fi", "sv-FI", "sv-SE", "en")]
    ['1.6.2020', '1.6.2020', '2020-06-01', '1 June 2020']
    >>> [date_text(day, "sv", precision) for precision in ("month", "quarter", "half_year", "year")]
    ['juni 2020', '2:a kvartalet 2020', 'första halvåret 2020', '2020']
    """
    match precision:
        case "day":
            return _day(day, language)
        case "month":
            return _formatted(day, language, "LLLL y")
        case "quarter":
            return _formatted(day, language, "QQQQ y")
        case "half_year":
            words = _HALVES.get(primary(language), _HALVES["en"])
            return words[day.month > 6].format(year=day.year)
        case "year":
            return str(day.year)
    raise ValueError(f"There is no precision {precision!r}.")


def day_in_words(day: date, language: str) -> str:
    """Return a day with its weekday and the name of its month, for a letter.

    >>> [day_in_words(date(2021, 1, 31), language) for language in ("sv", "fi", "en")]
    ['söndag 31 januari 2021', 'sunnuntai 31. tammikuuta 2021', 'Sunday 31 January 2021']
    """
    return _formatted(day, language, "EEEE d MMMM y" if _day_form(language) == "en" else "full")


def range_text(start: date, end: date, language: str, start_precision: str = "day", end_precision: str = "day") -> str:
    """Return a range of dates, both ends included; what the two ends share is said once.

    >>> range_text(date(2019, 1, 1), date(2022, 12, 31), "sv", "year", "year")
    '2019–2022'
    >>> range_text(date(2020, 10, 1), date(2021, 3, 31), "fi", "month", "month")
    'lokakuu 2020 – maaliskuu 2021'
    >>> range_text(date(2020, 6, 1), date(2020, 8, 31), "fi")
    '1.6.–31.8.2020'
    """
    first, last = date_text(start, language, start_precision), date_text(end, language, end_precision)
    if first == last:
        return first
    alike = start_precision == end_precision
    if alike and start.year == end.year:
        first = _without_what_follows(first, start, end, language, start_precision)
    # As printers do: no spaces around the dash, unless one of the ends is several words or has a hyphen.
    dash = "–" if alike and not {" ", "-"} & set(first) else " – "
    return f"{first}{dash}{last}"


def _without_what_follows(first: str, start: date, end: date, language: str, precision: str) -> str:
    """Return the start of a range within one year, without the year (and month) that the end of it will say."""
    same_month = start.month == end.month
    match precision, _day_form(language):
        case "month", "fi" | "sv" | "iso" | "en":
            return _formatted(start, language, "LLLL")
        case "day", "fi":
            return f"{start.day}." if same_month else f"{start.day}.{start.month}."
        case "day", "sv":
            return f"{start.day}" if same_month else f"{start.day}.{start.month}"
        case "day", "en":
            return f"{start.day}" if same_month else _formatted(start, language, "d MMMM")
        case _:
            return first


def _day(day: date, language: str) -> str:
    match _day_form(language):
        case "iso":
            return day.isoformat()
        case "sv" | "fi":
            return f"{day.day}.{day.month}.{day.year}"
        case _:
            return _formatted(day, language, "long")


def _day_form(language: str) -> str:
    match primary(language), language.upper()[-3:]:
        case "sv", "-SE":
            return "iso"
        case "en", "-US":
            return "long"
        case ("sv" | "fi" | "en") as form, _:
            return form
        case _:
            return "long"


@lru_cache(maxsize=4096)
def _formatted(day: date, language: str, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=locale(language))

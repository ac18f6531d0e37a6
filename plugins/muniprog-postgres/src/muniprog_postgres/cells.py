"""What stands in a cell of a table: one value of a programme, in a type that PostgreSQL has for it.

The storage keeps whatever it is given, also what is no programme yet. So nothing here refuses anything: where a
value is of another kind than its column, the cell is empty.
"""

import json
import re
from datetime import date

import muniprog

Cell = str | int | float | bool | date | None
Mapping = dict[str, muniprog.Plain]

SUBSTITUTE = "\ufffd"
"""What stands in a table for the character NUL, which PostgreSQL has in no text."""

_NUL_IN_JSON = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def readable(text: str) -> str:
    """Return a text as it can stand in a table."""
    return text.replace("\0", SUBSTITUTE)


def scalar(value: muniprog.Plain) -> str | None:
    """Return a text or number as text, and nothing for anything else.

    >>> scalar("2019–2022"), scalar(2019), scalar(["2019"])
    ('2019–2022', '2019', None)
    """
    if isinstance(value, str):
        return readable(value)
    return None if isinstance(value, (dict, list, bool)) or value is None else str(value)


def number(value: muniprog.Plain) -> int | float | None:
    """Return a number; 1 for yes and 0 for no."""
    return value if isinstance(value, (int, float)) else None


def day(value: muniprog.Plain) -> date | None:
    """Return a day.

    >>> day("2020-05-10"), day("2020-05"), day("2020-02-30")
    (datetime.date(2020, 5, 10), None, None)
    """
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def structured(value: muniprog.Plain) -> str | None:
    r"""Return a list or mapping as JSON for a column of the type `jsonb`.

    >>> structured(["a", "b\0"])
    '["a", "b\\ufffd"]'
    """
    if not isinstance(value, (dict, list)):
        return None
    return _NUL_IN_JSON.sub(r"\1\\ufffd", json.dumps(value, ensure_ascii=False))


def kind(value: muniprog.Plain) -> str | None:
    """Return what kind of value something is, in the words that SQLite uses for JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    kinds: dict[type, str] = {int: "integer", float: "real", str: "text"}
    return kinds.get(type(value))


def measured(value: muniprog.Plain) -> tuple[Cell, Cell, Cell]:
    """Return the three cells of a measured value: the number, the text, and which of them it is."""
    text = readable(value) if isinstance(value, str) else None
    one = number(value)
    return int(one) if isinstance(one, bool) else one, text, kind(value)


def languages_of(text: muniprog.Plain, record: str) -> dict[str, str]:
    """Return the words of a text in each language that has any.

    >>> languages_of({"sv": "Boende", "fi": {"text": "Asuminen", "translates": "Boende"}, "en": ""}, "sv")
    {'sv': 'Boende', 'fi': 'Asuminen'}
    """
    if not isinstance(text, dict):
        text = {record: text}
    said = {language: words.get("text") if isinstance(words, dict) else words for language, words in text.items()}
    return {language: words for language, words in said.items() if isinstance(words, str) and words}


def words_in(text: muniprog.Plain, record: str) -> str | None:
    """Return the words of a text in the language of record, or in the first language that has any."""
    said = languages_of(text, record)
    words = said.get(record) or next(iter(said.values()), None)
    return None if words is None else readable(words)


def texts(text: muniprog.Plain, record: str) -> tuple[Cell, Cell]:
    """Return the two cells of a text: in the language of record, and in all languages."""
    return words_in(text, record), structured({**languages_of(text, record)} or None)


def mapping_of(value: muniprog.Plain) -> Mapping:
    """Return a value that is a mapping; an empty one where it is something else."""
    return value if isinstance(value, dict) else {}


def mappings_of(value: muniprog.Plain) -> list[Mapping]:
    """Return the mappings in a list; nothing where there is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

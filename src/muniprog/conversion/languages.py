"""Which languages a programme's mapping is written in, also where it does not say so rightly."""

import re
from collections.abc import Iterator

from muniprog.language import LANGUAGE_TAG
from muniprog.source import Plain

FALLBACK = "en"
_TAG = re.compile(LANGUAGE_TAG)
_TEXTS = ("title", "name", "description", "note")


def languages_of(mapping: dict[str, Plain]) -> tuple[str, ...]:
    """Return the programme's languages, the language of record first.

    Where the list is missing or wrong, which is found and said elsewhere, the languages that the texts are written
    in take its place: one mistake at the top shall not make every text below look wrong.

    >>> languages_of({"languages": "sv", "title": {"sv": "Boende", "fi": "Asuminen"}})
    ('sv', 'fi')
    """
    declared = mapping.get("languages")
    names = declared if isinstance(declared, list) else [declared]
    known = tuple(name for name in names if isinstance(name, str) and _TAG.fullmatch(name))
    if isinstance(declared, list) and known and len(known) == len(declared):
        return known
    return tuple(dict.fromkeys((*known, *used_languages(mapping)))) or (FALLBACK,)


def used_languages(value: Plain) -> tuple[str, ...]:
    """Return the languages of the titles, names, descriptions and notes in a value, in the order in which they come."""
    return tuple(dict.fromkeys(_used(value)))


def _used(value: Plain) -> Iterator[str]:
    if isinstance(value, list):
        for element in value:
            yield from _used(element)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in _TEXTS and isinstance(inner, dict):
                yield from (language for language in inner if _TAG.fullmatch(language))
            else:
                yield from _used(inner)

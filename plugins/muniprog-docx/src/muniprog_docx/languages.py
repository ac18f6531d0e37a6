"""Languages as Word names them, so that words are parted, spelt and read aloud in their own."""

import re

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_WITH_COUNTRY = {"sv": "sv-FI", "fi": "fi-FI", "en": "en-GB"}
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def word_tag(language: str) -> str | None:
    """Return a language tag as Word wants it, with a country; None for what is no language tag.

    >>> word_tag("sv"), word_tag("sv-SE"), word_tag("so"), word_tag("no tag")
    ('sv-FI', 'sv-SE', 'so', None)
    """
    return _WITH_COUNTRY.get(language.lower(), language) if _TAG.fullmatch(language) else None


def is_right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT

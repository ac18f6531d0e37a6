"""Which languages babel can switch to, so that words are hyphenated and read aloud in their own language."""

import re

_NAMES = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "is": "icelandic",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "nynorsk",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "se": "northernsami",
    "so": "somali",
    "sv": "swedish",
}
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def babel_name(tag: str) -> str | None:
    """Return babel's name of a language, or None for one that this backend does not switch to.

    >>> babel_name("sv-FI"), babel_name("tlh")
    ('swedish', None)
    """
    return _NAMES.get(primary(tag))


def primary(tag: str) -> str:
    """Return the part of a language tag that names the language alone."""
    return tag.partition("-")[0].lower()


def is_tag(tag: str) -> bool:
    """Return whether something has the form of a language tag."""
    return _TAG.fullmatch(tag) is not None

"""Characters that YAML 1.1 takes for line breaks and YAML 1.2 does not.

Text pasted from a page layout often holds U+2028. PyYAML would break its line there, and miscount all lines
below; so it is shown a stand-in, which is turned back afterwards.
"""

from collections.abc import Mapping

from muniprog.source import Plain

NO_BREAKS_ANY_MORE = "\x85\u2028\u2029"

_PRIVATE_USE = range(0xE000, 0xF900)


def stand_ins(text: str) -> dict[str, str]:
    """Return a stand-in, found neither in `text` nor in its escapes, for each such character in it.

    >>> stand_ins("nothing of the kind")
    {}
    """
    present = [sign for sign in NO_BREAKS_ANY_MORE if sign in text]
    if not present:
        return {}
    escapes = text.casefold()
    unused = (chr(code) for code in _PRIVATE_USE if chr(code) not in text and f"{code:x}" not in escapes)
    return dict(zip(present, unused, strict=False))


def replaced(text: str, signs: Mapping[str, str]) -> str:
    """Return `text` with each sign replaced by its stand-in; positions stay as they were."""
    return text.translate({ord(sign): stand_in for sign, stand_in in signs.items()}) if signs else text


def restored(mapping: dict[str, Plain], signs: Mapping[str, str]) -> dict[str, Plain]:
    """Return `mapping` with the stand-ins in its keys and texts turned back."""
    back = {ord(stand_in): sign for sign, stand_in in signs.items()}

    def turned(value: Plain) -> Plain:
        if isinstance(value, str):
            return value.translate(back)
        if isinstance(value, list):
            return [turned(item) for item in value]
        if isinstance(value, dict):
            return {key.translate(back): turned(item) for key, item in value.items()}
        return value

    return {key.translate(back): turned(value) for key, value in mapping.items()}

"""Letters that no font has.

A PDF that everybody can read prints no letter without a picture of it, and which ones those are only the typesetter
knows. What it names is printed as U+FFFD, and a voice is told what stands there.
"""

import re
from collections.abc import Iterator, Set

import muniprog

REPLACEMENT = "\ufffd"
_MISSING = re.compile(r'`"((?:[^"\\]|\\.)+)"` could not be displayed|disallowed codepoint `"((?:[^"\\]|\\.)+)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_HEARD = frozenset({"alternative", "meaning", "plain_title"})
_MOST_AT_ONCE = 8  # What stands for several letters is one thing that no line end divides.


def missing_letters(said: str) -> frozenset[str]:
    r"""Return the letters that the typesetter says it has no picture of.

    >>> sorted(missing_letters('error: the text `"a\\u{302}東"` could not be displayed with font `"Sans"`'))
    ['\u0302', '東']
    """
    quoted = (
        _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), found[1] or found[2]) for found in _MISSING.finditer(said)
    )
    return frozenset(letter for letter in "".join(quoted) if not letter.isascii())


def without(page: dict[str, muniprog.Plain], letters: Set[str]) -> dict[str, muniprog.Plain]:
    """Return a described document that prints none of these letters, but still says them."""
    unseen = re.compile(f"([{''.join(map(re.escape, sorted(letters)))}]{{1,{_MOST_AT_ONCE}}})")
    return {key: value if key in _HEARD else _without(value, unseen) for key, value in page.items()}


def _without(value: muniprog.Plain, unseen: re.Pattern[str]) -> muniprog.Plain:
    if isinstance(value, str):
        return unseen.sub(_replaced, value)
    if isinstance(value, list):
        return [part for each in value for part in _parts(each, unseen)]
    if isinstance(value, dict):
        return {key: each if key in _HEARD else _without(each, unseen) for key, each in value.items()}
    return value


def _parts(value: muniprog.Plain, unseen: re.Pattern[str]) -> Iterator[muniprog.Plain]:
    """Yield a span as what can be seen of it and what can only be heard; all else as it is without these letters."""
    if not isinstance(value, dict) or not isinstance(text := value.get("text"), str) or "meaning" in value:
        yield _without(value, unseen)
        return
    span = dict(value)
    for number, part in enumerate(unseen.split(text)):
        if part:
            yield (
                {**span, "text": part}
                if number % 2 == 0
                else {**span, "text": REPLACEMENT * len(part), "meaning": part}
            )
            span.pop("sign", None)


def _replaced(found: re.Match[str]) -> str:
    return REPLACEMENT * len(found[0])

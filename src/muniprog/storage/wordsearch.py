"""Finding words in the titles and descriptions of a programme: what a word is, and where they stand.

Case does not matter and a decomposed letter equals a composed one; å, ä and ö are letters of their own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from muniprog.interfaces import Hit
from muniprog.language import canonical
from muniprog.paths import Placed, items_in
from muniprog.source import Plain

_WORD = re.compile(r"[^\W_]+")
_SEARCHED: Mapping[str, tuple[str, ...]] = {"owner": ("name",), "programme": ("title", "summary")}
_TITLES = ("title", "description")


def words_in(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared; everything between them is passed over.

    >>> words_in("Åldrings-VÅRD, och mer*")
    ['åldrings', 'vård', 'och', 'mer']
    """
    return _WORD.findall(canonical(canonical(text).casefold()))


def texts_in(mapping: dict[str, Plain]) -> Iterator[Hit]:
    """Yield every title and description of a programme in every language, in the order of the programme."""
    programme = str(mapping.get("id", ""))
    languages = mapping.get("languages")
    record = str(languages[0]) if isinstance(languages, list) and languages else ""
    for item in (Placed("programme", (), mapping), *items_in(mapping)):
        for key in _SEARCHED.get(item.kind, _TITLES):
            for language, text in _languages(item.mapping.get(key), record):
                yield Hit(programme=programme, item=item.id, language=language, text=text)


def stands_in(words: Sequence[str], text: str) -> bool:
    """Return whether each word, or a longer one that begins with it, stands in a text.

    >>> stands_in(words_in("boende råd"), "Rådgivning om boendefrågor")
    True
    """
    there = words_in(text)
    return all(any(each.startswith(word) for each in there) for word in words)


def _languages(text: Plain, record: str) -> Iterator[tuple[str, str]]:
    for language, words in text.items() if isinstance(text, dict) else ((record, text),):
        said = words.get("text") if isinstance(words, dict) else words
        if isinstance(said, str) and said:
            yield language, said

"""One text in several languages, with a fallback that shows."""

from collections.abc import Iterator, Mapping
from typing import Self

import attrs


class Wording(str):
    """The words of a text in one language: a `str` that knows its language and whether it had to fall back.

    Attributes:
        language: The language that the words are in.
        is_fallback: True where another language was asked for and this one was found instead.
    """

    __slots__ = ("is_fallback", "language")

    language: str
    is_fallback: bool

    def __new__(cls, words: str, language: str, is_fallback: bool = False) -> Self:
        wording = super().__new__(cls, words)
        wording.language = language
        wording.is_fallback = is_fallback
        return wording

    def __getnewargs__(self) -> tuple[str, str, bool]:  # type: ignore[override]  # what `__new__` takes
        return str(self), self.language, self.is_fallback


@attrs.frozen
class Text:
    """A text: language → words, in the order in which they were written. The order makes no other text of it.

    An empty string, or nothing at all, is a translation that is missing. A translation may remember which
    wording it translates, so that it can be seen to be out of date when that wording changes.

    >>> title = Text.of({"sv": "Boenderådgivning", "fi": "Asumisneuvonta", "en": ""})
    >>> title["fi"]
    'Asumisneuvonta'
    >>> title["en"], title["en"].language, title["en"].is_fallback
    ('Boenderådgivning', 'sv', True)

    Attributes:
        values: Pairs of language and words; words may be empty or None.
        translates: Pairs of language and the wording, in the language of record, that it translates.
    """

    values: tuple[tuple[str, str | None], ...] = attrs.field(default=(), eq=frozenset)
    translates: tuple[tuple[str, str], ...] = attrs.field(default=(), eq=frozenset)

    @classmethod
    def of(cls, words: str | Mapping[str, str | None], language: str = "en") -> Self:
        """Return a text of one string in `language`, or of a mapping from language to string."""
        if isinstance(words, str):
            return cls(((language, words),))
        return cls(tuple(words.items()))

    def __getitem__(self, language: str) -> Wording:
        return self.wording(language)

    def __bool__(self) -> bool:
        return any(words for _, words in self.values)

    def __iter__(self) -> Iterator[str]:
        return iter(self.languages)

    def __str__(self) -> str:
        return next((words for _, words in self.values if words), "")

    def __repr__(self) -> str:
        return f"<Text {' | '.join(f'{language}: {words}' for language, words in self.values)}>"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have words."""
        return tuple(language for language, words in self.values if words)

    def get(self, language: str) -> str | None:
        """Return the words in exactly this language, or None where they are missing; never another language's."""
        for written, words in self.values:
            if written == language:
                return words or None
        return None

    def wording(self, language: str, *others: str) -> Wording:
        """Return the words in `language`, else in the first of `others` that has them, else in any.

        `sv-FI` is answered by `sv` without being a fallback. A text without any words gives an empty wording.
        """
        for wanted in (language, language.partition("-")[0]):
            if words := self.get(wanted):
                return Wording(words, wanted)
        for other in (*others, *self.languages):
            if words := self.get(other):
                return Wording(words, other, is_fallback=True)
        return Wording("", language)

    def spoken(self, language: str) -> str:
        """Return the words in `language`, or in the language that there is."""
        return self.wording(language)

    def missing(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `languages` that have no words here."""
        return tuple(language for language in languages if not self.get(language))

    def stale(self, record: str) -> tuple[str, ...]:
        """Return the languages whose translation remembers another wording than today's in `record`."""
        return tuple(language for language, wording in self.translates if wording != self.get(record))

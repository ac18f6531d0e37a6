"""Words that were meant: the nearest right one, found without comparing every word with every other.

Two words that differ by one letter (one too many, one missing, one wrong, two swapped) become equal when a
letter is left out of one or both. So each known word is kept under all its forms with a letter less; looking
a word up is then as quick among ten thousand as among ten.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from muniprog.language import canonical
from muniprog.source import nearest

_SHORTEST = 4
"""Shorter words are all like each other."""

_FEW = 200
"""Among so few words, each can be compared with the one that was written."""


def fold(words: str) -> str:
    """Return what is left of `words` without case, spaces, hyphens and signs, all letters composed.

    >>> fold("Welcome  Office") == fold("welcome-office")
    True
    """
    return "".join(letter for letter in canonical(words.casefold()) if letter.isalnum())


def shortened(folded: str) -> Iterator[str]:
    """Yield a folded word and then all its forms with one letter less.

    >>> list(shortened("bild"))
    ['bild', 'ild', 'bld', 'bid', 'bil']
    """
    yield folded
    for position in range(len(folded)):
        yield folded[:position] + folded[position + 1 :]


def digits(words: str) -> str:
    """Return the digits of `words`: what differs in a digit is another thing, not a mistyped one."""
    return "".join(letter for letter in words if letter.isdigit())


@attrs.frozen(eq=False)
class Dictionary:
    """Known words, and for each what it stands for.

    >>> Dictionary.of(["BILDN", "EDU"]).nearest("BILD")
    'BILDN'
    """

    words: Mapping[str, str]
    _answers: dict[str, str | None] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Dictionary":
        """Return a dictionary in which each word stands for itself."""
        return cls({word: word for word in words})

    def nearest(self, word: str) -> str | None:
        """Return what the known word that is most like `word` stands for, or None where none is near."""
        if word not in self._answers:
            self._answers[word] = self._look_up(word)
        return self._answers[word]

    def _look_up(self, word: str) -> str | None:
        folded = fold(word)
        if folded in self._folded:
            return self.words[self._folded[folded]]
        candidates = [self._forms.get(form) for form in shortened(folded) if len(form) >= _SHORTEST]
        if len(self.words) <= _FEW:
            candidates.append(nearest(word, tuple(self.words)))
        near = (found for found in candidates if found is not None and digits(found) == digits(word))
        return next((self.words[found] for found in near), None)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(word): word for word in reversed(tuple(self.words))}

    @cached_property
    def _forms(self) -> dict[str, str]:
        return {form: word for folded, word in self._folded.items() for form in shortened(folded)}

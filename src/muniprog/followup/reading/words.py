"""Choices out of cells: a status, why there is no value, yes or no; in any language of the programme."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import attrs

from muniprog.errors import ValueProblem
from muniprog.followup.questioning import MISSING_WORDS, NO, YES
from muniprog.followup.reading.texts import visible
from muniprog.forms import CellContent
from muniprog.identifiers import shown
from muniprog.messages import LANGUAGES, Sentences, Spoken, message
from muniprog.model import STATUS_WORDS, Missing, Programme, Status
from muniprog.source import nearest

NOT_A_CHOICE = "Q201"

Choice = TypeVar("Choice")

_SPREADSHEET_YES, _SPREADSHEET_NO = ("true", "sant", "tosi"), ("false", "falskt", "epätosi")


@attrs.frozen
class Vocabulary(Generic[Choice]):
    """The words for some choices.

    Attributes:
        meaning: Word, folded → what it means.
        offered: The words that the form offers, for messages.
    """

    meaning: Mapping[str, Choice]
    offered: tuple[str, ...]

    def read(self, content: CellContent) -> Choice:
        """Return what stands in a cell, whatever its case and language.

        Raises:
            ValueProblem: It is none of the words; names the nearest one.
        """
        found = _folded(content) if isinstance(content, str) else _folded(str(content))
        if found in self.meaning:
            return self.meaning[found]
        near = nearest(str(content), self.offered) or nearest(str(content), list(self.meaning))
        sentences: list[Spoken] = [message("“{found}” is none of the choices.", found=shown(str(content)))]
        if near is not None:
            sentences.append(message("Did you mean “{near}”?", near=near))
        sentences.append(message("Choose one of: {choices}.", choices=self.offered))
        raise ValueProblem(Sentences(sentences), code=NOT_A_CHOICE)


def statuses(programme: Programme, language: str) -> Vocabulary[Status]:
    """Return the words for a status: the programme's own, muniprog's, and the codes; the form's own come first."""
    words: list[tuple[str, Status]] = [(programme.status_word(status, language), status) for status in Status]
    words += [(own, status) for status in Status for own in _own_words(programme, status)]
    words += [(STATUS_WORDS[status].spoken(spoken), status) for spoken in LANGUAGES for status in Status]
    words += [(status.value, status) for status in Status]
    return _vocabulary(words, tuple(programme.status_word(status, language) for status in Status))


def missing_words(language: str) -> Vocabulary[Missing]:
    """Return the words for why there is no value."""
    words = [
        (word.spoken(spoken), missing) for spoken in (language, *LANGUAGES) for missing, word in MISSING_WORDS.items()
    ]
    words += [(missing.value, missing) for missing in Missing]
    return _vocabulary(words, tuple(word.spoken(language) for word in MISSING_WORDS.values()))


def yes_and_no(language: str) -> Vocabulary[bool]:
    """Return the words for yes and no, also those that a spreadsheet program makes of them."""
    words = [(word.spoken(spoken), word is YES) for spoken in (language, *LANGUAGES) for word in (YES, NO)]
    words += [(word, word in _SPREADSHEET_YES) for word in (*_SPREADSHEET_YES, *_SPREADSHEET_NO)]
    return _vocabulary(words, (YES.spoken(language), NO.spoken(language)))


def _own_words(programme: Programme, status: Status) -> Iterable[str]:
    own = programme.statuses.get(status)
    return [own[language] for language in own.languages] if own is not None else []


def _vocabulary(words: Iterable[tuple[str, Choice]], offered: tuple[str, ...]) -> Vocabulary[Choice]:
    meaning: dict[str, Choice] = {}
    for word, choice in words:
        meaning.setdefault(_folded(word), choice)
    return Vocabulary(meaning, offered)


def _folded(word: str) -> str:
    return " ".join(plain_word(word).split())


def plain_word(word: str) -> str:
    """Return a word without case, and without what was typed around it by accident.

    >>> plain_word(" Pågår. ")
    'pågår'
    """
    return visible(word).strip(" .;,\"'“”").casefold().replace("_", " ")

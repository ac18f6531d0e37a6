"""How a report speaks: in one language, or in several side by side."""

from collections.abc import Iterable

import attrs

from muniprog.document import Block, InLanguage, Mark, Paragraph, Prose, Span
from muniprog.language import primary
from muniprog.messages import LANGUAGES, Spoken
from muniprog.text import Text, Wording
from muniprog.timeframe import Timeframe

BETWEEN = " / "
"""What stands between the languages where a text is a name in a line."""

BELOW = "\n"
"""What stands between the languages where a text has a cell or a paragraph of its own."""


@attrs.frozen
class Voice:
    """Puts the texts of a programme and muniprog's own words into the languages that a report is asked for.

    A text that is missing in a language is given in another one, tagged as what it is; a text that is the
    same in several languages is said once.

    Attributes:
        languages: The languages asked for; the first is the language of the document.
        record: The programme's language of record, which a missing text falls back on.
    """

    languages: tuple[str, ...]
    record: str

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.languages[0]

    @property
    def side_by_side(self) -> tuple[str, ...]:
        """The languages that stand side by side; none where there is one."""
        return self.languages if len(self.languages) > 1 else ()

    def text(self, text: Text | None, between: str = BELOW) -> Prose:
        """Return a text of the programme in all languages, one below the other; nothing for no text."""
        return self._joined(self._wordings(text), between)

    def name(self, text: Text | None) -> Prose:
        """Return a text of the programme in all languages on one line."""
        return self.text(text, BETWEEN)

    def say(self, spoken: Spoken, between: str = BETWEEN) -> Prose:
        """Return muniprog's own words in all languages; in English for a language that muniprog does not speak."""
        return self._joined((Wording(spoken.spoken(each), spoken_in(each)) for each in self.languages), between)

    def warn(self, spoken: Spoken) -> Prose:
        """Return muniprog's own words where something of the programme is missing."""
        return tuple(attrs.evolve(span, mark=Mark.MISSING) for span in self.say(spoken))

    def paragraphs(self, text: Text | None) -> list[Block]:
        """Return a running text as paragraphs, parted where an empty line stands; language after language."""
        blocks: list[Block] = []
        for wording, readers in self._each_once(self._wordings(text)):
            parts = [part.strip("\n") for part in wording.split("\n\n") if part.strip()]
            paragraphs = [Paragraph(Span(part, readers=readers)) for part in parts]
            tag = self._tag(wording)
            blocks.extend(paragraphs if tag is None else [InLanguage(tag, paragraphs)])
        return blocks

    def time(self, timeframe: Timeframe) -> Prose:
        """Return when something takes place: as it is written, or the same in another language's words."""
        return self._joined((self._time(timeframe, language) for language in self.languages), BETWEEN)

    def _time(self, timeframe: Timeframe, language: str) -> Wording:
        raw = timeframe.raw
        is_record = primary(language) == primary(self.record)
        words = raw if is_record else timeframe.text(language)
        if not any(character.isalpha() for character in words):
            return Wording(words, self.language)
        if words == raw:
            return Wording(words, self.record)
        capital = words[:1].upper() if raw[:1].isupper() else words[:1]
        return Wording(capital + words[1:], spoken_in(language))

    def _wordings(self, text: Text | None) -> tuple[Wording, ...]:
        """Return what is to be said, a wording for each language."""
        return () if text is None else tuple(text.wording(each, self.record) for each in self.languages)

    def _joined(self, wordings: Iterable[Wording], between: str) -> Prose:
        spans: list[Span] = []
        for wording, readers in self._each_once(wordings):
            if spans:
                spans.append(Span(between, readers=()))
            spans.append(Span(wording, language=self._tag(wording), readers=readers))
        return tuple(spans)

    def _each_once(self, wordings: Iterable[Wording]) -> Iterable[tuple[Wording, tuple[str, ...] | None]]:
        """Return each wording once, with the languages that it is for; one of blanks alone says nothing.

        In a report in one language all is for everybody, and so is what is the same in all languages and has no
        letters, such as a year.
        """
        if len(self.languages) == 1:
            return [(wording, None) for wording in wordings if wording.strip()]
        readers: dict[Wording, tuple[str, ...]] = {}
        for language, wording in zip(self.languages, wordings, strict=False):  # for no text there is no wording
            if wording.strip():
                readers[wording] = (*readers.get(wording, ()), language)
        is_for_all = len(readers) == 1 and not any(map(_has_letters, readers))
        return [(wording, None if is_for_all else each) for wording, each in readers.items()]

    def _tag(self, wording: Wording) -> str | None:
        """Return the language of a wording where it is not the document's; `sv` is no other language than `sv-FI`.

        What has no letters, such as `%`, is in every language.
        """
        is_ours = primary(wording.language) == primary(self.language)
        return None if is_ours or not _has_letters(wording) else wording.language


def _has_letters(words: str) -> bool:
    return any(map(str.isalpha, words))


def spoken_in(language: str) -> str:
    """Return the language in which muniprog's own words come when `language` is asked for."""
    return language if primary(language) in LANGUAGES else "en"

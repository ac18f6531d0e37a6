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

    def text(self, text: Text | None, between: str = BELOW) -> Prose:
        """Return a text of the programme in all languages, one below the other; nothing for no text."""
        return self._joined(self._wordings(text), between)

    def name(self, text: Text | None) -> Prose:
        """Return a text of the programme in all languages on one line."""
        return self.text(text, BETWEEN)

    def say(self, spoken: Spoken, between: str = BETWEEN) -> Prose:
        """Return muniprog's own words in all languages; in English for a language that muniprog does not speak."""
        wordings = (Wording(spoken.spoken(language), _spoken_in(language)) for language in self.languages)
        return self._joined(wordings, between)

    def warn(self, spoken: Spoken) -> Prose:
        """Return muniprog's own words where something of the programme is missing."""
        return tuple(attrs.evolve(span, mark=Mark.MISSING) for span in self.say(spoken))

    def paragraphs(self, text: Text | None) -> list[Block]:
        """Return a running text as paragraphs, parted where an empty line stands; language after language."""
        blocks: list[Block] = []
        for wording in self._wordings(text):
            paragraphs = [Paragraph(part.strip("\n")) for part in wording.split("\n\n") if part.strip()]
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
        return Wording(capital + words[1:], _spoken_in(language))

    def _wordings(self, text: Text | None) -> tuple[Wording, ...]:
        """Return what is to be said, each wording once."""
        if text is None:
            return ()
        wordings = (text.wording(language, self.record) for language in self.languages)
        return tuple(dict.fromkeys(wording for wording in wordings if wording))

    def _joined(self, wordings: Iterable[Wording], between: str) -> Prose:
        spans: list[Span] = []
        for wording in dict.fromkeys(wording for wording in wordings if wording):
            if spans:
                spans.append(Span(between))
            spans.append(Span(wording, language=self._tag(wording)))
        return tuple(spans)

    def _tag(self, wording: Wording) -> str | None:
        """Return the language of a wording where it is not the document's; `sv` is no other language than `sv-FI`.

        What has no letters, such as `%`, is in every language.
        """
        is_ours = primary(wording.language) == primary(self.language)
        return None if is_ours or not any(map(str.isalpha, wording)) else wording.language


def _spoken_in(language: str) -> str:
    """Return the language in which muniprog's own words come when `language` is asked for."""
    return language if primary(language) in LANGUAGES else "en"

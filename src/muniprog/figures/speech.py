"""How a picture speaks: in one language, and in another, tagged as what it is, where a translation is missing."""

from datetime import date

import attrs

from muniprog.document import Prose, Span, prose
from muniprog.language import date_text, join_list, primary
from muniprog.messages import LANGUAGES, Spoken
from muniprog.model import Item, Owner, Programme
from muniprog.text import Text, Wording
from muniprog.timeframe import Timeframe


@attrs.frozen
class Speech:
    """Puts the texts of a programme and muniprog's own words into one language.

    Attributes:
        language: The language of the picture.
        record: The programme's language of record.
    """

    language: str
    record: str

    def say(self, spoken: Spoken) -> str:
        """Return muniprog's own words; in English for a language that muniprog does not speak."""
        return spoken.spoken(self.language)

    def text(self, text: Text) -> Wording:
        """Return a text of the programme, without line ends."""
        found = text.wording(self.language, self.record)
        return Wording(" ".join(found.split()), found.language, found.is_fallback)

    def title(self, item: Item | Owner | Programme) -> Wording:
        """Return what an item is called; its identifier where it has no title."""
        return self.text(item.title) or Wording(item.id, self.language)

    def owner(self, programme: Programme, identifier: str) -> Wording:
        """Return what an owner is called; an owner that the programme does not know is called as it is written."""
        if identifier in programme and isinstance(owner := programme[identifier], Owner):
            return self.title(owner)
        return Wording(identifier, self.language)

    def time(self, timeframe: Timeframe) -> Wording:
        """Return when something takes place: as it is written, or the same in another language's words."""
        raw = " ".join(timeframe.raw.split())
        if primary(self.language) == primary(self.record):
            return Wording(raw, self.language)
        words = timeframe.text(self.language)
        return Wording(raw, self.record) if words == raw else Wording(words, self.language)

    def day(self, day: date) -> str:
        """Return a day."""
        return date_text(day, self.language)

    def listed(self, words: list[str]) -> str:
        """Return words as one phrase."""
        return join_list(words, self.language)

    def tag(self, wording: Wording) -> str | None:
        """Return the language of a wording where it is not that of the picture and there is anything to read."""
        differs = primary(wording.language) != primary(self.spoken)
        return wording.language if differs and any(map(str.isalpha, wording)) else None

    def prose(self, wording: Wording) -> Prose:
        """Return a wording as a line of text, tagged where it is in another language."""
        return prose(Span(wording, language=self.tag(wording)))

    @property
    def spoken(self) -> str:
        """The language that muniprog's own words come in."""
        return self.language if primary(self.language) in LANGUAGES else "en"

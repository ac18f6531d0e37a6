"""What this package says to people, in Swedish, Finnish and English."""

from collections.abc import Mapping

import attrs


@attrs.frozen
class Sentence:
    """One sentence in several languages, with the values that stand in it.

    >>> Sentence("{n} mål", "{n} tavoitetta", "{n} goals", {"n": 27}).spoken("sv")
    '27 mål'
    """

    sv: str
    fi: str
    en: str
    values: Mapping[str, object] = attrs.field(factory=dict, hash=False)

    def spoken(self, language: str) -> str:
        """Return the sentence in `language`, or in English where this package does not speak it."""
        words = {"sv": self.sv, "fi": self.fi}.get(language.partition("-")[0].lower(), self.en)
        return words.format_map(self.values)

    def filled(self, **values: object) -> "Sentence":
        """Return the sentence with these values in it."""
        return attrs.evolve(self, values=values)

    def __str__(self) -> str:
        return self.spoken("en")

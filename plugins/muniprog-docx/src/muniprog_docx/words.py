"""The few words that this backend adds to a document, each in the language of the document."""

import muniprog

CONTENTS = muniprog.Text.of({"en": "Contents", "sv": "Innehåll", "fi": "Sisällys"})
TABLE = muniprog.Text.of({"en": "Table", "sv": "Tabell", "fi": "Taulukko"})
FIGURE = muniprog.Text.of({"en": "Figure", "sv": "Figur", "fi": "Kuvio"})
PAGE = muniprog.Text.of({"en": "Page {page} of {pages}", "sv": "Sida {page} av {pages}", "fi": "Sivu {page}/{pages}"})
NOTE_WORDS = {
    muniprog.NoteKind.NOTE: muniprog.Text.of({"en": "Note", "sv": "Obs", "fi": "Huom."}),
    muniprog.NoteKind.WARNING: muniprog.Text.of({"en": "Warning", "sv": "Varning", "fi": "Varoitus"}),
    muniprog.NoteKind.SOURCE: muniprog.Text.of({"en": "Source", "sv": "Källa", "fi": "Lähde"}),
}


def span(text: muniprog.Text, language: str) -> muniprog.Span:
    """Return words of this backend in `language`; tagged as English for a language that they are not in.

    >>> span(CONTENTS, "sv-FI").text, span(CONTENTS, "de").language
    ('Innehåll', 'en')
    """
    words = text.wording(language)
    return muniprog.Span(words, language=words.language if words.is_fallback else None)

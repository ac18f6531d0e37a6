"""What the search of a site says, in the language of its pages; Sphinx itself does not speak all of them."""

import json

from muniprog_sphinx.words import FOUND, FOUND_MANY, FOUND_ONE, SEARCH


def search_words(language: str) -> bytes:
    """Return a script that teaches the search its words; it only sets values."""
    words: dict[str, str | list[str]] = {english: said.spoken(language) for english, said in SEARCH.items()}
    words[FOUND[0]] = [FOUND_ONE.spoken(language), FOUND_MANY.spoken(language)]
    return f"Object.assign(Documentation.TRANSLATIONS, {json.dumps(words, indent=2)});\n".encode()

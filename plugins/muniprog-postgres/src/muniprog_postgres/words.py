"""Words as PostgreSQL's full-text search has them. What a word is, muniprog says: å is not a, and case is nothing."""

import muniprog

LONGEST = 500
"""Letters of a word that are looked at; a lexeme may have 2,046 bytes, and a letter has up to four."""

MOST = 200_000
"""Letters of all words of one text together; a `tsvector` may have one megabyte."""

MOST_ASKED = 50
"""Words of a question that the server is asked for; the rest is looked for in what it finds."""


def lexemes(text: str) -> str | None:
    """Return the words of a text as a `tsvector`, or None when they are too many for one.

    >>> lexemes("Åldrings-VÅRD, och 'mer' vård")
    "'mer' 'och' 'vård' 'åldrings'"
    """
    words = {word[:LONGEST] for word in muniprog.words_in(text)}
    if sum(map(len, words)) > MOST:
        return None
    return " ".join(f"'{word}'" for word in sorted(words))  # a word has letters and digits alone


def question(words: str) -> str | None:
    """Return a `tsquery` that finds the texts in which all of the words stand, and perhaps others; None for no word.

    >>> question("boende råd*")
    "'boende':* & 'råd':*"
    """
    wanted = [word[:LONGEST] for word in muniprog.words_in(words)[:MOST_ASKED]]
    return " & ".join(f"'{word}':*" for word in wanted) or None

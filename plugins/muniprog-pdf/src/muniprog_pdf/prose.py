"""Lines of text as plain mappings, which the page reads as text and never as commands."""

import attrs

import muniprog
from muniprog_pdf.languages import voice

_TURNS = dict.fromkeys(range(0x202A, 0x202F), "")  # They can make a text look like another one.
_NOT_PRINTED = str.maketrans({**_TURNS, 0xFEFF: "\u2060"})  # PDF/UA-1 forbids a byte order mark within text.


def written(text: str) -> str:
    """Return a text without what no PDF may hold, and without signs that turn the direction of what follows."""
    return text.translate(_NOT_PRINTED)


@attrs.frozen
class Scribe:
    """Writes down lines of text.

    Attributes:
        language: The language of what surrounds them.
    """

    language: str

    def prose(self, words: muniprog.Prose) -> muniprog.Plain:
        """Return a line as runs that lead to one place, or nowhere."""
        return [self._run(link, spans) for link, spans in muniprog.by_link(words)]

    def _run(self, link: str | None, spans: muniprog.Prose) -> muniprog.Plain:
        run: dict[str, muniprog.Plain] = {"spans": [self._span(span) for span in spans]}
        if link is None:
            return run
        if link.startswith("#"):
            return {**run, "place": link[1:]}
        if link.partition(":")[0].lower() in {"http", "https"} and link != muniprog.plain(spans):
            run["address"] = written(link)  # On paper nobody can follow a link without it.
        return {**run, "link": link}

    def _span(self, span: muniprog.Span) -> muniprog.Plain:
        found: dict[str, muniprog.Plain] = {"text": written(span.text)}
        if span.emphasis:
            found["emphasis"] = True
        if span.mark is not None:
            found["mark"] = span.mark.value
        if span.meaning:
            found["meaning"] = written(span.meaning)
        if span.language is not None and span.language != self.language:
            found["tag"] = voice(span.language)
            found["sign"] = sign(span.language)
        return found


def sign(language: str) -> str:
    """Return what tells the eye that another language begins.

    >>> sign("fi")
    '[fi]'
    """
    return f"[{written(language)}]"

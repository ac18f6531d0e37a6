"""Runs of text as HTML. Whatever a user typed is escaped; only the elements written here are elements."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from muniprog.document import Mark, Prose, Span, by_link, plain
from muniprog.messages import Message

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_ELEMENTS: dict[Mark | None, Markup] = {Mark.ADDED: Markup("ins"), Mark.REMOVED: Markup("del")}


def direction(language: str) -> str:
    """Return in which direction a language is written: `ltr` or `rtl`.

    >>> direction("sv-FI"), direction("ar")
    ('ltr', 'rtl')
    """
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def prose(words: Prose, language: str) -> Markup:
    """Return a line of prose as HTML, every span in another language than `language` tagged with its own."""
    return Markup("").join(_linked(link, spans, language) for link, spans in by_link(words))


def worded(words: Message, language: str, languages: Sequence[str]) -> Markup:
    """Return muniprog's own words in `language`, and unseen in the other `languages` of a page.

    A page whose languages stand side by side says its own words in one of them, until its reader chooses another.
    """
    if language not in languages:
        return escape(words.spoken(language))
    seen = Markup('<span data-for="{}">{}</span>').format(language, words.spoken(language))
    unseen = (
        Markup('<span data-for="{0}" data-alone hidden lang="{0}" dir="{1}">{2}</span>').format(
            each, direction(each), words.spoken(each)
        )
        for each in languages
        if each != language
    )
    return seen + Markup("").join(unseen)


def _linked(link: str | None, spans: Prose, language: str) -> Markup:
    """Return spans that lead to one place as one link: a reader who goes from link to link meets it once."""
    html = Markup("").join(_span(span, language) for span in spans)
    if link is None:
        return html
    says_so = link.removeprefix("mailto:") == plain(spans)  # then paper need not tell the address
    return Markup('<a href="{}"{}>{}</a>').format(link, Markup(' class="bare"') if says_so else "", html)


def _span(span: Span, language: str) -> Markup:
    html = Markup("<br>").join(span.text.split("\n"))
    if span.emphasis:
        html = Markup("<em>{}</em>").format(html)
    attributes = _attributes(span, language)
    if attributes:
        element = _ELEMENTS.get(span.mark, Markup("span"))
        html = Markup("<{0}{1}>{2}</{0}>").format(element, attributes, html)
    return html


def _attributes(span: Span, language: str) -> Markup:
    foreign = span.language if span.language != language else None
    classes = [name for name in (span.mark, "other" if foreign else None) if name]
    attributes = Markup("")
    if classes:
        attributes += Markup(' class="{}"').format(" ".join(classes))
    if foreign:
        attributes += Markup(' lang="{}" dir="{}"').format(foreign, direction(foreign))
    if span.readers is not None:
        attributes += Markup(' data-for="{}"').format(" ".join(span.readers))
    if span.meaning:
        attributes += Markup(' role="img" aria-label="{}"').format(span.meaning)
    return attributes

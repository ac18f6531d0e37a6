"""A whole document as one plain mapping, which is all that the page knows of it."""

import muniprog
from muniprog_pdf.blocks import describe_blocks
from muniprog_pdf.fonts import families
from muniprog_pdf.languages import voice
from muniprog_pdf.prose import Scribe, written
from muniprog_pdf.sections import sections

_CONTENTS = muniprog.message("Contents")
_UNTITLED = muniprog.message("Untitled")
_CHARACTERS_OF_A_LINE = 90  # of the widest letters in half a line of small print
_MOST_LINES = 12
_SHORT = 90
_FORMATS = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}


def describe(document: muniprog.Document) -> dict[str, muniprog.Plain]:
    """Return a document as the page reads it."""
    scribe = Scribe(document.language)
    title = _bare_title(document)
    page: dict[str, muniprog.Plain] = {
        "title": scribe.prose(document.title if muniprog.plain(document.title).strip() else muniprog.prose(title)),
        "plain_title": title,
        "short_title": scribe.prose(muniprog.prose(_shortened(title))),
        "tag": voice(document.language),
        "subtitle": scribe.prose(document.subtitle),
        "facts": [[scribe.prose(name), scribe.prose(value)] for name, value in document.metadata],
        "notice": scribe.prose(document.notice),
        "head_lines": _lines(document.notice, 1),
        "foot_lines": _lines(document.look.footer, 1),
        "look": _look(document.look, scribe),
        "sections": [
            {"stands": section.stands, "blocks": describe_blocks(section.blocks, scribe)}
            for section in sections(document.blocks)
        ],
    }
    if document.contents and document.headings():
        page["contents"] = _CONTENTS.spoken(document.language)
    return page


def _bare_title(document: muniprog.Document) -> str:
    """Return the title as one line; no PDF that everybody can read is without one."""
    title = " ".join(muniprog.plain(document.title).split())
    return written(title) or _UNTITLED.spoken(document.language)


def _shortened(title: str) -> str:
    return title if len(title) <= _SHORT else f"{title[:_SHORT].rstrip()}…"


def _lines(words: muniprog.Prose, least: int) -> int:
    """Return how many lines a line at the head or foot of a page takes at most."""
    text = muniprog.plain(words).split("\n")
    return min(_MOST_LINES, max(least, sum(len(line) // _CHARACTERS_OF_A_LINE + 1 for line in text)))


def _look(look: muniprog.Look, scribe: Scribe) -> dict[str, muniprog.Plain]:
    found: dict[str, muniprog.Plain] = {
        "accent": look.accent,
        "footer": scribe.prose(look.footer),
        "fonts": [*families(look.font)],
        "heading_fonts": [*families(look.heading_font or look.font)],
    }
    if look.logo is not None:
        found["logo"] = {
            "content": [*look.logo.content],
            "format": _FORMATS[look.logo.media_type],
            "alternative": written(look.logo.alternative),
        }
    return found

"""Lines of text as LaTeX."""

import muniprog
from muniprog_latex.escaping import escape, escape_address
from muniprog_latex.languages import babel_name

_COMMANDS = {muniprog.Mark.ADDED: "underline", muniprog.Mark.REMOVED: "textit", muniprog.Mark.MISSING: "textit"}


def typeset_prose(words: muniprog.Prose, language: str, line_break: str = r"\newline{}") -> str:
    """Return a line of text.

    Args:
        words: The line.
        language: The language of what surrounds it.
        line_break: What stands for a line feed; a space where lines cannot be broken.
    """
    return "".join(_span(span, language, line_break) for span in words)


def bare(words: muniprog.Prose) -> str:
    """Return a line without links, emphasis and languages, for the outline of a PDF."""
    return escape(muniprog.plain(words), " ")


def _span(span: muniprog.Span, language: str, line_break: str) -> str:
    text = escape(span.text, line_break)
    if span.mark in _COMMANDS:
        text = f"\\{_COMMANDS[span.mark]}{{{text}}}"
    if span.emphasis:
        text = f"\\emph{{{text}}}"
    if span.language is not None and span.language != language:
        babel = babel_name(span.language)
        text = f"\\foreignlanguage{{{babel}}}{{{text}}}" if babel is not None else text
    if span.link is None:
        return text
    if span.link.startswith("#"):
        return f"\\hyperlink{{{span.link[1:]}}}{{{text}}}"
    return f"\\href{{{escape_address(span.link)}}}{{{text}}}"

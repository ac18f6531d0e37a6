"""A whole document as LaTeX: the preamble, the title and the blocks."""

from collections.abc import Iterable, Iterator

import muniprog
from muniprog_latex.languages import babel_name, is_tag, primary
from muniprog_latex.look import is_coloured, typeset_colours, typeset_footer
from muniprog_latex.prose import bare, typeset_prose
from muniprog_latex.tables import anchor, typeset_table

_HEADINGS = ("section", "subsection", "subsubsection", "paragraph", "subparagraph")
_DEEPEST_LIST = 4  # LaTeX refuses lists in lists in lists in lists in lists.
_NOTE_WORDS = {
    muniprog.NoteKind.NOTE: muniprog.message("Note"),
    muniprog.NoteKind.WARNING: muniprog.message("Warning"),
    muniprog.NoteKind.SOURCE: muniprog.message("Source"),
}

_PREAMBLE = r"""\documentclass[a4paper,11pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\else
  \usepackage{fontspec}
\fi
\usepackage{babel}
%(languages)s
\usepackage[margin=20mm]{geometry}
\usepackage{array}
\usepackage{longtable}
\usepackage[unicode,hidelinks]{hyperref}
\hypersetup{pdftitle={%(title)s}%(tag)s}
\setcounter{secnumdepth}{0}
\setcounter{tocdepth}{3}
\setlength{\emergencystretch}{3em}
\renewcommand{\arraystretch}{1.2}
%% Cells that are ragged to the right, but still part long words, the first one too.
\newcommand{\raggedcell}{\raggedright\rightskip=0pt plus 3em\hyphenpenalty=50\arraybackslash\hspace{0pt}}
"""


def typeset(document: muniprog.Document) -> str:
    """Return a document as LaTeX source."""
    parts = [
        _preamble(document) + r"\begin{document}",
        *_notice(document),
        *typeset_footer(document),
        *_front(document),
        *_blocks(document.blocks, document.language, 0),
        "\\end{document}\n",
    ]
    return "\n\n".join(parts)


def _preamble(document: muniprog.Document) -> str:
    tag = f",pdflang={{{document.language}}}" if is_tag(document.language) else ""
    preamble = _PREAMBLE % {"languages": _languages(document), "title": bare(document.title), "tag": tag}
    return preamble + typeset_colours(document.look)


def _languages(document: muniprog.Document) -> str:
    """Return the lines that make babel know the languages of a document, its own as the main one."""
    tags = dict.fromkeys((document.language, *sorted(_tags(document))))
    known = {name: primary(tag) for tag in tags if (name := babel_name(tag)) is not None}
    main = babel_name(document.language)
    return "\n".join(
        f"\\babelprovide[import={tag}{',main' if name == main else ''}]{{{name}}}" for name, tag in known.items()
    )


def _tags(document: muniprog.Document) -> Iterator[str]:
    """Yield the language tags of everything in a document that has one."""
    for block in document.walk():
        if isinstance(block, muniprog.InLanguage):
            yield block.language
    lines = [document.title, document.subtitle, document.notice, document.look.footer]
    lines.extend(line for pair in document.metadata for line in pair)
    lines.extend(line for block in document.walk() for line in muniprog.lines_of(block))
    yield from (span.language for line in lines for span in line if span.language is not None)


def _notice(document: muniprog.Document) -> Iterator[str]:
    """Yield the head of every page, where there is something that has to stand on each of them."""
    if document.notice:
        yield f"\\pagestyle{{myheadings}}\n\\markright{{{typeset_prose(document.notice, document.language, ' ')}}}"


def _front(document: muniprog.Document) -> Iterator[str]:
    language = document.language
    colour = r"\color{accent}" if is_coloured(document.look) else ""
    lines = [f"{{\\LARGE\\bfseries {colour}{typeset_prose(document.title, language)}\\par}}"]
    if document.subtitle:
        lines.append(f"{{\\large {typeset_prose(document.subtitle, language)}\\par}}")
    yield "\n".join((r"\begin{center}", *lines, r"\end{center}"))
    if document.metadata:
        facts = (
            f"\\item[{{{typeset_prose(name, language, ' ')}}}] {typeset_prose(value, language)}"
            for name, value in document.metadata
        )
        yield "\n".join((r"\begin{description}", *facts, r"\end{description}"))
    if document.contents and document.headings():
        yield r"\tableofcontents"


def _blocks(blocks: Iterable[muniprog.Block], language: str, depth: int) -> Iterator[str]:
    above: muniprog.Block | None = None
    for block in blocks:
        text = _block(block, above, language, depth)
        above = block
        if text:
            yield text


def _block(block: muniprog.Block, above: muniprog.Block | None, language: str, depth: int) -> str:
    match block:
        case muniprog.Heading():
            return _heading(block, language)
        case muniprog.Paragraph():
            return typeset_prose(block.content, language)
        case muniprog.BulletList():
            return _list(block, language, depth)
        case muniprog.Table():
            return typeset_table(block, language, caption=not muniprog.caption_repeats(block, above))
        case muniprog.Figure():
            return _figure(block, language)
        case muniprog.Note():
            kind = _NOTE_WORDS[block.kind].spoken(language)
            return f"\\begin{{quote}}\n\\textbf{{{kind}:}} {typeset_prose(block.content, language)}\n\\end{{quote}}"
        case muniprog.PageBreak():
            return r"\clearpage"
        case _:
            return _in_language(block, depth)


def _heading(heading: muniprog.Heading, language: str) -> str:
    command = _HEADINGS[min(heading.level, len(_HEADINGS)) - 1]
    text, outline = typeset_prose(heading.content, language, " "), bare(heading.content)
    title = text if text == outline else f"\\texorpdfstring{{{text}}}{{{outline}}}"
    return f"\\{command}{{{title}}}{anchor(heading.anchor)}"


def _list(block: muniprog.BulletList, language: str, depth: int) -> str:
    items = [f"\\item {text}" for text in ("\n\n".join(_blocks(item, language, depth + 1)) for item in block.items)]
    if depth >= _DEEPEST_LIST or not items:
        return "\n".join(items)  # They become items of the list around them.
    environment = "enumerate" if block.numbered else "itemize"
    return "\n".join((f"\\begin{{{environment}}}", *items, f"\\end{{{environment}}}"))


def _figure(figure: muniprog.Figure, language: str) -> str:
    """Return what a figure says in words and the rows that it was drawn from: LaTeX reads no SVG."""
    caption = f"{anchor(figure.anchor)}\\textbf{{{typeset_prose(figure.caption, language)}}}"
    alternative = typeset_prose(muniprog.prose(figure.alternative), language)
    rows = () if figure.told_at else (typeset_table(figure.table, language, caption=True),)
    return "\n\n".join((caption, alternative, *rows))


def _in_language(block: muniprog.InLanguage, depth: int) -> str:
    text = "\n\n".join(_blocks(block.blocks, block.language, depth))
    babel = babel_name(block.language)
    return text if babel is None else f"\\begin{{otherlanguage}}{{{babel}}}\n{text}\n\\end{{otherlanguage}}"

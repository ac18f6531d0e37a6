"""Trying out a template: whether every kind of block can be written into it."""

from functools import lru_cache

import muniprog
from muniprog_docx.template import TemplateError, damaged, ready
from muniprog_docx.writing import write

_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>'


@lru_cache(maxsize=2)
def tried(template: muniprog.Template) -> bytes:
    """Return a template that is sound as the file to write into.

    A file can be damaged in more ways than anybody can list. So a small document is written into it that is known to be
    fine: what fails then is due to the template, and what fails later is not.

    Raises:
        TemplateError: It is damaged, or cannot be used.
    """
    try:
        file = ready(template)
        write(_document(), file)
    except TemplateError:
        raise
    except Exception as error:  # whatever a library makes of a damaged file
        raise damaged(template) from error
    return file


def _document() -> muniprog.Document:
    """Return a document with everything that something in a template is needed for."""
    table = muniprog.Table("1", [muniprog.Column("1")], [muniprog.Row([muniprog.cell("1", "2", bullets=True)])])
    blocks: list[muniprog.Block] = [
        muniprog.Heading(1, "1", anchor="a"),
        muniprog.Paragraph(muniprog.Span("1", link="https://example.org")),
        muniprog.BulletList(["1"]),
        muniprog.BulletList(["1"], numbered=True),
        muniprog.Figure(_PICTURE, "1", table, "1"),
        *(muniprog.Note(kind, "1") for kind in muniprog.NoteKind),
    ]
    return muniprog.Document("1", "en", blocks, notice="1", contents=True)

"""Printing a described document with typst, which sees no file, no package, no clock and no font of the machine."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

import muniprog
from muniprog_pdf.errors import PdfError
from muniprog_pdf.fonts import fonts
from muniprog_pdf.letters import missing_letters, without
from muniprog_pdf.places import QUESTION, Place, places

_TEMPLATE = "report.typ"
_SEARCHED = re.compile(r", searched at .*(?=\))", re.DOTALL)  # in a folder that was there for a moment only


@attrs.frozen
class Typeset:
    """A document that has been typeset.

    Attributes:
        pdf: The file.
        places: Where each anchor is in it.
    """

    pdf: bytes
    places: Mapping[str, Place]


def typeset(page: dict[str, muniprog.Plain]) -> Typeset:
    """Return a described document as PDF/UA-1.

    Raises:
        PdfError: The typesetter refuses it.
    """
    from typst import TypstError

    missing: frozenset[str] = frozenset()
    while True:
        try:
            return _compiled(without(page, missing) if missing else page)
        except TypstError as error:
            found = missing_letters(error.diagnostic)
            if found <= missing:
                raise PdfError(_SEARCHED.sub("", error.message), error.hints) from error
            missing |= found


def _compiled(page: dict[str, muniprog.Plain]) -> Typeset:
    import typst

    with TemporaryDirectory() as folder:
        template = Path(folder, _TEMPLATE)  # a file, for of one in memory only one thing can be asked
        template.write_bytes(files("muniprog_pdf").joinpath(_TEMPLATE).read_bytes())
        compiler = typst.Compiler(
            str(template),
            root=folder,
            package_path=folder,
            package_cache_path=folder,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(page)},
        )
        printed = Path(folder, "report.pdf")
        compiler.compile(output=str(printed), format="pdf", pdf_standards="ua-1")
        return Typeset(printed.read_bytes(), places(compiler.eval(QUESTION)))

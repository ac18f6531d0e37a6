"""Printing a described document with typst, which sees no file, no package, no clock and no font of the machine."""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import muniprog
from muniprog_pdf.errors import PdfError
from muniprog_pdf.fonts import fonts
from muniprog_pdf.letters import missing_letters, without


def typeset(page: dict[str, muniprog.Plain]) -> bytes:
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
                raise PdfError(error.message, error.hints) from error
            missing |= found


def _compiled(page: dict[str, muniprog.Plain]) -> bytes:
    import typst

    template = files("muniprog_pdf").joinpath("report.typ").read_bytes()
    with TemporaryDirectory() as empty:
        compiler = typst.Compiler(
            template,
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(page)},
        )
        printed = Path(empty, "report.pdf")
        compiler.compile(output=str(printed), format="pdf", pdf_standards="ua-1")
        return printed.read_bytes()

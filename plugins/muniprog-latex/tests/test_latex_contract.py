"""The contract of a report backend, run on LaTeX read as TeX would set it."""

import re
from collections.abc import Hashable, Iterable
from typing import ClassVar

import muniprog
from muniprog.testing import ReportBackendContract
from muniprog_latex import Latex

PRINTED = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotedbl": '"',
    "textasciigrave": "`",
    "textleftarrow": "←",
    "textrightarrow": "→",
    "textminus": "−",
    "leq": "≤",
    "geq": "≥",
    "textbullet": "●",
    "newline": "\n",
    ",": " ",
    "-": "\u00ad",
}
SILENT = "begin|end|hypertarget|hyperlink|href|foreignlanguage|cline|hspace|pagestyle|texorpdfstring"
"""Commands whose first argument is not printed; of a heading in two forms the second is enough."""

UNPRINTED = re.compile(rf"\\(?:{SILENT})\{{((?:[^{{}}\\]|\\.|\{{[^{{}}]*\}})*)\}}")
TOKENS = re.compile(r"\\([A-Za-z]+|.)|[{}]", re.DOTALL)
COLUMNS = re.compile(r"^\\begin\{longtable\}.*$", re.MULTILINE)


class TestLatex(ReportBackendContract):
    backend: ClassVar[muniprog.ReportBackend] = Latex()

    def text_of(self, file: bytes) -> str:
        return _printed(COLUMNS.sub("", _body(file)))

    def links(self, file: bytes) -> Iterable[str]:
        return [re.sub(r"\\(.)", r"\1", found) for found in re.findall(r"\\href\{([^}]*)\}", _body(file))]

    def shape(self, file: bytes) -> Hashable:
        known = {*PRINTED, "ensuremath", "mbox", *"{}#$%&_"}
        return tuple(command for command in re.findall(r"\\([A-Za-z]+|.)", _body(file)) if command not in known)


def _body(file: bytes) -> str:
    return file.decode().partition("\\begin{document}\n")[2]


def _printed(source: str) -> str:
    """Return what is left for a reader when the commands are gone."""
    plain = source.replace("~", "\u00a0").replace(r"\mbox{-}", "\u2011").replace(r"\begin{otherlanguage}", r"\begin")
    shown = UNPRINTED.sub("", plain)
    return TOKENS.sub(lambda found: PRINTED.get(found[1] or "", found[1] if len(found[1] or "") == 1 else ""), shown)

"""Pages that are notebooks: they are run when they are read, cell after cell, and shown with what comes out.

A notebook lies in the repository without outputs, so that nothing in it can be out of date. It is run as Python runs a
file, without a kernel, without a socket and without a network; what a cell's last line is, shows itself as it would
in Jupyter.
"""

import ast
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import PurePath
from typing import Literal

import attrs
from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser

Kind = Literal["html", "markdown", "text"]


@attrs.frozen
class Cell:
    """A cell of a notebook.

    Attributes:
        source: What stands in it.
        is_code: Whether it is run; what is not run is Markdown.
    """

    source: str
    is_code: bool


@attrs.frozen
class Output:
    """What comes out of a cell.

    Attributes:
        kind: What it is written in.
        content: The output itself.
    """

    kind: Kind
    content: str


def cells_of(notebook: str) -> tuple[Cell, ...]:
    """Return the cells of a notebook's file."""
    return tuple(Cell("".join(cell["source"]), cell["cell_type"] == "code") for cell in json.loads(notebook)["cells"])


Ran = tuple[Cell, tuple[Output, ...]]
"""A cell and what came out of it."""


def run(cells: Sequence[Cell]) -> Iterator[Ran]:
    """Yield each cell with what comes out of it; what one cell names the next ones know."""
    names: dict[str, object] = {"__name__": "__main__"}
    for number, cell in enumerate(cells, start=1):
        yield cell, tuple(_outputs(cell.source, f"cell {number}", names)) if cell.is_code else ()


def _outputs(source: str, name: str, names: dict[str, object]) -> Iterator[Output]:
    """Run a cell; yield what it prints and then what its last line is."""
    *before, last = ast.parse(source).body
    value: object = None
    with redirect_stdout(StringIO()) as printed:
        if isinstance(last, ast.Expr):
            exec(compile(ast.Module(before, []), name, "exec"), names)  # noqa: S102  it is our own documentation
            value = eval(compile(ast.Expression(last.value), name, "eval"), names)  # noqa: S307
        else:
            exec(compile(source, name, "exec"), names)  # noqa: S102
    if printed.getvalue():
        yield Output("text", printed.getvalue())
    if value is not None:
        yield _shown(value)


def _shown(value: object) -> Output:
    """Return how a value shows itself, the way that Jupyter would choose."""
    ways: tuple[tuple[str, Kind], ...] = (
        ("_repr_html_", "html"),
        ("_repr_svg_", "html"),
        ("_repr_markdown_", "markdown"),
    )
    for method, kind in ways:
        show = getattr(value, method, None)
        if show is not None:
            return Output(kind, str(show()))
    return Output("text", repr(value))


def page(ran: Iterable[Ran], name: str) -> str:
    """Return a notebook that was run as a page of Markdown, with what came out and with the notebook to take along."""
    parts = [f"{{download}}`This page as a notebook <{name}>`"]
    for cell, outputs in ran:
        parts.append(_fenced("python", cell.source) if cell.is_code else cell.source)
        for output in outputs:
            if output.kind == "markdown":
                parts.append(output.content)
            else:
                parts.append(_fenced("{raw} html" if output.kind == "html" else "text", output.content))
    title, *rest = (parts[1], parts[0], *parts[2:])
    return "\n\n".join((title, *rest)) + "\n"


def _fenced(kind: str, content: str) -> str:
    return f"``````{kind}\n{content.rstrip()}\n``````"


class NotebookParser(MystParser):
    """Reads a notebook as the Markdown page that it makes."""

    supported = ("ipynb",)  # type: ignore[misc]  # its two bases declare it in two ways

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Run the notebook and read the page."""
        name = PurePath(document["source"]).name
        super().parse(page(run(cells_of(inputstring)), name), document)

"""Tables as a notebook shows them: bare HTML, in which whatever somebody typed is only text.

A report backend prints whole documents and may take its time. This is for what is looked at in passing, so it needs
no template engine.
"""

from collections.abc import Iterable
from html import escape

from muniprog.document.inline import Prose, plain
from muniprog.document.table import Cell, Column, ColumnKind, Table

_NO_FORMULAS = "tex2jax_ignore mathjax_ignore"  # a notebook takes what stands between two $ for a formula


def tables_html(tables: Iterable[Table], language: str) -> str:
    """Return tables as HTML, one below the other.

    >>> from muniprog.document.table import Row, cell
    >>> table = Table("Goals", [Column("Title")], [Row([cell("A < B", header=True)])])
    >>> print(tables_html([table], "en"))
    <div class="tex2jax_ignore mathjax_ignore" lang="en">
    <table><caption style="text-align: left; font-weight: bold">Goals</caption>
    <thead><tr><th scope="col">Title</th></tr></thead>
    <tbody>
    <tr><th scope="row" style="text-align: left">A &lt; B</th></tr>
    </tbody></table></div>

    Args:
        tables: The tables. Where no column has a title there is no head.
        language: The language of what carries no tag of its own.
    """
    return f'<div class="{_NO_FORMULAS}" lang="{escape(language)}">\n{"".join(map(_table, tables))}</div>'


def _table(table: Table) -> str:
    titles = "".join(f'<th scope="col">{_prose(column.title)}</th>' for column in table.columns)
    has_head = any(plain(column.title) for column in table.columns)
    lines = [
        f'<table><caption style="text-align: left; font-weight: bold">{_prose(table.caption)}</caption>',
        *([f"<thead><tr>{titles}</tr></thead>"] if has_head else []),
        "<tbody>",
        *(f"<tr>{''.join(_row(row.cells, table.columns))}</tr>" for row in table.rows),
        "</tbody></table>",
    ]
    return "\n".join(lines)


def _row(cells: Iterable[Cell], columns: Iterable[Column]) -> Iterable[str]:
    for cell, column in zip(cells, columns, strict=True):
        element, scope = ("th", ' scope="row"') if cell.header else ("td", "")
        side = "right" if column.kind is ColumnKind.NUMBER else "left"  # notebooks put words to the right as well
        yield f'<{element}{scope} style="text-align: {side}">{"<br>".join(map(_prose, cell.content))}</{element}>'


def _prose(words: Prose) -> str:
    parts = []
    for span in words:
        text = escape(span.text).replace("\n", "<br>")
        parts.append(f'<span lang="{escape(span.language)}">{text}</span>' if span.language else text)
    return "".join(parts)

"""Tables that may go on over several pages, with their column titles on each."""

from collections.abc import Iterator

import muniprog
from muniprog_latex.prose import typeset_prose

_ALIGNED = {
    muniprog.ColumnKind.NUMBER: r"\raggedleft\arraybackslash",
    muniprog.ColumnKind.SYMBOL: r"\centering\arraybackslash",
}

_WORD_BEGINS = r"\nobreak\hspace{0pt}"  # TeX parts no word that stands right after a target.


def typeset_table(table: muniprog.Table, language: str, *, caption: bool) -> str:
    """Return a table.

    A cell that spans several rows is printed in the first of them, and no rule is drawn through the others: so
    the table can still go on over the end of a page.

    Args:
        table: The table.
        language: The language of what surrounds it.
        caption: Whether its caption is printed.
    """
    title = typeset_prose(table.caption, language, " ")
    shares = sum(column.share for column in table.columns)
    columns = "".join(_column(column, column.share / shares) for column in table.columns)
    titles = " & ".join(f"\\textbf{{{typeset_prose(column.title, language)}}}" for column in table.columns)
    lines = [
        f"{anchor(table.anchor)}{{\\small\n\\begin{{longtable}}{{{columns}}}",
        *([f"\\caption{{{title}}}\\tabularnewline"] if caption else []),
        f"\\hline\n{titles} \\tabularnewline\n\\hline\n\\endhead",
        *_rows(table, language),
        r"\end{longtable}}",
    ]
    return "\n".join(lines)


def anchor(name: str) -> str:
    """Return the place that links to `name` lead to, or nothing where there is no name."""
    return f"\\hypertarget{{{name}}}{{}}" if name else ""


def _column(column: muniprog.Column, share: float) -> str:
    alignment = _ALIGNED.get(column.kind, r"\raggedcell")
    return f">{{{alignment}}}p{{\\dimexpr {share:.4f}\\linewidth-2\\tabcolsep\\relax}}"


def _rows(table: muniprog.Table, language: str) -> Iterator[str]:
    grid = table.grid()
    for number, slots in enumerate(grid):
        yield " & ".join(_cell(slot.cell, language) if slot.first else "" for slot in slots) + r" \tabularnewline"
        below = grid[number + 1] if number + 1 < len(grid) else ()
        ends = [column for column, slot in enumerate(below, start=1) if slot.first]
        if len(ends) == len(table.columns) or not below:
            yield r"\hline"
        else:
            yield "".join(f"\\cline{{{column}-{column}}}" for column in ends)


def _cell(cell: muniprog.Cell, language: str) -> str:
    bullet = r"\textbullet{} " if cell.bullets else ""
    lines = [bullet + typeset_prose(line, language) for line in cell.content]
    text = r"\newline{}".join(lines)
    target = f"{anchor(cell.anchor)}{_WORD_BEGINS}" if cell.anchor else ""
    return target + (f"\\textbf{{{text}}}" if cell.header and text else text)

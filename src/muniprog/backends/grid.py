"""A table of a document as a grid of characters, drawn by tabulate.

tabulate draws the lines; what it does to the text in between is not wanted here. It breaks on long texts
beside numbers with commas, takes `1.10` for a number, strips indentation and counts letters instead of
columns. So cells are broken, joined and filled here first, and handed over as columns that are already full.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from muniprog.backends.columns import clusters, is_narrow, pad, share_out, width, wrap
from muniprog.document import ColumnKind, Prose, Slot, Table

Say = Callable[[Prose], str]

_ALIGNMENT = {ColumnKind.NUMBER: "right", ColumnKind.SYMBOL: "center"}
_BULLET = "• "
_HEADER_PADDING = 2  # tabulate makes a column two wider than its title


def draw(table: Table, columns: int, say: Say) -> str:
    """Return `table` as a grid that is at most `columns` wide where its words allow.

    Rows that spanning cells join become one row of the grid, their own cells still side by side.

    Args:
        table: The table.
        columns: How many columns the page has.
        say: What turns prose into characters.
    """
    from tabulate import tabulate

    grid = table.grid()
    titles = [say(column.title) for column in table.columns]
    aligns = [_ALIGNMENT.get(column.kind, "left") for column in table.columns]
    widths = _widths(table, grid, titles, columns, say)
    curtain = _Curtain()
    rows = [
        [
            "\n".join(curtain.hide(pad(line, widths[column], aligns[column])) for line in lines)
            for column, lines in enumerate(_group(grid[group.start : group.stop], widths, say))
        ]
        for group in table.groups()
    ]
    headers = [
        "\n".join(
            curtain.hide(pad(line, widths[column] - _HEADER_PADDING, aligns[column]))
            for line in wrap(title, widths[column] - _HEADER_PADDING)
        )
        for column, title in enumerate(titles)
    ]
    drawn = tabulate(rows, headers, tablefmt="simple_grid", disable_numparse=True, colalign=aligns if rows else None)
    return curtain.reveal(drawn)


def _widths(table: Table, grid: Sequence[Sequence[Slot]], titles: Sequence[str], columns: int, say: Say) -> list[int]:
    wanted = [_HEADER_PADDING + max(map(width, title.split("\n"))) for title in titles]
    least = [_HEADER_PADDING + _longest_word(title) for title in titles]
    for slots in grid:
        for column, slot in enumerate(slots):
            if slot.first:
                bullet = len(_BULLET) if slot.cell.bullets else 0
                for line in map(say, slot.cell.content):
                    wanted[column] = max(wanted[column], bullet + max(map(width, line.split("\n"))))
                    least[column] = max(least[column], bullet + _longest_word(line))
    frame = 3 * len(titles) + 1
    shares = [column.share for column in table.columns]
    return [max(each, 1 + _HEADER_PADDING) for each in share_out(columns - frame, wanted, least, shares)]


def _longest_word(text: str) -> int:
    return max(map(width, text.split()), default=1)


def _group(rows: Sequence[Sequence[Slot]], widths: Sequence[int], say: Say) -> list[list[str]]:
    """Return the lines of each column of rows that belong together, a cell's lines level with its row."""
    texts = [[_cell_lines(slot, columns, say) for slot, columns in zip(row, widths, strict=True)] for row in rows]
    heights = _heights(rows, texts)
    lines: list[list[str]] = [[] for _ in widths]
    for row, cells, start in zip(rows, texts, accumulate(heights, initial=0), strict=False):
        for column, slot in enumerate(row):
            if slot.first:
                lines[column].extend([""] * (start - len(lines[column])))
                lines[column].extend(cells[column])
    return [each + [""] * (sum(heights) - len(each)) for each in lines]


def _heights(rows: Sequence[Sequence[Slot]], texts: Sequence[Sequence[list[str]]]) -> list[int]:
    heights = [1] * len(rows)
    spans = sorted(
        (slot.cell.rows, index, column)
        for index, row in enumerate(rows)
        for column, slot in enumerate(row)
        if slot.first
    )
    for span, index, column in spans:
        missing = len(texts[index][column]) - sum(heights[index : index + span])
        heights[index + span - 1] += max(missing, 0)
    return heights


def _cell_lines(slot: Slot, columns: int, say: Say) -> list[str]:
    if not slot.first:
        return []
    prefixes = (_BULLET, " " * len(_BULLET)) if slot.cell.bullets else ("", "")
    return [part for line in slot.cell.content for part in wrap(say(line), columns, *prefixes)]


class _Curtain:
    """Stand-ins from a private part of Unicode for what tabulate would strip or measure wrongly.

    Behind the curtain each column of the terminal is exactly one character and none of them is a space.
    """

    _FILLER = "\U000f0000"  # the second column of a wide letter
    _PRIVATE = range(0xF0000, 0x110000)

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}

    def hide(self, line: str) -> str:
        if is_narrow(line):
            return line.replace(" ", self._sign(" "))
        return "".join(map(self._hidden, clusters(line)))

    def reveal(self, drawn: str) -> str:
        hidden = {ord(sign): cluster for cluster, sign in self._signs.items()}
        return drawn.translate({**hidden, ord(self._FILLER): ""})

    def _hidden(self, cluster: str) -> str:
        columns = width(cluster)
        if columns == len(cluster) == 1 and cluster != " " and ord(cluster) not in self._PRIVATE:
            return cluster
        return self._sign(cluster) + self._FILLER * (columns - 1)

    def _sign(self, cluster: str) -> str:
        return self._signs.setdefault(cluster, chr(self._PRIVATE.start + 1 + len(self._signs)))

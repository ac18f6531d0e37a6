"""Where the keys and answers of a sheet stand, whatever was inserted, moved or renamed."""

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

import muniprog
from muniprog_xlsx.forms.memory import KEY_MARK, ONLY_SHOWN, Memory, RememberedPart
from muniprog_xlsx.spreadsheets import Sheet

Cells = Mapping[int, muniprog.CellContent]


@attrs.frozen(kw_only=True)
class Arrangement:
    """How a sheet is arranged.

    Attributes:
        part: The part of the form that it holds.
        key_column: The column of row keys.
        header_row: The row with the headings, or what comes nearest.
        columns: Number of a column → its key.
        by_heading: Columns that have lost their key and were known by their heading.
    """

    part: RememberedPart
    key_column: int
    header_row: int
    columns: Mapping[int, str]
    by_heading: frozenset[int]

    def columns_of(self, field: str) -> list[int]:
        """Return the columns of a field; more than one where somebody has copied it."""
        return [column for column, key in self.columns.items() if key == field]

    @property
    def fields(self) -> list[str]:
        """The fields that are asked in this part."""
        return [key for key in self.part.headings if key != KEY_MARK and not key.startswith(ONLY_SHOWN)]

    @property
    def title_column(self) -> int | None:
        """The first column that is only shown: what a row is about."""
        return min((column for column, key in self.columns.items() if key.startswith(ONLY_SHOWN)), default=None)


def arrangement_of(sheet: Sheet, memory: Memory) -> Arrangement | None:
    """Return how a sheet is arranged; None where it holds no keys."""
    marked = _mark(sheet)
    keys_row, key_column = marked or (0, _column_with_keys(sheet, memory))
    part = _part_of(sheet, key_column, memory)
    if part is None:
        return None
    written = sheet.rows.get(keys_row, {})
    columns = {column: key for column, key in written.items() if isinstance(key, str) and key in part.headings}
    columns = {column: key for column, key in columns.items() if key != KEY_MARK}
    header_row = _header_row(sheet, key_column, part) or keys_row
    by_heading = dict(_by_heading(sheet.rows.get(header_row, {}), columns, part)) if header_row != keys_row else {}
    return Arrangement(
        part=part,
        key_column=key_column,
        header_row=header_row,
        columns={**columns, **by_heading},
        by_heading=frozenset(by_heading),
    )


def _mark(sheet: Sheet) -> tuple[int, int] | None:
    """Return where the hidden row and the hidden column of keys cross."""
    for number, row in sheet.rows.items():
        if KEY_MARK in row.values():
            return number, next(column for column, content in row.items() if content == KEY_MARK)
    return None


def _column_with_keys(sheet: Sheet, memory: Memory) -> int:
    """Return the column in which most keys stand, for a sheet whose mark is gone; 0 where there are none."""
    known = {key for part in memory.parts for key in part.rows}
    found = Counter(
        column for row in sheet.rows.values() for column, content in row.items() if key_text(content) in known
    )
    return found.most_common(1)[0][0] if found else 0


def _part_of(sheet: Sheet, key_column: int, memory: Memory) -> RememberedPart | None:
    """Return the part whose keys stand in a column; where all rows are gone, the first."""
    keys = {key_text(row.get(key_column)) for row in sheet.rows.values()}
    counts = [len(keys & part.rows.keys()) for part in memory.parts]
    if not key_column or not counts:
        return None
    return memory.parts[counts.index(max(counts))]


def _header_row(sheet: Sheet, key_column: int, part: RememberedPart) -> int | None:
    """Return the row in which most headings stand."""
    headings = {normal(heading) for heading in part.headings.values()}
    best, most = None, 0
    for number, row in sheet.rows.items():
        if row.get(key_column) in part.rows:
            continue
        count = sum(normal(content) in headings for content in row.values() if isinstance(content, str))
        if count > most:
            best, most = number, count
    return best


def _by_heading(header: Cells, columns: Mapping[int, str], part: RememberedPart) -> Iterator[tuple[int, str]]:
    """Yield the columns without a key whose heading is that of a column that is nowhere else."""
    missing = {normal(heading): key for key, heading in part.headings.items() if key not in columns.values()}
    missing |= {normal(heading.partition("\n")[0]): key for heading, key in _answers(part) if key in missing.values()}
    missing.pop(normal(part.headings[KEY_MARK]), None)
    for column, content in header.items():
        key = missing.get(normal(content)) if isinstance(content, str) and column not in columns else None
        if key is not None:
            yield column, key


def _answers(part: RememberedPart) -> Iterator[tuple[str, str]]:
    for key, heading in part.headings.items():
        if not key.startswith(ONLY_SHOWN):
            yield heading, key


def normal(heading: str) -> str:
    """Return a heading without what does not matter: case, and spaces of any kind."""
    return " ".join(heading.replace("\u200b", "").split()).casefold()


def key_text(content: muniprog.CellContent) -> str:
    """Return a key as text, without the spaces around it."""
    return content.strip("\u200b\ufeff \t\r\n\xa0") if isinstance(content, str) else ""

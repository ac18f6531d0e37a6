"""Rows as the bytes of a CSV or JSON file."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date

from muniprog.table_rows import CellValue, TableRow

GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""What a text may not begin with in a CSV file: a spreadsheet would take it for a formula and run it."""


def rows_to_json(rows: Sequence[TableRow]) -> bytes:
    """Return the rows as a JSON array of objects; days are ISO text."""
    plain = [
        {name: value.isoformat() if isinstance(value, date) else _short(value) for name, value in row.items()}
        for row in rows
    ]
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def rows_to_csv(rows: Sequence[TableRow]) -> bytes:
    """Return the rows as CSV: UTF-8, comma, point as decimal mark, CRLF line ends (RFC 4180).

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers never do.
    """
    stream = io.StringIO(newline="")
    if rows:
        writer = csv.writer(stream)
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return stream.getvalue().encode()


def _cell(value: CellValue) -> CellValue:
    if isinstance(value, str) and value.startswith(GUARDED):
        return f"'{value}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else _short(value)


def _short(value: CellValue) -> CellValue:
    """Return a round number without its decimals; in a file the type of a column is nothing to go by."""
    return int(value) if isinstance(value, float) and value.is_integer() else value

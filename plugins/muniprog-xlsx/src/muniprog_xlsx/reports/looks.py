"""How the cells of a report look: in the municipality's accent and fonts, and nothing said by colour alone."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import muniprog

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_FONT = "Calibri"
_INK, _WHITE, _FRAME = "#1A1A1A", "#FFFFFF", "#8C8C8C"
_THIN = 1
_SIZES = (16, 14, 12)  # of headings, the highest first; those below are as large as text
_TEXT_SIZE = 11
_LONGEST_AS_TEXT = 255  # Excel has shown longer cells with the format of text as ####
_MOST_NUMBER_FORMATS = 150  # Excel holds some 200
_ALIGNED = {muniprog.ColumnKind.NUMBER: "right", muniprog.ColumnKind.DATE: "left", muniprog.ColumnKind.SYMBOL: "center"}

Property = str | int | bool

_CELL: Mapping[str, Property] = {"border": _THIN, "border_color": _FRAME, "text_wrap": True}


class Looks:
    """The formats of a workbook, each made when it is first wanted."""

    def __init__(self, workbook: "Workbook", look: muniprog.Look) -> None:
        self._workbook, self._accent = workbook, look.accent
        self._font = look.font or _FONT
        self._heading_font = look.heading_font or self._font
        self._made: dict[tuple[tuple[str, Property], ...], Format] = {}
        self._cells: dict[tuple[muniprog.ColumnKind, str, bool, bool], Format] = {}
        self._number_formats: set[str] = set()

    def heading(self, level: int, *, is_link: bool = False, wraps: bool = True) -> "Format":
        """Return the format of a heading; level 0 is the title of a sheet."""
        given: dict[str, Property] = {
            "bold": True,
            "font_name": self._heading_font,
            "font_size": self.size(level),
            "font_color": self._accent,
            "text_wrap": wraps,
            "valign": "bottom",
        }
        return self._format({**given, **self._link(is_link)})

    def size(self, level: int | None = None) -> int:
        """Return how large a heading is, in points; or a text, where no level is given."""
        return _SIZES[level] if level is not None and level < len(_SIZES) else _TEXT_SIZE

    def text(self, depth: int = 0, *, is_link: bool = False, is_bold: bool = False, wraps: bool = True) -> "Format":
        """Return the format of running text."""
        return self._format({"indent": depth, "bold": is_bold, "text_wrap": wraps, **self._link(is_link)})

    def column_title(self, kind: muniprog.ColumnKind = muniprog.ColumnKind.TEXT) -> "Format":
        """Return the format of the title of a column: white on the accent, which can be read as it can on white."""
        return self._format(
            {
                **_CELL,
                "bold": True,
                "font_name": self._heading_font,
                "font_color": _WHITE,
                "bg_color": self._accent,
                "align": _ALIGNED.get(kind, "left"),
                "indent": int(kind is muniprog.ColumnKind.NUMBER),
            }
        )

    def cell(
        self,
        kind: muniprog.ColumnKind,
        number_format: str = "@",
        *,
        is_header: bool = False,
        is_link: bool = False,
    ) -> "Format":
        """Return the format of a cell of a table.

        Args:
            kind: What its column holds.
            number_format: The format of a number or a day; `@` for text.
            is_header: Whether it is the header of its row.
            is_link: Whether it leads somewhere.
        """
        key = (kind, number_format, is_header, is_link)
        if key not in self._cells:
            given: dict[str, Property] = {
                **_CELL,
                "bold": is_header,
                "align": _ALIGNED.get(kind, "left"),
                "indent": int(kind is muniprog.ColumnKind.NUMBER),
                "num_format": number_format,
            }
            self._cells[key] = self._format({**given, **self._link(is_link)})
        return self._cells[key]

    def has_room_for(self, number_format: str) -> bool:
        """Return whether the workbook can hold a number format beside those it has."""
        if number_format not in self._number_formats and len(self._number_formats) >= _MOST_NUMBER_FORMATS:
            return False
        self._number_formats.add(number_format)
        return True

    def _link(self, is_link: bool) -> dict[str, Property]:
        return {"underline": 1, "font_color": self._accent} if is_link else {}

    def _format(self, properties: Mapping[str, Property]) -> "Format":
        given = {"font_name": self._font, "font_size": _TEXT_SIZE, "font_color": _INK, "valign": "top", **properties}
        key = tuple(sorted(given.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(given)
        return self._made[key]


def text_format(text: str) -> str:
    """Return the number format of a text: that of text, so that who edits it does not make a formula or a number."""
    return "@" if len(text) <= _LONGEST_AS_TEXT else "General"

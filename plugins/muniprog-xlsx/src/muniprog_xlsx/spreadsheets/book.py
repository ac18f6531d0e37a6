"""A workbook as it is read: only cells that hold something, so that a far-off one costs nothing."""

from enum import Enum, auto

import attrs

import muniprog


class Oddity(Enum):
    """What a cell is beside what it holds."""

    PER_CENT = auto()
    NO_RESULT = auto()
    ERROR = auto()


@attrs.define
class Sheet:
    """A sheet.

    Attributes:
        name: Its name, as its tab says.
        rows: Number of a row → number of a column → what stands there; both count from 1.
        oddities: Row and column of a cell → what is odd about it. A cell with an error holds the error's name.
        zeros: Row and column of a number that is shown with leading zeros → how many digits are shown.
    """

    name: str
    rows: dict[int, dict[int, muniprog.CellContent]] = attrs.field(factory=dict)
    oddities: dict[tuple[int, int], Oddity] = attrs.field(factory=dict)
    zeros: dict[tuple[int, int], int] = attrs.field(factory=dict)


@attrs.define
class Book:
    """A workbook: its sheets, from left to right, hidden ones too."""

    sheets: list[Sheet] = attrs.field(factory=list)

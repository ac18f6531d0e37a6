"""How the cells of a form look. Nothing is said by colour alone: frames and slant differ too."""

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_INK, _DARK, _PALE, _YELLOW, _GREY = "#1A1A1A", "#1F3A5F", "#E8EDF3", "#FFF8D6", "#F2F2F2"
_LINK = "#0B4F9E"
_FRAME, _ANSWER_FRAME = "#8C8C8C", "#1F3A5F"
_THIN, _MEDIUM = 1, 2
DAY = "d.m.yyyy"
"""How a day is shown: as it is written in Finland, in all of its languages."""


@attrs.frozen(kw_only=True)
class Looks:
    """The formats that a workbook uses."""

    title: "Format"
    line: "Format"
    paragraph: "Format"
    label: "Format"
    notice: "Format"
    header: "Format"
    answer_header: "Format"
    shown: "Format"
    last: "Format"
    unasked: "Format"
    text: "Format"
    date: "Format"
    day: "Format"
    key: "Format"
    link: "Format"
    answer_sample: "Format"
    numbers: "Numbers"


class Numbers:
    """The formats of answers that are numbers, one for each number of decimals."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._made: dict[int | None, Format] = {}

    def with_decimals(self, decimals: int | None) -> "Format":
        """Return the format of a number with so many decimals; None shows as many as it has."""
        if decimals not in self._made:
            code = "General" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
            self._made[decimals] = self._workbook.add_format({**_ANSWER, "num_format": code, "align": "right"})
        return self._made[decimals]


_TEXT = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "top"}
_WRAPPED = {**_TEXT, "text_wrap": True}
_ANSWER = {
    **_WRAPPED,
    "bg_color": _YELLOW,
    "border": _MEDIUM,
    "border_color": _ANSWER_FRAME,
    "locked": False,
}
_HEADER = {**_WRAPPED, "bold": True, "border": _THIN, "border_color": _FRAME}


def looks_of(workbook: "Workbook") -> Looks:
    """Return the formats, made for this workbook."""
    made = workbook.add_format
    return Looks(
        title=made({**_TEXT, "bold": True, "font_size": 16, "font_color": _DARK}),
        line=made(_TEXT),
        paragraph=made(_WRAPPED),
        label=made({**_WRAPPED, "bold": True}),
        notice=made({**_TEXT, "bold": True, "italic": True}),
        header=made({**_HEADER, "bg_color": _PALE}),
        answer_header=made({**_HEADER, "bg_color": _DARK, "font_color": "#FFFFFF"}),
        shown=made({**_WRAPPED, "border": _THIN, "border_color": _FRAME}),
        last=made({**_WRAPPED, "italic": True, "bg_color": _GREY, "border": _THIN, "border_color": _FRAME}),
        unasked=made({**_TEXT, "align": "center", "border": _THIN, "border_color": _FRAME}),
        text=made({**_ANSWER, "num_format": "@"}),
        date=made({**_ANSWER, "num_format": DAY, "align": "right"}),
        day=made({**_TEXT, "num_format": DAY, "align": "left"}),
        key=made({**_TEXT, "num_format": "@"}),
        link=made({**_TEXT, "underline": 1, "font_color": _LINK}),
        answer_sample=made({**_ANSWER, "locked": True}),
        numbers=Numbers(workbook),
    )

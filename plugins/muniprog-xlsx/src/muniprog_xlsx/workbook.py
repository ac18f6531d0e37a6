"""What every workbook that is written here has in common: how it is opened, its names, its texts and its pages."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767  # UTF-16 units in a cell
LONGEST_NAME = 31  # UTF-16 units in the name of a sheet
_LONGEST_HEADER = 255
_A4 = 9
_FIRST_DAY = (1900, 3, 1)  # Excel believes in a 29 February 1900
_MOST_DIGITS = 15
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_RESERVED_NAMES = {"", "history"}

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def open_workbook(target: BytesIO, *, title: str, subject: str, language: str) -> "Workbook":
    """Return a new workbook in which no text of the data becomes a formula, link or number.

    It names neither a person nor a time, so that the same content gives the same bytes.
    """
    from xlsxwriter import Workbook

    workbook = Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "remove_timezone": True,
        },
    )
    workbook.set_properties(
        {"title": cell_text(title), "subject": cell_text(subject), "author": "", "created": _NO_TIME}
    )
    workbook.set_custom_property("Language", language, "text")
    return workbook


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return a legal name for each sheet: short enough, without forbidden signs, and unlike all others.

    >>> sheet_names(["Mål/åtgärder", "mål åtgärder", "", "History"])
    ['Mål åtgärder', 'mål åtgärder (2)', '3', 'History 4']
    """
    names: list[str] = []
    taken: set[str] = set()
    for number, title in enumerate(titles, 1):
        wanted = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip("' ")
        if wanted.casefold() in _RESERVED_NAMES:
            wanted = f"{wanted} {number}".strip()
        name, turn = _shortened(wanted), 1
        while name.casefold() in taken:
            turn += 1
            name = _shortened(wanted, f" ({turn})")
        taken.add(name.casefold())
        names.append(name)
    return names


def _shortened(name: str, ending: str = "") -> str:
    return cut(name, LONGEST_NAME - len(ending)).rstrip("' ") + ending


def cut(text: str, units: int) -> str:
    """Return the beginning of a text that takes at most this many UTF-16 units, which is how Excel counts."""
    if len(text.encode("utf-16-le")) <= 2 * units:
        return text
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def cell_text(text: str) -> str:
    r"""Return a text as a cell can hold it: control signs dropped, vertical tabs as line breaks, not too long.

    >>> cell_text("Mål\x0bdelmål\x02")
    'Mål\ndelmål'
    """
    if len(text) < LONGEST_TEXT // 2 and (text.isprintable() or text.replace("\n", "").isprintable()):
        # XlsxWriter would take such a text for markup of its own and write it as it is.
        return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
    cleaned = cut(_NOT_IN_XML.sub("", _LINE_BREAKS.sub("\n", text)), LONGEST_TEXT)
    return f"{cleaned[: LONGEST_TEXT - 1]} " if cleaned.startswith("<r>") and cleaned.endswith("</r>") else cleaned


def cell_texts(texts: Sequence[str]) -> list[str]:
    """Return texts as cells can hold them; looked at all together, since hardly ever one of them needs a change."""
    together = "".join(texts)
    if together.isprintable() and "<r>" not in together and max(map(len, texts), default=0) < LONGEST_TEXT // 2:
        return list(texts)
    return [cell_text(text) for text in texts]


def write_content(
    sheet: "Worksheet", row: int, column: int, content: "str | Decimal | date | None", look: "Format"
) -> None:
    """Write what a cell holds, as the type that it is; what Excel cannot hold exactly is written as text."""
    if content is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(content, str):
        sheet.write_string(row, column, cell_text(content), look)
    elif isinstance(content, Decimal):
        if len(content.as_tuple().digits) > _MOST_DIGITS:
            sheet.write_string(row, column, f"{content:f}", look)
        else:
            sheet.write_number(row, column, float(content), look)
    elif content.timetuple()[:3] < _FIRST_DAY:
        sheet.write_string(row, column, content.isoformat(), look)
    else:
        moment = content if isinstance(content, datetime) else datetime(*content.timetuple()[:3], tzinfo=UTC)
        sheet.write_datetime(row, column, moment, look)  # as its own clock shows it, whatever the time zone


def lay_out_pages(
    sheet: "Worksheet", *, notice: str, footer: str, landscape: bool = True, names_sheet: bool = False
) -> None:
    """Give a sheet its printed page: A4, as wide as the page, a notice above and page numbers below.

    Args:
        sheet: The sheet.
        notice: The line above.
        footer: The line below, to the left.
        landscape: Whether the page lies on its side.
        names_sheet: Whether each page tells below which sheet it is of.
    """
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
    if notice:
        sheet.set_header(f"&C{_in_header(notice, 2)}")
    right = "&R&A · &P / &N" if names_sheet else "&R&P / &N"
    sheet.set_footer(f"&L{_in_header(footer, len('&L' + right))}{right}")


def _in_header(text: str, taken: int) -> str:
    """Return a text as a header or footer prints it: on one line, `&` doubled, and not too long."""
    line = " ".join(cell_text(text).split()).replace("&", "&&")
    shortened = cut(line, _LONGEST_HEADER - 1 - taken)
    ends_in_half = (len(shortened) - len(shortened.rstrip("&"))) % 2
    return shortened[:-1] if ends_in_half else shortened

"""What stands above the table or the picture of a sheet: what it is, and where it leads from here."""

import attrs

import muniprog
from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.plan import PlannedSheet
from muniprog_xlsx.reports.prose import Said, words
from muniprog_xlsx.reports.words import IN_THE_TEXT, PICTURE_BELOW, ROWS_OF_PICTURE, TO_CONTENTS

TITLE_ROW, _ABOUT_ROW, _CONTENTS_ROW = range(3)


@attrs.frozen(kw_only=True)
class Surroundings:
    """What the sheets of a workbook say alike.

    Attributes:
        language: The language of the document.
        about: The line under the title: the notice and the title of the document.
        contents: Where the index stands.
    """

    language: str
    about: str
    contents: Place


def title_of(planned: PlannedSheet, language: str) -> str:
    """Return what a sheet is about on one line, with its language where that is not the document's."""
    title = _on_one_line(planned.title, planned.language)
    return title if planned.language == language else f"[{planned.language}] {title}"


def first_free_row(planned: PlannedSheet) -> int:
    """Return the first row below the top."""
    links = 2 + bool(planned.pictures)
    return _CONTENTS_ROW + links + _has_caption_of_its_own(planned)


def write_top(
    pen: Pen, planned: PlannedSheet, looks: Looks, around: Surroundings, in_text: Place, pictures: Place
) -> None:
    """Write the top of a sheet.

    Args:
        pen: Writes on the sheet.
        planned: What the sheet holds.
        looks: The formats.
        around: What all sheets say alike.
        in_text: Where it stands in the running text.
        pictures: Where the pictures begin.
    """
    pen.sheet.set_row(TITLE_ROW, pen.title(TITLE_ROW, title_of(planned, around.language), looks))
    pen.line(_ABOUT_ROW, Said(around.about), looks, is_bold=True)
    chapter = " › ".join(planned.chapter)
    text = IN_THE_TEXT.spoken(around.language)
    links: list[tuple[str, Place]] = [
        (TO_CONTENTS.spoken(around.language), around.contents),
        (f"{text}: {chapter}" if chapter else text, in_text),
    ]
    if planned.pictures and planned.table is not None:
        links.append((PICTURE_BELOW.spoken(around.language), pictures))
    for row, (words_of_link, place) in enumerate(links, _CONTENTS_ROW):
        pen.lead(row, 0, words_of_link, place, looks.text(is_link=True, wraps=False))
        pen.reach(len(words_of_link))
    row = _CONTENTS_ROW + len(links)
    if planned.table is None and planned.figure is not None:
        said = Said(ROWS_OF_PICTURE.spoken(around.language), f"#{planned.figure.told_at}")
        pen.line(row, said, looks)
    elif planned.table is not None and _has_caption_of_its_own(planned):
        pen.line(row, Said(_on_one_line(planned.table.caption, planned.language)), looks, is_bold=True)


def _has_caption_of_its_own(planned: PlannedSheet) -> bool:
    return planned.table is not None and planned.figure is not None and planned.title != planned.table.caption


def _on_one_line(line: muniprog.Prose, language: str) -> str:
    return " ".join(words(line, language).split())

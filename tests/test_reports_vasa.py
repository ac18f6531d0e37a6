"""Vasa's programme through every report, backend and language, kept as files that can be opened and read.

After a change that is meant, look at what `pytest tests/test_reports_vasa.py --snapshot-update` makes of them.
"""

from functools import cache
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from muniprog.backends.html import HtmlBackend
from muniprog.backends.markdown import MarkdownBackend
from muniprog.backends.text import TextBackend
from muniprog.document import BulletList, Document, Heading, Paragraph, Table, plain
from muniprog.interfaces import Report, ReportBackend, ReportOptions
from muniprog.model import Programme
from muniprog.reports.programme import ProgrammeReport
from muniprog.reports.timetable import TimetableReport
from muniprog.workspace import load

FOLDER = Path(__file__).parents[1] / "examples" / "vasa_2019_2022" / "src" / "vasa_2019_2022" / "programme"

REPORTS = [ProgrammeReport(), TimetableReport()]
BACKENDS = [TextBackend(), MarkdownBackend(), HtmlBackend()]
LANGUAGES = [("sv",), ("fi",), ("en",), ("sv", "fi")]


@cache
def vasa() -> Programme:
    return load(FOLDER)


def built(report: Report, *languages: str) -> Document:
    return report.build(vasa(), ReportOptions(languages=languages))


def snapshot_file(backend: ReportBackend) -> type[SingleFileSnapshotExtension]:
    """Return the kind of snapshot that keeps a report as a file with the ending of its backend."""

    class ReportFile(SingleFileSnapshotExtension):
        _write_mode = WriteMode.TEXT
        file_extension = backend.suffixes[0].removeprefix(".")

    return ReportFile


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("backend", BACKENDS, ids=lambda backend: str(backend.name))
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.name))
def test_vasa_is_printed_as_before(
    report: Report, backend: ReportBackend, languages: tuple[str, ...], snapshot: SnapshotAssertion
) -> None:
    printed = backend.render(built(report, *languages)).decode()
    if isinstance(backend, HtmlBackend):
        printed = printed[printed.index("<body>") :]  # the style sheet is not what these are about
    assert printed == snapshot(extension_class=snapshot_file(backend))


# --- What the printed document says -----------------------------------------------------------------

OVERVIEW_PAGE = {
    "2019": {
        "Att göra rådgivningen mer mångsidig och centraliserad",
        "Främjande av psykiskt välbefinnande",
        "Spridning av trygghetsfrämjande information i de befintliga grupperna",
        "Koordinering av integration",
        "Spridning av heltäckande hälsofrämjande uppgifter i de befintliga grupperna",
        "Anvisningar i bildformat",
        "Erfarenhetssakkunnig verksamhet inom integration",
        "Utnyttjande av avgiftsfria idrotts-, konstundervisnings- och kulturtjänster",
    },
    "2020": {"Familjeskola", "Mångsidig användning av stadens lokaler", "Organisationsbricka"},
    "2021": {
        "Uppgörande av inledande kartläggning för alla som behöver det",
        "Göra tolkverksamheten mer mångsidig",
        "Anslutning till InfoFinland",
        "Främjande av sysselsättningen i stadsorganisationen",
        "Hälsogranskningar för alla i samband med immigration",
    },
    "2022": {
        "Ökande av digitala tjänster som en del av social- och hälsovårdsservicen",
        "Rådgivning på eget språk",
    },
    "Kontinuerlig verksamhet": {
        "Boenderådgivning",
        "Digivänverksamhet",
        "Förstärkande av kompetensen hos ordförande och aktiva inom etniska föreningar",
        "Möjliggörande av studier i det andra inhemska språket",
        "Integrationsstöd till utländska arbetstagare och deras familjer",
        "Individuellt stöd vid övergången från grundläggande utbildningen till andra stadiet",
        "Förebyggande av segregation",
        "Främjande av positivt bemötande",
        "Förverkligande och utvärdering av de satta målen",
    },
}


def test_the_timetable_places_the_goals_as_the_last_page_of_the_document_does() -> None:
    pages: dict[str, list[str]] = {}
    place: list[str] = []
    for block in built(TimetableReport(), "sv").walk():
        if isinstance(block, Heading):
            pages[plain(block.content)] = place = []
        elif isinstance(block, BulletList):
            place.extend(plain(entry.content) for item in block.items for entry in item if isinstance(entry, Paragraph))
    assert {place: set(titles) for place, titles in pages.items() if titles} == OVERVIEW_PAGE
    assert sum(map(len, pages.values())) == 27


def test_the_programme_prints_every_theme_goal_and_action_once() -> None:
    document = built(ProgrammeReport(), "sv")
    tables = [block for block in document.walk() if isinstance(block, Table)]
    cells = [each for table in tables for row in table.rows for each in row.cells]
    assert [plain(table.caption) for table in tables] == [theme.title["sv"] for theme in vasa().themes]
    assert sum(each.header for each in cells) == 27
    assert sum(bool(each.anchor) for each in cells) == 27 + 43


@pytest.mark.parametrize("backend", BACKENDS, ids=lambda backend: str(backend.name))
def test_the_same_programme_gives_the_same_bytes(backend: ReportBackend) -> None:
    first, second = (backend.render(built(ProgrammeReport(), "sv", "fi")) for _ in range(2))
    assert first == second


def test_the_text_fits_a_terminal_of_a_hundred_columns() -> None:
    for report in REPORTS:
        printed = TextBackend().render(built(report, "sv", "fi")).decode()
        assert max(map(len, printed.splitlines())) <= 100

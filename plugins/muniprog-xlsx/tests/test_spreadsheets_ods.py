"""What stands in the cells of an OpenDocument spreadsheet."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

import muniprog
from muniprog_xlsx.spreadsheets import Oddity, Sheet, open_book

SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "table", "text", "calcext"))


def packed(rows: str, mimetype: str = SPREADSHEET, manifest: str = "<manifest/>") -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as zipped:
        zipped.writestr("mimetype", mimetype)
        if manifest:
            zipped.writestr("META-INF/manifest.xml", manifest)
        zipped.writestr(
            "content.xml",
            f'<office:document-content {NAMES}><table:table table:name="Blad">{rows}</table:table>'
            "</office:document-content>",
        )
    return target.getvalue()


def sheet(cells: str) -> Sheet:
    (only,) = open_book(packed(f"<table:table-row>{cells}</table:table-row>"), "bok.ods").sheets
    return only


@pytest.mark.parametrize(
    ("attributes", "words", "content"),
    [
        ('office:value-type="float" office:value="0.29"', "0,29", Decimal("0.29")),
        ('office:value-type="currency" office:value="1500"', "1 500 €", Decimal(1500)),
        ('office:value-type="boolean" office:boolean-value="true"', "SANT", True),
        ('office:value-type="date" office:date-value="2020-01-01"', "1.1.2020", date(2020, 1, 1)),
        (
            'office:value-type="date" office:date-value="2020-01-01T23:30:00"',
            "1.1.2020",
            datetime(2020, 1, 1, 23, 30),  # noqa: DTZ001
        ),
        ('office:value-type="date" office:date-value="snart"', "snart", "snart"),
        ('office:value-type="string"', "Klar", "Klar"),
        ('office:value-type="string" office:string-value="Klar"', "", "Klar"),
        ('office:value-type="float" calcext:value-type="float" office:value="3"', "3", Decimal(3)),
    ],
)
def test_a_cell_is_read_as_what_it_is(attributes: str, words: str, content: object) -> None:
    found = sheet(f"<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>")
    assert found.rows == {1: {1: content}}
    assert type(found.rows[1][1]) is type(content)
    assert not found.oddities


@pytest.mark.parametrize(
    ("attributes", "words", "content", "oddity"),
    [
        ('office:value-type="percentage" office:value="0.45"', "45 %", Decimal("0.45"), Oddity.PER_CENT),
        ('calcext:value-type="error" office:value-type="string"', "#DIV/0!", "#DIV/0!", Oddity.ERROR),
        ('calcext:value-type="error" office:value-type="string"', "", "#ERR", Oddity.ERROR),
        ('table:formula="of:=[.B1]"', "", None, Oddity.NO_RESULT),
    ],
)
def test_what_is_odd_is_noted(attributes: str, words: str, content: object, oddity: Oddity) -> None:
    found = sheet(f"<table:table-cell {attributes}><text:p>{words}</text:p></table:table-cell>")
    assert (found.rows, found.oddities) == ({1: {1: content}}, {(1, 1): oddity})


def test_a_text_keeps_its_lines_and_spaces_but_not_its_notes() -> None:
    found = sheet(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>minns<text:s/></text:p>'
        '</office:annotation><text:p>rad<text:s text:c="2"/>ett<text:tab/><text:span>fet</text:span></text:p>'
        "<text:p>rad<text:line-break/>två</text:p></table:table-cell>"
    )
    assert found.rows == {1: {1: "rad  ett\tfet\nrad\ntvå"}}


def test_repeated_cells_and_rows_stand_where_they_stand() -> None:
    data = packed(
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="1"/>'
        '<table:covered-table-cell/><table:table-cell office:value-type="float" office:value="2"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048571">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    (found,) = open_book(data, "bok.ods").sheets
    assert found.rows == {4: {3: 1, 4: 1, 6: 2}, 5: {3: 1, 4: 1, 6: 2}}
    assert set(found.oddities) == {(4, 3), (4, 4), (5, 3), (5, 4)}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (packed("", mimetype="application/vnd.oasis.opendocument.text"), "no Excel workbook"),
        (packed("", manifest="<manifest><encryption-data/></manifest>"), "protected with a password"),
        (packed("<table:table-row>"), "damaged or was cut off"),
        (packed('<table:table-row><table:table-cell office:value-type="float"/></table:table-row>'), "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(muniprog.SourceError, match=sentence):
        open_book(data, "bok.ods")


def test_a_workbook_without_a_manifest_is_read() -> None:
    (found,) = open_book(packed("", manifest=""), "bok.ods").sheets
    assert found.name == "Blad"

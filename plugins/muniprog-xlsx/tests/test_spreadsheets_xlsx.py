"""What stands in the cells of an Excel workbook, whoever wrote it."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import muniprog
from muniprog_xlsx.spreadsheets import Oddity, Sheet, open_book
from muniprog_xlsx.spreadsheets.packed import Packed
from muniprog_xlsx.spreadsheets.refusals import Unreadable
from muniprog_xlsx.spreadsheets.shared_texts import read_shared_texts

Package = Callable[..., bytes]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0 %"/>'
    '<numFmt numFmtId="165" formatCode="000"/><numFmt numFmtId="166" formatCode="d\\.m\\.yyyy;@"/>'
    '<numFmt numFmtId="167" formatCode="0.0&quot; %&quot;"/><numFmt numFmtId="168" formatCode="General"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/>'
    '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>'
    '<xf numFmtId="x"/></cellXfs><dxfs><xf numFmtId="9"/></dxfs></styleSheet>'
)
# A comment, so that the careful reader is asked; nothing, so that the quick one is.
READERS = pytest.mark.parametrize("remark", ["<!-- careful -->", ""])


def sheet(data: bytes) -> Sheet:
    (only,) = open_book(data, "bok.xlsx").sheets
    return only


def refusal(data: bytes) -> str:
    with pytest.raises(muniprog.SourceError) as caught:
        open_book(data, "bok.xlsx")
    (finding,) = caught.value.problems
    assert (finding.code, finding.severity) == ("X101", muniprog.Severity.ERROR)
    assert finding.place is not None
    assert finding.place.file == "bok.xlsx"
    return finding.message.spoken("en")


@READERS
@pytest.mark.parametrize(
    ("cell", "content"),
    [
        ('<c r="A1"><v>45</v></c>', Decimal(45)),
        ('<c r="A1" t="n"><v>0.28999999999999998</v></c>', Decimal("0.29")),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Decimal("0.3")),
        ('<c r="A1"><v>-1E-3</v></c>', Decimal("-0.001")),
        ('<c r="A1"><v>12345678901234567890</v></c>', Decimal(12345678901234600000)),
        ('<c r="A1"><v>-5.0</v></c>', Decimal(-5)),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1" t="s"><v>0</v></c>', "ett & två"),
        ('<c r="A1" t="str"><f>B1</f><v>text</v></c>', "text"),
        ('<c r="A1" t="d"><v>2020-01-01T00:00:00</v></c>', date(2020, 1, 1)),
        ('<c r="A1" t="d"><v>2020-01-01T23:30:00Z</v></c>', datetime(2020, 1, 1, 23, 30)),  # noqa: DTZ001
        ('<c r="A1" t="d"><v>i våras</v></c>', "i våras"),
        ('<c r="A1" t="inlineStr"><is><t>in</t></is></c>', "in"),
        ('<c r="A1" t="inlineStr"><is><r><t>in </t></r><r><t>bitar</t></r><rPh><t>ljud</t></rPh></is></c>', "in bitar"),
        ('<c r="A1" s="1"><v>43831</v></c>', date(2020, 1, 1)),
        ('<c r="A1" s="5"><v>43831.979166666664</v></c>', datetime(2020, 1, 1, 23, 30)),  # noqa: DTZ001
        ('<c r="A1" s="5"><v>43831.99999999999</v></c>', date(2020, 1, 2)),
        ('<c r="A1" s="1"><v>1</v></c>', date(1900, 1, 1)),
        ('<c r="A1" s="1"><v>-7</v></c>', Decimal(-7)),
        ('<c r="A1" s="7"><v>43831</v></c>', Decimal(43831)),
        ('<c r="A1" s="8"><v>43831</v></c>', Decimal(43831)),
        ('<c r="A1" s="99"><v>43831</v></c>', Decimal(43831)),
    ],
)
def test_a_cell_is_read_as_what_it_is(package: Package, remark: str, cell: str, content: object) -> None:
    texts = f'<sst xmlns="{MAIN}"><si><t>ett &amp; två</t></si></sst>'
    found = sheet(package(f"{remark}<row r='1'>{cell}</row>", styles=STYLES, sharedStrings=texts))
    assert found.rows == {1: {1: content}}
    assert type(found.rows[1][1]) is type(content)
    assert not found.oddities


@READERS
@pytest.mark.parametrize("style", [2, 3])
def test_per_cent_is_told_by_the_number_format(package: Package, remark: str, style: int) -> None:
    found = sheet(package(f'{remark}<row r="1"><c r="A1" s="{style}"><v>0.45</v></c></row>', styles=STYLES))
    assert (found.rows, found.oddities) == ({1: {1: Decimal("0.45")}}, {(1, 1): Oddity.PER_CENT})


def test_a_per_cent_sign_that_is_only_printed_is_none(package: Package) -> None:
    assert not sheet(package('<row r="1"><c r="A1" s="6"><v>45</v></c></row>', styles=STYLES)).oddities


@READERS
def test_leading_zeros_are_remembered(package: Package, remark: str) -> None:
    found = sheet(package(f'{remark}<row r="1"><c r="A1" s="4"><v>5</v></c></row>', styles=STYLES))
    assert (found.rows, found.zeros) == ({1: {1: Decimal(5)}}, {(1, 1): 3})


@READERS
def test_an_error_is_read_as_its_name(package: Package, remark: str) -> None:
    found = sheet(package(f'{remark}<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'))
    assert (found.rows, found.oddities) == ({1: {1: "#DIV/0!"}}, {(1, 1): Oddity.ERROR})


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>"])
def test_a_formula_without_a_result_is_no_empty_cell(package: Package, value: str) -> None:
    found = sheet(package(f'<row r="1"><c r="A1"><f>B2</f>{value}</c></row>'))
    assert (found.rows, found.oddities) == ({1: {1: None}}, {(1, 1): Oddity.NO_RESULT})


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(package: Package) -> None:
    found = sheet(package('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>'))
    assert not found.rows
    assert not found.oddities


def test_days_may_be_counted_from_1904(package: Package) -> None:
    cell = '<row r="1"><c r="A1" s="1"><v>42369</v></c></row>'
    assert sheet(package(cell, styles=STYLES, workbook='date1904="1"')).rows == {1: {1: date(2020, 1, 1)}}


@READERS
def test_cells_without_a_value_are_not_there(package: Package, remark: str) -> None:
    texts = f'<sst xmlns="{MAIN}"><si><t></t></si></sst>'
    cells = '<c r="A1"/><c r="B1" s="1"></c><c r="C1" t="s"><v>0</v></c><c r="D1"><v></v></c>'
    found = sheet(package(f'{remark}<row r="1">{cells}</row>', styles=STYLES, sharedStrings=texts))
    assert not any(found.rows.values())


def test_cells_and_rows_may_leave_out_where_they_stand(package: Package) -> None:
    cells = (
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c r='C4'><v>3</v></c><c><v>4</v></c></row><row><c/></row>"
    )
    assert sheet(package(cells)).rows == {1: {1: 1, 2: 2}, 4: {3: 3, 4: 4}}


def test_other_programs_write_prefixes(package: Package) -> None:
    texts = f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>ett</x:t></x:si></x:sst>'
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="AB1" t="s"><x:v>0</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    assert sheet(package("", sheet=xml, sharedStrings=texts)).rows == {1: {28: "ett"}}


@pytest.mark.parametrize(
    ("texts", "content"),
    [
        ("<si><t>rad 1_x000D_\nrad 2</t></si>", "rad 1\nrad 2"),
        ("<si><t>rad 1\r\nrad 2\rrad 3</t></si>", "rad 1\nrad 2\nrad 3"),
        ("<si><t>_x005F_x0041_</t></si>", "_x0041_"),
        ('<si><t xml:space="preserve"> kant </t></si>', " kant "),
        ("<si><t>&lt;b&gt; &quot;citat&quot; &apos; &amp;lt;</t></si>", '<b> "citat" \' &lt;'),
        ("<si><t>&#229;</t></si>", "å"),
        ("<!-- --><si><t>å</t></si>", "å"),
        ("<si><r><t>fet </t></r><r><t>text</t></r><rPh><t>ljud</t></rPh><phoneticPr/></si>", "fet text"),
    ],
)
def test_shared_texts_are_read_as_they_are_shown(package: Package, texts: str, content: str) -> None:
    sst = f'<sst xmlns="{MAIN}">{texts}</sst>'
    assert sheet(package('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', sharedStrings=sst)).rows == {1: {1: content}}


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-16"])
def test_shared_texts_may_be_in_another_encoding(package: Package, encoding: str) -> None:
    texts = f'<?xml version="1.0" encoding="{encoding}"?><sst xmlns="{MAIN}"><si><t>åäö</t></si></sst>'
    plain = package('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', sharedStrings="instead")
    target = BytesIO()
    with ZipFile(BytesIO(plain)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, texts.encode(encoding) if name == "xl/sharedStrings.xml" else old.read(name))
    assert sheet(target.getvalue()).rows == {1: {1: "åäö"}}


def test_a_chart_is_passed_by(package: Package) -> None:
    data = package("<row/>")
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"relationships/worksheet", b"relationships/chartsheet"))
    assert open_book(target.getvalue(), "bok.xlsx").sheets == []


@pytest.mark.parametrize(
    "parts",
    [
        {"cells": "<!-- --><row"},
        {"cells": '<row r="1"><c r="A1"><v>fel</v></c></row>'},
        {"cells": '<row r="1"><c r="A1"><v>1e999</v></c></row>'},
        {"cells": '<!-- --><row r="1"><c r="A1"><v>fel</v></c></row>'},
        {"cells": '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'},
        {"cells": "", "sheet": "missing"},
        {"cells": "<row/>", "sharedStrings": "inget"},
    ],
)
def test_a_damaged_workbook_is_refused(package: Package, parts: dict[str, str]) -> None:
    assert "damaged or was cut off" in refusal(package(**parts))


@pytest.mark.parametrize("keep", [2, 30, 400])
def test_a_workbook_that_was_cut_off_is_refused(package: Package, keep: int) -> None:
    assert "damaged or was cut off" in refusal(package("<row/>")[:keep])


def test_a_workbook_with_a_flipped_bit_is_refused(package: Package) -> None:
    data = bytearray(package("<row/>" * 50))
    place = data.index(b"sheet1.xml") + 12
    data[place] ^= 0xFF
    assert "damaged or was cut off" in refusal(bytes(data))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "no Excel workbook"),
        (b"id;status\n", "no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
    ],
)
def test_what_is_no_workbook_is_refused_by_its_kind(data: bytes, sentence: str) -> None:
    assert sentence in refusal(data)


@pytest.mark.parametrize("files", [{"note.txt": ""}, {"_rels/.rels": "<r/>"}])
def test_another_zip_file_is_refused(files: dict[str, str]) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name, text)
    assert "no Excel workbook" in refusal(target.getvalue())


def test_an_encrypted_file_in_a_workbook_is_refused(package: Package) -> None:
    data = bytearray(package("<row/>"))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + flag] |= 1
            start += 4
    assert "protected with a password" in refusal(bytes(data))


def test_a_document_type_is_refused(package: Package) -> None:
    xml = '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet><sheetData><row r="1"/></sheetData></worksheet>'
    assert "declares a document type" in refusal(package("", sheet=xml))


def test_what_unpacks_to_more_than_any_form_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as zipped:
        zipped.writestr("a", "x" * 600)
        zipped.writestr("b", "x" * 600)
    packed = Packed(target.getvalue(), most=1000)
    packed.read("a")
    with pytest.raises(Unreadable, match="unpacks to more than"):
        packed.read("b")


def test_a_stray_sign_in_the_last_cell_of_a_sheet_costs_nothing(package: Package) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    assert sheet(package(cells)).rows == {1: {1: 1}, 1048576: {16384: 2}}


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
    )
)
def test_both_readers_of_texts_say_the_same(text: str) -> None:
    item = f'<si><t xml:space="preserve">{escape(text)}</t></si>'
    quick, careful = (f'<sst xmlns="{MAIN}">{remark}{item}</sst>'.encode() for remark in ("", "<!-- -->"))
    assert read_shared_texts(quick, "x") == read_shared_texts(careful, "x")

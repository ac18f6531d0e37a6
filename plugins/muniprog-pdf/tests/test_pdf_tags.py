"""What a screen reader, a viewer and a search find in a PDF, read back from the file."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

import muniprog
import vasa_2019_2022
import vasa_2019_2022_sample
from muniprog import (
    BulletList,
    Column,
    Document,
    Figure,
    Heading,
    InLanguage,
    Logo,
    Look,
    Note,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
)
from muniprog_pdf import Pdf, muniprog_register_report_backends
from muniprog_pdf.errors import PdfError
from tests.contract import pdf_reading
from tests.contract.pdf_reading import Piece

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><rect width="50" height="9" fill="#0a4f8f"/>'
    '<text y="30">Fem av nio</text></svg>'
)
GOALS = Table(
    "Målen",
    [Column("Mål", share=2), Column("Åtgärd", share=2), Column("År", kind="number"), Column("Läge", kind="symbol")],
    [
        Row(
            [
                cell("Rådgivning", header=True, rows=2, anchor="rad"),
                cell("Utveckling"),
                cell("2019"),
                cell([Span("●", meaning="klar")]),
            ]
        ),
        Row([cell("Inledning"), cell("2020"), cell()]),
        Row([cell("Handledning", header=True), cell("Ett", "Två", bullets=True), cell("2021"), cell()]),
    ],
    anchor="malen",
)
REPORT = Document(
    [Span("Program & plan "), Span("Ohjelma", language="fi")],
    "sv-FI",
    [
        Heading(1, "Boende", anchor="boende"),
        GOALS,
        Heading(2, [Span("Asuminen", language="fi")]),
        Paragraph([Span("Läs "), Span("mera", link="https://example.org/a"), Span(" om "), Span("målet", link="#rad")]),
        BulletList(["Ett", "Två"]),
        BulletList(["Först"], numbered=True),
        Figure(
            SVG,
            "Fem av nio mål",
            table=Table("Målen i siffror", [Column("Antal")], [Row([cell("5")])]),
            caption="Målen",
        ),
        Note("note", "En anmärkning"),
        muniprog.PageBreak(),
        InLanguage("fi", [Paragraph("Suomeksi"), Table("Taulukko", [Column("A")], [])]),
    ],
    subtitle="Underrubrik",
    metadata=[("Period", "2019–2022")],
    notice="Exempeldata",
    contents=True,
    look=Look(footer="Vasa stad", logo=Logo(content=SVG.encode(), alternative="Vasa vapen")),
)


@pytest.fixture(scope="module")
def printed() -> bytes:
    return Pdf().render(REPORT)


@pytest.fixture(scope="module")
def root(printed: bytes) -> Piece:
    return pdf_reading.read(printed)


@pytest.fixture
def opened(printed: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(printed))


def test_it_registers_one_backend() -> None:
    (backend,) = muniprog_register_report_backends()
    assert (backend.name, backend.suffixes, backend.media_type) == ("pdf", (".pdf",), "application/pdf")


# What the file says about itself


def test_it_says_that_it_is_pdf_ua_in_its_language_with_its_title(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "sv-FI"
    assert str(opened.docinfo.Title) == "Program & plan Ohjelma"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.MarkInfo.Marked
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Program & plan Ohjelma"


def test_it_names_no_person_no_time_and_no_machine(printed: bytes, opened: pikepdf.Pdf) -> None:
    assert set(opened.docinfo) == {"/Creator", "/Title"}
    with opened.open_metadata() as metadata:
        assert not {"dc:creator", "xmp:CreateDate", "xmp:ModifyDate"} & set(metadata)


def test_it_runs_nothing_and_carries_nothing_along(opened: pikepdf.Pdf) -> None:
    found = b"".join(each.unparse() for each in opened.objects if isinstance(each, pikepdf.Dictionary))
    assert not [
        word for word in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/AA", b"/RichMedia") if word in found
    ]


def test_qpdf_finds_it_sound(opened: pikepdf.Pdf) -> None:
    assert opened.check_pdf_syntax() == []


def test_all_fonts_are_in_it(opened: pikepdf.Pdf) -> None:
    fonts = [
        each
        for each in opened.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    assert {str(font.FontName).partition("+")[2].partition("-")[0] for font in fonts} == {"SourceSans3"}


def test_bookmarks_are_the_headings(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
            ("Boende", ["Asuminen"])
        ]


def test_bookmarks_go_deeper_than_contents() -> None:
    headings: list[muniprog.Block] = [Heading(level, f"nivå {level}") for level in range(1, 6)]
    printed = Pdf().render(Document("T", "sv", headings, contents=True))
    with pikepdf.open(BytesIO(printed)) as pdf, pdf.open_outline() as outline:
        depth, items = 0, outline.root
        while items:
            depth, items = depth + 1, items[0].children
    assert depth == 5
    contents = pdf_reading.read(printed).all("TOC")[0].text
    assert [level for level in range(1, 6) if f"nivå {level}" in contents] == [1, 2, 3]


# What its tags say


def test_headings_go_down_from_the_title(root: Piece) -> None:
    assert [(each.kind, each.text.replace("\u2060", "")) for each in root.all("H1", "H2", "H3")] == [
        ("H1", "Program & plan Ohjelma"),
        ("H2", "Innehåll"),
        ("H2", "Boende"),
        ("H3", "Asuminen"),
    ]


def test_cells_know_the_headers_of_their_columns_and_rows(root: Piece) -> None:
    table = root.all("Table")[0]
    headers = {str(each.attributes["ID"]): each.text for each in table.all("TH")}
    assert [(each.text, each.attributes["Scope"], each.attributes.get("RowSpan")) for each in table.all("TH")] == [
        ("Mål", "/Column", None),
        ("Åtgärd", "/Column", None),
        ("År", "/Column", None),
        ("Läge", "/Column", None),
        ("Rådgivning", "/Row", "2"),
        ("Handledning", "/Row", None),
    ]

    def heard(piece: Piece) -> list[str]:
        names = piece.attributes["Headers"]
        assert isinstance(names, list)
        return [headers[name] for name in names]

    assert [(each.text, heard(each)) for each in table.all("TD") if each.text and not each.all("L")] == [
        ("Utveckling", ["Åtgärd", "Rådgivning"]),
        ("2019", ["År", "Rådgivning"]),
        ("klar●", ["Läge", "Rådgivning"]),
        ("Inledning", ["Åtgärd", "Rådgivning"]),
        ("2020", ["År", "Rådgivning"]),
        ("2021", ["År", "Handledning"]),
    ]


def test_every_table_has_its_caption_and_rows_of_one_width(root: Piece) -> None:
    assert [each.all("Caption")[0].text for each in root.all("Table")] == ["Målen", "Målen i siffror", "Taulukko"]


def test_pictures_and_symbols_have_words(root: Piece) -> None:
    assert [each.attributes["Alt"] for each in root.all("Figure")] == ["Vasa vapen", "klar", "Fem av nio mål"]


def test_lists_and_links_are_lists_and_links(root: Piece, printed: bytes) -> None:
    assert [[item.text for item in each.all("LBody")] for each in root.all("L")] == [
        ["2019–2022"],
        ["Ett", "Två"],
        ["Ett", "Två"],
        ["Först"],
    ]
    assert [each.text for each in root.all("Link")][-2:] == ["mera", "målet"]
    assert pdf_reading.links_of(printed) == ["https://example.org/a"]


def test_every_change_of_language_is_told_down_to_a_word(root: Piece) -> None:
    languages = {run.text.strip("\u2060"): run.language for run in root.runs()}
    assert languages["Ohjelma"] == languages["Asuminen"] == languages["Suomeksi"] == "fi"


def test_each_page_has_its_notice_its_number_and_its_footer(printed: bytes) -> None:
    pages = pdf_reading.pages_of(printed)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "Exempeldata" in page
        assert f"{number} ({len(pages)})" in page
        assert "Vasa stad" in page


def test_head_and_foot_of_a_page_are_not_read(root: Piece) -> None:
    assert root.text.count("Exempeldata") == 1
    assert "Vasa stad" not in root.text


def test_a_caption_stays_with_a_table_that_goes_on_over_pages() -> None:
    rows = [Row([cell(f"rad {number}", header=True), cell("x")]) for number in range(120)]
    printed = Pdf().render(Document("T", "sv", [Table("Många rader", [Column("Rad"), Column("b")], rows)]))
    (table,) = pdf_reading.read(printed).all("Table")
    assert [each.text for each in table.all("Caption")] == ["Många rader"]
    assert len(table.all("TR")) == 121
    pages = pdf_reading.pages_of(printed)
    assert len(pages) > 2
    assert all(page.replace("Många rader", "").count("Rad") == 1 for page in pages)


# What is never cut off


def test_a_row_longer_than_a_page_goes_on_over_pages() -> None:
    words = [f"ord{number}" for number in range(1500)]
    table = Table("Lång", [Column("a"), Column("b")], [Row([cell(" ".join(words)), cell("x")])])
    pages = pdf_reading.pages_of(Pdf().render(Document("T", "sv", [table])))
    assert len(pages) > 2
    text = "".join(pages)
    assert [word for word in words if word not in text] == []


def edge(printed: bytes) -> float:
    """Return where the text that reaches farthest to the right ends; a page is 842 points wide."""
    words = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=printed, capture_output=True, check=True).stdout
    return max(float(each) for each in re.findall(rb'xMax="([0-9.]+)"', words))


def test_a_table_is_never_wider_than_the_page() -> None:
    def wide(columns: int, letters: int) -> Table:
        word = "https://example.org/" + "x" * letters
        return Table("Bred", [Column(f"Kolumn {number}") for number in range(columns)], [Row([cell(word)] * columns)])

    item: list[muniprog.Block] = [Paragraph("i"), wide(9, 60)]
    blocks: list[muniprog.Block] = [wide(1, 200), wide(9, 60), wide(30, 60), BulletList([item])]
    assert edge(Pdf().render(Document("T", "sv", blocks))) < 842 - 36


@pytest.mark.parametrize("word", ["å" * 300, "x@" * 150, "-" * 300])
def test_a_word_that_is_wider_than_its_place_is_divided_without_a_trace(word: str) -> None:
    blocks: list[muniprog.Block] = [
        Heading(1, word),
        Paragraph(word),
        Table("T", [Column("a"), Column("b")], [Row([cell(word), cell("x")])]),
    ]
    printed = Pdf().render(Document("T", "sv", blocks))
    text = "".join(pdf_reading.read(printed).text.split()).replace("\u00ad", "")
    assert text.count(word) == 3
    assert edge(printed) < 842 - 36


# What goes wrong


def test_a_picture_that_is_none_is_told() -> None:
    figure = Figure("<svg", "x", table=GOALS, caption="x")
    with pytest.raises(PdfError, match="cannot be printed as PDF.*SVG") as caught:
        Pdf().render(Document("T", "sv", [figure]))
    assert "som PDF" in caught.value.spoken("sv")
    assert "PDF-tiedostoksi" in caught.value.spoken("fi")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("/etc/hostname", "absolute paths are not allowed"),
        ("file:///etc/hostname", "absolute paths are not allowed"),
        ("../hostname", 'path `"../hostname"` would escape the project root'),
        ("https://example.org/x.png", "URLs are not allowed"),
        ("bild (1).png", "file not found"),
    ],
)
def test_a_picture_reads_no_file_and_asks_no_network(address: str, why: str) -> None:
    """What is said names the picture as it is written in the drawing, and no place where it was looked for."""
    image = f'<image href="{address}" width="9" height="9"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{image}</svg>'
    figure = Figure(svg, "x", table=Table("T", [Column("a")], []), caption="x")
    with pytest.raises(PdfError) as caught:
        Pdf().render(Document("T", "sv", [figure]))
    assert f"“failed to load linked image {address} in SVG ({why})”" in str(caught.value)


# The same everywhere

ELSEWHERE = """
import sys
from muniprog_pdf import Pdf
from muniprog import Document, Heading, Paragraph, Table, Column, Row, cell
table = Table("T", [Column("a")], [Row([cell("x", header=True)])])
sys.stdout.buffer.write(Pdf().render(Document("Åtgärder", "sv", [Heading(1, "a"), table], contents=True)))
"""


def test_another_time_zone_and_locale_and_folder_give_the_same_bytes(tmp_path: Path) -> None:
    here = [
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            env={"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "HOME": home, "PATH": ""},
            cwd=home,
            capture_output=True,
            check=True,
        ).stdout
        for zone, locale, seed, home in (
            ("Europe/Helsinki", "C", "1", "/"),
            ("Pacific/Auckland", "sv_FI.UTF-8", "2", str(tmp_path)),
        )
    ]
    assert here[0] == here[1]
    assert here[0].startswith(b"%PDF")


# All that there is


@pytest.fixture(scope="module")
def sample() -> muniprog.Programme:
    return muniprog.load(vasa_2019_2022_sample.FOLDER)


@pytest.mark.slow
@pytest.mark.parametrize("languages", [("sv",), ("fi",), ("sv", "fi")], ids="-".join)
@pytest.mark.parametrize("report", sorted(muniprog.load_plugins().reports))
def test_every_report_of_the_sample_is_sound(
    report: str, languages: tuple[str, ...], sample: muniprog.Programme
) -> None:
    printed = muniprog.report(report, sample, languages=languages).render("pdf")
    assert pdf_reading.broken_rules(printed) == []
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == languages[0]


def test_what_breaks_the_rules_of_pdf_ua_is_found(opened: pikepdf.Pdf) -> None:
    """Who looks for broken rules sees one when there is one."""
    broken = BytesIO()
    del opened.Root.Lang
    opened.save(broken)
    assert "PDFUA1-TEXT-LANGUAGE-001" in "".join(pdf_reading.broken_rules(broken.getvalue()))


def test_no_one_who_looks_at_the_programme_of_vasa_finds_anything(tmp_path: Path) -> None:
    file = tmp_path / "programme.pdf"
    muniprog.report("programme", muniprog.load(vasa_2019_2022.FOLDER), languages=("sv", "fi")).save(file)
    assert [finding.message for finding in validate(str(file)).findings] == []
    assert pdf_reading.broken_rules(file.read_bytes()) == []
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []

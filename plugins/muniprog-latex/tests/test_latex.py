"""What the LaTeX backend prints, and that nothing of a programme ever runs as a command."""

import re
import shutil
import subprocess
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import muniprog
from muniprog import BulletList, Cell, Column, Document, Heading, InLanguage, Paragraph, Row, Span, Table, cell
from muniprog_latex import Latex, muniprog_register_report_backends
from muniprog_latex.escaping import escape, escape_address

EVERY_SPECIAL_CHARACTER = "\\ { } # $ % & _ ^ ~ < > | \" ` ' [ ] * - , -- ,, '' ^^41 @"


def tex(*blocks: muniprog.Block, language: str = "sv") -> str:
    return body(Document("Titel", language, blocks))


def body(document: Document) -> str:
    source = Latex().render(document).decode()
    return source.partition("\\end{center}\n")[2].rpartition("\n\n\\end{document}")[0].strip()


def list_item(words: str, *below: muniprog.Block) -> tuple[muniprog.Block, ...]:
    return (Paragraph(words), *below)


# The front


def test_a_notice_is_the_head_of_every_page() -> None:
    notice = [Span("50 % sample data"), Span(" / "), Span("Exempeldata", language="sv")]
    source = Latex().render(Document("Title", "en", [], notice=notice)).decode()
    heads = "\\pagestyle{myheadings}\n\\markright{50 \\% sample data / \\foreignlanguage{swedish}{Exempeldata}}"
    assert heads in source.partition("\\begin{center}")[0]
    assert "{swedish}" in source.partition("\\begin{document}")[0]


def test_a_footer_is_the_foot_of_every_page_with_the_number_where_the_head_has_none() -> None:
    footer = [Span("Square #1"), Span(" / "), Span("Tori 1", language="fi")]
    document = Document("Title", "en", [], look=muniprog.Look(footer=footer))
    line = r"\raggedright\footnotesize Square \#1 / \foreignlanguage{finnish}{Tori 1}}"
    source = Latex().render(document).decode()
    assert line + r"\hfil\thepage}\makeatother" in source
    assert "{finnish}" in source.partition("\\begin{document}")[0]
    assert line + r"}\makeatother" in Latex().render(attrs.evolve(document, notice="Sample")).decode()


def test_headings_and_links_have_the_colour_of_the_look_and_are_black_without_one() -> None:
    document = Document("Title", "en", [Heading(1, "A")], look=muniprog.Look(accent="#7a0026"))
    source = Latex().render(document).decode()
    assert "\\definecolor{accent}{rgb}{0.4784,0.0000,0.1490}" in source
    assert "{\\LARGE\\bfseries \\color{accent}Title" in source
    assert "color" not in Latex().render(attrs.evolve(document, look=muniprog.Look())).decode()


# Escaping


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"\input{secret}", r"\textbackslash{}input\{secret\}"),
        ("100 % & #1 $x_1^2$ ~", r"100 \% \& \#1 \$x\_1\textasciicircum{}2\$ \textasciitilde{}"),
        ("2019--2022 - 2023", "2019{-}-2022 - 2023"),
        ("a---b", "a{-}{-}-b"),
        ("``x''", r"\textasciigrave{}\textasciigrave{}x{'}{'}"),
        ("<<a>>", r"\textless{}\textless{}a\textgreater{}\textgreater{}"),
        ("*[1]", "{*}{[}1{]}"),
        ("a,,b, c", "a{,},b, c"),
        ("Åbo – ”Hösten”", "Åbo – ”Hösten”"),
        ("one\ntwo", r"one\newline{}two"),
        ("5\u00a0%", r"5~\%"),
    ],
)
def test_text_is_printed_as_it_was_typed(typed: str, printed: str) -> None:
    assert escape(typed) == printed


COMMANDS_OF_ESCAPING = re.compile(
    r"\\(?:text[a-z]+\{\}|ensuremath\{\\[lg]eq\}|mbox\{-\}|newline\{\}|[{}#$%&_,-])|\{[-,'*\[\]]\}|~"
)


@given(st.text())
def test_after_escaping_only_known_commands_are_left(typed: str) -> None:
    left = COMMANDS_OF_ESCAPING.sub("", escape(typed))
    assert not re.search(r"[\\{}#$%&_^~<>|\"`'\[\]*]", left)
    assert "--" not in left
    assert ",," not in left
    assert "\n" not in left


@given(st.text())
def test_escaping_one_line_after_the_other_is_escaping_the_text(typed: str) -> None:
    assert escape(typed) == r"\newline{}".join(map(escape, typed.split("\n")))


@given(st.from_regex(r"https://example\.org/[^\s<>\"`\\]*", fullmatch=True))
def test_an_address_is_no_command_either(address: str) -> None:
    left = re.sub(r"\\[#%&_]", "", escape_address(address))
    assert not re.search(r"[\\{}#$%&_^~\s]", left)


# Blocks


def test_headings_are_sections_and_the_deepest_are_paragraphs() -> None:
    levels = [Heading(level, f"H{level}") for level in range(1, 8)]
    assert re.findall(r"\\([a-z]+)\{H", tex(*levels)) == [
        "section",
        "subsection",
        "subsubsection",
        "paragraph",
        "subparagraph",
        "subparagraph",
        "subparagraph",
    ]


def test_a_heading_has_a_plain_twin_for_the_outline_where_it_has_more_than_words() -> None:
    assert tex(Heading(1, [Span("Koti", language="fi"), Span(" & hem")])) == (
        r"\section{\texorpdfstring{\foreignlanguage{finnish}{Koti} \& hem}{Koti \& hem}}"
    )
    assert tex(Heading(1, "Rad\nbrytning", anchor="a.b_c")) == r"\section{Rad brytning}\hypertarget{a.b_c}{}"


def test_lists_become_environments_and_too_deep_ones_join_the_one_around() -> None:
    assert tex(BulletList(["Ett", "[Två]"], numbered=True)) == (
        "\\begin{enumerate}\n\\item Ett\n\\item {[}Två{]}\n\\end{enumerate}"
    )
    nested = BulletList(["6"])
    for level in range(5, 0, -1):
        nested = BulletList([list_item(str(level), nested)])
    printed = tex(nested)
    assert printed.count(r"\begin{itemize}") == printed.count(r"\end{itemize}") == 4
    assert re.findall(r"\\item (\d)", printed) == list("123456")


def test_an_empty_list_prints_nothing() -> None:
    assert tex(Paragraph("Före"), BulletList([]), Paragraph("Efter")) == "Före\n\nEfter"


def test_notes_and_page_breaks() -> None:
    assert tex(muniprog.Note("warning", "Se upp")).startswith("\\begin{quote}\n\\textbf{")
    assert tex(muniprog.PageBreak()) == r"\clearpage"


def test_marks_emphasis_and_links() -> None:
    line = [
        Span("ny", mark=muniprog.Mark.ADDED),
        Span("viktig", emphasis=True, link="#mal"),
        Span("sida", link="https://example.org/50%25#x"),
        Span("post", link="mailto:a_b@example.org"),
        Span("ingen", link="javascript:alert(1)"),
        Span("bra", mark=muniprog.Mark.GOOD),
    ]
    assert tex(Heading(1, "Mål", anchor="mal"), Paragraph(line)).partition("\n\n")[2] == (
        r"\underline{ny}\hyperlink{mal}{\emph{viktig}}\href{https://example.org/50\%25\#x}{sida}"
        r"\href{mailto:a\_b@example.org}{post}ingenbra"
    )


def test_languages_are_switched_and_declared_once_each_the_main_one_as_main() -> None:
    document = Document(
        "Titel",
        "sv-FI",
        [
            InLanguage("fi", [Paragraph("Koti"), Paragraph([Span("home", language="en"), Span("fi", language="fi")])]),
            InLanguage("tlh", [Paragraph([Span("Hab", language="x-other")])]),
        ],
    )
    source = Latex().render(document).decode()
    assert [line for line in source.splitlines() if line.startswith("\\babelprovide")] == [
        r"\babelprovide[import=sv,main]{swedish}",
        r"\babelprovide[import=en]{english}",
        r"\babelprovide[import=fi]{finnish}",
    ]
    assert body(document) == (
        "\\begin{otherlanguage}{finnish}\nKoti\n\n\\foreignlanguage{english}{home}fi\n\\end{otherlanguage}\n\nHab"
    )
    assert "pdflang={sv-FI}" in source


def test_a_language_that_is_no_tag_does_not_reach_the_preamble() -> None:
    assert "pdflang" not in Latex().render(Document("T", "sv}\\input{x", [])).decode()


def test_the_front_has_title_subtitle_facts_and_contents() -> None:
    document = Document(
        "Program & plan",
        "sv",
        [Heading(1, "Ett")],
        subtitle="Andra raden",
        metadata=[("Period [år]", "2019–2022")],
        contents=True,
    )
    source = Latex().render(document).decode()
    assert "{\\LARGE\\bfseries Program \\& plan\\par}\n{\\large Andra raden\\par}\n" in source
    assert "\\item[{Period {[}år{]}}] 2019–2022" in source
    assert "\\tableofcontents" in source
    assert r"pdftitle={Program \& plan}" in source
    assert "tableofcontents" not in Latex().render(Document("T", "sv", [], contents=True)).decode()


# Tables

TABLE = Table(
    "Mål",
    [Column("Mål", share=3), Column("Åtgärd"), Column("År", kind="number"), Column("", kind="symbol")],
    [
        Row(
            [
                cell("Rådgivning", header=True, rows=2, anchor="rad"),
                cell("a", "b", bullets=True),
                cell("2019"),
                cell(),
            ]
        ),
        Row([cell("[c]"), cell("2020"), Cell()]),
        Row([cell(header=True), cell("d"), cell("2021"), Cell()]),
    ],
    anchor="tabell",
)


def test_a_table_repeats_its_titles_and_draws_no_rule_through_a_spanning_cell() -> None:
    lines = tex(TABLE).splitlines()
    assert lines[0] == r"\hypertarget{tabell}{}{\small"
    assert lines[1].startswith(r"\begin{longtable}{>{\raggedcell}p{\dimexpr 0.5000\linewidth-2\tabcolsep\relax}")
    assert lines[2:] == [
        r"\caption{Mål}\tabularnewline",
        r"\hline",
        r"\textbf{Mål} & \textbf{Åtgärd} & \textbf{År} & \textbf{} \tabularnewline",
        r"\hline",
        r"\endhead",
        r"\hypertarget{rad}{}\nobreak\hspace{0pt}\textbf{Rådgivning}"
        r" & \textbullet{} a\newline{}\textbullet{} b & 2019 &  \tabularnewline",
        r"\cline{2-2}\cline{3-3}\cline{4-4}",
        r" & {[}c{]} & 2020 &  \tabularnewline",
        r"\hline",
        r" & d & 2021 &  \tabularnewline",
        r"\hline",
        r"\end{longtable}}",
    ]


def test_columns_are_aligned_by_what_they_hold() -> None:
    assert re.findall(r">\{\\([a-z]+)", tex(TABLE)) == ["raggedcell", "raggedcell", "raggedleft", "centering"]


def test_a_caption_that_repeats_the_heading_is_not_printed() -> None:
    assert r"\caption" not in tex(Heading(1, "Mål"), TABLE)


def test_a_figure_is_its_words_and_its_rows() -> None:
    figure = muniprog.Figure("<svg/>", "En kurva som stiger", TABLE, "Kurvan", anchor="kurva")
    printed = tex(figure)
    assert printed.startswith("\\hypertarget{kurva}{}\\textbf{Kurvan}\n\nEn kurva som stiger\n\n\\hypertarget{tabell}")
    assert "svg" not in printed


def test_a_figure_that_is_told_elsewhere_brings_no_second_table() -> None:
    rows = attrs.evolve(TABLE, anchor="rader")
    figure = muniprog.Figure("<svg/>", "En kurva som stiger", rows, "Kurvan", told_at="rader")
    assert tex(figure, rows).count("Kurvan") == 1
    assert tex(figure, rows).count("longtable") == tex(rows).count("longtable")


# The plug-in


def test_it_registers_one_backend_that_is_a_report_backend() -> None:
    (backend,) = muniprog_register_report_backends()
    assert isinstance(backend, muniprog.ReportBackend)
    assert (backend.name, backend.suffixes) == ("latex", (".tex",))


def test_the_same_document_gives_the_same_bytes() -> None:
    document = Document("T", "sv", [TABLE, Paragraph([Span("a", language=tag) for tag in ("fi", "en", "de", "se")])])
    assert len({Latex().render(document) for _ in range(3)}) == 1


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_pdflatex_typesets_every_block_and_every_special_character(tmp_path: Path) -> None:
    special = EVERY_SPECIAL_CHARACTER
    line = [Span(special), Span(special, link="https://example.org/a_b?c=50%25&d=~{x}#y", language="fi", emphasis=True)]
    table = Table(
        special,
        [Column(special, share=2), Column("År", kind="number")],
        [Row([cell(special, header=True, rows=2, anchor="x_y"), cell("[1]\n*")]), Row([cell("● → ≤ −")])],
    )
    nested = BulletList(["[djupast]"])
    for _ in range(5):
        nested = BulletList([list_item("[nivå]", nested)])
    document = Document(
        special,
        "sv",
        [
            *(Heading(level, line, anchor=f"h_{level}") for level in range(1, 7)),
            Paragraph([*line, Span("\nefter", link="#h_1"), Span("tillbaka", link="#x_y")]),
            nested,
            table,
            muniprog.Figure("<svg/>", special, TABLE, special),
            muniprog.Note("note", line),
            muniprog.PageBreak(),
            InLanguage("fi", [Heading(1, "Koti"), Paragraph(special), BulletList([line])]),
            InLanguage("en", [Table(line, [Column("A")], [])]),
        ],
        subtitle=special,
        metadata=[(special, special)],
        contents=True,
        look=muniprog.Look(accent="#7a0026", footer=line),
    )
    (tmp_path / "report.tex").write_bytes(Latex().render(document))
    command = ["pdflatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "report.tex"]
    for _ in range(2):
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert run.returncode == 0, run.stdout.decode(errors="replace")[-3000:]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")

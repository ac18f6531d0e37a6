"""Every block of a document on a page, whatever somebody typed, and names that a page has already."""

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import muniprog
from muniprog_sphinx.rows import Wish, table_of
from muniprog_sphinx.sentences import Sentence
from muniprog_sphinx.shelf import Shelf
from muniprog_sphinx.site import build_site
from tests.documentations import documentation
from tests.publication.planted import planted

HOSTILE = "<b>& *a* `b` |c| {{ d }}"

Show = Callable[[muniprog.Document], str]


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Show a document on a page that has a section of its own named `taken`."""
    printed = muniprog.report("programme", planted())

    def shown(document: muniprog.Document) -> str:
        monkeypatch.setattr(muniprog, "report", lambda *_, **__: attrs.evolve(printed, document=document))
        page = "Taken\n=====\n\n.. muniprog:report:: programme\n   :title:\n   :facts:\n"
        built = documentation(tmp_path, {"index.rst": page})
        assert built.warnings == ""
        return built.page()

    return shown


def test_every_kind_of_block_is_printed(show: Show) -> None:
    row = muniprog.Row([muniprog.cell("one", "two", bullets=True), muniprog.cell(HOSTILE)])
    in_list: list[muniprog.Block] = [muniprog.Heading(1, "In a list", anchor="in-list"), muniprog.Paragraph("x")]
    html = show(
        muniprog.Document(
            HOSTILE,
            "sv",
            [
                muniprog.Heading(1, "Taken", anchor="taken"),
                muniprog.Paragraph([muniprog.Span("see", link="#taken"), muniprog.Span("!", emphasis=True)]),
                muniprog.Paragraph(muniprog.Span("●", meaning="planned", mark=muniprog.Mark.GOOD)),
                muniprog.BulletList([in_list]),
                muniprog.BulletList(["first", "second"], numbered=True),
                muniprog.BulletList([]),
                muniprog.Note("warning", "Mind\nthis"),
                muniprog.PageBreak(),
                muniprog.Table("Table", [muniprog.Column("A"), muniprog.Column("B")], [row]),
                muniprog.InLanguage("ar", [muniprog.Heading(1, "عنوان"), muniprog.Paragraph("نص")]),
                muniprog.Heading(1, "—"),
            ],
            former=[("old-name", "taken")],
        )
    )
    for part in (
        '<section id="taken-2"',
        'id="old-name"',
        'href="#taken-2"',
        "<em>!</em>",
        'aria-label="planned"',
        '<p class="rubric" id="in-list">In a list</p>',
        '<ol class="arabic simple">',
        "Mind<br />",
        'class="muniprog-right-to-left" id="section" lang="ar"',
        "&lt;b&gt;&amp; *a* `b` |c| {{ d }}",
    ):
        assert part in html, part
    assert "<b>" not in html


def test_a_document_without_facts_has_none(show: Show) -> None:
    html = show(muniprog.Document("Title", "sv", [muniprog.Paragraph("Text")], subtitle="Below"))
    assert "Below" in html
    assert "Text" in show(muniprog.Document("Title", "sv", [muniprog.Paragraph("Text")]))


def test_a_link_into_another_chapter_that_is_not_shown_is_bare_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = muniprog.report("programme", planted())
    blocks: list[muniprog.Block] = [
        muniprog.Heading(1, "One", anchor="one"),
        muniprog.Paragraph(muniprog.Span("see two", link="#two")),
        muniprog.Heading(1, "Two", anchor="two"),
    ]
    document = muniprog.Document("Title", "sv", blocks)
    monkeypatch.setattr(muniprog, "report", lambda *_, **__: attrs.evolve(printed, document=document))
    page = "S\n=\n\n.. muniprog:report:: programme\n   :chapter: one\n"
    built = documentation(tmp_path, {"index.rst": page})
    assert (built.warnings, "<span>see two</span>" in built.page()) == ("", True)


def test_a_reference_to_what_is_not_there_is_shown_and_marked() -> None:
    vasa = muniprog.load("vasa_2019_2022")
    owners = (attrs.evolve(vasa.owners[0], parent="borta"), *vasa.owners[1:])
    programme = attrs.evolve(vasa, owners=owners)
    table = table_of(programme, Wish(table="owners", language="sv", columns=("name", "parent")))
    assert table.rows[0].cells[1].content[0] == (muniprog.Span("borta", mark=muniprog.Mark.MISSING),)


@pytest.mark.parametrize(("language", "words"), [("sv", "Kontinuerlig"), ("fi", "Jatkuva"), ("en", "Continuous")])
def test_when_something_takes_place_is_told_in_the_language_of_the_table(language: str, words: str) -> None:
    table = table_of(muniprog.load("vasa_2019_2022"), Wish(table="actions", language=language, columns=("timeframe",)))
    told = {span.text for row in table.rows for cell in row.cells for line in cell.content for span in line}
    assert {word for word in told if word.isalpha()} == {words}
    assert "2020" in told


def test_a_time_in_small_letters_stays_in_small_letters() -> None:
    vasa = muniprog.load("vasa_2019_2022")
    theme = attrs.evolve(vasa.themes[0], timeframe=muniprog.Timeframe.parse("hösten 2021"), goals=(), actions=())
    goal = attrs.evolve(vasa.goals[0], timeframe=muniprog.Timeframe(), actions=())
    programme = attrs.evolve(vasa, themes=(attrs.evolve(theme, goals=(goal,)),))
    table = table_of(programme, Wish(table="goals", language="en", columns=("timeframe",)))
    assert table.rows[0].cells[0].content[0] == (muniprog.Span("autumn 2021"),)


def test_a_title_in_another_language_than_the_table_is_tagged_with_its_own() -> None:
    vasa = muniprog.load("vasa_2019_2022")
    goal = attrs.evolve(vasa.goals[0], title=muniprog.Text.of({"sv": "Rådgivning"}))
    programme = attrs.evolve(vasa, themes=(attrs.evolve(vasa.themes[0], goals=(goal,)),))
    for language, tag in (("sv", None), ("en", "sv")):
        row = table_of(programme, Wish(table="goals", language=language, columns=("title",))).rows[0]
        assert row.cells[0].content[0] == (muniprog.Span("Rådgivning", language=tag),)
        row = table_of(programme, Wish(table="actions", language=language, columns=("goal",))).rows[0]
        assert row.cells[0].content[0] == (muniprog.Span("Rådgivning", language=tag, link=f"#{goal.id}"),)


def test_that_a_programme_cannot_be_loaded_is_a_state_too(tmp_path: Path) -> None:
    assert Shelf({}, tmp_path).state("borta") == Shelf({}, tmp_path).state("borta")


def test_a_sentence_is_english_where_nobody_asks() -> None:
    assert str(Sentence("ett", "yksi", "one")) == "one"


def test_a_programme_without_themes_has_a_site(tmp_path: Path) -> None:
    vasa = muniprog.load("vasa_2019_2022")
    built = build_site(attrs.evolve(vasa, themes=(), sections=(), source=None, contact=None), tmp_path / "site")
    assert built.warnings == ""

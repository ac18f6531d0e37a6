"""Programmes in a documentation: reports, tables, figures, values and links, in reStructuredText and in MyST."""

import re
import zlib
from pathlib import Path

import attrs
import pytest

import muniprog
from muniprog_sphinx.domain import MuniprogDomain, Shown
from muniprog_sphinx.shelf import Shelf
from tests.documentations import Documentation, documentation, sphinx_build
from tests.publication.planted import NUMBERS, SUPPRESSED_SHARE, WORDS, planted
from tests.publication.searching import found_in

NOTICE = "Exempeldata – påhittade uppgifter"

PAGES = {
    "index.rst": """
Start
=====

.. toctree::

   programmet
   matare
   agare
   uppfoljning
   myst

Klart är :muniprog:value:`sample boenderadgivning completion`; av allt :muniprog:value:`vasa-2019-2022-sample actions`
åtgärder. Ett år senare: :muniprog:value:`sample boenderadgivning completion 2021-12-31`.

Se :ref:`muniprog-items`,
:muniprog:goal:`boenderadgivning`, :muniprog:theme:`temat <sample boende>`, :muniprog:item:`sample welcome-office`,
:muniprog:indicator:`sample andel-anstallda-med-invandrarbakgrund` och :any:`anvisningar-i-bildformat`.

.. note::

   .. muniprog:report:: timetable sample
      :language: fi

.. muniprog:table:: actions
   :theme: boende
   :caption: Vad som görs
   :columns: title, goal, end, continuous

.. muniprog:table:: indicators
   :owner: personalservicen
   :language: fi
   :no-index:
""",
    "programmet.rst": "Programmet\n==========\n\n.. muniprog:report:: programme sample\n   :facts:\n",
    "matare.rst": "Mätare\n======\n\n.. muniprog:report:: indicators sample\n",
    "agare.rst": ".. muniprog:report:: owners sample\n   :title:\n   :owner: Personalservicen, welcome-office\n",
    "uppfoljning.rst": "U\n=\n\n.. muniprog:report:: followup sample\n   :period: 2020\n",
    "myst.md": """# MyST

```{muniprog:report} programme sample
:chapter: boende
:no-index:
```

{muniprog:action}`sample boenderadgivning-inledning` och {muniprog:value}`boende late`

```{muniprog:figure} indicators sample
:as-of: 2022-12-31
```
""",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Documentation:
    return documentation(tmp_path_factory.mktemp("docs"), PAGES)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_everything_is_found_and_nothing_is_warned_of(built: Documentation) -> None:
    assert built.warnings == ""


def test_the_notice_stands_once_on_every_page_that_shows_something_of_the_programme(built: Documentation) -> None:
    for name in PAGES:
        assert built.page(f"{Path(name).stem}.html").count(NOTICE) == 1, name


def test_a_value_is_said_in_the_language_of_the_page_and_can_explain_itself(built: Documentation) -> None:
    page = built.page()
    assert "2 av 3 (67\u00a0%)" in page
    assert "45" not in text_of(page).partition("av allt")[2][:12]  # an internal action is not counted
    value = re.search(r'<span class="muniprog-value" title="([^"]*)">2 av 3', page)
    assert value is not None
    assert "Regel: Andelen klara" in value[1]


def test_links_lead_to_the_best_place_that_shows_an_item(built: Documentation) -> None:
    page = built.page()
    for address, words in (
        ("programmet.html#boenderadgivning", "Boenderådgivning"),
        ("programmet.html#boende", "temat"),
        ("agare.html#welcome-office", "Welcome Office"),
        ("matare.html#andel-anstallda-med-invandrarbakgrund", "Den procentuella andelen"),
        ("programmet.html#anvisningar-i-bildformat", "anvisningar-i-bildformat"),
    ):
        assert re.search(rf'href="{address}"[^>]*>(<[^>]+>)*{words}', page), address


def test_what_is_shown_elsewhere_links_to_its_home_and_what_is_at_home_does_not(built: Documentation) -> None:
    assert 'href="programmet.html#boenderadgivning-inledning"' in built.page("myst.html")
    at_home = built.page("programmet.html")
    assert 'id="boenderadgivning-inledning"' in at_home
    assert "#boenderadgivning-inledning" not in at_home.partition('<div class="body"')[2]


def test_a_table_has_headers_for_columns_and_rows_and_may_span_rows(built: Documentation) -> None:
    page = built.page("programmet.html")
    assert '<th class="head" scope="col">' in page
    assert re.search(r'<th class="stub" id="boenderadgivning" rowspan="3" scope="row">', page)
    assert 'role="group" tabindex="0"' in page


def test_rows_are_shown_with_titles_names_and_words(built: Documentation) -> None:
    page = text_of(built.page())
    assert "Vad som görs ¶ Benämning Mål Slut Kontinuerlig" in page
    assert "Utveckling av verksamheten Boenderådgivning 31.12.2019 nej" in page
    assert "Mittarit ¶ Nimi Tavoite Yksikkö" in page


def test_another_language_than_that_of_the_page_is_told(built: Documentation) -> None:
    page = built.page()
    assert '<p class="rubric" lang="fi">2019</p>' in page
    assert re.search(r'<div [^>]*class="muniprog-scroll"[^>]*lang="fi"', page)


def test_a_figure_is_a_picture_with_words_and_the_rows_behind_it(built: Documentation) -> None:
    page = built.page("myst.html")
    picture = re.search(r'<img alt="([^"]+)" src="(_images/muniprog-[0-9a-f]+\.svg)"', page)
    assert picture is not None
    assert len(picture[1]) > 20
    assert built.page(picture[2]).startswith("<svg")
    assert "<summary>Siffrorna bakom bilden</summary>" in page


def test_a_report_of_a_round_stands_on_the_day_of_the_round(built: Documentation) -> None:
    assert "12.2.2021" in built.page("uppfoljning.html")


def test_the_title_of_a_report_can_be_that_of_the_page(built: Documentation) -> None:
    assert "<h1>Vad ansvarsinstanserna ansvarar för" in built.page("agare.html")
    assert "Hussektorn" not in built.page("agare.html")


def test_the_index_has_every_item_by_its_title(built: Documentation) -> None:
    page = text_of(built.page("muniprog-items.html"))
    assert page.startswith("Register")
    assert ">Register</span></a>" in built.page()
    assert "Boenderådgivning (mål)" in page
    assert "Welcome Office (ansvarsinstans)" in page
    assert page.index("Utveckling") < page.index("Återkommande") if "Återkommande" in page else True


def test_search_and_other_documentations_find_the_items(built: Documentation) -> None:
    data = (built.folder / "_build/html/objects.inv").read_bytes().split(b"\n", 4)[4]
    listed = zlib.decompress(data).decode("utf-8")
    assert "vasa-2019-2022-sample boenderadgivning muniprog:goal 1 programmet.html#boenderadgivning" in listed
    assert '"Boender\\u00e5dgivning"' in built.page("searchindex.js") or "Boenderådgivning" in built.page(
        "searchindex.js"
    )


# --- Building again, and in several processes ---------------------------------------------------------------


def test_only_pages_of_a_programme_that_has_changed_are_read_again(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    muniprog.save(planted(), tmp_path / "plan")
    pages = {
        "index.rst": "Start\n=====\n\n.. toctree::\n\n   mal\n   annat\n",
        "mal.rst": "Mål\n===\n\n.. muniprog:table:: goals\n",
        "annat.rst": "Annat\n=====\n",
    }
    settings: dict[str, object] = {"muniprog_programmes": {"plan": "plan"}}
    first = documentation(tmp_path, pages, settings)
    assert first.warnings == ""
    assert set(first.read) == {"index", "mal", "annat"}
    assert documentation(tmp_path, {}, settings).read == ()
    for file in (tmp_path / "plan").rglob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("Fler är med", "Många är med"), encoding="utf-8")
    again = documentation(tmp_path, {}, settings)
    assert again.read == ("mal",)
    assert "Många är med" in again.page("mal.html")


def test_a_programme_that_is_kept_in_no_file_is_looked_at_too(tmp_path: Path) -> None:
    place = f"sqlite:///{tmp_path / 'programmes.db'}"
    kept = muniprog.save(attrs.evolve(planted(), notice=None), place)
    settings: dict[str, object] = {"muniprog_programmes": {"plan": f"{place}#plan"}}
    pages = {"index.rst": "Mål\n===\n\n.. muniprog:table:: themes plan\n"}
    first = documentation(tmp_path, pages, settings)
    assert (first.warnings, "muniprog-notice" in first.page()) == ("", False)
    assert documentation(tmp_path, {}, settings).read == ()
    muniprog.save(attrs.evolve(kept, subtitle=muniprog.Text.of({"sv": "Ändrat"})), place)
    assert documentation(tmp_path, {}, settings).read == ("index",)


def test_what_a_page_no_longer_shows_is_forgotten(tmp_path: Path) -> None:
    pages = {
        "index.rst": "S\n=\n\n.. toctree::\n\n   mal\n\n:muniprog:theme:`boende`\n",
        "mal.rst": "M\n=\n\n.. muniprog:report:: timetable\n\n.. muniprog:table:: themes\n",
    }
    assert documentation(tmp_path, pages).warnings == ""
    again = documentation(tmp_path, {"mal.rst": "M\n=\n\nInget.\n", "index.rst": f"{pages['index.rst']}\nMer.\n"})
    assert "“boende” is an item of the programme, but is shown on no page" in again.warnings
    assert NOTICE not in again.page("mal.html")


@pytest.mark.slow
def test_several_processes_come_to_the_same_pages(tmp_path: Path, built: Documentation) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "conf.py").write_text(
        "extensions = ['myst_parser', 'muniprog_sphinx']\nlanguage = 'sv'\nproject = 'Test'\nnitpicky = True\n"
        "muniprog_programmes = {'sample': 'vasa_2019_2022_sample'}\nmuniprog_as_of = '2020-12-31'\n",
        encoding="utf-8",
    )
    done = sphinx_build(tmp_path, "-j", "2", "-W", "-n")
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("index.html", "programmet.html", "muniprog-items.html"):
        assert (tmp_path / "_build/html" / name).read_text(encoding="utf-8") == built.page(name)


# --- What is wrong is said where it is written --------------------------------------------------------------


BAD = [
    (".. muniprog:report:: timetabel sample", "There is no report called “timetabel”. Did you mean “timetable”?"),
    (".. muniprog:report:: timetable borta", "There is no programme called “borta”."),
    (".. muniprog:report:: timetable sample\n   :language: no", "There is no language called “no”."),
    (".. muniprog:report:: timetable sample\n   :chapter: borta", "There is no chapter called “borta”."),
    (".. muniprog:report:: indicators sample\n   :as-of: i går", "i går"),
    (".. muniprog:figure:: owners sample\n   :anchor: borta", "There is no figure called “borta”."),
    (".. muniprog:table:: action sample", "There is no table called “action”."),
    (".. muniprog:table:: actions sample\n   :columns: titel", "There is no column called “titel”."),
    (".. muniprog:table:: actions sample\n   :theme: borta", "There is no item called “borta”."),
    (":muniprog:value:`sample boende verdict`", "There is no figure called “verdict”."),
    (":muniprog:value:`sample borta late`", "There is no item called “borta”."),
    (":muniprog:value:`boende`", "Write the programme, the item and which figure"),
    (":muniprog:value:`sample boende late 2020-13-13`", "2020-13-13"),
    (":muniprog:goal:`sample borta`", "There is no item called “borta”."),
    (":muniprog:goal:`sample boende`", "There is no goal called “boende”."),
    (":muniprog:goal:`sample boenderadgivning`", "“boenderadgivning” is an item of the programme, but is shown on"),
]
"""What is wrong on a page, and what is said about it."""


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Documentation:
    pages = {f"bad-{number}.rst": f":orphan:\n\nStart\n=====\n\n{written}\n" for number, (written, _) in enumerate(BAD)}
    in_myst = "# Start\n\nText\n\n```{muniprog:table} action sample\n```\n"
    return documentation(tmp_path_factory.mktemp("bad"), {"index.md": in_myst, **pages})


@pytest.mark.parametrize(("number", "said"), [(number, said) for number, (_, said) in enumerate(BAD)])
def test_bad_input_is_a_warning_at_its_line_in_the_words_of_muniprog(
    bad: Documentation, number: int, said: str
) -> None:
    told = [line for line in bad.warnings.splitlines() if f"bad-{number}.rst:6: WARNING: " in line]
    assert len(told) == 1
    assert said in told[0]
    assert "Start" in bad.page(f"bad-{number}.html")


def test_bad_input_in_myst_is_a_warning_at_its_line_too(bad: Documentation) -> None:
    assert "index.md:5: WARNING: There is no table called “action”." in bad.warnings


def test_no_programme_or_several_need_a_name(tmp_path: Path) -> None:
    page = {"index.rst": "Start\n=====\n\n.. muniprog:table:: goals\n\n:muniprog:value:`boende late`\n"}
    none = documentation(tmp_path, page, muniprog_programmes={})
    assert none.warnings.count("There is no programme called “”.") == 2
    two = {"a": "vasa_2019_2022", "b": "vasa_2019_2022_sample"}
    assert "Known: a, b." in documentation(tmp_path, page, muniprog_programmes=two).warnings


def test_a_value_without_a_day_is_refused(tmp_path: Path) -> None:
    page = {"index.rst": "Start\n=====\n\n:muniprog:value:`boende late`\n"}
    assert "Say on which day" in documentation(tmp_path, page, muniprog_as_of=None).warnings


def test_a_programme_that_cannot_be_read_is_a_warning_with_all_its_problems(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad/programme.yaml").write_text("muniprog: 1\nid: bad\ntitel: x\n", encoding="utf-8")
    page = {"index.rst": "Start\n=====\n\n.. muniprog:table:: goals\n"}
    built = documentation(tmp_path, page, muniprog_programmes={"bad": "bad"})
    assert "programme.yaml:3:1" in built.warnings
    assert "Did you mean “title”?" in built.warnings


@pytest.mark.slow
def test_with_warnings_as_errors_the_build_fails(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['muniprog_sphinx']\n", encoding="utf-8")
    (tmp_path / "index.rst").write_text("S\n=\n\n.. muniprog:table:: goals borta\n", encoding="utf-8")
    done = sphinx_build(tmp_path, "-W")
    assert done.returncode != 0
    assert "There is no programme called “borta”." in done.stderr


# --- What is not for everybody ------------------------------------------------------------------------------


def test_internal_items_are_shown_only_where_they_are_asked_for(tmp_path: Path) -> None:
    sample = muniprog.load("vasa_2019_2022_sample")
    internal = next(action for action in sample.actions if action.visibility is muniprog.Visibility.INTERNAL)
    table = f":muniprog:action:`{internal.id}`\n\n.. muniprog:table:: actions\n"
    hidden = documentation(tmp_path, {"index.rst": f"Start\n=====\n\n{table}"})
    assert f"“{internal.id}” is an item of the programme, but is shown on no page" in hidden.warnings
    assert f"<span>{internal.id}</span>" in hidden.page()
    assert str(internal.title) not in hidden.page()
    asked = documentation(tmp_path, {"index.rst": f"Start\n=====\n\n{table}   :internal:\n"})
    assert asked.warnings == ""
    assert re.search(rf'href="#{internal.id}"[^>]*>(<[^>]+>)*{internal.title}', asked.page())


REPORTS = ("programme", "timetable", "owners", "indicators", "followup", "evaluation")
TABLES = ("themes", "goals", "actions", "owners", "indicators", "targets", "observations")


def test_no_file_tells_a_secret_of_a_programme(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    muniprog.save(planted(), tmp_path / "plan")
    shown = [f".. muniprog:report:: {report}\n   :language: sv, fi\n   :period: 2020\n" for report in REPORTS]
    shown += [f".. muniprog:table:: {table}\n" for table in TABLES]
    shown += [".. muniprog:figure:: timetable\n", ":muniprog:value:`mal completion 2020-12-31`\n"]
    page = {"index.rst": "\n".join(["Start\n=====\n", *shown])}
    settings: dict[str, object] = {"muniprog_programmes": {"plan": "plan"}, "muniprog_as_of": None}
    for builder in ("html", "latex"):
        built = documentation(tmp_path, page, settings, builder=builder, exclude_patterns=["_build", "plan"])
        assert built.warnings == ""
    files = [path for path in (tmp_path / "_build").rglob("*") if path.is_file()]
    assert {"index.html", "test.tex", "index.doctree", "environment.pickle"} < {path.name for path in files}
    numbers: dict[str, int | str] = {**NUMBERS, "suppressed share": SUPPRESSED_SHARE}
    assert {path.name: told for path in files if (told := found_in(path.read_bytes(), WORDS, numbers))} == {}


def test_two_versions_of_a_programme_have_figures_of_their_own(tmp_path: Path) -> None:
    vasa = muniprog.load("vasa_2019_2022")
    shelf = Shelf({}, tmp_path)
    shelf.put("now", vasa)
    shelf.put("before", attrs.evolve(vasa, themes=vasa.themes[:1]))
    counted = [
        muniprog.one_figure(shelf.figures(shelf.find(name), "2019-01-01"), vasa.id, "actions").spoken("en")
        for name in ("now", "before")
    ]
    assert counted[0] != counted[1]


# --- Several processes --------------------------------------------------------------------------------------


def test_what_another_process_has_found_on_its_pages_is_taken_over(tmp_path: Path) -> None:
    vasa = muniprog.load("vasa_2019_2022")
    theme = vasa.themes[0]

    def domain(*places: Shown) -> MuniprogDomain:
        made = MuniprogDomain.__new__(MuniprogDomain)
        made.data = {"shown": {}, "used": {place.page: {"vasa"} for place in places}, "states": {"vasa": "a"}}
        for place in places:
            made.note(vasa, theme, place)
        return made

    here, there, elsewhere = Shown(3, "here", "x"), Shown(1, "there", "x"), Shown(0, "elsewhere", "x")
    main, other = domain(here), domain(there, elsewhere)
    main.merge_domaindata({"there"}, other.data)
    assert main.shown[vasa.id, theme.id].places == {here, there}
    assert main.used == {"here": {"vasa"}, "there": {"vasa"}}
    empty = domain()
    empty.merge_domaindata({"there"}, other.data)
    assert empty.shown[vasa.id, theme.id].home == there

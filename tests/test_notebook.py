"""What a notebook shows of a programme, its items, its figures, rows and findings."""

import subprocess
import sys
from collections.abc import Iterable
from xml.etree.ElementTree import Element

import attrs
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

import muniprog
from muniprog.document import Column, Row, Table, cell
from muniprog.document.notebook import tables_html
from muniprog.model import Item, Missing, Programme
from muniprog.model.shown import ShowsItself
from muniprog.progress import FIGURE_TABLES
from muniprog.table_rows import MOST_SHOWN, TableRows, measured
from muniprog.tables import TABLES
from muniprog.text import Text
from tests.builders import action, goal, indicator, observation, owner, programme, theme


@pytest.fixture(scope="module")
def sample() -> Programme:
    return muniprog.load("vasa_2019_2022_sample")


@pytest.fixture(scope="module")
def figures(sample: Programme) -> muniprog.Figures:
    return muniprog.assess(sample, as_of="2021-12-31")


def parsed(shown: ShowsItself) -> Element:
    """What is shown, read strictly: a mistake in the HTML is an error."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(shown._repr_html_())
    return root


def words(element: Element | None) -> str:
    assert element is not None
    return "".join(element.itertext())


def captions(shown: ShowsItself) -> list[str]:
    return [words(caption) for caption in parsed(shown).iter("caption")]


def facts(shown: ShowsItself) -> dict[str, str]:
    """The pairs of the first table."""
    rows = next(parsed(shown).iter("table")).iter("tr")
    return {words(row.find("th")): words(row.find("td")) for row in rows}


def everything(sample: Programme, figures: muniprog.Figures) -> Iterable[ShowsItself]:
    yield sample
    yield from sample.entries()
    yield figures
    yield from (each for each in figures.values())
    yield from (muniprog.rows(sample, table) for table in TABLES)
    yield from (muniprog.figure_rows(figures, table) for table in FIGURE_TABLES)
    found = muniprog.check(sample)
    assert isinstance(found, ShowsItself)
    yield found


def test_whatever_is_shown_is_a_table_that_a_screen_reader_can_read(
    sample: Programme, figures: muniprog.Figures
) -> None:
    for shown in everything(sample, figures):
        root = parsed(shown)
        outer = root.find("div")
        assert outer is not None
        assert outer.get("lang") == "en"
        for table in root.iter("table"):
            assert words(table.find("caption")).strip()
            assert {head.get("scope") for head in table.iter("th")} <= {"row", "col"}
            for row in table.findall("tbody/tr"):
                assert [head.get("scope") for head in row.findall("th")] == ["row"]


def test_a_text_is_tagged_with_its_language() -> None:
    plan = programme(title={"sv": "Planen", "fi": "Suunnitelma"})
    spans = {span.get("lang"): words(span) for span in parsed(plan).iter("span")}
    assert (spans["sv"], spans["fi"]) == ("Planen", "Suunnitelma")


def test_a_programme_shows_what_it_is_and_its_themes(sample: Programme) -> None:
    assert captions(sample) == ["Programme vasa-2019-2022-sample", "Themes"]
    shown = facts(sample)
    assert (shown["Period"], shown["Municipality"], shown["Actions"]) == ("2019–2022", "Vaasa", "45")
    assert captions(programme()) == ["Programme program"]


def test_each_kind_of_item_shows_what_hangs_on_it(sample: Programme) -> None:
    assert captions(sample["boende"]) == ["Theme boende", "Goals"]
    assert captions(sample["boenderadgivning"]) == ["Goal boenderadgivning", "Actions", "Indicators"]
    assert captions(sample["boenderadgivning-inledning"]) == ["Action boenderadgivning-inledning"]
    assert captions(sample["hussektorn"]) == ["Owner hussektorn"]
    seen = indicator("i", targets=[3], observations=(observation("2020", 1),))
    assert captions(seen) == ["Indicator i", "Targets", "Observations"]


def test_a_theme_shows_all_that_may_hang_on_one() -> None:
    whole = theme("t", goal("g"), action("a"), theme("inre"), indicators=(indicator("i"),))
    assert captions(whole) == ["Theme t", "Themes", "Goals", "Actions", "Indicators"]
    counted = list(parsed(programme(whole)).iter("table"))[1]
    assert [words(row) for row in counted.findall("tbody/tr")] == ["tt111", "inreinre000"]


def test_an_item_of_no_kind_shows_its_title() -> None:
    assert facts(Item(id="x", title=Text.of("Något", "sv"))) == {"Title (sv)": "Något"}


def test_nothing_tells_how_to_reach_an_owner() -> None:
    reached = attrs.evolve(owner("o"), contact=muniprog.Contact(name="Hemlig", email="hemlig@example.org"))
    assert "emlig" not in reached._repr_html_()


def test_values_are_shown_by_their_kind() -> None:
    seen = (
        observation("2020", missing=Missing.SUPPRESSED),
        observation("2021", 3, dimensions={"sex": "f"}),
        observation("2022", False),
    )
    asked = indicator("i", baseline=True, targets=["klart", 67000], observations=seen)
    html = asked._repr_html_()
    for shown in ("yes", "no", "klart", "67,000", "suppressed", "sex: f"):
        assert f">{shown}<" in html


def test_figures_show_the_results_and_how_they_came_about(figures: muniprog.Figures) -> None:
    assert captions(figures) == ["Figures of vasa-2019-2022-sample on 2021-12-31"]
    assert captions(figures["boenderadgivning"]) == ["Housing advice (boenderadgivning)", "Actions"]
    assert captions(figures.programme) == [f"{figures.source.title['en']} (vasa-2019-2022-sample)"]
    assert facts(figures.actions[0])["From"].startswith("Actual end")
    assert captions(figures.indicator("andel-anstallda-med-invandrarbakgrund"))[1] == "Values"


def test_rows_are_a_list_and_show_themselves(sample: Programme) -> None:
    found = muniprog.rows(sample, "goals", "fi")
    assert isinstance(found, list)
    assert found == [dict(row) for row in found]
    assert captions(found) == ["goals: 27 rows"]
    titles = [span.get("lang") for span in parsed(found).iter("span")]
    assert set(titles) == {"fi"}


def test_of_many_rows_the_first_are_shown() -> None:
    rows = TableRows(
        ({"id": str(n), "count": n, "value": 1.0, "on": None, "is": True} for n in range(100)), name="t", language="en"
    )
    assert captions(rows) == [f"t: 100 rows, the first {MOST_SHOWN} shown"]
    first = next(parsed(rows).iter("tbody")).find("tr")
    assert words(first) == "001yes"
    assert len(list(parsed(rows).iter("tr"))) == MOST_SHOWN + 1


def test_no_rows_are_told_too() -> None:
    assert captions(TableRows([], name="t", language="en")) == ["t: 0 rows"]


def test_what_was_measured_stands_in_the_column_of_its_type() -> None:
    assert measured("value", False) == {"value": None, "value_yes_no": False, "value_text": None}
    assert measured("value", "klart") == {"value": None, "value_yes_no": None, "value_text": "klart"}
    assert measured("value", None) == {"value": None, "value_yes_no": None, "value_text": None}


@given(st.text())
def test_whatever_is_typed_is_only_text(typed: str) -> None:
    table = Table(f"x{typed}", [Column(typed)], [Row([cell(typed, header=True)])])
    shown = tables_html([table], "en")
    elements = {element.tag for element in html5lib.parseFragment(shown, namespaceHTMLElements=False).iter()}
    assert elements <= {"DOCUMENT_FRAGMENT", "div", "table", "caption", "thead", "tbody", "tr", "th", "br"}


def test_amounts_in_dollars_are_no_formula() -> None:
    plan = programme(title="Från $5 till $6")
    for shown in (plan, muniprog.report("programme", plan)):
        div = html5lib.parseFragment(shown._repr_html_(), namespaceHTMLElements=False).find("div")
        assert {"tex2jax_ignore", "mathjax_ignore"} <= set(div.get("class").split())


@pytest.mark.parametrize(
    "typed",
    ['</script><img src=x onerror="alert(1)">', '=HYPERLINK("http://example.org")', "<!--", '" onclick="x'],
)
def test_x01_e01_hostile_text_is_shown_by_everything_as_it_was_typed(typed: str) -> None:
    def shown(text: str) -> list[Element]:
        asked = indicator("i", title=text, targets=[text], observations=(observation("2020", text),))
        whole = programme(
            theme("t", goal("g", action("a", title=text), title=text, indicators=(asked,)), title=text),
            title=text,
            owners=(owner("o", text),),
        )
        figures = muniprog.assess(whole, as_of="2021-12-31")
        values: list[ShowsItself] = [whole, *whole.entries(), figures, *figures.values()]
        values += [muniprog.rows(whole, table) for table in TABLES]
        values += [muniprog.figure_rows(figures, table) for table in FIGURE_TABLES]
        return [parsed(value) for value in values]

    harmless = shown("Mål")
    for element, other in zip(shown(typed), harmless, strict=True):
        assert [each.tag for each in element.iter()] == [each.tag for each in other.iter()]
        assert [sorted(each.attrib) for each in element.iter()] == [sorted(each.attrib) for each in other.iter()]
        assert words(other).count("Mål") == words(element).count(typed)


def test_what_shows_itself_says_how() -> None:
    with pytest.raises(NotImplementedError):
        ShowsItself()._repr_html_()


def test_the_model_loads_nothing_to_be_shown_with_and_showing_needs_no_template_engine() -> None:
    code = (
        "import sys, muniprog, muniprog.model, muniprog.progress, muniprog.tables\n"
        "print('muniprog.document' in sys.modules)\n"
        "muniprog.Owner(id='o', name=muniprog.Text.of('Owner'))._repr_html_()\n"
        "print('muniprog.document' in sys.modules, 'jinja2' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.split() == ["False", "True", "False"]

"""A report on its way to its readers."""

from pathlib import Path

import html5lib
import pytest

from muniprog.document import Look
from muniprog.errors import StorageError, UnknownNameError
from muniprog.printed import Printed
from muniprog.workspace import load, plugins, report


@pytest.fixture(scope="module")
def timetable() -> Printed:
    return report("timetable", load("vasa_2019_2022"))


def test_it_shows_itself_as_text(timetable: Printed) -> None:
    assert str(timetable) == timetable.render().decode() == timetable.render("text").decode()


def test_in_a_notebook_it_shows_itself_as_part_of_a_page(timetable: Printed) -> None:
    shown = timetable._repr_html_()
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(shown)
    (outer,) = root
    assert (outer.get("lang"), outer.get("class")) == ("sv", "muniprog tex2jax_ignore mathjax_ignore")
    assert [heading.text for heading in outer.iter("h1")] == ["Målens tidtabell"]
    assert all(table.find("caption") is not None for table in outer.iter("table"))
    assert not list(outer.iter("script"))


def test_the_notice_of_the_sample_stands_in_the_notebook_too() -> None:
    assert "Exempeldata – påhittade uppgifter" in report("timetable", load("vasa_2019_2022_sample"))._repr_html_()


def test_where_a_notebook_shows_no_html_it_shows_itself_as_markdown(timetable: Printed) -> None:
    shown = timetable._repr_markdown_()
    assert shown == timetable.render("markdown").decode()
    assert shown.startswith("#")


@pytest.mark.parametrize(
    ("name", "backend"), [("a.md", "markdown"), ("a.html", "html"), ("a.txt", "text"), ("A.HTML", "html")]
)
def test_the_ending_chooses_how_it_is_printed(name: str, backend: str, timetable: Printed, tmp_path: Path) -> None:
    timetable.save(tmp_path / "new" / name)
    assert (tmp_path / "new" / name).read_bytes() == timetable.render(backend)


def test_a_name_beats_the_ending(timetable: Printed, tmp_path: Path) -> None:
    timetable.save(tmp_path / "a.md", to="html")
    assert (tmp_path / "a.md").read_bytes() == timetable.render("html")


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.xyz", r"“\.xyz”.*Known: .*\.html"), ("a", "“”")],
)
def test_what_cannot_be_printed_says_what_can(name: str, advice: str, timetable: Printed, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match=advice):
        timetable.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_backend_has_its_nearest(timetable: Printed) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “markdown”"):
        timetable.render("markdwon")


def test_a_file_that_cannot_be_written_says_why(timetable: Printed, tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(StorageError, match=r"“a\.md” was not saved"):
        timetable.save(tmp_path / "a.md")


def test_two_are_the_same_when_they_say_the_same(timetable: Printed) -> None:
    again = report("timetable", load("vasa_2019_2022"))
    assert again == timetable


def test_report_is_one_line_in_a_session(timetable: Printed) -> None:
    assert repr(timetable) == "<Printed <Document in sv: Målens tidtabell>>"


@pytest.mark.parametrize("name", sorted(plugins().reports))
def test_every_report_is_given_the_look_that_is_asked_for(name: str) -> None:
    programme, look = load("vasa_2019_2022_sample"), Look(accent="#123456", footer="Town Hall")
    assert report(name, programme, look=look).document.look == look
    assert report(name, programme).document.look == Look()


def test_a_report_of_several_programmes_is_given_it_too() -> None:
    look = Look(accent="#123456")
    assert report("owners", [load("vasa_2019_2022_sample")], look=look).document.look == look

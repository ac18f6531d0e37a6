"""The gallery shows every report, links to every file, marks what is invented, and says which plug-ins are missing."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

import muniprog_docs.gallery_page as shown
from muniprog.plugins import Plugins, load_plugins


@pytest.fixture
def only_built_in(monkeypatch: pytest.MonkeyPatch) -> Plugins:
    """muniprog without any plug-in, so that printing is quick."""
    found = load_plugins(entry_points=[])
    monkeypatch.setattr(shown, "plugins", lambda: found)
    return found


def links(page: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="([^"]+)"', page))


def test_every_report_is_there_and_what_is_invented_is_marked(only_built_in: Plugins) -> None:
    sections = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", shown.gallery(), flags=re.MULTILINE | re.DOTALL))
    assert len(sections) == len(only_built_in.reports) + 1
    for exhibit in shown.exhibits():
        section = sections[exhibit.report.title.spoken("en").partition(":")[0]]
        assert ("Sample data – invented" in section) is exhibit.is_invented
        assert "```text" in section
    assert {exhibit.report.name for exhibit in shown.exhibits() if not exhibit.is_invented} >= {
        "programme",
        "timetable",
    }


def test_what_is_not_installed_is_said(only_built_in: Plugins) -> None:
    assert "`muniprog-docx`, `muniprog-latex`, `muniprog-pdf`, `muniprog-xlsx`" in shown.gallery()


def test_every_link_leads_to_a_file(only_built_in: Plugins, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = [exhibit for exhibit in shown.exhibits() if exhibit.report.name in {"owners", "timetable"}]
    monkeypatch.setattr(shown, "exhibits", lambda: iter(two))
    shown.make_files(tmp_path / shown.FILES)
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert files == links(shown.gallery())
    assert len(files) == len(two) * len(only_built_in.backends) * len(shown.LANGUAGES) + 1


def test_files_are_made_once_for_a_web_site_and_then_kept(
    only_built_in: Plugins, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        folder.mkdir(parents=True)
        (folder / "report.html").write_text("page", encoding="utf-8")

    monkeypatch.setattr(shown, "make_files", make)
    monkeypatch.setattr(shown, "state", lambda: "now")
    for form, out in [("xml", "xml"), ("html", "first"), ("html", "second")]:
        builder = SimpleNamespace(format=form)
        app = SimpleNamespace(doctreedir=tmp_path / "trees", outdir=tmp_path / out, builder=builder)
        shown.write_files(app, None)  # type: ignore[arg-type]
        shown.write_files(app, ValueError())  # type: ignore[arg-type]
    assert len(made) == 1
    assert not (tmp_path / "xml").exists()
    assert (tmp_path / "second" / "gallery" / "files" / "report.html").read_text(encoding="utf-8") == "page"
    monkeypatch.setattr(shown, "state", lambda: "later")
    shown.write_files(app, None)  # type: ignore[arg-type]
    assert len(made) == 2


def test_the_state_is_that_of_what_the_files_are_made_with(only_built_in: Plugins) -> None:
    assert shown.state() == shown.state()
    assert len(shown.state()) == 64

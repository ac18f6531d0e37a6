"""Finding entry points: what `importlib.metadata` finds, without its weight."""

import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from muniprog.plugins.scanning import ScannedEntryPoint, scan


def package(folder: Path, name: str, entries: str | None, ending: str = ".dist-info") -> Path:
    about = folder / f"{name}{ending}"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name.partition('-')[0]}\nVersion: 3\n", encoding="utf-8"
    )
    if entries is not None:
        (about / "entry_points.txt").write_text(entries, encoding="utf-8")
    return about


def found(group: str = "prov") -> list[tuple[str, str]]:
    return sorted((entry.name, entry.value) for entry in scan(group))


@pytest.mark.parametrize("group", ["muniprog", "console_scripts", "pytest11", "nobody.has.this"])
def test_finds_what_importlib_finds(group: str) -> None:
    assert found(group) == sorted((entry.name, entry.value) for entry in entry_points(group=group))


def test_reads_the_right_section_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(
        tmp_path,
        "ett_paket-1",
        "[console_scripts]\nx = a:b\n\n"
        "[prov]\n# not = this\n; nor = this\nfirst=one\nsecond = two:deep.er [extra]\nneither\n",
    )
    package(tmp_path, "utan-1", None)
    monkeypatch.syspath_prepend(tmp_path)
    assert found() == [("first", "one"), ("second", "two:deep.er [extra]")]


def test_first_of_two_versions_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(tmp_path / "later", "Ett.Paket-1", "[prov]\nold = old\n")
    package(tmp_path / "first", "ett_paket-2", "[prov]\nnew = new\n", ".egg-info")
    monkeypatch.syspath_prepend(tmp_path / "later")
    monkeypatch.syspath_prepend(tmp_path / "first")
    assert found() == [("new", "new")]


def test_folder_that_is_not_there_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path / "nowhere")
    assert found() == []


def test_loads_modules_and_what_stands_in_them() -> None:
    assert ScannedEntryPoint("m", "os.path", "").load() is sys.modules["os.path"]
    assert ScannedEntryPoint("m", "os : path.join [extra]", "").load() is sys.modules["os"].path.join


def test_package_is_read_when_somebody_asks(tmp_path: Path) -> None:
    dist = ScannedEntryPoint("a", "b", str(package(tmp_path, "paket-3", None))).dist
    assert (dist.name, dist.version) == ("paket", "3")


def test_archive_on_the_path_is_left_to_importlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "paket.zip"
    with zipfile.ZipFile(archive, "w") as whole:
        whole.writestr("paket-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: paket\nVersion: 1\n")
        whole.writestr("paket-1.dist-info/entry_points.txt", "[prov]\nzipped = inside\n")
    monkeypatch.syspath_prepend(archive)
    assert found() == [("zipped", "inside")]


def test_finder_of_somebody_else_is_left_to_importlib(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        @staticmethod
        def find_spec(*_: object) -> None:
            return None

        @staticmethod
        def find_distributions(*_: object) -> list[object]:
            return []

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert found("muniprog") == sorted((entry.name, entry.value) for entry in entry_points(group="muniprog"))

"""The contract of a storage, run on folders of YAML files."""

from pathlib import Path

import pytest

from muniprog.storage.files import FileDriver
from muniprog.testing import StorageContract


class TestFiles(StorageContract):
    driver = FileDriver()

    @pytest.fixture
    def location(self, tmp_path: Path) -> str:
        return f"{tmp_path / 'plans'}/"

    @pytest.fixture
    def wrong_locations(self, tmp_path: Path) -> list[str]:
        (tmp_path / "file").write_text("no folder", encoding="utf-8")
        return [str(tmp_path / "file"), str(tmp_path / "file" / "below")]

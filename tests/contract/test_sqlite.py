"""The contract of a storage, run on SQLite databases."""

from pathlib import Path

import pytest

from muniprog.storage.drivers import SqliteDriver
from muniprog.testing import StorageContract


class TestSqlite(StorageContract):
    driver = SqliteDriver()

    @pytest.fixture
    def location(self, tmp_path: Path) -> str:
        return f"sqlite:///{tmp_path / 'programmes.db'}"

    @pytest.fixture
    def wrong_locations(self, tmp_path: Path) -> list[str]:
        (tmp_path / "file").write_text("no folder, and no database either; it is long enough to be one" * 9, "utf-8")
        return [
            "sqlite:",
            "sqlite://",
            "sqlite:///",
            f"sqlite:///{tmp_path}",
            f"sqlite:///{tmp_path / 'file'}",
            f"sqlite:///{tmp_path / 'file' / 'below.db'}",
        ]

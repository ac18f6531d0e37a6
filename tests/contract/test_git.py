"""The contract of a storage, run on folders of YAML files in a git repository whose every change is committed."""

from pathlib import Path

import pytest

from muniprog.storage.files import FileDriver
from muniprog.testing import StorageContract
from tests.git import commit_all, repository


class TestGit(StorageContract):
    driver = FileDriver()

    @pytest.fixture
    def location(self, tmp_path: Path) -> str:
        return f"{repository(tmp_path / 'repository') / 'plans'}/"

    def record(self, location: str, *, note: str, by: str) -> None:
        commit_all(Path(location).parent, note, by=by or "Planerare")

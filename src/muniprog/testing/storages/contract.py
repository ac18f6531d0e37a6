"""The contract of a storage, whole."""

from muniprog.testing.storages.abilities import Searching, Together, Wholeness
from muniprog.testing.storages.company import Company
from muniprog.testing.storages.conflicts import Conflicts
from muniprog.testing.storages.history import History
from muniprog.testing.storages.keeping import Keeping
from muniprog.testing.storages.refusals import Refusals


class StorageContract(Keeping, Conflicts, Refusals, Company, History, Searching, Wholeness, Together):
    """Everything that a storage promises, as tests.

    Subclass it, say which driver and where, and run pytest:

    ```python
    class TestShelves(StorageContract):
        driver = ShelfDriver()

        @pytest.fixture
        def location(self, tmp_path: Path) -> str:
            return f"shelf:{tmp_path / 'programmes'}"
    ```

    The docstring of each test says what is promised. What a storage can do beside keeping is tested where it says by
    an interface that it can: `KeepsHistory`, `Searches`, `ChecksItself`, `SavesTogether`.
    """

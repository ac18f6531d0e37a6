"""The contract of a report backend, whole."""

from muniprog.testing.report_backends.hostility import Hostility
from muniprog.testing.report_backends.printing import Printing
from muniprog.testing.report_backends.sameness import Sameness


class ReportBackendContract(Printing, Hostility, Sameness):
    """Everything that a report backend promises, as tests.

    Subclass it, give the backend and a way to read its files, and run pytest:

    ```python
    class TestWiki(ReportBackendContract):
        backend = Wiki()

        def text_of(self, file: bytes) -> str:
            return …  # what a reader reads, without the signs of the wiki
    ```

    The docstring of each test says what is promised. With `pages`, `links` and `shape` files are looked at more
    closely.
    """

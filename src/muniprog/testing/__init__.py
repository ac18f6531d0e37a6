"""What the authors of plug-ins test with: strategies, and the contracts of storages, form files and report backends.

Needs the extra `muniprog[testing]`.
"""

import pytest

# Before the tests are imported: then a failing one shows the values on both sides.
pytest.register_assert_rewrite(
    "muniprog.testing.storages", "muniprog.testing.form_files", "muniprog.testing.report_backends"
)

from muniprog.testing.form_files import FormFileContract, forms  # noqa: E402
from muniprog.testing.pieces import texts  # noqa: E402
from muniprog.testing.report_backends import ReportBackendContract, documents  # noqa: E402
from muniprog.testing.storages import StorageContract  # noqa: E402
from muniprog.testing.strategies import programme_mappings, programmes  # noqa: E402

__all__ = [
    "FormFileContract",
    "ReportBackendContract",
    "StorageContract",
    "documents",
    "forms",
    "programme_mappings",
    "programmes",
    "texts",
]

"""What every storage and every report backend promises, from the tests that hold them to that."""

import inspect
from collections.abc import Iterator

from muniprog.testing import ReportBackendContract, StorageContract


def storage_contract() -> str:
    """Return a section for each part of the contract, with one line for each promise."""
    return _sections(StorageContract)


def report_backend_contract() -> str:
    """Return a section for each part of the contract, with one line for each promise."""
    return _sections(ReportBackendContract)


def _sections(contract: type) -> str:
    return "\n".join(_section(part) for part in contract.__mro__[1:] if any(promises(part)))


def promises(part: type) -> Iterator[str]:
    """Yield what each test of a part of the contract promises, in the order of the tests."""
    for name, test in vars(part).items():
        if name.startswith("test_"):
            yield inspect.cleandoc(test.__doc__ or "")


def _section(part: type) -> str:
    heading, *rest = inspect.cleandoc(part.__doc__ or "").split("\n\n")
    lines = "".join(f"- {' '.join(promise.split())}\n" for promise in promises(part))
    return "\n\n".join([f"### {heading.rstrip('.')}", *rest, lines])

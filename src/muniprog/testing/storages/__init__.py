"""What every storage promises, as tests that a plug-in inherits."""

from muniprog.testing.storages.contract import StorageContract

__all__ = ["StorageContract"]

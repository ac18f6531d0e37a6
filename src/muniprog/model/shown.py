"""What shows itself in a notebook."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from muniprog.document import Table


class ShowsItself:
    """A value that a notebook shows as tables; whoever inherits from it says which.

    What it takes to show something is loaded when something is shown.
    """

    __slots__ = ()

    def _tables(self) -> "Iterable[Table]":
        """Return the tables."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        from muniprog.document.notebook import tables_html

        return tables_html(self._tables(), "en")

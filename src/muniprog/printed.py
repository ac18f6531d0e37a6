"""A report on its way to its readers: one document, and every file type that it can be printed as."""

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from muniprog.document import Document
    from muniprog.plugins import Plugins


@attrs.frozen(kw_only=True)
class Printed:
    """A report of a programme. `print(printed)` shows it as text; in a notebook it shows itself.

    Attributes:
        document: The report as a tree of blocks.
        plugins: Where the report backends are found.
    """

    document: "Document"
    plugins: "Plugins" = attrs.field(repr=False, eq=False)

    def render(self, to: str = "text") -> bytes:
        """Return the report as the file of a report backend.

        Raises:
            UnknownNameError: There is no such report backend.
        """
        return self.plugins.backends.find(to).render(self.document)

    def save(self, path: str | Path, *, to: str | None = None) -> None:
        """Write the report to a file; the ending of its name chooses the report backend unless `to` names one.

        Raises:
            UnknownNameError: No report backend answers to the ending or the name.
            StorageError: The file cannot be written.
        """
        from muniprog.storage.atomic import write_files

        backend = (
            self.plugins.backends.find(to) if to is not None else self.plugins.backends.by_suffix(Path(path).suffix)
        )
        write_files({Path(path): backend.render(self.document)})

    def __repr__(self) -> str:
        return f"<Printed {self.document!r}>"

    def __str__(self) -> str:
        return self.render("text").decode()

    def _repr_markdown_(self) -> str:
        return self.render("markdown").decode()

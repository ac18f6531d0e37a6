"""Tables for builders that know no cells which span rows: a cell in each row, empty below the one that spans."""

from typing import ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from muniprog_sphinx.printing.nodes import TableFrame


class UnspannedTables(SphinxPostTransform):
    """Fills the rows of tables for manual pages and Texinfo, whose cells would else move into wrong columns."""

    default_priority = 400
    builders: ClassVar[tuple[str, ...]] = ("man", "texinfo")  # type: ignore[misc]  # Sphinx has it on the instance

    def run(self, **_: object) -> None:
        """Fill the rows of every table that a directive has printed."""
        for frame in self.document.findall(TableFrame):
            for group in frame.findall(nodes.tgroup):
                _fill(group)


def _fill(group: nodes.tgroup) -> None:
    covered = [0] * int(group["cols"])
    for row in group.findall(nodes.row):
        begun = iter(list(row.findall(nodes.entry)))
        cells: list[nodes.entry] = []
        for column, rows in enumerate(covered):
            cell = nodes.entry() if rows else next(begun)
            covered[column] = rows - 1 if rows else cell.attributes.pop("morerows", 0)
            cells.append(cell)
        row.clear()
        row.extend(cells)

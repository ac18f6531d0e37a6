"""Parts of a document: a chapter of it, its facts, and its headings one level up or down."""

from collections.abc import Iterator

import attrs

import muniprog
from muniprog_sphinx.words import CHAPTER


@attrs.frozen
class Chapter:
    """What stands under one heading of level 1, or before the first one.

    Attributes:
        heading: The heading; None for what stands before the first one.
        blocks: What stands under it, with headings of level 1 for its parts.
    """

    heading: muniprog.Heading | None
    blocks: tuple[muniprog.Block, ...]


def chapters(document: muniprog.Document) -> Iterator[Chapter]:
    """Yield the chapters of a document; what stands before the first heading comes first, if only as nothing."""
    heading: muniprog.Heading | None = None
    blocks: list[muniprog.Block] = []
    for block in document.blocks:
        if isinstance(block, muniprog.Heading) and block.level == 1:
            yield Chapter(heading, tuple(blocks))
            heading, blocks = block, []
        else:
            blocks.append(moved(block, -1))
    yield Chapter(heading, tuple(blocks))


def chapter(document: muniprog.Document, anchor: str) -> Chapter:
    """Return the chapter whose heading has an anchor.

    Raises:
        UnknownNameError: No heading of level 1 has the anchor.
    """
    found = {each.heading.anchor: each for each in chapters(document) if each.heading is not None}
    if anchor not in found:
        raise muniprog.UnknownNameError(CHAPTER, anchor, [name for name in found if name])
    return found[anchor]


def facts(document: muniprog.Document) -> Iterator[muniprog.Block]:
    """Yield what stands on the title page of a document, below its title."""
    if document.subtitle:
        yield muniprog.Paragraph(document.subtitle)
    if document.metadata:
        yield muniprog.BulletList(
            muniprog.prose((attrs.evolve(span, emphasis=True) for span in name), ": ", value)
            for name, value in document.metadata
        )


def moved(block: muniprog.Block, levels: int) -> muniprog.Block:
    """Return a block with its headings moved down, or up for less than zero; none comes above level 1."""
    if isinstance(block, muniprog.Heading):
        return attrs.evolve(block, level=max(1, block.level + levels))
    if isinstance(block, muniprog.InLanguage):
        return attrs.evolve(block, blocks=tuple(moved(each, levels) for each in block.blocks))
    return block

"""Which pages lie, as tables want, and which stand, because a picture on them is higher than wide."""

from collections.abc import Iterator, Sequence

import attrs

import muniprog
from muniprog_pdf.pictures import is_tall


@attrs.frozen
class Section:
    """Blocks on pages that all lie or all stand."""

    blocks: tuple[muniprog.Block, ...]
    stands: bool


def sections(blocks: Sequence[muniprog.Block]) -> Iterator[Section]:
    """Yield the blocks of a document in sections; a tall picture takes along what heads it and pictures after it."""
    stands = [_wants_to_stand(block) for block in blocks]
    for index in range(1, len(blocks)):
        stands[index] |= stands[index - 1] and isinstance(blocks[index], muniprog.Figure)
    for index in range(len(blocks) - 1, 0, -1):
        stands[index - 1] |= stands[index] and isinstance(blocks[index - 1], muniprog.Heading)
    start = 0
    for end in range(1, len(blocks) + 1):
        if end == len(blocks) or stands[end] != stands[start]:
            yield Section(tuple(blocks[start:end]), stands[start])
            start = end


def _wants_to_stand(block: muniprog.Block) -> bool:
    """Return whether a block is a tall picture, or has one among what is in another language."""
    if isinstance(block, muniprog.InLanguage):
        return any(_wants_to_stand(inside) for inside in block.blocks)
    return isinstance(block, muniprog.Figure) and is_tall(block.svg)

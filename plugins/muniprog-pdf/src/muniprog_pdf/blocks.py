"""Blocks as plain mappings."""

from collections.abc import Iterable

import muniprog
from muniprog_pdf.languages import voice
from muniprog_pdf.pictures import with_weights
from muniprog_pdf.prose import Scribe, sign, written
from muniprog_pdf.tables import describe_table

_NOTE_WORDS = {
    muniprog.NoteKind.NOTE: muniprog.message("Note"),
    muniprog.NoteKind.WARNING: muniprog.message("Warning"),
    muniprog.NoteKind.SOURCE: muniprog.message("Source"),
}
_NO_WORDS = "–"
_FIGURE = muniprog.message("Figure")


def describe_blocks(blocks: Iterable[muniprog.Block], scribe: Scribe) -> list[muniprog.Plain]:
    """Return blocks, one after the other."""
    above: muniprog.Block | None = None
    found: list[muniprog.Plain] = []
    for block in blocks:
        found.extend(_block(block, above, scribe))
        above = block
    return found


def _block(block: muniprog.Block, above: muniprog.Block | None, scribe: Scribe) -> list[muniprog.Plain]:
    match block:
        case muniprog.Heading():
            return [_heading(block, scribe)]
        case muniprog.Paragraph():
            return [{"block": "paragraph", "content": scribe.prose(block.content)}]
        case muniprog.BulletList():
            return [_list(block, scribe)] if block.items else []
        case muniprog.Table():
            return [describe_table(block, scribe, caption=not muniprog.caption_repeats(block, above))]
        case muniprog.Figure():
            rows = [] if block.told_at else [describe_table(block.table, scribe, caption=True)]
            return [_figure(block, scribe), *rows]
        case muniprog.Note():
            word = _NOTE_WORDS[block.kind].spoken(scribe.language)
            return [{"block": "note", "note": block.kind.value, "word": word, "content": scribe.prose(block.content)}]
        case muniprog.PageBreak():
            return [{"block": "page break"}]
        case _:
            return [_in_language(block)]


def _heading(heading: muniprog.Heading, scribe: Scribe) -> dict[str, muniprog.Plain]:
    """Return a heading one level deeper, since the title of the document is a heading too; none may be empty."""
    content = heading.content if muniprog.plain(heading.content).strip() else muniprog.prose(_NO_WORDS)
    return {"block": "heading", "level": heading.level + 1, "content": scribe.prose(content), **_place(heading)}


def _place(block: muniprog.Heading | muniprog.Figure) -> dict[str, muniprog.Plain]:
    return {"anchor": block.anchor} if block.anchor else {}


def _list(block: muniprog.BulletList, scribe: Scribe) -> dict[str, muniprog.Plain]:
    items: list[muniprog.Plain] = [describe_blocks(item, scribe) for item in block.items]
    inside = (each for item in block.items for each in muniprog.walk(item))
    wide = any(isinstance(each, (muniprog.Table, muniprog.Figure)) for each in inside)
    return {"block": "list", "numbered": block.numbered, "wide": wide, "items": items}


def _figure(figure: muniprog.Figure, scribe: Scribe) -> dict[str, muniprog.Plain]:
    alternative = (
        figure.alternative.strip() or muniprog.plain(figure.caption).strip() or _FIGURE.spoken(scribe.language)
    )
    return {
        "block": "figure",
        "svg": with_weights(figure.svg),
        "alternative": written(alternative),
        "caption": scribe.prose(figure.caption),
        **_place(figure),
    }


def _in_language(block: muniprog.InLanguage) -> dict[str, muniprog.Plain]:
    return {
        "block": "language",
        "tag": voice(block.language),
        "sign": sign(block.language),
        "blocks": describe_blocks(block.blocks, Scribe(block.language)),
    }

"""Changing a text so that it says something else and stays otherwise as it was, byte for byte.

Each entry that changes is tried in the gentlest way first: its value replaced where it stands, then its lines,
then its value on one line. What was tried is read back at once; what does not say what it should is never
used, and the collection around it is written anew instead, up to the whole document.
"""

from muniprog.collector import paused
from muniprog.raw_text import BYTE_ORDER_MARK, RawText
from muniprog.source import Plain
from muniprog.yaml12.block_edit import changed_block
from muniprog.yaml12.emitter import write
from muniprog.yaml12.flow_edit import edited_flow
from muniprog.yaml12.intention import intended_mapping
from muniprog.yaml12.layout import Layout, UnusualLayout
from muniprog.yaml12.proof import prove
from muniprog.yaml12.reader import YamlSource


def edit(source: YamlSource, old: dict[str, Plain], new: dict[str, Plain]) -> str:
    """Return the text of `source` changed so that it says `new` instead of `old`.

    >>> from muniprog.yaml12 import read
    >>> source = read("id: a  # kort\\ntitle: Boende\\n", "programme.yaml")
    >>> edit(source, source.mapping, {"id": "b", "title": "Boende"})
    'id: b  # kort\\ntitle: Boende\\n'

    Args:
        source: What was read.
        old: What was read, or its canonical form: lists of the same length and order, other parts perhaps in
            other words. Where it does not differ from `new` nothing is touched.
        new: What the text shall say.

    Raises:
        ValueProblem: A new value cannot be saved.
    """
    with paused():
        mark = BYTE_ORDER_MARK if source.raw.marked else ""
        target = intended_mapping(source.mapping, old, new)
        if target is source.mapping:
            return mark + source.raw.text
        return mark + _changed(source, target)


def _changed(source: YamlSource, target: dict[str, Plain]) -> str:
    """Return the text of `source` changed to say `target`, or if need be written anew."""
    raw, end = source.raw, source.raw.line_end
    # The last line is easier to change when it ends like the others.
    is_complete = raw.text.endswith(("\n", "\r"))
    layout = Layout(raw if is_complete else RawText(raw.text + end, raw.file), source.positions)
    try:
        text = _edited(layout, target)
    except UnusualLayout:
        return write(target).replace("\n", end)
    if is_complete:
        return text
    shortened = text.removesuffix(end)
    try:
        prove(shortened, target)
    except UnusualLayout:  # a block of text at the end may need its line end
        return text
    return shortened


def _edited(layout: Layout, target: dict[str, Plain]) -> str:
    root = layout.root()
    text = layout.raw.text
    if not target:
        raise UnusualLayout
    if layout.is_flow(root):
        layout.measure_root()
        edited = text[: root.start] + edited_flow(layout, root, target) + text[layout.measured_end(root) :]
        prove(edited, target)
        return edited
    changed = changed_block(layout, root, target, 0)
    return changed.text + text[changed.upto :]

"""Changing a collection in block style: entries come, go, move and change, each with its own lines."""

from collections.abc import Iterator

import attrs

from muniprog.source import Plain
from muniprog.yaml12.alignment import NEW, same
from muniprog.yaml12.emitter import item_lines, mapping_lines
from muniprog.yaml12.entry_edit import rewritten_entry
from muniprog.yaml12.layout import Entry, Layout, Node, UnusualLayout
from muniprog.yaml12.plan import Planned, is_in_place, plan
from muniprog.yaml12.proof import prove
from muniprog.yaml12.spans import is_compact, space_below, span, start


@attrs.frozen
class Replacement:
    """New text for a stretch of the old one.

    Attributes:
        text: The new text.
        upto: Where the old text goes on as it was.
    """

    text: str
    upto: int


def changed_block(layout: Layout, node: Node, target: Plain, begin: int) -> Replacement:
    """Return what stands from `begin` on when the block collection `node` becomes `target`, which is not empty.

    Raises:
        UnusualLayout: It cannot be changed entry by entry.
    """
    steps = plan(node.value, target)
    block = _Block(layout, node, layout.children(node), steps)
    if is_in_place(len(block.children), steps):
        return block.with_new_values(begin)
    return block.rebuilt(begin, target)


@attrs.frozen
class _Block:
    """A collection in block style and the entries that it shall have."""

    layout: Layout
    node: Node
    children: list[Node]
    steps: list[Planned]

    def with_new_values(self, begin: int) -> Replacement:
        """Return the text from `begin` to the end of the last entry whose value changes."""
        parts: list[str] = []
        for step in self.steps:
            if same(self.children[step.origin].value, step.value):
                continue
            entry = self.entry(step.origin)
            parts.append(self.layout.raw.text[begin : start(self.layout, entry)])
            changed = changed_entry(self.layout, entry, step)
            parts.append(changed.text)
            begin = changed.upto
        return Replacement("".join(parts), begin)

    def rebuilt(self, begin: int, target: Plain) -> Replacement:
        """Return the text from `begin` to the end of the collection, put together anew from its entries."""
        text = self.layout.raw.text
        first = start(self.layout, self.entry(0))
        upto = span(self.layout, self.entry(len(self.children) - 1)).tail
        compact = is_compact(self.layout, first)
        body = "".join(self._parts(indentation_of_first=" " * self.entry(0).column if compact else ""))
        prove(body + space_below(self.layout, upto), target)
        return Replacement(text[begin:first] + (body.lstrip(" ") if compact else body), upto)

    def entry(self, position: int) -> Entry:
        """Return the entry at `position` in the old collection."""
        return self.layout.entry(self.node, self.children[position])

    def _parts(self, indentation_of_first: str) -> Iterator[str]:
        """Yield the lines of the entries and what stands between them, in the new order."""
        stray = self._stray_comments()
        yield stray.get(-1, "")
        position = 0
        while position < len(self.steps):
            run = self._run_from(position)
            position += len(run)
            is_last = position == len(self.steps)
            origin = run[-1].origin
            if origin == NEW:
                yield self._new_lines(run[0])
                yield "" if is_last else self._usual_gap
                continue
            if run[0].origin == 0:
                yield indentation_of_first
            yield self._run_text(run)
            gap = self._gap(origin)
            yield (gap if "#" in gap else "") if is_last else gap
            yield stray.get(origin, "")

    def _run_from(self, position: int) -> list[Planned]:
        """Return the entries from `position` on that follow one another in the old text, too."""
        run = [self.steps[position]]
        for step in self.steps[position + 1 :]:
            before = run[-1].origin
            if before == NEW or step.origin != before + 1:
                break
            run.append(step)
        return run

    def _run_text(self, run: list[Planned]) -> str:
        begin = start(self.layout, self.entry(run[0].origin))
        changed = _Block(self.layout, self.node, self.children, run).with_new_values(begin)
        return changed.text + self.layout.raw.text[changed.upto : span(self.layout, self.entry(run[-1].origin)).tail]

    def _new_lines(self, step: Planned) -> str:
        column = self.entry(0).column
        lines = item_lines(step.value, column) if step.key is None else mapping_lines({step.key: step.value}, column)
        end = self.layout.raw.line_end
        return end.join(lines) + end

    def _gap(self, position: int) -> str:
        """Return what stands between the entry at `position` and the next one."""
        if position + 1 == len(self.children):
            return self._usual_gap
        begin = span(self.layout, self.entry(position)).tail
        return self.layout.raw.text[begin : start(self.layout, self.entry(position + 1))]

    @property
    def _usual_gap(self) -> str:
        """The empty lines that the list has between its first two items."""
        if len(self.children) == 1 or isinstance(self.node.value, dict):
            return ""
        gap = self._gap(0)
        return "" if gap.strip() else gap

    def _stray_comments(self) -> dict[int, str]:
        """Return what stands alone below entries that go, by the last entry above that stays."""
        kept = {step.origin for step in self.steps}
        stray: dict[int, str] = {}
        above = -1
        for position in range(len(self.children)):
            if position in kept:
                above = position
            elif position + 1 < len(self.children) and "#" in (gap := self._gap(position)):
                stray[above] = stray.get(above, "") + gap
        return stray


def changed_entry(layout: Layout, entry: Entry, step: Planned) -> Replacement:
    """Return the text of `entry` when its value changes.

    Raises:
        UnusualLayout: There is no way to change it that says what it should.
    """
    node = entry.node
    begin = start(layout, entry)
    if layout.is_block(node) and isinstance(step.value, type(node.value)) and step.value:
        try:
            inner = changed_block(layout, node, step.value, entry.open)
        except UnusualLayout:
            pass
        else:
            return Replacement(layout.raw.text[begin : entry.open] + inner.text, inner.upto)
    return Replacement(rewritten_entry(layout, entry, step), span(layout, entry).tail)

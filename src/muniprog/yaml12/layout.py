"""How a text is laid out around one value: where its entry begins, and where its text ends.

Ends are not kept while reading, for hardly anybody asks for one. Instead the few lines of one entry are
parsed once more. An *entry* is a key with its value in a mapping, or a dash with its value in a list, in
block style; what stands in braces and brackets belongs to the entry around it.
"""

import re

import attrs

from muniprog.positions import ROOT, Positions
from muniprog.raw_text import RawText
from muniprog.source import Path, Plain
from muniprog.yaml12.events import kinds, next_event
from muniprog.yaml12.line_breaks import replaced, stand_ins

_KEY = re.compile(r"""(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[^\r\n]*?)[ \t]*:(?=\s|\Z)""")
_BEFORE_ROOT, _BEFORE_ITEM, _BEFORE_VALUE = 2, 3, 4


class UnusualLayout(Exception):
    """The entry is written in a way that cannot be changed in place, such as with a key after a question mark."""


@attrs.frozen
class Node:
    """One value of the mapping and where it stands.

    Attributes:
        value: The value.
        order: Its order among all keys and values.
        start: Where its text starts.
        in_flow: Whether it stands inside braces or brackets.
    """

    value: Plain
    order: int
    start: int
    in_flow: bool


@attrs.frozen
class Entry:
    """A key with its value, or a dash with its value, in block style.

    Attributes:
        node: The value.
        begin: Where the key or the dash stands.
        column: How many characters stand before it on its line.
        open: Where what belongs to the value may begin: behind the colon or the dash.
    """

    node: Node
    begin: int
    column: int
    open: int


@attrs.frozen(eq=False)
class Layout:
    """The layout of one text that was read."""

    raw: RawText
    positions: Positions
    _parsed: str = attrs.field(init=False)
    _ends: dict[int, int] = attrs.field(factory=dict, init=False)

    @_parsed.default
    def _show_the_parser(self) -> str:
        return replaced(self.raw.text, stand_ins(self.raw.text))

    def root(self) -> Node:
        """Return the node of the whole mapping."""
        return Node(self.positions.mapping, ROOT, self.positions.starts[ROOT], in_flow=False)

    def is_flow(self, node: Node) -> bool:
        """Return whether `node` is a collection in braces or brackets."""
        return isinstance(node.value, (dict, list)) and (node.in_flow or self.raw.text[node.start] in "[{")

    def is_block(self, node: Node) -> bool:
        """Return whether `node` is a collection whose values stand on lines of their own."""
        return isinstance(node.value, (dict, list)) and not self.is_flow(node)

    def children(self, node: Node) -> list[Node]:
        """Return the nodes in a collection, in order."""
        if not isinstance(node.value, (dict, list)):
            return []
        values = node.value.values() if isinstance(node.value, dict) else node.value
        in_flow = self.is_flow(node)
        starts = self.positions.starts
        orders = self.positions.children(node.value, node.order)
        return [Node(value, order, starts[order], in_flow) for value, order in zip(values, orders, strict=True)]

    def entry(self, parent: Node, node: Node) -> Entry:
        """Return the entry of `node` in the block collection `parent`.

        Raises:
            UnusualLayout: The key is not followed by its colon on the same line.
        """
        if isinstance(parent.value, dict):
            begin = self.positions.starts[node.order - 1]
            key = _KEY.match(self.raw.text, begin)
            if key is None:
                raise UnusualLayout
            return Entry(node, begin, self._column(begin), key.end())
        column = self._column(parent.start)
        begin = self._dash(parent.start, column, node.start)
        return Entry(node, begin, column, begin + 1)

    def end(self, entry: Entry) -> int:
        """Return where the text of an entry's value ends."""
        node = entry.node
        if self.is_block(node):
            last = self.children(node)[-1]
            return self.end(self.entry(node, last))
        if node.order not in self._ends:
            self._measure(entry, _BEFORE_ITEM if self.raw.text[entry.open - 1] == "-" else _BEFORE_VALUE)
        return self._ends[node.order]

    def span(self, path: Path) -> tuple[int, int]:
        """Return where the text of the value at `path`, which must exist, starts and ends."""
        nodes = [self.root()]
        for step in path:
            names: list[str | int] = [*value] if isinstance(value := nodes[-1].value, dict) else []
            nodes.append(self.children(nodes[-1])[names.index(step) if names else int(step)])
        depth = max(depth for depth, node in enumerate(nodes) if not node.in_flow)
        if depth == 0:
            self.measure_root()
        else:
            self.end(self.entry(nodes[depth - 1], nodes[depth]))
        return nodes[-1].start, self.measured_end(nodes[-1])

    def measure_root(self) -> None:
        """Find where everything in the root, which stands in braces, ends."""
        root = self.root()
        self._measure(Entry(root, root.start, self._column(root.start), root.start), _BEFORE_ROOT)

    def measured_end(self, node: Node) -> int:
        """Return where `node` ends; the entry around it must have been measured."""
        return self._ends[node.order]

    def measured_key_end(self, node: Node) -> int:
        """Return where the key of `node` ends; the entry around it must have been measured."""
        return self._ends[node.order - 1]

    def _column(self, index: int) -> int:
        return self.raw.place(index).column - 1

    def _dash(self, first: int, column: int, start: int) -> int:
        """Return where the dash stands, in `column`, that belongs to the list item that starts at `start`."""
        line = self.raw.place(start).line - 1
        while (begin := self.raw.line_starts[line] + column) > first:
            if self.raw.text[begin : begin + 1] == "-" and not self.raw.text[begin - column : begin].strip(" "):
                return begin
            line -= 1
        return first

    def _measure(self, entry: Entry, announced: int) -> None:
        """Parse one entry whose value is a scalar or in flow style, and keep where everything in it ends.

        Args:
            entry: The entry.
            announced: How many events come before its value: the stream, the document, the collection, the key.
        """
        _, _, mapping_end, _, list_end, scalar, _, _ = kinds()
        following = next_event(" " * entry.column + self._parsed[entry.begin : self.stop(entry.node)])
        for _ in range(announced):
            following()
        offset = entry.begin - entry.column
        order = entry.node.order
        open_orders: list[int] = []
        while order == entry.node.order or open_orders:
            event = following()
            kind = type(event)
            if kind is mapping_end or kind is list_end:
                self._ends[open_orders.pop()] = event.end_mark.index + offset
                continue
            if kind is scalar:
                self._ends[order] = self._scalar_end(event.start_mark.index + offset, event.end_mark.index + offset)
            else:
                open_orders.append(order)
            order += 1

    def _scalar_end(self, start: int, end: int) -> int:
        """Return the end of a scalar; PyYAML counts the empty lines below a block of text as part of it."""
        text = self.raw.text[start:end]
        header, _, _ = text.partition("\n")
        if text[:1] in ("|", ">") and "+" not in header:
            return start + len(text.rstrip())
        return end

    def stop(self, node: Node) -> int:
        """Return the start of the line on which the next entry stands."""
        following = self.positions.last(node.value, node.order) + 1
        if following >= len(self.positions.starts):
            return len(self._parsed)
        index = self.positions.starts[following]
        return self.raw.line_starts[self.raw.place(index).line - 1]

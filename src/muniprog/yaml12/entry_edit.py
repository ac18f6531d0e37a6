"""Changing the value of one entry: where it stands, on new lines, or on one line, whichever reads back right."""

import re
from collections.abc import Iterator

from muniprog.source import Plain
from muniprog.yaml12.blocks import WIDTH
from muniprog.yaml12.emitter import flow_text, item_lines, value_lines
from muniprog.yaml12.flow_edit import edited_flow
from muniprog.yaml12.layout import Entry, Layout, UnusualLayout
from muniprog.yaml12.plan import Planned
from muniprog.yaml12.proof import prove
from muniprog.yaml12.restyle import restyled, restyled_block
from muniprog.yaml12.spans import Span, is_compact, space_below, span

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


def rewritten_entry(layout: Layout, entry: Entry, step: Planned) -> str:
    """Return the lines of `entry`, comments included, with the value of `step`.

    Raises:
        UnusualLayout: There is no way to change it that says what it should.
    """
    extent = span(layout, entry)
    after = space_below(layout, extent.tail)
    before = " " * entry.column if is_compact(layout, extent.start) else ""
    for lines in _EntryEdit(layout, entry, extent).ways(step.value):
        try:
            prove(before + lines + after, [step.value] if step.key is None else {step.key: step.value})
        except UnusualLayout:
            continue
        return lines
    raise UnusualLayout


class _EntryEdit:
    """One entry and the lines that belong to it."""

    def __init__(self, layout: Layout, entry: Entry, extent: Span) -> None:
        self.layout, self.entry, self.extent = layout, entry, extent
        self.text = layout.raw.text
        self.node = entry.node

    def ways(self, value: Plain) -> Iterator[str]:
        """Yield the ways to write `value`, the gentlest first."""
        in_place = self._in_place(value)
        if in_place is not None:
            yield in_place
        if not isinstance(value, (dict, list)):
            block = restyled_block(self.text[self.node.start : self.extent.end], value, self.entry.column)
            if block is not None:
                yield self._on_new_lines(*block)
        yield self._on_new_lines(*self._canonical(value))
        yield self._on_new_lines(flow_text(value), [])

    def _in_place(self, value: Plain) -> str | None:
        """Return the entry with nothing but the text of its value replaced, or None where that would not look well."""
        was, old = self.node.value, self.text[self.node.start : self.extent.end]
        if isinstance(was, (dict, list)) != isinstance(value, (dict, list)) or self.layout.is_block(self.node):
            return None
        if isinstance(value, (dict, list)):
            new = edited_flow(self.layout, self.node, value)
            becomes_long = self._fits(old) and not self._fits(new)
        else:
            new = restyled(old, value, in_flow=False)
            has_lines = isinstance(value, str) and "\n" in value
            becomes_long = old[:1] not in ("'", '"') and (has_lines or not self._fits(new))
        if becomes_long or (_BLOCK_HEADER.match(old) and not isinstance(was, (dict, list))):
            return None
        space = " " if self.node.start == self.entry.open else ""
        return self._head(self.node.start) + space + new + self._below(self.extent.end)

    def _fits(self, new: str) -> bool:
        return "\n" in new or self.layout.raw.place(self.node.start).column - 1 + len(new) <= WIDTH

    def _canonical(self, value: Plain) -> tuple[str, list[str]]:
        """Return the value as the emitter would write it behind the key or dash."""
        column = self.entry.column
        if self.text[self.entry.open - 1] == "-":
            first, *rest = item_lines(value, column)
            return first[column + 2 :], rest
        used = self.layout.raw.place(self.entry.open).column
        return value_lines(value, column, used)

    def _on_new_lines(self, first: str, rest: list[str]) -> str:
        """Return the entry with a new value behind its key or dash and on the lines below."""
        end = self.layout.raw.line_end
        lines = [self._head(self.entry.open) + (" " + first if first else "") + self._comment(), *rest]
        return end.join(lines) + end + self._below(self.extent.line_end)

    def _comment(self) -> str:
        """Return the comment on the line of the key, with the space before it."""
        open_, begin, end = self.entry.open, self.node.start, self.extent.end
        if not isinstance(self.node.value, (dict, list)) and (header := _BLOCK_HEADER.match(self.text, begin)):
            begin = end = header.end()
        elif self.layout.is_block(self.node):
            end = open_
        for place in (open_, end):
            comment = _COMMENT.match(self.text, place)
            if comment is not None:
                return comment[0]
        return ""

    def _head(self, upto: int) -> str:
        return self.text[self.extent.start : upto]

    def _below(self, begin: int) -> str:
        return self.text[begin : self.extent.tail]

"""Which lines belong to an entry: its own, and the comments that speak of it.

A comment directly above an entry belongs to it, and so does one directly below that is indented deeper.
Empty lines, and comments that stand alone between them, belong to nobody.
"""

import attrs

from muniprog.yaml12.layout import Entry, Layout


@attrs.frozen
class Span:
    """The stretch of text that belongs to one entry.

    Attributes:
        start: Where its first line starts, or where the entry begins if its line begins with a dash around it.
        end: Where the text of its value ends.
        line_end: Where the line after that starts.
        tail: Where the first line starts that does not belong to it.
    """

    start: int
    end: int
    line_end: int
    tail: int


def span(layout: Layout, entry: Entry) -> Span:
    """Return the stretch of text that belongs to `entry`."""
    end = layout.end(entry)
    text = layout.raw.text
    # A block of text that keeps its empty lines ends with them, at the start of a line.
    line_end = end if text[end - 1] in "\r\n" and end > entry.open else layout.raw.next_line(end)
    return Span(start(layout, entry), end, line_end, _tail(layout, entry, line_end))


def start(layout: Layout, entry: Entry) -> int:
    """Return where the text that belongs to `entry` starts."""
    raw = layout.raw
    line = raw.line_number(entry.begin)
    first = raw.line_starts[line]
    if raw.text[first : entry.begin].strip(" "):
        return entry.begin
    while line > 0:
        above = raw.line(raw.line_starts[line - 1])
        if not above.lstrip(" ").startswith("#") or _indentation(above) > entry.column:
            return raw.line_starts[line]
        line -= 1
    # A comment at the very top speaks of the whole file.
    return first


def space_below(layout: Layout, begin: int) -> str:
    """Return the empty lines and comments from `begin` on, up to the next line that says something."""
    raw = layout.raw
    end = begin
    while end < len(raw.text):
        line = raw.line(end).strip()
        if line and not line.startswith("#"):
            break
        end = raw.next_line(end)
    return raw.text[begin:end]


def is_compact(layout: Layout, start_of_entry: int) -> bool:
    """Return whether an entry whose text starts there stands on the line of the dash around it."""
    return layout.raw.line_starts[layout.raw.line_number(start_of_entry)] != start_of_entry


def _tail(layout: Layout, entry: Entry, line_end: int) -> int:
    raw = layout.raw
    while line_end < len(raw.text):
        below = raw.line(line_end)
        if not below.lstrip(" ").startswith("#") or _indentation(below) <= entry.column:
            break
        line_end = raw.next_line(line_end)
    return line_end


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

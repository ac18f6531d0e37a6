"""What a reader reads in the files of the report backends that come with muniprog."""

import re
from bisect import bisect
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt

from muniprog.backends.columns import clusters, width


def tree_of(page: str) -> Element:
    """Return the page as a tree; the parser is strict, so a page that is not valid fails."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def text_of_tree(element: Element) -> str:
    """Return the text of an element and those in it, with the alternatives of pictures."""
    if element.tag in {"head", "style", "script", "template"}:
        return ""
    inside = "".join(text_of_tree(each) + (each.tail or "") for each in element)
    return f"{element.get('alt', '')}{element.text or ''}\n{inside}"


def page_of_markdown(markdown: str) -> str:
    """Return the web page that Markdown becomes."""
    body = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    return f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>"


def text_of_plain(text: str) -> str:
    """Return plain text with its tables read cell by cell instead of line by line."""
    read: list[str] = []
    grid: _Grid | None = None
    for line in text.split("\n"):
        top = _TOP.fullmatch(line)
        if grid is None and top:
            grid = _Grid(start=width(top[1]), rule=top[2])
            read.append(top[1])
        elif grid is None:
            read.append(line)
        else:
            read.extend(grid.read(line))
            grid = None if grid.ended else grid
    return "\n".join(read)


_TOP = re.compile(r"([ •\d.]*)(┌[─┬]*┐)")


class _Grid:
    """A table that is drawn with lines, read from its top to its end."""

    def __init__(self, start: int, rule: str) -> None:
        self.edges = [start + position for position, sign in enumerate(rule) if sign != "─"]
        self.ended = False
        self._columns = [""] * (len(self.edges) - 1)

    def read(self, line: str) -> list[str]:
        """Return the cells that end with this line."""
        parts = self._parts(line)
        if parts[0][:1] not in {"├", "└"}:
            self._columns = [f"{above}{part[1:]}\n" for above, part in zip(self._columns, parts, strict=True)]
            return []
        self.ended = parts[0][0] == "└"
        done, self._columns = self._columns, [""] * len(parts)
        return done

    def _parts(self, line: str) -> list[str]:
        """Return what stands from each edge to the next; letters may take two columns or none."""
        parts = [""] * (len(self.edges) - 1)
        at = 0
        for cluster in clusters(line):
            position = bisect(self.edges, at) - 1
            if 0 <= position < len(parts):
                parts[position] += cluster
            at += width(cluster)
        return parts

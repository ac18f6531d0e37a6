"""The nodes that docutils has no name for, and how each kind of builder prints them.

Web pages get what people who listen or use the keyboard need: headers of rows, symbols that are read aloud as words,
tables that can be scrolled. Other builders print the nodes as those of docutils that they are a kind of. A translator
has a class of its own for each builder, hence `Any`.
"""

from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Symbol(nodes.inline):
    """A sign that stands for words: `meaning` is read aloud in its place."""


class Explained(nodes.inline):
    """A figure that can say how it came about: `explanation`."""


class HeaderCell(nodes.entry):
    """A cell that is the header of its column or of its rows: `scope` is `col` or `row`."""


class TableFrame(nodes.container):
    """What stands around a table: `label` names it, and it can be scrolled where `may_scroll` says so."""


class Disclosure(nodes.container):
    """What is shown when a reader asks for it: `summary` is what is always seen."""


class Picture(nodes.container):
    """A picture: `svg`, `label`, and `alternative`, what it shows in words. In it stands what is printed else."""


def register(app: "Sphinx") -> None:
    """Tell all builders how they print these nodes; those of no web pages print most of them like what they are."""
    app.add_node(Symbol, html=(_enter_symbol, _leave_span))
    app.add_node(Explained, html=(_enter_explained, _leave_span))
    app.add_node(HeaderCell, html=(_enter_header, _leave_header))
    app.add_node(TableFrame, html=(_enter_frame, _leave_frame))
    app.add_node(Disclosure, html=(_enter_disclosure, _leave_disclosure))
    app.add_node(Picture, html=(_enter_picture, _leave))


# --- Web pages --------------------------------------------------------------------------------------------


def _enter_symbol(translator: Any, node: Symbol) -> None:
    said = {"role": "img", "aria-label": node["meaning"]}
    translator.body.append(translator.starttag(node, "span", "", **said))


def _enter_explained(translator: Any, node: Explained) -> None:
    translator.body.append(translator.starttag(node, "span", "", title=node["explanation"]))


def _leave_span(translator: Any, _node: nodes.inline) -> None:
    translator.body.append("</span>")


def _enter_header(translator: Any, node: HeaderCell) -> None:
    spans = {"rowspan": node["morerows"] + 1} if "morerows" in node else {}
    classes = ["head"] if node["scope"] == "col" else ["stub"]
    translator.body.append(translator.starttag(node, "th", "", scope=node["scope"], classes=classes, **spans))
    row: Any = node.parent
    row.column += 1  # docutils counts the cells of a row as it goes


def _leave_header(translator: Any, _node: HeaderCell) -> None:
    translator.body.append("</th>\n")


def _enter_frame(translator: Any, node: TableFrame) -> None:
    stop = {"role": "group", "aria-label": node["label"], "tabindex": "0"} if node["may_scroll"] else {}
    translator.body.append(translator.starttag(node, "div", **stop))


def _leave_frame(translator: Any, _node: TableFrame) -> None:
    translator.body.append("</div>\n")


def _enter_disclosure(translator: Any, node: Disclosure) -> None:
    opening = translator.starttag(node, "details")
    translator.body.append(f"{opening}<summary>{escape(node['summary'])}</summary>\n")


def _leave_disclosure(translator: Any, _node: Disclosure) -> None:
    translator.body.append("</details>\n")


def _enter_picture(translator: Any, node: Picture) -> None:
    """Write the picture into a file of its own, where it can do nothing but be seen."""
    builder = translator.builder
    content = node["svg"].encode()
    name = f"muniprog-{sha256(content).hexdigest()[:16]}.svg"
    folder = Path(builder.outdir, builder.imagedir)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    told = {"src": f"{builder.imgpath}/{name}", "alt": node["alternative"]}
    image = translator.starttag(nodes.inline(), "img", empty=True, **told)
    stop = {"role": "group", "aria-label": node["label"], "tabindex": "0"}  # it scrolls where the screen is narrow
    translator.body.append(f"{translator.starttag(node, 'div', **stop)}{image}</div>\n")
    raise nodes.SkipChildren


def _leave(_translator: Any, _node: nodes.Element) -> None:
    """Print nothing: all was printed when the node was entered."""

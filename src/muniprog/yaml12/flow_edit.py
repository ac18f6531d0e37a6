"""Changing a collection in braces or brackets: what stays keeps its quotes, spaces and line breaks."""

from collections.abc import Iterable

from muniprog.source import Plain
from muniprog.yaml12.alignment import NEW, same
from muniprog.yaml12.emitter import flow_pair, flow_text
from muniprog.yaml12.layout import Layout, Node
from muniprog.yaml12.plan import Planned, plan
from muniprog.yaml12.restyle import restyled


def edited_flow(layout: Layout, node: Node, target: Plain) -> str:
    """Return the text of `node`, which stands in flow style in a measured entry, changed to `target`."""
    text = layout.raw.text
    if not isinstance(node.value, (dict, list)) and not isinstance(target, (dict, list)):
        return restyled(text[node.start : layout.measured_end(node)], target, in_flow=True)
    children = layout.children(node)
    steps = plan(node.value, target)
    # A pair in a list, as in [a: 1], has no braces to put a second one in.
    if not children or not steps or text[node.start] not in "[{":
        return flow_text(target)
    opening = text[node.start : _begin(layout, node, children[0])]
    closing = text[layout.measured_end(children[-1]) : layout.measured_end(node)]
    return opening + "".join(_items(layout, node, children, steps)) + closing


def _items(layout: Layout, node: Node, children: list[Node], steps: list[Planned]) -> Iterable[str]:
    """Yield the items and what stands between them; between old neighbours that is what stood there before."""
    text = layout.raw.text
    for position, step in enumerate(steps):
        if position:
            before = steps[position - 1].origin
            is_neighbour = before != NEW and step.origin == before + 1
            begin = layout.measured_end(children[before])
            yield text[begin : _begin(layout, node, children[step.origin])] if is_neighbour else ", "
        yield _item(layout, node, children, step)


def _item(layout: Layout, node: Node, children: list[Node], step: Planned) -> str:
    if step.origin == NEW:
        return flow_text(step.value) if step.key is None else flow_pair(step.key, step.value)
    child = children[step.origin]
    begin, end = _begin(layout, node, child), layout.measured_end(child)
    text = layout.raw.text
    if same(child.value, step.value):
        return text[begin:end]
    new = edited_flow(layout, child, step.value)
    if step.key is not None and child.start == end:
        return f"{text[begin : layout.measured_key_end(child)]}: {new}"
    return text[begin : child.start] + new


def _begin(layout: Layout, node: Node, child: Node) -> int:
    return layout.positions.starts[child.order - 1] if isinstance(node.value, dict) else child.start

"""Every public name, by the module that it lives in, and links to them from wherever their types are mentioned."""

import inspect
from collections.abc import Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import muniprog

PLUGIN_MODULES = ("muniprog.interfaces", "muniprog.storage", "muniprog.document")
"""Public names that only authors of plug-ins need; they stand on the page about hooks."""


def names_for_users() -> str:
    """Return a section for each module whose names users need."""
    homes = {home_of(name) for name in muniprog.__all__}
    return "\n".join(_section(home) for home in sorted(homes.difference(PLUGIN_MODULES)))


def names_for_plugins() -> str:
    """Return a section for each module whose names only authors of plug-ins need."""
    return "\n".join(_section(home) for home in PLUGIN_MODULES)


def home_of(name: str) -> str:
    """Return the room that a public name lives in, such as `muniprog.model`.

    >>> home_of("Goal")
    'muniprog.model'
    """
    value = getattr(muniprog, name)
    module = getattr(value, "__module__", "muniprog.interfaces")
    if not module.startswith("muniprog"):
        module = "muniprog.source" if name in {"Path", "Plain"} else "muniprog.hookspecs"
    return ".".join(module.split(".")[:2])


def _section(home: str) -> str:
    names = [name for name in muniprog.__all__ if home_of(name) == home]
    return f"## {home.partition('.')[2]}\n\n```{{eval-rst}}\n{_directives(names)}```\n"


def _directives(names: Sequence[str]) -> str:
    return "".join(f".. {_directive(name)}:: muniprog.{name}\n{_options(name)}\n" for name in names)


def _directive(name: str) -> str:
    value = getattr(muniprog, name)
    if inspect.isclass(value):
        return "autoexception" if issubclass(value, Exception) else "autoclass"
    return "autofunction" if inspect.isfunction(value) else "autodata"


def _options(name: str) -> str:
    return "   :members:\n   :show-inheritance:\n" if inspect.isclass(getattr(muniprog, name)) else ""


def link_to_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.Element
) -> nodes.Element | None:
    """Return a link to `muniprog.Goal` where a signature mentions `muniprog.model.goals.Goal`."""
    name = str(node.get("reftarget", "")).rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in muniprog.__all__:
        return None
    domain = env.domains.python_domain
    for kind in ("class", "exc", "obj"):
        found = domain.resolve_xref(env, node["refdoc"], app.builder, kind, f"muniprog.{name}", node, text)
        if found is not None:
            return found
    return None

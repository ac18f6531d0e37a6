"""Puts muniprog's programmes into any Sphinx documentation: `extensions = ["muniprog_sphinx"]` in `conf.py`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Make directives, roles, settings and nodes known to Sphinx."""
    from muniprog_sphinx.extension import setup as set_up

    return set_up(app)


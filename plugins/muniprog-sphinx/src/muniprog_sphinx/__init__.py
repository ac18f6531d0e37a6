"""Puts muniprog's programmes into any Sphinx documentation, and makes a whole web site of one.

In `conf.py` it is an extension: `extensions = ["muniprog_sphinx"]`. Installed beside muniprog it gives the command line
the command `muniprog site`.
"""

from typing import TYPE_CHECKING

import muniprog

if TYPE_CHECKING:
    from click import Command
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Make directives, roles, settings and nodes known to Sphinx."""
    from muniprog_sphinx.extension import setup as set_up

    return set_up(app)


@muniprog.hookimpl
def muniprog_register_commands(language: str) -> "list[Command]":
    """Return the command that makes a site."""
    from muniprog_sphinx.commands import site_command

    return [site_command(language)]

"""The file format of programmes as text: a small, strict part of YAML 1.2.

Nothing here knows what a programme is: `read` makes a plain mapping out of text, `write` makes text out of one,
and `edit` changes a text so that only what differs changes. Reading is what every command does; what writes is
loaded when somebody writes.
"""

from typing import TYPE_CHECKING

from muniprog.yaml12.reader import YamlSource, read

if TYPE_CHECKING:
    from muniprog.yaml12.editor import edit
    from muniprog.yaml12.emitter import write

__all__ = ["YamlSource", "edit", "read", "write"]

_WRITERS = {"edit": "muniprog.yaml12.editor", "write": "muniprog.yaml12.emitter"}


def __getattr__(name: str) -> object:
    """Return what writes, and load it first."""
    if name not in _WRITERS:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_WRITERS[name]), name)

"""The file format of programmes as text: a small, strict part of YAML 1.2.

Nothing here knows what a programme is: `read` makes a plain mapping out of text, `write` makes text out of one,
and `edit` changes a text so that only what differs changes.
"""

from muniprog.yaml12.editor import edit
from muniprog.yaml12.emitter import write
from muniprog.yaml12.reader import YamlSource, read

__all__ = ["YamlSource", "edit", "read", "write"]

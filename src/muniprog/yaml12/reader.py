"""Reading a YAML text: a plain mapping that knows where everything in it stands, or all that is wrong with it."""

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from muniprog.collector import paused
from muniprog.errors import SourceError
from muniprog.positions import Positions
from muniprog.raw_text import RawText, raw_text
from muniprog.source import Path, Place, Plain
from muniprog.yaml12.builder import Refused, build
from muniprog.yaml12.cut_off import cut_off
from muniprog.yaml12.line_breaks import replaced, restored, stand_ins

if TYPE_CHECKING:
    from muniprog.yaml12.layout import Layout


@attrs.frozen(eq=False)
class YamlSource:
    """A mapping that was read from a YAML text. It fulfils `muniprog.source.Source`.

    Attributes:
        raw: The text that it was read from.
        positions: Where its values start.
    """

    raw: RawText
    positions: Positions = attrs.field(repr=False)

    @property
    def mapping(self) -> dict[str, Plain]:
        """The plain mapping itself; never changed after reading."""
        return self.positions.mapping

    @cached_property
    def layout(self) -> "Layout":
        """How the text is laid out around each value."""
        from muniprog.yaml12.layout import Layout

        return Layout(self.raw, self.positions)

    def where(self, path: Path) -> Place | None:
        """Return where the value at `path` starts, or None where there is no such value."""
        start = self.positions.start(path)
        return None if start is None else self.raw.place(start)

    def where_key(self, path: Path) -> Place | None:
        """Return where the key that ends `path` stands; for a list item and the root the same as `where`."""
        start = self.positions.key_start(path)
        return None if start is None else self.raw.place(start)

    def written(self, path: Path) -> str | None:
        """Return the scalar at `path` exactly as it is written, quotes included, or None where there is none."""
        found = self.positions.find(path)
        if found is None or isinstance(found[0], (dict, list)):
            return None
        start, end = self.layout.span(path)
        return self.raw.text[start:end]


def read(text: str | bytes, file: str) -> YamlSource:
    """Return what a YAML text says.

    >>> read("id: vasa\\nperiod: 2019–2022\\n", "programme.yaml").mapping
    {'id': 'vasa', 'period': '2019–2022'}

    Args:
        text: The text, or its bytes in UTF-8. A byte order mark is tolerated.
        file: The name of the file, for places in messages.

    Raises:
        SourceError: The text is not in the format; all that is wrong with it is named.
    """
    from yaml import YAMLError

    raw = raw_text(text, file)
    signs = stand_ins(raw.text)
    parsed = replaced(raw.text, signs)
    try:
        with paused():
            mapping, starts = build(parsed)
    except (Refused, YAMLError, UnicodeEncodeError):
        from muniprog.yaml12.problems import problems

        raise SourceError(problems(RawText(parsed, file))) from None
    cut = cut_off(raw, parsed)
    if cut:
        raise SourceError(cut)
    if signs:
        mapping = restored(mapping, signs)
    return YamlSource(raw, Positions(mapping, starts))

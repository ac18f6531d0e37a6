"""What turns a programme into a file and back."""

from typing import ClassVar

import attrs

from muniprog.interfaces.contribution import Contribution
from muniprog.source import Path, Plain, Source


@attrs.frozen
class Written:
    """A file that a format made.

    Attributes:
        data: The bytes of the file.
        losses: Paths of what the format could not carry; empty when nothing is lost.
    """

    data: bytes
    losses: tuple[Path, ...] = ()


class Format(Contribution):
    """Turns one programme into a file and back.

    Attributes:
        suffixes: Endings of file names, with the dot; the first is the usual one.
        media_type: Media type of the file.
    """

    suffixes: ClassVar[tuple[str, ...]]
    media_type: ClassVar[str]

    def read(self, data: bytes, file: str) -> Source:
        """Return what the file holds.

        Args:
            data: The bytes of the file.
            file: Name of the file, for messages.

        Raises:
            SourceError: The bytes are not a file of this format; all problems at once.
            FormatDirectionError: The format only writes.
        """
        raise self._one_way("read")

    def write(self, mapping: dict[str, Plain]) -> Written:
        """Return the file for a plain mapping in canonical form. The same mapping gives the same bytes.

        Raises:
            FormatDirectionError: The format only reads.
        """
        raise self._one_way("write")

    def _one_way(self, direction: str) -> Exception:
        from muniprog.errors import FormatDirectionError

        return FormatDirectionError(self.name, direction)

"""Several words or sentences said as one line."""

from collections.abc import Iterable

import attrs

from muniprog.messages import Spoken


def _as_tuple(parts: Iterable[Spoken | str]) -> tuple[Spoken | str, ...]:
    return tuple(parts)


@attrs.frozen
class Joined:
    """Words and sentences with something between them, the whole line in one language.

    >>> from muniprog.messages import message
    >>> Joined(["2019: 12", message("not reported")]).spoken("sv")
    '2019: 12 · inte rapporterat'
    """

    parts: tuple[Spoken | str, ...] = attrs.field(converter=_as_tuple)
    between: str = " · "

    def spoken(self, language: str) -> str:
        """Return the line in `language`."""
        return self.between.join(part if isinstance(part, str) else part.spoken(language) for part in self.parts)

"""What has to be known while a programme is read: its languages and its calendar.

A bare string is in the language of record, and "hösten 2021" has the months that the programme says. Both
stand at the programme's top, while the hooks that need them sit deep in its tree; they are kept in a context
variable, so that two threads can read two programmes with one converter.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

from muniprog.timeframe import Calendar


@attrs.frozen(kw_only=True)
class Reading:
    """The settings of the programme that is being read or written.

    Attributes:
        languages: Its languages; the first is the language of record. Empty when any language will do.
        calendar: Its calendar.
    """

    languages: tuple[str, ...]
    calendar: Calendar

    @property
    def record(self) -> str:
        """The language of record."""
        return self.languages[0]


_current: ContextVar[Reading] = ContextVar("reading")

current = _current.get
"""Return the settings of the programme that is being read or written now."""


@contextmanager
def reading(settings: Reading) -> Iterator[None]:
    """Read or write with these settings inside the `with` block."""
    token = _current.set(settings)
    try:
        yield
    finally:
        _current.reset(token)

"""Other time zones and other locales, for as long as something is tried in them."""

import locale
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

ZONES = ("Pacific/Kiritimati", "America/Los_Angeles")
"""As far to the east and to the west as people live: it is never the same day in both."""

LOCALES = ("C", "sv_SE.UTF-8", "fi_FI.UTF-8", "de_DE.UTF-8")


@contextmanager
def elsewhere(zone: str, name: str) -> Iterator[None]:
    """Be in another time zone and locale; a locale that this machine does not have is not set."""
    before, around = os.environ.get("TZ"), locale.setlocale(locale.LC_ALL)
    _move_to(zone)
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, name)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, around)
        _move_to(before)


def _move_to(zone: str | None) -> None:
    if zone is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = zone
    with suppress(AttributeError):  # Windows takes no zone from there
        time.tzset()

"""Python's garbage collector, held still while very many objects are built at once.

A programme of fifty thousand observations becomes some hundred thousand small objects, none of them
garbage. Looking for garbage among them again and again costs several times the reading itself.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def paused() -> Iterator[None]:
    """Hold the garbage collector still, and leave it afterwards as it was found.

    >>> import gc
    >>> with paused():
    ...     gc.isenabled()
    False
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def seldom() -> Iterator[None]:
    """Let the garbage collector look seldom: for a command that is over before there is much to collect.

    >>> before = gc.get_threshold()
    >>> with seldom():
    ...     gc.get_threshold()[0]
    50000
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@cache
def without_last_look() -> None:
    """Spare the process the last look for garbage at its end, where everything goes anyway. Once is enough."""
    atexit.register(gc.freeze)

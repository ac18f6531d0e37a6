"""Python's garbage collector, held still while very many objects are built at once.

A programme of fifty thousand observations becomes some hundred thousand small objects, none of them
garbage. Looking for garbage among them again and again costs several times the reading itself.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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

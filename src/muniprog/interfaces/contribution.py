"""What everything that a plug-in adds has in common."""

from abc import ABC
from typing import ClassVar

from muniprog.messages import Spoken

API_VERSION = 1
"""The version of these interfaces. A plug-in may state the one that it was written for as `muniprog_api`."""


class Contribution(ABC):
    """Anything that a plug-in adds, found by its name.

    Attributes:
        name: The name that users type, in lower case.
        title: What it is, in a few words.
        priority: Contributions are listed by priority, higher first, then by name; the order in which
            packages were installed never matters.
    """

    name: ClassVar[str]
    title: ClassVar[Spoken]
    priority: ClassVar[int] = 0

"""What each attribute of the model means, taken from the one place where it is written: the class's docstring."""

import inspect
import re

_ENTRY = re.compile(r"^ {4}(\w+): (.*)$")


def descriptions_of(cls: type) -> dict[str, str]:
    """Return attribute → meaning, from the `Attributes:` part of the docstrings of a class and its bases.

    >>> from muniprog.model import Link
    >>> descriptions_of(Link)["title"]
    'What the link is called.'
    """
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        found |= _attributes_part(inspect.cleandoc(base.__doc__ or ""))
    return found


def summary_of(cls: type) -> str:
    """Return the first paragraph of a class's docstring, on one line."""
    return " ".join(inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0].split())


def _attributes_part(docstring: str) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    _, _, part = docstring.partition("Attributes:\n")
    for line in part.splitlines():
        if entry := _ENTRY.match(line):
            name, found[entry[1]] = entry[1], entry[2]
        elif line.startswith("     ") and name:
            found[name] += f" {line.strip()}"
        else:
            break
    return found

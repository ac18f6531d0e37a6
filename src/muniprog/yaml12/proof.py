"""Reading back what was just written, before anybody else does."""

from muniprog.errors import SourceError
from muniprog.source import Plain
from muniprog.yaml12.alignment import same
from muniprog.yaml12.layout import UnusualLayout
from muniprog.yaml12.reader import read


def prove(lines: str, value: Plain) -> None:
    """Return if the whole lines `lines`, cut out of a text, say `value`.

    That some whole lines of a text in block style say the same alone as in their place is what makes it
    enough to read a few of them: what encloses them is told by indentation only, and none of them can reach
    beyond its lines, for a quotation or bracket left open would not be read here either.

    Args:
        lines: One or more entries of one collection, with what follows up to the next line that is an entry.
        value: The mapping or list that has these entries.

    Raises:
        UnusualLayout: They say something else.
    """
    wrapped = lines if isinstance(value, dict) else "items:\n" + lines
    try:
        found = read(wrapped, "").mapping
    except SourceError:
        raise UnusualLayout from None
    if not same(found, value if isinstance(value, dict) else {"items": value}):
        raise UnusualLayout

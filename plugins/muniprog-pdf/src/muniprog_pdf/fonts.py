"""The fonts that a page is printed with: the same on every machine, and no others.

Those are the typesetter's own, and those of `fontpkg` packages: Source Sans 3, which comes along, and whatever else
somebody has installed, for instance because the municipality's look asks for it or a programme has Arabic in it.
"""

from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

import muniprog
from muniprog_pdf.errors import FontWarning

if TYPE_CHECKING:
    import typst

SANS = "Source Sans 3"
SERIF = "Libertinus Serif"
_GROUP = "fontpkg.family"


def folders() -> list[Path]:
    """Return the folders of the fonts that packages have brought."""
    modules = sorted({point.module for point in entry_points(group=_GROUP)})
    origins = (spec.origin for module in modules if (spec := find_spec(module)) is not None)
    return [Path(origin).parent / "files" for origin in origins if origin is not None]


@cache
def fonts() -> "typst.Fonts":
    """Return all fonts that a page may be printed with."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[*folders()])


def families(wish: str) -> list[str]:
    """Return the families to print with, the wished one first where it can be had.

    >>> families("No such family"), families("libertinus serif")
    (['Source Sans 3', 'Libertinus Serif'], ['Libertinus Serif', 'Source Sans 3'])
    """
    wished = _known().get(wish.casefold())
    return [*dict.fromkeys(family for family in (wished, SANS, SERIF) if family is not None)]


def warn_of_missing(look: muniprog.Look) -> None:
    """Warn of each font of a look that cannot be had, since another one is taken instead."""
    known = _known()
    for wish in dict.fromkeys((look.font, look.heading_font)):
        if wish and wish.casefold() not in known:
            warn(FontWarning(wish, instead=SANS, known=known.values()), stacklevel=3)


def _known() -> dict[str, str]:
    """Return the families that can be had, by their names whatever the case."""
    return {family.casefold(): family for family in sorted(fonts().families())}

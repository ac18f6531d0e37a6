"""Facets: by what readers find an entry of a document, such as its theme, its owners, its status, its years."""

import re
from collections.abc import Iterable
from enum import StrEnum

import attrs

from muniprog.document.errors import DocumentError
from muniprog.document.inline import Prose, as_prose
from muniprog.messages import message

_KEY = re.compile(r"[A-Za-z0-9._-]+")


class FacetKind(StrEnum):
    """By what an entry can be found."""

    THEME = "theme"
    OWNER = "owner"
    STATUS = "status"
    VERDICT = "verdict"
    YEAR = "year"


@attrs.frozen
class Facet:
    """One thing by which an entry can be found: one theme, one owner, one status, one year.

    Attributes:
        kind: What sort of thing it is.
        key: What links and files call it: letters, digits, `.`, `_` and `-`; one thing has one key in a document.
        label: What readers call it.
        rank: Where it stands among those of its kind; those of one rank stand in alphabetical order.
        former: Keys that it had before; links that hold one of them still find it.

    Raises:
        DocumentError: The key, or a former one, is malformed.
    """

    kind: FacetKind = attrs.field(converter=FacetKind)
    key: str
    label: Prose = attrs.field(converter=as_prose)
    rank: int = attrs.field(default=0, kw_only=True)
    former: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=tuple[str, ...])

    def __attrs_post_init__(self) -> None:
        for key in (self.key, *self.former):
            if not _KEY.fullmatch(key):
                raise DocumentError(
                    message("“{key}” cannot be the key of a facet: use letters, digits, . _ and -.", key=key)
                )


def keys_by_kind(facets: Iterable[Facet]) -> dict[FacetKind, tuple[str, ...]]:
    """Return the keys of each kind that there is, in the order of the kinds; each key once.

    >>> found = keys_by_kind([Facet("year", "2019", "2019"), Facet("theme", "housing", "Housing")])
    >>> {str(kind): keys for kind, keys in found.items()}
    {'theme': ('housing',), 'year': ('2019',)}
    """
    given = tuple(facets)
    found = {kind: tuple(dict.fromkeys(each.key for each in given if each.kind is kind)) for kind in FacetKind}
    return {kind: keys for kind, keys in found.items() if keys}

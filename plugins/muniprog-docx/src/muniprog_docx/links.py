"""Links: names of bookmarks, bookmarks themselves, and addresses that may leave the document."""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import count
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn

from muniprog_docx.elements import Element, w

_LONGEST = 40
_PLAIN = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LIKE_OURS = re.compile(r".*_[0-9a-f]{8}")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]")
_OUTSIDE = re.compile(r"https?://|mailto:", re.IGNORECASE)
_IN_ADDRESSES = "/:?&=@!+.;()*',#%$~[]"


def bookmark_name(anchor: str) -> str:
    """Return the name of the bookmark of an anchor: at most 40 letters, digits and underscores, whatever the case.

    An anchor that is such a name already keeps it; every other one gets a few signs that are its alone, so that two
    never share one, and the same anchor has the same name in every document.

    >>> bookmark_name("boende"), bookmark_name("boende-rådgivning")[:-8]
    ('boende', 'boende_r_dgivning_')
    """
    if _PLAIN.fullmatch(anchor) and not _LIKE_OURS.fullmatch(anchor):
        return anchor
    own = sha256(anchor.encode()).hexdigest()[:8]
    readable = _NOT_IN_NAMES.sub("_", f"a{anchor}" if not anchor[:1].isalpha() else anchor.lower())
    return f"{readable[: _LONGEST - len(own) - 1].lower()}_{own}"


def outside_address(link: str) -> str | None:
    """Return the address of a link that may leave the document (http, https, mailto), else None.

    A relative address would lead somewhere in the folders of whoever opens the file; its words stay text.

    >>> outside_address("https://example.org/å b"), outside_address("files/a.pdf")
    ('https://example.org/%C3%A5%20b', None)
    """
    return quote(link, safe=_IN_ADDRESSES, errors="replace") if _OUTSIDE.match(link) else None


class Links:
    """Makes the links and bookmarks of one part of a file.

    Args:
        part: The part whose relationships hold the addresses.
        taken: Numbers of bookmarks that are there already.
        former: Anchors that something had before, each with its anchor of now.
    """

    def __init__(self, part: Part, taken: int = 0, former: Iterable[tuple[str, str]] = ()) -> None:
        self._part = part
        self._last = taken
        self._relations: dict[str, str] = {}
        self._numbers = count(1)
        self._former: dict[str, list[str]] = {}
        for before, now in former:
            self._former.setdefault(now, []).append(before)

    def around(self, link: str | None, runs: Sequence[Element]) -> list[Element]:
        """Return runs as a link to an address or `#anchor`; just the runs where it leads nowhere."""
        if link is None:
            return list(runs)
        if link.startswith("#"):
            return [to_bookmark(bookmark_name(link[1:]), runs)]
        address = outside_address(link)
        if address is None:
            return list(runs)
        hyperlink = w("hyperlink", *runs, history=1)
        hyperlink.set(qn("r:id"), self._relation_to(address))
        return [hyperlink]

    def _relation_to(self, address: str) -> str:
        """Return the relationship to an address; python-docx itself would look through all of them for each link."""
        if address not in self._relations:
            names = (f"link{number}" for number in self._numbers)
            name = next(name for name in names if name not in self._part.rels)
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
            self._relations[address] = name
        return self._relations[address]

    def bookmarks(self, *names: str) -> list[Element]:
        """Return bookmarks with these names, to stand where links shall lead."""
        marks: list[Element] = []
        for name in names:
            self._last += 1
            marks += [w("bookmarkStart", id=self._last, name=name), w("bookmarkEnd", id=self._last)]
        return marks

    def anchor(self, anchor: str) -> list[Element]:
        """Return the bookmarks for an anchor and for those that its place had before; none for an empty one."""
        names = [anchor, *self._former.get(anchor, ())] if anchor else []
        return self.bookmarks(*map(bookmark_name, names))


def to_bookmark(name: str, runs: Sequence[Element]) -> Element:
    """Return runs as a link to a bookmark of the same document."""
    return w("hyperlink", *runs, anchor=name, history=1)

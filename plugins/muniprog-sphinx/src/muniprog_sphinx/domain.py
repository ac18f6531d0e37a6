"""The domain `muniprog`: where each item is shown, links to it, and an index of all items."""

from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import attrs
from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, Index, IndexEntry, ObjType
from sphinx.util.nodes import make_refnode

import muniprog
from muniprog_sphinx.settings import page_language
from muniprog_sphinx.shelf import Shelf
from muniprog_sphinx.words import KINDS, NOT_SHOWN, TITLE_OF_INDEX

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

Item = muniprog.Theme | muniprog.Goal | muniprog.Action | muniprog.Indicator | muniprog.Owner
MENTION = "mention"
"""The type of link that a document makes to what it mentions; others are asked for by whoever writes the page."""

Key = tuple[str, str]
"""The identifiers of a programme and of an item in it."""


@attrs.frozen(order=True)
class Shown:
    """A place where an item is shown.

    Attributes:
        rank: How good a place it is to send a reader to; less is better.
        page: Name of the page.
        anchor: Where on the page.
    """

    rank: int
    page: str
    anchor: str


@attrs.frozen
class Entry:
    """An item that is shown somewhere.

    Attributes:
        kind: `theme`, `goal`, `action`, `indicator` or `owner`.
        title: What it is called.
        places: Where it is shown.
    """

    kind: str
    title: muniprog.Text
    places: frozenset[Shown] = frozenset()

    @property
    def home(self) -> Shown:
        """The best of its places."""
        return min(self.places)


class ItemIndex(Index):
    """All items by title, in the order of letters that the language of the documentation has."""

    name = "items"
    localname = str(TITLE_OF_INDEX)

    def __init__(self, domain: "MuniprogDomain") -> None:
        super().__init__(domain)
        self.items = domain

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries under their first letters."""
        language = page_language(self.items.env.config)
        key = muniprog.sort_key(language)
        wanted = None if docnames is None else set(docnames)
        entries = [(entry.title[language], item, entry) for (_, item), entry in self.items.shown.items()]
        letters: dict[str, list[IndexEntry]] = {}
        for title, _, entry in sorted(entries, key=lambda found: (key(found[0]), found[1])):
            places = sorted(place for place in entry.places if wanted is None or place.page in wanted)
            for place in places[:1]:
                kind = KINDS[entry.kind].spoken(language)
                letters.setdefault(_letter(title), []).append(
                    IndexEntry(title, 0, place.page, place.anchor, kind, "", "")
                )
        return sorted(letters.items(), key=lambda found: key(found[0])), False


def _letter(title: str) -> str:
    return next((sign.upper() for sign in title if sign.isalpha()), "–")


class MuniprogDomain(Domain):
    """Knows where the items of programmes are shown."""

    name = "muniprog"
    label = "muniprog"
    data_version = 1
    object_types: ClassVar[dict[str, ObjType]] = {kind: ObjType(kind, kind, "item") for kind in KINDS}
    dangling_warnings: ClassVar[dict[str, str]] = {"item": NOT_SHOWN}
    initial_data: ClassVar[dict[str, object]] = {"shown": {}, "used": {}, "states": {}}
    indices: ClassVar[list[type[Index]]] = [ItemIndex]

    def title_index(self) -> None:
        """Give the index its title in the language of the documentation; Sphinx asks its class for it."""
        title = TITLE_OF_INDEX.spoken(page_language(self.env.config))
        self.indices = [type(ItemIndex.__name__, (ItemIndex,), {"localname": title})]  # type: ignore[misc]
        self.setup()  # links to the index learn it too

    @cached_property
    def shelf(self) -> Shelf:
        """The programmes that the documentation shows; its settings are not known before they are asked for."""
        return Shelf(self.env.config.muniprog_programmes, Path(self.env.srcdir))

    @property
    def shown(self) -> dict[Key, Entry]:
        """The items that are shown, and where."""
        found: dict[Key, Entry] = self.data["shown"]
        return found

    @property
    def used(self) -> dict[str, set[str]]:
        """The pages, and the short names of the programmes that they show something of."""
        found: dict[str, set[str]] = self.data["used"]
        return found

    @property
    def states(self) -> dict[str, str]:
        """The short names of the programmes that are shown, and what tells whether each is still the same."""
        found: dict[str, str] = self.data["states"]
        return found

    def note(self, programme: muniprog.Programme, item: Item, place: Shown) -> None:
        """Remember that an item is shown at a place."""
        key = (programme.id, item.id)
        entry = self.shown.get(key, Entry(type(item).__name__.lower(), item.title))
        self.shown[key] = Entry(entry.kind, item.title, entry.places | {place})

    def use(self, name: str) -> muniprog.Programme:
        """Return a programme, and remember that the page that is being read shows something of it.

        Raises:
            UnknownNameError, SourceError, StorageError: It cannot be had.
        """
        programme = self.shelf.find(name)
        self.used.setdefault(self.env.docname, set()).add(name)
        self.states[name] = self.shelf.state(name)
        for file in self.shelf.files(name):
            self.env.note_dependency(file)
        return programme

    def outdated(self) -> Iterator[str]:
        """Yield the pages that show something of a programme that is no longer what it was."""
        changed = {name for name, state in self.states.items() if self.shelf.state(name) != state}
        yield from (page for page, names in self.used.items() if names & changed)

    def clear_doc(self, docname: str) -> None:
        """Forget what was shown on a page."""
        self.used.pop(docname, None)
        for key, entry in list(self.shown.items()):
            places = frozenset(place for place in entry.places if place.page != docname)
            if places:
                self.shown[key] = attrs.evolve(entry, places=places)
            else:
                del self.shown[key]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, object]) -> None:
        """Take over what another process has found on its pages."""
        other = MuniprogDomain.__new__(MuniprogDomain)
        other.data = otherdata
        self.states.update(other.states)
        self.used.update({page: names for page, names in other.used.items() if page in docnames})
        for key, entry in other.shown.items():
            # What it has found on other pages it has from here.
            found = {place for place in entry.places if place.page in docnames}
            known = self.shown[key].places if key in self.shown else frozenset()
            self.shown[key] = attrs.evolve(entry, places=known | found)

    def resolve_xref(
        self,
        env: "BuildEnvironment",
        fromdocname: str,
        builder: "Builder",
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return the link to the best place that shows an item, or None where there is no other place than here."""
        entry = self.shown.get((node["programme"], node["item"]))
        if entry is None:
            return None
        home = entry.home
        if (home.page, home.anchor) == (fromdocname, node.get("here")):
            return None
        return make_refnode(builder, fromdocname, home.page, home.anchor, contnode)

    def resolve_any_xref(
        self,
        env: "BuildEnvironment",
        fromdocname: str,
        builder: "Builder",
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return the links to the items that have an identifier, whatever their programme."""
        found = [entry for (_, item), entry in sorted(self.shown.items()) if item == target]
        return [
            (
                f"muniprog:{entry.kind}",
                make_refnode(builder, fromdocname, entry.home.page, entry.home.anchor, contnode),
            )
            for entry in found
        ]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield the items for search and for other documentations."""
        for (programme, item), entry in sorted(self.shown.items(), key=lambda found: found[0]):
            home = entry.home
            yield f"{programme} {item}", str(entry.title), entry.kind, home.page, home.anchor, 1


def stay_without_link(
    _app: "Sphinx", _env: "BuildEnvironment", node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Element | None:
    """Return the bare words where a document mentions an item that is shown nowhere else; nobody asked for a link."""
    is_mention = node.get("refdomain") == MuniprogDomain.name and node["reftype"] == MENTION
    return contnode if is_mention else None


def domain_of(env: "BuildEnvironment") -> MuniprogDomain:
    """Return the domain of a documentation."""
    domain: MuniprogDomain = env.domains["muniprog"]  # type: ignore[assignment]  # it is registered as this
    return domain

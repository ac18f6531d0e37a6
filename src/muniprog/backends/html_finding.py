"""How readers find their way in a page: by what its entries can be filtered and sorted, and by links that last.

The page says all of that in attributes and in a form. The script `report.js` works on them; without it the form is
not seen, and the page is what it is.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import attrs

from muniprog.backends import wording
from muniprog.document import Cell, Document, Facet, FacetKind, Prose, facets_of, keys_by_kind, plain
from muniprog.language import language_name, sort_key
from muniprog.messages import Message


@attrs.frozen
class Choice:
    """One thing that readers can choose.

    Attributes:
        key: What links call it.
        label: What readers call it.
        language: The language of the label, where that is not the document's.
        versions: What it is called in each of the languages that stand side by side.
        former: What links called it before.
    """

    key: str
    label: str
    language: str = ""
    versions: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


@attrs.frozen
class Field:
    """A field of the form with what can be chosen in it.

    Attributes:
        name: What links call it.
        title: What readers call it.
        everything: The choice that leaves nothing out.
        choices: The other choices.
    """

    name: str
    title: Message
    everything: Message
    choices: tuple[Choice, ...]


@attrs.frozen
class Finder:
    """What readers can do with a page.

    Attributes:
        has_entries: Whether there is something to filter and to sort.
        fields: The fields of the form besides that for text.
    """

    has_entries: bool
    fields: tuple[Field, ...]

    def __bool__(self) -> bool:
        return self.has_entries or bool(self.fields)


def finder(document: Document) -> Finder:
    """Return what readers can do with the page of a document; a choice between one thing and itself is none."""
    found = {(facet.kind, facet.key): facet for block in document.walk() for facet in facets_of(block)}
    fields = [_field(kind, [facet for facet in found.values() if facet.kind is kind], document) for kind in FacetKind]
    if document.languages:
        fields.append(_languages(document))
    return Finder(bool(found), tuple(field for field in fields if len(field.choices) > 1))


def _field(kind: FacetKind, facets: Iterable[Facet], document: Document) -> Field:
    in_order = sort_key(document.language)
    choices = sorted(facets, key=lambda facet: (facet.rank, in_order(plain(facet.label)), facet.key))
    return Field(
        kind, wording.FACET_WORDS[kind], wording.ALL, tuple(_choice(facet, document.languages) for facet in choices)
    )


def _choice(facet: Facet, languages: Iterable[str]) -> Choice:
    versions = tuple(_on_one_line(wording_for(language, facet.label)) for language in languages)
    return Choice(facet.key, _on_one_line(facet.label), versions=versions, former=facet.former)


def _on_one_line(words: Prose) -> str:
    return " ".join(plain(words).split())


def _languages(document: Document) -> Field:
    """Return the field in which readers choose one of the languages that stand side by side, each in its own words."""
    choices = (Choice(each, language_name(each, each), each) for each in dict.fromkeys(document.languages))
    return Field("language", wording.LANGUAGE, wording.SIDE_BY_SIDE, tuple(choices))


def found_by(facets: Iterable[Facet]) -> str:
    """Return facets as words that a script can tell apart.

    >>> found_by([Facet("year", "2020", "2020"), Facet("theme", "housing", "Housing")])
    'theme:housing year:2020'
    """
    return " ".join(f"{kind}:{key}" for kind, keys in keys_by_kind(facets).items() for key in keys)


def sorted_by(cell: Cell) -> str | None:
    """Return the value that a cell is sorted by where its text does not say it; None where it does."""
    match cell.value:
        case None:
            return None
        case date():
            said = cell.value.isoformat()
        case Decimal():
            said = f"{cell.value:f}"
        case _:
            said = str(cell.value)
    return None if len(cell.content) == 1 and plain(cell.content[0]) == said else said


def wording_for(language: str, words: Prose) -> Prose:
    """Return what of a line is for the readers of one language."""
    return tuple(span for span in words if span.readers is None or language in span.readers)


def shared_readers(words: Prose) -> tuple[str, ...] | None:
    """Return the languages that a whole line is for; None where its parts are for different ones, or for everybody."""
    readers = {span.readers for span in words}
    return readers.pop() if len(readers) == 1 else None


def former_of(document: Document) -> Mapping[str, list[str]]:
    """Return the former anchors of each anchor that has some."""
    former: dict[str, list[str]] = {}
    for before, now in document.former:
        former.setdefault(now, []).append(before)
    return former

"""Identifiers for the items that have none."""

from collections.abc import Sequence

from muniprog.identifiers import Register, fold, split_number
from muniprog.renaming.walk import ITEMS, Edit, PlainDict, rewritten, strings, survey_of
from muniprog.source import Path


def fill_identifiers(mapping: PlainDict) -> PlainDict:
    """Return the programme with an identifier for every theme, goal, action, indicator and owner that has none.

    Where the identifiers of a kind are a series, such as ACT-1, ACT-2, a new one continues it after the highest
    number ever used, by the living, the retired or a reference to what is gone; else it is made of the title.
    Nothing else changes, and a programme where nothing is missing is returned as it is.

    >>> goal = {"title": "Boende", "actions": [{"id": "ACT-9", "title": "A"}, {"title": "B"}]}
    >>> filled = fill_identifiers({"themes": [{"id": "t", "goals": [goal]}]})["themes"][0]["goals"][0]
    >>> filled["id"], filled["actions"][1]
    ('boende', {'id': 'ACT-10', 'title': 'B'})
    """
    survey = survey_of(mapping)
    prefixes = {kind: _series([item.identifier for item in survey.items if item.kind == kind]) for kind in ITEMS}
    return rewritten(mapping, _Filling(survey.register(), prefixes, _languages(mapping)))


class _Filling(Edit):
    def __init__(self, register: Register, prefixes: dict[str, str | None], languages: Sequence[str]) -> None:
        self._register, self._prefixes, self._languages = register, prefixes, languages

    def item(self, item: PlainDict, kind: str, path: Path) -> PlainDict:
        written = item.get("id")
        if written is not None and not (isinstance(written, str) and not written.strip()):
            return item  # also a wrong one: reading the programme says what is wrong with it
        prefix = self._prefixes[kind]
        if prefix is None:
            new = self._register.slug(_title(item, self._languages))
        else:
            new = self._register.next_numbered(prefix)
        self._register.add(new)
        return {**item, "id": new} if "id" in item else {"id": new, **item}


def _series(identifiers: Sequence[str]) -> str | None:
    """Return the prefix that all of them share before a number. One alone must be in capitals, as covid-19 is none."""
    parts = [split_number(identifier) for identifier in identifiers]
    prefixes = {fold(part[0]) if part else None for part in parts}
    if len(prefixes) != 1 or parts[0] is None:
        return None
    prefix = parts[0][0]
    return prefix if len(parts) > 1 or prefix == prefix.upper() else None


def _languages(mapping: PlainDict) -> tuple[str, ...]:
    return tuple(strings(mapping.get("languages")))


def _title(item: PlainDict, languages: Sequence[str]) -> str:
    """Return an item's title in the language of record, or in the first language that has one."""
    match item.get("title", item.get("name")):
        case str(title):
            return title
        case dict(texts):
            for language in (*languages, *texts):
                match texts.get(language):
                    case str(title) | {"text": str(title)} if title.strip():
                        return title
    return ""

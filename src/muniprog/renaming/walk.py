"""A walk through a programme's plain mapping, to every item and every reference."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

import attrs

from muniprog.identifiers import Register
from muniprog.source import Path, Plain

PlainDict = dict[str, Plain]

# Where the items of a programme stand, and where they are referred to: kind of mapping → key → what is there.
# A reference says which kinds of items it may mean.
_TO_OWNER = "→ owner"
_TO_ACTION = "→ action"
_TO_INDICATOR = "→ indicator"
_TO_ITEM = "→ theme, goal, action, indicator, owner"
_SHAPES = {
    "programme": {
        "owners": "owner",
        "indicators": "indicator",
        "themes": "theme",
        "headline": _TO_INDICATOR,
        "silenced": "silence",
        "follow_ups": "follow_up",
    },
    "theme": {
        "owners": _TO_OWNER,
        "goals": "goal",
        "actions": "action",
        "indicators": "indicator",
        "themes": "theme",
    },
    "goal": {"owners": _TO_OWNER, "actions": "action", "indicators": "indicator"},
    "action": {
        "owners": _TO_OWNER,
        "steps": "step",
        "indicators": "indicator",
        "depends_on": _TO_ACTION,
        "supersedes": _TO_ACTION,
    },
    "indicator": {"owners": _TO_OWNER, "affects": _TO_INDICATOR, "formula": "formula"},
    "owner": {"parent": _TO_OWNER, "succeeded_by": _TO_OWNER},
    "step": {"owners": _TO_OWNER},
    "formula": {"of": _TO_INDICATOR},
    "silence": {"items": _TO_ITEM},
    "follow_up": {"asked": "request", "updates": "update", "observations": "observation", "decisions": "update"},
    "request": {"owner": _TO_OWNER, "items": _TO_ITEM},
    "update": {"item": _TO_ITEM, "owner": _TO_OWNER},
    "observation": {"indicator": _TO_INDICATOR, "owner": _TO_OWNER},
    _TO_OWNER: {"owner": _TO_OWNER},  # the long form: {owner: bildning, role: partner}
}
ITEMS = ("theme", "goal", "action", "indicator", "owner")


class Edit(ABC):
    """What is done to each item and each reference on a walk."""

    closed_rounds = False
    """Whether the walk goes into follow-ups that are closed."""

    @abstractmethod
    def item(self, item: PlainDict, kind: str, path: Path) -> PlainDict:
        """Return what stands for `item` afterwards."""

    def reference(self, identifier: str, target: str, path: Path) -> str:
        """Return what stands for a reference afterwards; `target` names the kinds of items that it may mean."""
        return identifier


def rewritten(mapping: PlainDict, edit: Edit) -> PlainDict:
    """Return the programme with `edit` done to every item, then to what stands in it; in the order of the file."""
    return _walk_dict(mapping, "programme", (), edit)


def _walk(value: Plain, shape: str, path: Path, edit: Edit) -> Plain:
    match value:
        case list():
            parts = [_walk(part, shape, (*path, index), edit) for index, part in enumerate(value)]
            return value if all(map(_same, parts, value)) else parts
        case dict() if shape in _SHAPES:
            return _walk_dict(value, shape, path, edit)
        case str() if shape.startswith("→"):
            return edit.reference(value, shape, path)
        case _:
            return value


def _walk_dict(value: PlainDict, shape: str, path: Path, edit: Edit) -> PlainDict:
    if shape == "follow_up" and value.get("closed_on") is not None and not edit.closed_rounds:
        return value
    keys = _SHAPES[shape]
    if shape in ITEMS:
        value = edit.item(value, shape, path)
    changed = {}
    for key, part in value.items():
        if key in keys and (new := _walk(part, keys[key], (*path, key), edit)) is not part:
            changed[key] = new
    return {**value, **changed} if changed else value


def _same(one: Plain, other: Plain) -> bool:
    return one is other


@attrs.frozen
class Found:
    """An item with an identifier, and where it stands."""

    path: Path
    kind: str
    identifier: str
    former: tuple[str, ...]


class Survey(Edit):
    """A walk that changes nothing and remembers what it saw."""

    closed_rounds = True

    def __init__(self, retired: Plain, closed: frozenset[int]) -> None:
        self.items: list[Found] = []
        self.references: list[str] = []
        self.closed: list[str] = []
        self.retired = list(strings(retired))
        self._closed = closed

    def item(self, item: PlainDict, kind: str, path: Path) -> PlainDict:
        if identifier := identifier_of(item):
            self.items.append(Found(path, kind, identifier, tuple(strings(item.get("former_ids")))))
        return item

    def reference(self, identifier: str, target: str, path: Path) -> str:
        self.references.append(identifier)
        if path[0] == "follow_ups" and path[1] in self._closed:
            self.closed.append(identifier)
        return identifier

    def register(self) -> Register:
        """Return every identifier that was ever used, also by a reference to what is gone."""
        living = (name for item in self.items for name in (item.identifier, *item.former))
        return Register([*living, *self.retired, *self.references])


def survey_of(mapping: PlainDict) -> Survey:
    """Return all identifiers and references of a programme."""
    rounds = mapping.get("follow_ups")
    closed = (
        index
        for index, one in enumerate(rounds if isinstance(rounds, list) else [])
        if isinstance(one, dict) and one.get("closed_on") is not None
    )
    survey = Survey(mapping.get("retired"), frozenset(closed))
    rewritten(mapping, survey)
    return survey


def identifier_of(item: PlainDict) -> str | None:
    """Return the identifier of an item, or None where there is none that could be referred to."""
    match item.get("id"):
        case str(identifier) if identifier.strip():
            return identifier
        case _:
            return None


def strings(value: Plain) -> Iterator[str]:
    """Yield the strings of a list; of anything else, nothing."""
    if isinstance(value, list):
        yield from (part for part in value if isinstance(part, str))

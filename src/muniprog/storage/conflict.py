"""What somebody else has changed, in the words of the programme: its items, its rounds, its own keys."""

from collections.abc import Iterator

from muniprog.messages import Spoken, message
from muniprog.paths import KEPT_IN, items_in
from muniprog.source import Plain

MOST = 10
"""How many changes are named; whoever changed more will have said so."""


def changed_parts(old: dict[str, Plain], new: dict[str, Plain]) -> tuple[Spoken | str, ...]:
    """Return what differs between two states of a programme's mapping, at most ten of it.

    >>> changed_parts({"themes": [{"id": "a", "title": "A"}]}, {"themes": [{"id": "a", "title": "B"}]})
    ('“B” (a)',)
    """
    before, after = dict(_parts(old)), dict(_parts(new))
    differing = [name for name in {**after, **before} if before.get(name) != after.get(name)]
    return tuple(_shown(name, after.get(name, before.get(name))) for name in differing[:MOST])


def _parts(mapping: dict[str, Plain]) -> Iterator[tuple[tuple[str, str], Plain]]:
    """Yield each part of a programme without the items in it."""
    for key, value in mapping.items():
        if key == "follow_ups" and isinstance(value, list):
            yield from ((("round", _round_name(each)), each) for each in value)
        elif key not in KEPT_IN:
            yield ("key", key), value
    for item in items_in(mapping):
        lists = KEPT_IN.keys() - {"owners"}
        yield ("item", item.id), {key: value for key, value in item.mapping.items() if key not in lists}


def _round_name(follow_up: Plain) -> str:
    return str(follow_up.get("period", "")) if isinstance(follow_up, dict) else ""


def _shown(name: tuple[str, str], part: Plain) -> Spoken | str:
    kind, word = name
    if kind == "round":
        return message("the follow-up {period}", period=word)
    title = part.get("title", part.get("name")) if isinstance(part, dict) and kind == "item" else None
    if isinstance(title, dict):
        title = next((words for words in title.values() if isinstance(words, str) and words), None)
    return f"“{title}” ({word})" if isinstance(title, str) and title else f"“{word}”"

"""Where the items of a programme stand: their paths in a plain mapping, and the lines of a file."""

from collections import Counter

from muniprog.model import Action, Goal, Indicator, Owner, Programme, Theme
from muniprog.source import Path, Place, Plain, Source

KEYS: dict[type, str] = {Owner: "owners", Indicator: "indicators", Theme: "themes", Goal: "goals", Action: "actions"}
"""The key of the list that the items of a class stand in."""


def paths_in(programme: Programme) -> dict[str, Path]:
    """Return the path of every item in the mapping that the programme would be written as."""
    paths: dict[str, Path] = {}
    seen: Counter[tuple[Path, str]] = Counter()
    for entry in programme.entries():
        parent = programme.parent(entry.id)
        above = paths[parent.id] if parent is not None else ()
        list_of = (above, KEYS[type(entry)])
        paths[entry.id] = (*above, KEYS[type(entry)], seen[list_of])
        seen[list_of] += 1
    return paths


def place_in(source: Source, path: Path) -> Place | None:
    """Return where the value at `path` stands, or else the nearest value around it.

    A path may go deeper than what is written (a short form, a key left out) or, when the programme was edited
    since it was loaded, somewhere that does not exist.
    """
    there = _that_exists(source.mapping, path)
    for length in range(len(there), -1, -1):
        place = source.where(there[:length])
        if place is not None:
            return place
    return None


def _that_exists(mapping: Plain, path: Path) -> Path:
    value = mapping
    for depth, step in enumerate(path):
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return path[:depth]
    return path


def rank_of(programme: Programme) -> dict[str, int]:
    """Return the order of the items, by their identifiers; what is about the whole comes before them all."""
    ranks = {"": -1}
    for rank, entry in enumerate(programme.entries()):
        ranks[entry.id] = rank
    return ranks

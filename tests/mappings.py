"""A small programme as a plain mapping, for tests of reading and keeping. It is invented."""

from copy import deepcopy

from muniprog.source import Plain

Mapping = dict[str, Plain]

_SMALL: Mapping = {
    "muniprog": 1,
    "id": "exempel",
    "title": {"sv": "Exempelprogram", "fi": "Esimerkkiohjelma"},
    "period": "2019–2022",
    "languages": ["sv", "fi"],
    "owners": [{"id": "bild", "name": "Bildning"}, {"id": "soc", "name": "Social"}],
    "themes": [
        {
            "id": "boende",
            "title": "Boende",
            "goals": [
                {
                    "id": "radgivning",
                    "title": "Rådgivning",
                    "owners": ["bild"],
                    "actions": [{"id": "kurser", "title": "Kurser", "timeframe": 2020}],
                    "indicators": [{"id": "antal", "title": "Antal kurser", "measure": "count", "targets": [5]}],
                }
            ],
        },
        {"id": "kultur", "title": "Kultur"},
    ],
}


def small(**changes: Plain) -> Mapping:
    """Return the small programme with other values at its top."""
    return {**deepcopy(_SMALL), **changes}


def with_goal(**changes: Plain) -> Mapping:
    """Return the small programme with other values in its goal."""
    return _with(("themes", 0, "goals", 0), changes)


def with_action(**changes: Plain) -> Mapping:
    """Return the small programme with other values in its action."""
    return _with(("themes", 0, "goals", 0, "actions", 0), changes)


def with_indicator(**changes: Plain) -> Mapping:
    """Return the small programme with other values in its indicator."""
    return _with(("themes", 0, "goals", 0, "indicators", 0), changes)


def _with(path: tuple[str | int, ...], changes: Mapping) -> Mapping:
    whole = small()
    item: Plain = whole
    for step in path:
        item = item[step]  # type: ignore[index]
    item.update(changes)  # type: ignore[union-attr]
    return whole

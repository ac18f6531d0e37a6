"""Small programmes that the contract keeps, and how two mappings are compared without forgiving anything."""

from collections.abc import Iterator

from muniprog.source import Plain

Mapping = dict[str, Plain]

TITLE = "Integrationsprogram för Åland"
ACTION_TITLE = "Kurser på lätt svenska"


def plan(identifier: str = "plan", **changes: Plain) -> Mapping:
    """Return a small programme; `changes` are other values at its top."""
    return {
        "muniprog": 1,
        "id": identifier,
        "title": {"fi": "Ahvenanmaan kotouttamisohjelma", "sv": TITLE},
        "period": "2019–2022",
        "languages": ["sv", "fi"],
        "themes": [
            {
                "id": "boende",
                "title": {"sv": "Främjande av boende", "fi": "Asumisen edistäminen"},
                "goals": [
                    {
                        "id": "radgivning",
                        "title": "Rådgivning",
                        "actions": [{"id": "kurser", "title": ACTION_TITLE, "timeframe": 2020}],
                    }
                ],
            },
            {"id": "kultur", "title": "Kultur", "actions": []},
        ],
        **changes,
    }


def retitled(mapping: Mapping, title: str) -> Mapping:
    """Return the small programme with another title of its only action; parts that do not change are shared."""
    first, *others = as_list(mapping["themes"])
    goal = as_mapping(as_list(as_mapping(first)["goals"])[0])
    action = as_mapping(as_list(goal["actions"])[0])
    changed: Plain = {**as_mapping(first), "goals": [{**goal, "actions": [{**action, "title": title}]}]}
    return {**mapping, "themes": [changed, *others]}


def with_actions(mapping: Mapping, *added: Plain) -> Mapping:
    """Return the small programme with more actions in its last theme; parts that do not change are shared."""
    *others, last = as_list(mapping["themes"])
    theme = as_mapping(last)
    return {**mapping, "themes": [*others, {**theme, "actions": [*as_list(theme.get("actions")), *added]}]}


def actions(mapping: Mapping) -> list[Plain]:
    """Return the actions of the last theme."""
    return as_list(as_mapping(as_list(mapping["themes"])[-1]).get("actions"))


def as_mapping(value: Plain) -> Mapping:
    """Return a value that is a mapping; an empty one where it is something else."""
    return value if isinstance(value, dict) else {}


def as_list(value: Plain) -> list[Plain]:
    """Return a value that is a list; an empty one where it is something else."""
    return value if isinstance(value, list) else []


def differences(given: Plain, kept: Plain, where: str = "", *, in_order: bool = True) -> Iterator[str]:
    """Yield what differs, one line each; 1, 1.0 and true differ, and so does the order of keys if it shall.

    The order of a programme's own keys is the storage's business: what they are is known, and none stands for more
    because it comes first.

    >>> list(differences({"a": 1, "b": [""]}, {"a": 1.0, "b": []}))
    ['a: given 1, kept 1.0', 'b: given 1 elements, kept 0']
    """
    if isinstance(given, dict) and isinstance(kept, dict):
        yield from _differences_of_keys(given, kept, where, in_order=in_order)
        for key in [key for key in given if key in kept]:
            yield from differences(given[key], kept[key], f"{where}.{key}" if where else key, in_order=in_order)
    elif isinstance(given, list) and isinstance(kept, list):
        if len(given) != len(kept):
            yield f"{where}: given {len(given)} elements, kept {len(kept)}"
        for position, pair in enumerate(zip(given, kept, strict=False)):
            yield from differences(*pair, f"{where}.{position}", in_order=in_order)
    elif type(given) is not type(kept) or repr(given) != repr(kept):
        yield f"{where}: given {_short(given)}, kept {_short(kept)}"


def _differences_of_keys(given: Mapping, kept: Mapping, where: str, *, in_order: bool) -> Iterator[str]:
    if given.keys() != kept.keys():
        yield f"{where or 'programme'}: given the keys {list(given)}, kept {list(kept)}"
    elif where and in_order and list(given) != list(kept):
        yield f"{where}: given the keys in the order {list(given)}, kept {list(kept)}"


def _short(value: Plain) -> str:
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}…"

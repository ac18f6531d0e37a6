"""Mappings of every kind, and YAML as people write it: comments, empty lines, any indentation, any quotes."""

from collections.abc import Iterator
from random import Random

from hypothesis import strategies as st

from muniprog.source import Path, Plain
from muniprog.yaml12.blocks import folded, literal
from muniprog.yaml12.quoting import double_quoted, is_single_quotable, key_text, scalar_text, single_quoted

TRICKY = [
    *["", "no", "12", "1.10", "x: y", "# x", "- z", "it's", '"q"', "\\", "a, b", "{x}", "[", "?", "x ", " x", "null"],
    *[
        "true",
        "2019–2022",
        "2019-01-01",
        "0x1F",
        "12:30",
        "---",
        "...",
        "~",
        ".nan",
        "<<",
        "1e5",
        "=",
        "\x85",
        "\u2028a",
    ],
    *[
        "a\r\nb",
        "\ufeff",
        "😀",
        "tab\tx",
        "två\nrader\n",
        "två\nrader",
        "två\n\tx",
        "  in\nled",
        "\n",
        "rad\n\nrad\n\n",
        "a\n ",
    ],
    *["lång text " * 12 + "slut", "a" * 120, "k" * 1100, "&a", "*a", "!a", "@a", "`a", "%a", "a:", "a #b", ":a", "-a"],
]
texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(max_size=20),
    st.text(alphabet=" \n\tab-:#'\"\\,[]{}|>&*!%@?=<.~01_eå–\r\x85\u2028\u00a0😀", max_size=30),
)
scalars = st.one_of(texts, st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.none())
keys = st.one_of(st.sampled_from(["id", "title", "a", "b", "c", "2019", "no", "x y", "a:b", "note"]), texts)
identifiers = st.sampled_from(["i1", "i2", "i3", "i4", "i5"])


def _collections(values: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    items = st.builds(
        lambda identifier, fields: {"id": identifier, **{key: fields[key] for key in fields if key != "id"}},
        identifiers,
        st.dictionaries(keys, values, max_size=3),
    )
    return st.one_of(
        st.lists(values, max_size=4), st.dictionaries(keys, values, max_size=5), st.lists(items, max_size=4)
    )


values: st.SearchStrategy[Plain] = st.recursive(scalars, _collections, max_leaves=20)
mappings: st.SearchStrategy[dict[str, Plain]] = st.dictionaries(keys, values, min_size=1, max_size=6)


class Hand:
    """Somebody who writes YAML by hand, now this way and now that."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.comments = 0

    def text(self, mapping: dict[str, Plain]) -> str:
        """Return `mapping` as text."""
        lines = self.mapping(mapping, 0) + self.noise(0)
        if self.may(0.1):
            lines.insert(0, "---")
        end = self.chance.choice(["\n", "\n", "\r\n"])
        return end.join(lines) + (end if self.may(0.8) else "")

    def may(self, share: float) -> bool:
        return self.chance.random() < share

    def comment(self) -> str:
        self.comments += 1
        return f"# comment {self.comments}: x - y"

    def noise(self, column: int) -> list[str]:
        lines = []
        while self.may(0.25):
            lines.append(
                self.chance.choice(["", "", " " * self.chance.choice([0, column, column + 2]) + self.comment()])
            )
        return lines

    def end(self) -> str:
        return self.chance.choice(["", "", "", "  " + self.comment(), " "])

    def key(self, key: str, *, in_flow: bool) -> str:
        return double_quoted(key) if self.may(0.1) or len(key) > 1000 else key_text(key, in_flow=in_flow)

    def scalar(self, value: Plain, *, in_flow: bool) -> str:
        assert not isinstance(value, (dict, list))
        ways = [scalar_text(value, in_flow=in_flow)]
        if isinstance(value, str):
            ways += [double_quoted(value)] + [single_quoted(value)] * is_single_quotable(value)
        elif value is None and not in_flow:
            ways += ["~", ""]
        return self.chance.choice(ways)

    def flow(self, value: Plain) -> str:
        space = self.chance.choice(["", " "])
        if isinstance(value, dict):
            pairs = (f"{self.key(key, in_flow=True)}: {self.flow(inner)}" for key, inner in value.items())
            return "{" + space + ", ".join(pairs) + space + "}"
        if isinstance(value, list):
            return "[" + space + self.chance.choice([", ", ",  "]).join(map(self.flow, value)) + space + "]"
        return self.scalar(value, in_flow=True)

    def value(self, value: Plain, column: int, least: int) -> tuple[str, list[str]]:
        """Return what stands on the line of a key or dash in `column`, and the lines below."""
        if isinstance(value, str) and self.may(0.5):
            inner = column + self.chance.choice([1, 2, 4])
            block = literal(value, inner) or ("\n" not in value and folded(value, inner))
            if block:
                return block[0] + self.chance.choice(["", " " + self.comment()]), block[1]
        if not isinstance(value, (dict, list)):
            return self.scalar(value, in_flow=False) + self.end(), []
        if not value or self.may(0.25):
            return self.flow(value) + self.end(), []
        comment = self.chance.choice(["", "", self.comment()])
        if isinstance(value, dict):
            return comment, self.mapping(value, column + self.chance.choice([1, 2, 2, 4]))
        return comment, self.items(value, column + least + self.chance.choice([0, 0, 2, 3]))

    def mapping(self, mapping: dict[str, Plain], column: int, *, compact: bool = False) -> list[str]:
        lines: list[str] = []
        for key, value in mapping.items():
            lines += [] if compact and not lines else self.noise(column)
            first, rest = self.value(value, column, 0)
            lines += [" " * column + self.key(key, in_flow=False) + ":" + (" " + first if first else ""), *rest]
        return lines

    def items(self, items: list[Plain], column: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self.noise(column)
            if isinstance(item, dict) and item and self.may(0.7):
                inner = column + self.chance.choice([2, 2, 4])
                below = self.mapping(item, inner, compact=True)
                lines += [" " * column + "-" + " " * (inner - column - 1) + below[0][inner:], *below[1:]]
            else:
                first, rest = self.value(item, column, 1)
                lines += [" " * column + "-" + (" " + first if first else ""), *rest]
        return lines


def paths(value: Plain, path: Path = ()) -> Iterator[Path]:
    """Yield the paths of all values."""
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from paths(inner, (*path, step))


def at(value: Plain, path: Path) -> Plain:
    """Return the value at `path`."""
    for step in path:
        value = value[step] if isinstance(value, dict) else value[int(step)]  # type: ignore[index]
    return value


def changed(mapping: dict[str, Plain], chance: Random, new_values: list[Plain]) -> None:
    """Change `mapping` in as many places as there are new values: set, insert, delete, append or move."""
    for value in new_values:
        path = chance.choice(list(paths(mapping)))
        place = at(mapping, path)
        if isinstance(place, dict):
            _change_mapping(place, chance, value)
        elif isinstance(place, list):
            _change_list(place, chance, value)
        else:
            around = at(mapping, path[:-1])
            around[path[-1]] = value  # type: ignore[index]


def _change_mapping(place: dict[str, Plain], chance: Random, value: Plain) -> None:
    if place and chance.random() < 0.4:
        del place[chance.choice(list(place))]
        return
    items = list(place.items())
    items.insert(chance.randint(0, len(items)), (chance.choice(["new", "newer", "title", "id"]), value))
    place.clear()
    place.update(items)


def _change_list(place: list[Plain], chance: Random, value: Plain) -> None:
    way = chance.choice(["delete", "move", "insert", "append", "set"])
    if way == "append" or not place:
        place.append(value)
    elif way == "insert":
        place.insert(chance.randrange(len(place)), value)
    elif way == "set":
        place[chance.randrange(len(place))] = value
    else:
        item = place.pop(chance.randrange(len(place)))
        if way == "move":
            place.insert(chance.randint(0, len(place)), item)

"""An item that is taken out for good: its identifier is remembered and never used again."""

from collections.abc import Iterator

from muniprog.errors import MuniprogError, UnknownNameError
from muniprog.identifiers import fold
from muniprog.messages import Message, Sentences, Spoken, message
from muniprog.paths import item_at, paths_of, value_at
from muniprog.renaming.walk import Edit, Found, PlainDict, rewritten, strings, survey_of
from muniprog.source import Path, Plain


class StillUsedError(MuniprogError):
    """An item cannot be taken out, since others still name it; `users` holds their identifiers.

    Args:
        identifier: The item.
        title: What it is called.
        kind: What kind of item it is.
        uses: Each place that names it, in words.
        users: Identifiers of the items that name it; an empty string stands for the programme itself.
    """

    def __init__(
        self, identifier: str, title: str, kind: str, uses: tuple[Spoken, ...], users: tuple[str, ...]
    ) -> None:
        self.users = users
        sentence = message(
            "“{title}” ({id}) is not taken out, since it is still named by {uses}.",
            title=title,
            id=identifier,
            uses=uses,
        )
        super().__init__(Sentences((sentence, INSTEAD_OF_OWNER if kind == "owner" else INSTEAD)))


INSTEAD_OF_OWNER = message(
    "Give the owner an end instead, such as `valid_until: 2021-12-31`, and say who takes over with `succeeded_by`: "
    "what it answered for keeps its name."
)
INSTEAD = message("Change what names it first, or leave it and report it as cancelled.")


def retire_identifier(mapping: PlainDict, identifier: str) -> PlainDict:
    """Return the programme without an item and what stands in it; their identifiers are added to `retired`.

    Args:
        mapping: The programme.
        identifier: The item's identifier, in any case.

    Raises:
        UnknownNameError: If there is no such item.
        StillUsedError: If anything outside the item names it or what stands in it, closed rounds included.
    """
    survey = survey_of(mapping)
    item = next((found for found in survey.items if fold(found.identifier) == fold(identifier)), None)
    if item is None:
        raise UnknownNameError(message("item"), identifier, [found.identifier for found in survey.items])
    gone = [found for found in survey.items if found.path[: len(item.path)] == item.path]
    names = [name for found in gone for name in (found.identifier, *found.former)]
    uses = _Uses({fold(name) for name in names}, item.path)
    rewritten(mapping, uses)
    if uses.paths:
        raise _still_used(mapping, item, uses.paths)
    rest = _without(mapping, item.path)
    retired: list[Plain] = [*strings(mapping.get("retired")), *names]
    return {**(rest if isinstance(rest, dict) else {}), "retired": retired}


class _Uses(Edit):
    """A walk that changes nothing and remembers where something is named from outside."""

    closed_rounds = True

    def __init__(self, names: set[str], inside: Path) -> None:
        self._names, self._inside = names, inside
        self.paths: list[Path] = []

    def item(self, item: PlainDict, kind: str, path: Path) -> PlainDict:
        return item

    def reference(self, identifier: str, target: str, path: Path) -> str:
        if fold(identifier) in self._names and path[: len(self._inside)] != self._inside:
            self.paths.append(path)
        return identifier


def _still_used(mapping: PlainDict, item: Found, paths: list[Path]) -> StillUsedError:
    users = tuple(dict.fromkeys(item_at(path, mapping) for path in paths))
    return StillUsedError(
        item.identifier, _title(mapping, item.path), item.kind, tuple(_described(mapping, users, paths)), users
    )


def _described(mapping: PlainDict, users: tuple[str, ...], paths: list[Path]) -> Iterator[Message]:
    """Yield each user in words: an item by its title, the programme's own lists and rounds by their name."""
    where = paths_of(mapping)
    for user in users:
        if user in where:
            yield message("“{title}” ({id})", title=_title(mapping, where[user]), id=user)
    for key in dict.fromkeys(path[0] for path in paths if item_at(path, mapping) not in where):
        yield message("`{key}`", key=key)


def _title(mapping: PlainDict, path: Path) -> str:
    item = value_at(path, mapping)
    title = item.get("title", item.get("name")) if isinstance(item, dict) else None
    if isinstance(title, dict):
        title = next((words for words in title.values() if words), "")
    return title if isinstance(title, str) else ""


def _without(value: Plain, path: Path) -> Plain:
    """Return a value without the list element at `path` in it; a list that becomes empty goes too."""
    step, rest = path[0], path[1:]
    if isinstance(value, dict):
        left = _without(value[str(step)], rest)
        return {key: left if key == step else part for key, part in value.items() if key != step or left}
    elements = value if isinstance(value, list) else []  # a path to an item leads through mappings and lists only
    position = int(step)
    left_here = [_without(elements[position], rest)] if rest else []
    return [*elements[:position], *left_here, *elements[position + 1 :]]

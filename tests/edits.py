"""Programmes kept as folders in many ways, and edits of them as a planner's script makes them."""

from collections.abc import Callable, Iterator
from pathlib import Path as FilePath
from random import Random

import attrs

from muniprog.model import Action, FollowUp, Goal, Indicator, Measure, Owner, Programme, Status, Theme, Update
from muniprog.source import Path, Plain, Source
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe
from muniprog.yaml12 import read, write
from tests.hand_written import paths

Mapping = dict[str, Plain]
RECORD = "sv"


# Folders.


def keep(mapping: Mapping, folder: FilePath, chance: Random) -> None:
    """Write a programme to a folder, some parts in files of their own, with comments and empty lines."""
    main = dict(mapping)
    for key, name in (("themes", "themes"), ("follow_ups", "followup")):
        parts = main.get(key)
        if not isinstance(parts, list) or not parts or chance.random() < 0.4:
            continue
        (folder / name).mkdir()
        # Rounds that have files come after those that have not; themes stand where the main file names them.
        first = 0 if key == "themes" else chance.randint(0, len(parts))
        held: list[Plain] = list(parts[:first])
        for position, part in enumerate(parts[first:], start=first):
            assert isinstance(part, dict)
            if key == "themes" and chance.random() < 0.2:
                held.append(part)
                continue
            file = f"{name}/{position}.yaml"
            (folder / file).write_bytes(noisy(write(part), chance).encode())
            held += [file] if key == "themes" else []
        main[key] = held
        if not held:
            del main[key]
    (folder / "programme.yaml").write_bytes(noisy(write(main), chance).encode())


def noisy(text: str, chance: Random) -> str:
    """Return a text with comments and empty lines between its entries, and perhaps with other line ends."""
    source = read(text, "x")
    lines = text.split("\n")
    starts: dict[int, int] = {}
    for path in paths(source.mapping):
        place = source.where_key(path) if path else None
        if place is not None and not lines[place.line - 1][: place.column - 1].strip(" -"):
            starts[place.line] = min(starts.get(place.line, place.column), place.column)
    for line in sorted(starts, reverse=True):
        before = lines[line - 1]
        column = len(before) - len(before.lstrip(" "))
        if chance.random() < 0.2:
            noise = chance.choice(
                [["", " " * column + f"# note on line {line}"], [" " * column + f"# {line}: a"], [""]]
            )
            lines[line - 1 : line - 1] = noise
    whole = "\n".join(lines)
    if chance.random() < 0.1:
        whole = whole.rstrip("\n")
    if chance.random() < 0.1:
        whole = "\ufeff" + whole
    return whole.replace("\n", "\r\n") if chance.random() < 0.1 else whole


def contents(folder: FilePath) -> dict[str, bytes]:
    """Return what all files of a folder hold."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


# Where something stands.


def lines_of(source: Source, path: Path) -> tuple[str, int, int]:
    """Return the file of a value and its lines: that of its key, and the first one that is no longer about it."""
    place, key = source.where(path), source.where_key(path)
    assert place is not None
    assert key is not None
    first = key.line
    last = 10**9
    for other in paths(source.mapping):
        if other[: len(path)] == path or path[: len(other)] == other:
            continue
        for found in (source.where_key(other), source.where(other)):
            if (
                found is not None
                and found.file == place.file
                and (found.line, found.column) > (place.line, place.column)
            ):
                last = min(last, found.line)
    return place.file, first, last


# Edits.

Edit = Callable[[Programme, Random], tuple[Programme, Path | None]]
"""An edit gives the changed programme and the path of what was changed; None where that is several things."""


def walk(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every object of the model inside a value by the names of its attributes."""
    if isinstance(value, tuple):
        for position, element in enumerate(value):
            yield from walk(element, (*path, position))
        return
    kind = type(value)
    if attrs.has(kind) and not isinstance(value, (Text, Timeframe, Period)):
        yield path, value
        for name in attrs.fields_dict(kind):
            if name != "origin":
                yield from walk(getattr(value, name), (*path, name))


def replaced(value: object, path: Path, new: object) -> object:
    """Return a copy of a value with something else at a path; what is not on the path is the same object."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        assert isinstance(value, tuple)
        return (*value[:step], replaced(value[step], rest, new), *value[step + 1 :])
    changed = replaced(getattr(value, step), rest, new)
    return attrs.evolve(value, **{step: changed})  # type: ignore[misc]


def _with(programme: Programme, path: Path, new: object) -> Programme:
    changed = replaced(programme, path, new)
    assert isinstance(changed, Programme)
    return changed


def _some(programme: Programme, chance: Random, *kinds: type) -> tuple[Path, object] | None:
    found = [
        (path, value) for path, value in walk(programme) if isinstance(value, kinds) and not _is_closed(programme, path)
    ]
    return chance.choice(found) if found else None


def _is_closed(programme: Programme, path: Path) -> bool:
    """Return whether a path leads to a closed round or into it, where nothing may be changed."""
    position = path[1] if path[:1] == ("follow_ups",) else None
    return isinstance(position, int) and programme.follow_ups[position].is_closed


def _new_id(programme: Programme) -> str:
    taken = {entry.id.casefold() for entry in programme.entries()}
    return next(name for name in (f"new-{number}" for number in range(1000)) if name not in taken)


def change_title(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    found = _some(programme, chance, Theme, Goal, Action, Indicator, Owner)
    if found is None:
        return attrs.evolve(programme, title=Text.of("Ny titel", RECORD)), ("title",)
    path, item = found
    key = "name" if isinstance(item, Owner) else "title"
    words = chance.choice([Text.of(words, RECORD) for words in ("Nytt: namn", "två\nrader", {"sv": "Ny", "fi": "#1"})])
    return _with(programme, (*path, key), words), path


def change_timeframe(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    found = _some(programme, chance, Action, Goal)
    if found is None:
        return change_title(programme, chance)
    when = Timeframe.parse(chance.choice(["2020", "hösten 2024", "Kontinuerlig"]), language=RECORD)
    return _with(programme, (*found[0], "timeframe"), when), found[0]


def change_summary(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    summary = chance.choice([None, Text.of("En ny sammanfattning.\n\nI två stycken. \n", RECORD)])
    old = programme.summary
    return attrs.evolve(programme, summary=summary), ("summary",) if old is not None and summary is not None else None


def change_status(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    found = _some(programme, chance, Update)
    if found is None:
        return change_title(programme, chance)
    return _with(programme, (*found[0], "status"), chance.choice(list(Status))), found[0]


def add_item(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    name, title = _new_id(programme), Text.of("Ny", RECORD)
    found = _some(programme, chance, Goal, Theme)
    if found is None:
        return attrs.evolve(programme, owners=(*programme.owners, Owner(id=name, name=title))), None
    path, holder = found
    key, item = chance.choice(
        [
            ("actions", Action(id=name, title=title)),
            ("indicators", Indicator(id=name, title=title, measure=Measure.COUNT)),
        ]
    )
    there = list(getattr(holder, key))
    there.insert(chance.randint(0, len(there)), item)
    return _with(programme, (*path, key), tuple(there)), None


def add_theme(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    themes = list(programme.themes)
    themes.insert(chance.randint(0, len(themes)), Theme(id=_new_id(programme), title=Text.of("Nytt tema", RECORD)))
    return attrs.evolve(programme, themes=tuple(themes)), None


def add_round(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    taken = {round_.period.raw for round_ in programme.follow_ups}
    year = chance.choice([year for year in map(str, range(2015, 2026)) if year not in taken])
    rounds = list(programme.follow_ups)
    rounds.insert(chance.randint(0, len(rounds)), FollowUp(period=Period.parse(year, language=RECORD)))
    return attrs.evolve(programme, follow_ups=tuple(rounds)), None


def remove_item(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    found = _some(programme, chance, Theme, Goal, Action, Indicator, Owner, FollowUp)
    if found is None:
        return programme, None
    *above, position = found[0]
    holder: object = programme
    for step in above:
        holder = holder[step] if isinstance(step, int) else getattr(holder, step)  # type: ignore[index]
    assert isinstance(holder, tuple)
    assert isinstance(position, int)
    return _with(programme, tuple(above), (*holder[:position], *holder[position + 1 :])), None


def move_items(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    lists: list[tuple[Path, tuple[object, ...]]] = [(("themes",), programme.themes), (("owners",), programme.owners)]
    lists.append((("follow_ups",), programme.follow_ups))
    for path, item in walk(programme):
        if isinstance(item, Theme):
            lists.append(((*path, "goals"), item.goals))
        elif isinstance(item, Goal):
            lists.append(((*path, "actions"), item.actions))
    path, elements = chance.choice(lists)
    moved = list(elements)
    chance.shuffle(moved)
    return _with(programme, path, tuple(moved)), None


def rename_item(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    found = _some(programme, chance, Theme, Goal, Action)
    if found is None:
        return programme, None
    return _with(programme, (*found[0], "id"), _new_id(programme)), found[0]


def change_languages(programme: Programme, chance: Random) -> tuple[Programme, Path | None]:
    languages = list(programme.languages)
    chance.shuffle(languages)
    return attrs.evolve(programme, languages=tuple(languages)), None


EDITS: tuple[Edit, ...] = (
    change_title,
    change_timeframe,
    change_summary,
    change_status,
    add_item,
    add_theme,
    add_round,
    remove_item,
    move_items,
    rename_item,
    change_languages,
)

"""One change of a programme, spread over the files of its folder that its parts stand in."""

from collections.abc import Collection, Sequence
from posixpath import dirname

import attrs

from muniprog.source import Plain
from muniprog.storage.atomic import write_files
from muniprog.storage.folder import MAIN, FolderSource, ProgrammeFolder
from muniprog.storage.names import order, round_file, theme_file

Names = Sequence[str | None]
"""For each element of a list the name of its own file, or None where it stands in the main file."""


def write_change(source: FolderSource, old: dict[str, Plain], new: dict[str, Plain]) -> dict[str, bytes]:
    """Write what differs between `old` and `new` into the files that `source` was read from.

    A new theme gets a file of its own where the other themes have one, and a new round of follow-up where the last
    round has one; the file of one that is gone is removed, after everything else is in place.

    Returns:
        What the files hold now, by name.

    Raises:
        StorageError: A file cannot be written or removed.
        ValueProblem: A value cannot be saved.
    """
    change = _Change(source, old, new)
    change.spread_themes()
    change.spread_rounds()
    contents = change.finished()
    folder, main = source.folder.folder, source.folder.main
    changed = {name: content for name, content in contents.items() if source.contents.get(name) != content}
    gone = sorted(source.contents.keys() - contents.keys())
    if changed or gone:
        # The main file comes last: until it is in place, new files are not yet part of the programme.
        write_files(
            {folder / name: changed[name] for name in sorted(changed, key=lambda name: name == main)},
            gone=[folder / name for name in gone],
            journal=source.folder.journal,
        )
    return contents


def new_round_files(where: ProgrammeFolder, rounds: Sequence[Plain]) -> Names:
    """Return the files for the rounds of a new programme."""
    without: Names = [None] * len(rounds)
    return _in_order(_with_new(rounds, without, range(len(rounds)), ())) if where.main == MAIN else without


@attrs.frozen
class _Matched:
    """The elements of a list before and after the change.

    Attributes:
        before: The elements before.
        files: The file that each of them has.
        after: The elements after.
        origins: Which earlier element each of them continues; None for a new one.
    """

    before: list[Plain]
    files: Names
    after: list[Plain]
    origins: list[int | None]

    @property
    def kept(self) -> Names:
        """The file that each element has from before."""
        return [None if origin is None else self.files[origin] for origin in self.origins]

    @property
    def new(self) -> list[int]:
        """The positions of new elements."""
        return [position for position, origin in enumerate(self.origins) if origin is None]


class _Change:
    """The change while it is made: what is said of parts with files of their own moves out of the two mappings."""

    def __init__(self, source: FolderSource, old: dict[str, Plain], new: dict[str, Plain]) -> None:
        self._source = source
        self._old, self._new = dict(old), dict(new)
        self._contents = dict(source.contents)

    def spread_themes(self) -> None:
        """Write the themes that have files of their own."""
        themes = self._matched("themes")
        there = [file for file in themes.files if file is not None]
        if not there:
            return
        folder = dirname(there[0])
        taken = {*self._contents, *_names_in(self._source.folder, folder)}
        names = list(themes.kept)
        for position in themes.new:
            names[position] = name = theme_file(_word(themes.after[position], "id"), folder, taken)
            taken.add(name)
        self._write_parts(themes, names)
        for mapping, elements, files in ((self._old, themes.before, themes.files), (self._new, themes.after, names)):
            listed = [file if file is not None else each for each, file in zip(elements, files, strict=True)]
            _set(mapping, "themes", listed)

    def spread_rounds(self) -> None:
        """Write the rounds of follow-up that have files of their own."""
        rounds = self._matched("follow_ups")
        is_spread = self._source.folder.main == MAIN and (not rounds.files or rounds.files[-1] is not None)
        if not is_spread and not any(rounds.files):
            return
        new = rounds.new if is_spread else []
        names = _in_order(_with_new(rounds.after, rounds.kept, new, self._contents))
        self._write_parts(rounds, names)
        for mapping, elements, files in ((self._old, rounds.before, rounds.files), (self._new, rounds.after, names)):
            held = [each for each, file in zip(elements, files, strict=True) if file is None]
            _set(mapping, "follow_ups", held)

    def finished(self) -> dict[str, bytes]:
        """Return what all files hold when what is left has gone into the main file."""
        self._edit(self._source.folder.main, self._old, self._new)
        return self._contents

    def _matched(self, key: str) -> _Matched:
        from muniprog.yaml12.alignment import NEW, aligned

        before, after = _elements(self._old.get(key)), _elements(self._new.get(key))
        origins = aligned([_identified(each) for each in before], [_identified(each) for each in after])
        return _Matched(
            before,
            [self._source.parts.get((key, position)) for position in range(len(before))],
            after,
            [None if origin == NEW else origin for origin in origins],
        )

    def _write_parts(self, matched: _Matched, names: Names) -> None:
        """Write the elements that have files into them, and forget the files that are no longer used."""
        from muniprog.yaml12 import write

        kept = matched.kept
        for position, (element, name) in enumerate(zip(matched.after, names, strict=True)):
            if name is None or not isinstance(element, dict):
                continue
            origin = matched.origins[position]
            earlier = matched.before[origin] if origin is not None and name == kept[position] else None
            if isinstance(earlier, dict):
                self._edit(name, earlier, element)
            else:
                self._contents[name] = write(element).encode()
        for file in matched.files:
            if file is not None and file not in names:
                del self._contents[file]

    def _edit(self, name: str, old: dict[str, Plain], new: dict[str, Plain]) -> None:
        from muniprog.yaml12 import edit

        if old is not new:
            self._contents[name] = edit(self._source.files[name], old, new).encode()


def _with_new(rounds: Sequence[Plain], kept: Names, new: Collection[int], taken: Collection[str]) -> Names:
    """Return the files of rounds: those that they have, and at some positions new ones that sort where they stand."""
    names = list(kept)
    for position in new:
        after = next((name for name in reversed(names[:position]) if name is not None), "")
        before = next((name for name in names[position + 1 :] if name is not None), "")
        occupied = {*taken, *(name for name in names if name is not None)}
        names[position] = round_file(_word(rounds[position], "period"), after, before, occupied)
    return names


def _in_order(names: Names) -> Names:
    """Return the names without those that would not keep the order: rounds are read by name, after the main file's."""
    kept: list[str | None] = [None] * len(names)
    following: str | None = None
    for position in reversed(range(len(names))):
        name = names[position]
        if name is None or (following is not None and order(name) >= order(following)):
            break
        kept[position] = following = name
    return kept


def _elements(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _identified(element: Plain) -> Plain:
    """Return an element under the name by which it is found again: a round of follow-up has its period."""
    if isinstance(element, dict) and "period" in element and "id" not in element:
        return {"id": str(element["period"]), **element}
    return element


def _set(mapping: dict[str, Plain], key: str, elements: list[Plain]) -> None:
    if elements:
        mapping[key] = elements
    else:
        mapping.pop(key, None)


def _word(element: Plain, key: str) -> str:
    return str(element.get(key, "")) if isinstance(element, dict) else ""


def _names_in(where: ProgrammeFolder, folder: str) -> list[str]:
    path = where.folder / folder
    return [f"{folder}/{each.name}" if folder else each.name for each in path.iterdir()]

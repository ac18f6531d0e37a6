"""One change of a programme, spread over the files of its folder that its parts stand in."""

from collections.abc import Mapping

from muniprog.identifiers import slug
from muniprog.source import Plain
from muniprog.storage.atomic import write_files
from muniprog.storage.folder import FOLLOW_UPS, FolderSource

SPREAD = ("themes", "follow_ups")
"""The keys whose elements may stand in files of their own."""


def write_change(source: FolderSource, old: dict[str, Plain], new: dict[str, Plain]) -> dict[str, bytes]:
    """Write what differs between `old` and `new` into the files that `source` was read from.

    A new theme or round gets a file of its own where its neighbours have one; the file of one that is gone is
    removed, after everything else is in place.

    Returns:
        What the files hold now, by name.
    """
    contents = dict(source.contents)
    old, new = dict(old), dict(new)
    for key in SPREAD:
        _spread(key, source, old, new, contents)
    main = source.folder.main
    _edit(main, source, old, new, contents)
    folder = source.folder.folder
    changed = {name: content for name, content in contents.items() if source.contents.get(name) != content}
    if changed:
        # The main file comes last: until it is in place, the others are not yet part of the programme.
        write_files({folder / name: changed[name] for name in sorted(changed, key=lambda name: name == main)})
    for name in source.contents.keys() - contents.keys():
        (folder / name).unlink(missing_ok=True)
    return contents


def _spread(
    key: str, source: FolderSource, old: dict[str, Plain], new: dict[str, Plain], contents: dict[str, bytes]
) -> None:
    """Edit the themes or rounds that have files of their own, and leave to the main file what it holds of them."""
    from muniprog.yaml12 import write

    before = elements_of(old.get(key))
    files = [source.parts.get((key, position)) for position in range(len(before))]
    if not any(files):
        return
    placed = {_name_of(element): (file, element) for file, element in zip(files, before, strict=True)}
    kept: list[Plain] = []
    for element in elements_of(new.get(key)):
        file, earlier = placed.pop(_name_of(element), (_new_file(key, element, contents), None))
        if file is None:
            kept.append(element)
            continue
        if earlier is None:
            contents[file] = write(element).encode()
        else:
            _edit(file, source, earlier, element, contents)
        if key == "themes":
            kept.append(file)
    for file, _ in placed.values():
        if file is not None:
            del contents[file]
    held: list[Plain] = [
        element if file is None else file
        for file, element in zip(files, before, strict=True)
        if file is None or key == "themes"
    ]
    for main, elements in ((old, held), (new, kept)):
        main.pop(key, None)
        if elements:
            main[key] = elements


def _edit(
    name: str, source: FolderSource, old: dict[str, Plain], new: dict[str, Plain], contents: dict[str, bytes]
) -> None:
    from muniprog.yaml12 import edit

    contents[name] = edit(source.files[name], old, new).encode()


def _new_file(key: str, element: dict[str, Plain], taken: Mapping[str, bytes]) -> str:
    return new_round_file(element, taken) if key == "follow_ups" else f"themes/{element['id']}.yaml"


def elements_of(elements: Plain) -> list[dict[str, Plain]]:
    """Return the mappings of a list; nothing where there is no list."""
    return [element for element in elements if isinstance(element, dict)] if isinstance(elements, list) else []


def _name_of(element: dict[str, Plain]) -> str:
    return str(element.get("id", element.get("period")))


def new_round_file(follow_up: dict[str, Plain], taken: Mapping[str, bytes]) -> str:
    """Return the name of the file for a new round of follow-up: its period, made safe."""
    names = {name.removeprefix(f"{FOLLOW_UPS}/").removesuffix(".yaml") for name in taken}
    return f"{FOLLOW_UPS}/{slug(str(follow_up.get('period')), names)}.yaml"

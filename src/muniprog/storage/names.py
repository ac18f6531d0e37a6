"""Names of the files in a programme's folder: as they are spelled on the disk, and new ones that are free."""

import os
from collections.abc import Collection, Iterable
from itertools import chain, count
from pathlib import Path

from muniprog.identifiers import fold, slug
from muniprog.language import canonical

FOLLOW_UPS = "followup"
THEMES = "themes"


def spelled_as_found(path: Path) -> Path:
    """Return a path as it is spelled on the disk: `Språk` also finds what a Mac wrote with an a and a ring.

    A path that is there is returned as it is, and so is one that is not there in any spelling.
    """
    if os.path.lexists(path) or not path.name:
        return path
    folder = spelled_as_found(path.parent)
    wanted = canonical(path.name)
    alike = (each for each in folder.iterdir() if canonical(each.name) == wanted) if folder.is_dir() else ()
    return next(iter(alike), path)


def theme_file(identifier: str, folder: str, taken: Iterable[str]) -> str:
    """Return a free name for the file of a new theme.

    >>> theme_file("boende", "themes", ["themes/Boende.yaml"])
    'themes/boende-2.yaml'

    Args:
        identifier: Identifier of the theme.
        folder: The folder where the other themes have their files; empty for the programme's own.
        taken: Names of files that exist.
    """
    return _free(f"{folder}/{identifier}" if folder else identifier, set(map(fold, taken)))


def round_file(period: str, after: str, before: str, taken: Iterable[str]) -> str:
    """Return a free name for the file of a new round of follow-up; if it can be, one that sorts between two others.

    >>> round_file("2021", "followup/2020.yaml", "", ["followup/2020.yaml"])
    'followup/2021.yaml'
    >>> round_file("2019", "followup/2020.yaml", "", ["followup/2020.yaml"])
    'followup/2020-2019.yaml'

    Args:
        period: The period of the round.
        after: Name of the file of the round before it; empty for the first one.
        before: Name of the file of the round after it; empty for the last one.
        taken: Names of files that exist.
    """
    occupied = set(map(fold, taken))
    name = _free(f"{FOLLOW_UPS}/{slug(period)}", occupied)
    if order(after) < order(name) and (not before or order(name) < order(before)):
        return name
    return _free(f"{order(after) or FOLLOW_UPS + '/0'}-{slug(period)}", occupied)


def order(name: str) -> str:
    """Return what the files of rounds are sorted by."""
    return name.removesuffix(".yaml")


def _free(stem: str, occupied: Collection[str]) -> str:
    names = chain([f"{stem}.yaml"], (f"{stem}-{number}.yaml" for number in count(2)))
    return next(name for name in names if fold(name) not in occupied)

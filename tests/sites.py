"""A small programme that has a page of every kind on its site, and what is on a site that was built."""

from functools import cache

import attrs

import muniprog
from muniprog_sphinx.site import Built


@cache
def sample_in_small() -> muniprog.Programme:
    """Return the sample of Vasa with two of its themes and the last of its rounds."""
    sample = muniprog.load("vasa_2019_2022_sample")
    return attrs.evolve(sample, themes=sample.themes[:2], follow_ups=sample.follow_ups[-1:], origin=None)


def files(built: Built) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    return {
        path.relative_to(built.folder).as_posix(): path.read_bytes()
        for path in sorted(built.folder.rglob("*"))
        if path.is_file()
    }


def pages(built: Built) -> dict[str, str]:
    """Return the pages of a site by their paths."""
    return {name: data.decode("utf-8") for name, data in files(built).items() if name.endswith(".html")}

"""How a site takes the place of an earlier one, and of nothing else."""

import json
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

import muniprog
from muniprog_sphinx.sentences import Sentence
from muniprog_sphinx.site.published_data import INDEX, MADE_BY

_MARK = f"data/{INDEX}"
"""The file by which an earlier site is known."""


def refuse_other_content(folder: Path) -> None:
    """Do nothing if a site may be put into a folder: it is not there, is empty, or holds an earlier site.

    Raises:
        StorageError: There is something else.
    """
    if not folder.exists() or _is_site(folder):
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise muniprog.StorageError(
            Sentence(
                "”{folder}” innehåller annat än en tidigare webbplats. Välj en annan mapp, eller töm den själv.",
                "”{folder}” sisältää muuta kuin aiemman sivuston. Valitse toinen kansio tai tyhjennä se itse.",
                "“{folder}” holds something else than an earlier site. Choose another folder, or empty it yourself.",
                {"folder": folder},
            )
        )


def take_place(site: Path, folder: Path) -> None:
    """Move a site that is whole to its folder; an earlier one goes when the new one is there.

    Raises:
        StorageError: It cannot be moved; then the earlier one is where it was.
    """
    earlier = site.with_name("earlier")
    try:
        if folder.exists():
            folder.rename(earlier)
        try:
            site.rename(folder)
        except OSError:
            with suppress(OSError):
                earlier.rename(folder)
            raise
    except OSError as error:
        raise muniprog.StorageError(
            Sentence(
                "Webbplatsen kunde inte skrivas till ”{folder}”. Systemet säger: {cause}.",
                "Sivustoa ei voitu kirjoittaa kansioon ”{folder}”. Järjestelmä sanoo: {cause}.",
                "The site could not be written to “{folder}”. The system says: {cause}.",
                {"folder": folder, "cause": error.strerror or error},
            )
        ) from error
    rmtree(earlier, ignore_errors=True)


def _is_site(folder: Path) -> bool:
    try:
        index = json.loads((folder / _MARK).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(index, dict) and index.get("made_by") == MADE_BY

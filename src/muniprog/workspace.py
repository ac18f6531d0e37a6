"""The shell around the model: load, save, check, print and export, for scripts, notebooks and the command line.

Everything here finds its parts through the plug-ins and leaves the thinking to the floors below.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import attrs

from muniprog.conversion import structure, unstructure
from muniprog.document import Document
from muniprog.errors import MuniprogError, StorageError, UnknownNameError
from muniprog.interfaces import ReportBackend, ReportOptions, Storage, Stored, Written
from muniprog.messages import message
from muniprog.model import Programme
from muniprog.plugins import Plugins, load_plugins
from muniprog.source import Finding, Path as SourcePath
from muniprog.timeframe import Period

MAIN_FILE = "programme.yaml"


@cache
def plugins() -> Plugins:
    """Return the built-ins and the installed plug-ins; they are looked up once."""
    return load_plugins()


def load(address: str | Path) -> Programme:
    """Return the programme at an address.

    Args:
        address: The name of an installed package's programme (`vasa_2019_2022`), the path of a programme's
            folder or of a file in one of the known formats, or a storage's address (`sqlite:///file.db#id`).

    Raises:
        SourceError: What is there is not a programme; every problem with its place.
        StorageError: There is nothing there, or it cannot be read.
        UnknownNameError: No programme, path or storage answers to the address.
    """
    stored, kept_at = _fetch(str(address))
    return structure(stored.source, address=kept_at, revision=stored.revision)


def fetch(address: str | Path) -> Stored:
    """Return what is kept at an address before it is made a programme: its mapping, places and revision."""
    return _fetch(str(address))[0]


def _fetch(address: str) -> tuple[Stored, str]:
    storage = _storage_for(address)
    if storage is not None:
        return storage.load(address), address
    path = Path(address)
    if path.is_file():
        format_ = plugins().by_suffix("format", path.suffix)
        return Stored(format_.read(path.read_bytes(), address), ""), address
    packages = plugins().programmes
    if address in packages:
        folder = str(packages[address].folder)
        return plugins().find("storage", "files").load(folder), folder
    raise UnknownNameError(
        message("programme"),
        address,
        tuple(packages),
        message("Give the name of an installed programme, or the path of a folder with a {file}.", file=MAIN_FILE),
    )


def open_storage(address: str | Path) -> Storage:
    """Return the storage that answers to an address.

    Raises:
        UnknownNameError: No storage answers to the address.
    """
    storage = _storage_for(str(address))
    if storage is None:
        raise UnknownNameError(message("storage"), str(address), tuple(plugins().storages))
    return storage

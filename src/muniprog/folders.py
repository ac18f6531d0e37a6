"""Paths inside a folder, for names that somebody else chose.

An identifier is already narrow (see `muniprog.identifiers`); this is the second lock on the same door, for
every place that makes a file name out of what stands in a programme, in a spreadsheet or in a query.
"""

from pathlib import Path, PurePosixPath

from muniprog.errors import ValueProblem
from muniprog.identifiers import is_device, shown
from muniprog.messages import message


def safe_path(folder: Path, name: str) -> Path:
    """Return the path of `name` in `folder`; `name` may have subfolders, with slashes between them.

    Whether it exists is not asked. A symbolic link that leads out of the folder is refused like `..` is.

    Raises:
        ValueProblem: With code F013, when the path would be outside the folder, or no file can have that name
            on one of the systems that people use.

    >>> safe_path(Path("programme"), "themes/boende.yaml").as_posix()
    'programme/themes/boende.yaml'
    """
    parts = PurePosixPath(name).parts
    if not parts or any(map(_impossible, parts)):
        raise ValueProblem(
            message("“{name}” cannot be the name of a file on every system.", name=shown(name)), code="F013"
        )
    path = folder.joinpath(*parts)
    if ".." in parts or not path.resolve().is_relative_to(folder.resolve()):
        raise ValueProblem(
            message("“{name}” is outside the folder {folder}.", name=shown(name), folder=folder.name), code="F013"
        )
    return path


def _impossible(part: str) -> bool:
    return (
        any(sign in '<>:"\\|?*' or not sign.isprintable() for sign in part)
        or len(part.encode()) > 255
        or is_device(part)
        or (part != ".." and part.endswith((".", " ")))
    )

"""The file around the document: what it begins as, and how it becomes the same bytes each time."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error

CONTENT_TYPES = "[Content_Types].xml"
_PARTS = {
    CONTENT_TYPES: "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
_STYLES = "word/styles.xml"
_NO_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can name


@cache
def skeleton(name: str) -> bytes:
    """Return one of the files that an empty document of our own consists of."""
    return files("muniprog_docx").joinpath("skeleton", name).read_bytes()


def empty_file(styles: bytes) -> bytes:
    """Return an empty document of our own with these styles."""
    return packed({part: skeleton(name) for part, name in _PARTS.items()} | {_STYLES: styles})


def packed(parts: dict[str, bytes], *, smaller: bool = True) -> bytes:
    """Return the parts as one file, in an order and with a date of their own that are always the same.

    Args:
        parts: The parts.
        smaller: Whether it takes the time to become small.
    """
    how = ZIP_DEFLATED if smaller else ZIP_STORED
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = ZipInfo(name, _NO_DAY)
            entry.create_system = 0  # whatever system it is written on
            archive.writestr(entry, parts[name], how, 9)
    return file.getvalue()


def unpacked(file: bytes) -> dict[str, bytes]:
    """Return the parts of a file.

    Raises:
        BadZipFile: It is no file of this kind, or damaged, or locked with a password.
    """
    try:
        with ZipFile(BytesIO(file)) as archive:
            return {entry.filename: archive.read(entry) for entry in _entries(archive)}
    except (EOFError, RuntimeError, ValueError, error) as problem:
        raise BadZipFile from problem


def unpacked_length(file: bytes) -> int:
    """Return how many bytes the parts of a file have together: a few can be packed that fill all memory.

    Raises:
        BadZipFile: It is no file of this kind.
    """
    try:
        with ZipFile(BytesIO(file)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (RuntimeError, ValueError) as problem:
        raise BadZipFile from problem


def _entries(archive: ZipFile) -> list[ZipInfo]:
    """Return the entries, packed in the only way that files of this kind are."""
    entries = archive.infolist()
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        raise BadZipFile
    return entries
